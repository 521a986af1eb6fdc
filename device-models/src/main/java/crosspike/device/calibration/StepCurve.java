package crosspike.device.calibration;

import crosspike.device.Nonlinearity;

/**
 * The exponential curve of one direction. The step of a pulse is linear in x, the way gone as a fraction of the range:
 * {@code dx/dn = (c/P)·(1/(1 − e^(−c)) − x)}.
 *
 * @param pulses P of a full swing, not rounded
 * @param curvature c = P/A, how many times e the step becomes smaller along the way
 */
record StepCurve(double pulses, double curvature) {
    /** That of the largest label. */
    static final double MOST_CURVED = 1 / Nonlinearity.shape(Nonlinearity.MAX);

    private static final double STRAIGHT = 1e-6; // half of it is what a straight line is off

    /** By the logarithm of the pulses, and a curvature as far as labels go. */
    static StepCurve ofLog(double logPulses, double curvature) {
        return new StepCurve(Math.exp(logPulses), Math.max(-MOST_CURVED, Math.min(MOST_CURVED, curvature)));
    }

    /** Way gone after a train of n pulses, not cut at the end of the range. */
    double after(double x, int n) {
        if (Math.abs(curvature) < STRAIGHT) {
            return x + n / pulses;
        }
        double top = -1 / Math.expm1(-curvature);
        return x - (top - x) * Math.expm1(-curvature * n / pulses);
    }

    /** Nonlinearity label, positive if steps become smaller along the way. */
    double label() {
        return Math.abs(curvature) < STRAIGHT ? 0 : Nonlinearity.label(1 / curvature);
    }
}
