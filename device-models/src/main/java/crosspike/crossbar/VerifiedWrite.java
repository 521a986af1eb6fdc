package crosspike.crossbar;

import crosspike.device.PulseResponse;

/**
 * Write-verify, whoever holds the cells: trains of average length, at least one pulse, each followed by a read, until the read
 * is within the tolerance.
 *
 * @param response the average cell
 * @param programming tolerance and most pulses
 */
public record VerifiedWrite(PulseResponse response, Programming programming) {

    /** The cells of one line. */
    public interface Cells {

        /**
         * Reads the cells.
         *
         * @param left pulses each cell may still get; negative for cells that are done. Not modified.
         * @param siemens overwritten: conductance of the cells that are not done, in S
         */
        void verify(float[] left, float[] siemens);

        /** Applies signed pulses. */
        void pulse(float[] pulses);
    }

    /**
     * Brings cells to wanted conductances; those that got all pulses without reaching them are counted as failed.
     *
     * @param targets wanted conductance of each cell in S; NaN leaves a cell alone. Not modified.
     */
    public void write(float[] targets, Cells cells, Session session) {
        float[] read = new float[targets.length];
        float[] left = new float[targets.length];
        float[] train = new float[targets.length];
        double allowed = programming.tolerance() * response.range().widthSiemens();
        for (int i = 0; i < targets.length; i++) {
            left[i] = Float.isNaN(targets[i]) ? -1 : programming.maxPulses();
        }
        boolean done = false;
        while (!done) {
            cells.verify(left, read);
            done = true;
            for (int i = 0; i < targets.length; i++) {
                train[i] = 0;
                double error = left[i] < 0 ? 0 : (double) targets[i] - read[i];
                if (left[i] < 0 || Math.abs(error) <= allowed) {
                    left[i] = -1;
                } else if (left[i] == 0) {
                    session.failedWrites++;
                    left[i] = -1;
                } else {
                    double wanted = Math.max(1, Math.rint(Math.abs(averagePulses(response, error))));
                    float pulses = (float) Math.min(left[i], wanted);
                    train[i] = (float) Math.copySign(pulses, error);
                    left[i] -= pulses;
                    done = false;
                }
            }
            if (!done) {
                cells.pulse(train);
            }
        }
    }

    /** Signed pulses that a cell of average response needs for a change of conductance. */
    static double averagePulses(PulseResponse response, double siemens) {
        double swing = siemens / response.range().widthSiemens();
        return swing * (swing > 0 ? response.potentiationPulses() : response.depressionPulses());
    }
}
