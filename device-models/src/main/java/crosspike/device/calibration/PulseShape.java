package crosspike.device.calibration;

/** The normalised exponential pulse curve with curvature {@code u = 1/a}, from (0, 0) to (1, 1). */
final class PulseShape {
    private static final double STRAIGHT = 1e-9;

    private PulseShape() {}

    /** {@code (1 − e^(−u·x))/(1 − e^(−u))}: bends upwards from the diagonal for u above 0, downwards below. */
    static double rise(double u, double x) {
        return Math.abs(u) < STRAIGHT ? x : Math.expm1(-u * x) / Math.expm1(-u);
    }
}
