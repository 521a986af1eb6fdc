package crosspike.instrument;

/**
 * How far measured numbers are from those of the model.
 *
 * @param count pairs of numbers
 * @param meanOfModel mean of what the model said
 * @param meanOfInstrument mean of what was measured
 * @param rms root mean square of the differences
 * @param worst largest difference
 */
public record Deviations(long count, double meanOfModel, double meanOfInstrument, double rms, double worst) {

    /** Adds pairs up. */
    static final class Sum {
        private long count;
        private double model;
        private double instrument;
        private double squares;
        private double worst;

        void add(double modelled, double measured) {
            double difference = Math.abs(measured - modelled);
            count++;
            model += modelled;
            instrument += measured;
            squares += difference * difference;
            worst = Math.max(worst, difference);
        }

        Deviations total() {
            return count == 0
                    ? new Deviations(0, 0, 0, 0, 0)
                    : new Deviations(count, model / count, instrument / count, Math.sqrt(squares / count), worst);
        }
    }
}
