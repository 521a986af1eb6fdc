package crosspike.device.calibration;

import crosspike.device.Nonlinearity;

/** The normalised exponential pulse curve with curvature {@code u = 1/a}, from (0, 0) to (1, 1). */
final class PulseShape {
    private static final double STRAIGHT = 1e-9;
    private static final double NEARLY_STRAIGHT = 1e-3;

    private PulseShape() {}

    /** The curvature u of a nonlinearity label. */
    static double curvature(double label) {
        return label == 0 ? 0 : 1 / Nonlinearity.shape(label);
    }

    /** {@code (1 − e^(−u·x))/(1 − e^(−u))}: bends upwards from the diagonal for u above 0, downwards below. */
    static double rise(double u, double x) {
        return Math.abs(u) < STRAIGHT ? x : Math.expm1(-u * x) / Math.expm1(-u);
    }

    /** The derivative of {@link #rise} by u; near a straight line its Taylor series, for there digits cancel. */
    static double riseByCurvature(double u, double x) {
        if (Math.abs(u) < NEARLY_STRAIGHT) {
            return x * (1 - x) * (0.5 + (1 - 2 * x) * u / 6);
        }
        double way = Math.expm1(-u * x);
        double whole = Math.expm1(-u);
        return (way * (whole + 1) - x * (way + 1) * whole) / (whole * whole);
    }
}
