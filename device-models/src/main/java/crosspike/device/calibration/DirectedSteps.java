package crosspike.device.calibration;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Steps of one direction as ways gone along it, fractions of the range.
 *
 * @param before the trains
 * @param after the trains
 * @param counts pulses of the trains
 */
record DirectedSteps(double[] before, double[] after, int[] counts) {
    /** Ways nearer than this to an end are at it; chosen: a thousandth. */
    static final double AT_THE_END = 1e-3;

    /** Trains that began inside the range: cells at an end may be stuck there. */
    static DirectedSteps of(List<PulseStep> trains, ToDoubleFunction<Double> way) {
        List<PulseStep> inside = trains.stream()
                .filter(step -> isInside(way.applyAsDouble(step.before())))
                .toList();
        return new DirectedSteps(
                inside.stream()
                        .mapToDouble(step -> way.applyAsDouble(step.before()))
                        .toArray(),
                inside.stream()
                        .mapToDouble(step -> way.applyAsDouble(step.after()))
                        .toArray(),
                inside.stream().mapToInt(step -> Math.abs(step.pulses())).toArray());
    }

    /** From read to read of pulse trains; way: gone at a y, as a fraction of the range. Reads between whole pulses are left out. */
    static DirectedSteps between(Normalised data, boolean isPotentiation, DoubleUnaryOperator way) {
        DoubleStream.Builder before = DoubleStream.builder();
        DoubleStream.Builder after = DoubleStream.builder();
        IntStream.Builder counts = IntStream.builder();
        for (PulseTrace trace : data.traces()) {
            for (int read = 1; trace.isPotentiation() == isPotentiation && read < trace.reads(); read++) {
                double pulses = trace.pulses()[read] - trace.pulses()[read - 1];
                double start = way.applyAsDouble(data.y(trace, read - 1));
                if (pulses == Math.rint(pulses) && isInside(start)) {
                    before.add(start);
                    after.add(way.applyAsDouble(data.y(trace, read)));
                    counts.add((int) pulses);
                }
            }
        }
        return new DirectedSteps(
                before.build().toArray(),
                after.build().toArray(),
                counts.build().toArray());
    }

    static boolean isInside(double way) {
        return way > AT_THE_END && way < 1 - AT_THE_END;
    }

    int size() {
        return counts.length;
    }

    /** Those that ended inside the range. */
    DirectedSteps uncut() {
        int[] chosen =
                IntStream.range(0, size()).filter(i -> isInside(after[i])).toArray();
        return new DirectedSteps(
                Arrays.stream(chosen).mapToDouble(i -> before[i]).toArray(),
                Arrays.stream(chosen).mapToDouble(i -> after[i]).toArray(),
                Arrays.stream(chosen).map(i -> counts[i]).toArray());
    }

    /** Ways gone after the trains, as a curve says. */
    double[] predicted(StepCurve curve) {
        return IntStream.range(0, size())
                .mapToDouble(i -> curve.after(before[i], counts[i]))
                .toArray();
    }

    /** How far a pulse of the trains goes on average, as a curve says. */
    double meanStep(StepCurve curve) {
        return IntStream.range(0, size())
                .mapToDouble(i -> (curve.after(before[i], counts[i]) - before[i]) / counts[i])
                .average()
                .orElse(0);
    }

    /** Standard deviation of a pulse about a curve, of trains that were not cut. */
    double sigma(StepCurve curve) {
        return Math.sqrt(IntStream.range(0, size())
                .mapToDouble(i -> Math.pow(after[i] - curve.after(before[i], counts[i]), 2) / counts[i])
                .average()
                .orElse(0));
    }
}
