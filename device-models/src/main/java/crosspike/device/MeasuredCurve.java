package crosspike.device;

import crosspike.input.UserError;
import java.util.Arrays;

/**
 * One direction of a measured pulse response: the conductance after 0, 1, 2, ... pulses, strictly rising or strictly
 * falling. Between the points it is interpolated linearly, both ways, so that any conductance is a position on the curve.
 */
public final class MeasuredCurve {
    private final double[] siemens;
    private final boolean rising;

    /**
     * @param siemens conductance in S after 0, 1, 2, ... pulses. Not modified.
     * @param rising whether it is potentiation
     * @throws UserError if there are fewer than 2 or more than 65,537 points, or they are not strictly monotonic
     */
    public MeasuredCurve(double[] siemens, boolean rising) {
        if (siemens.length < 2 || siemens.length > PulseCurve.MAX_PULSES + 1) {
            throw new UserError("measured curve has " + siemens.length + " points; expected 2 to "
                    + (PulseCurve.MAX_PULSES + 1) + ", one for each number of pulses from 0");
        }
        for (int i = 1; i < siemens.length; i++) {
            if (!(rising ? siemens[i] > siemens[i - 1] : siemens[i] < siemens[i - 1])) {
                throw new UserError(
                        "measured curve goes from " + siemens[i - 1] + " S to " + siemens[i] + " S at pulse "
                                + i + "; expected every pulse to " + (rising ? "raise" : "lower")
                                + " the conductance, so smooth the data first");
            }
        }
        this.siemens = siemens.clone();
        this.rising = rising;
    }

    /** Pulses from one end to the other. */
    public int pulses() {
        return siemens.length - 1;
    }

    double first() {
        return siemens[0];
    }

    double last() {
        return siemens[siemens.length - 1];
    }

    /** Position of a conductance, in pulses from the start; 0 or {@link #pulses} outside the curve. */
    public double pulsesTo(double conductance) {
        int low = 0;
        int high = siemens.length - 1;
        if (isBefore(conductance, siemens[0])) {
            return 0;
        }
        if (!isBefore(conductance, siemens[high])) {
            return high;
        }
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (isBefore(conductance, siemens[middle])) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low + (conductance - siemens[low]) / (siemens[high] - siemens[low]);
    }

    /** Conductance in S after so many pulses from the start, a fraction included; the ends of the curve beyond them. */
    public double after(double pulses) {
        int low = (int) Math.min(Math.max(pulses, 0), pulses() - 1.0);
        double rest = Math.min(1, Math.max(0, pulses - low));
        return siemens[low] + rest * (siemens[low + 1] - siemens[low]);
    }

    private boolean isBefore(double a, double b) {
        return rising ? a < b : a > b;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof MeasuredCurve curve && rising == curve.rising && Arrays.equals(siemens, curve.siemens);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(siemens);
    }
}
