package crosspike.device;

import crosspike.input.UserError;

/**
 * The nonlinearity label of pulse curves, as device papers print it. A label NL in [−9, 9] says how far the normalised
 * curve {@code (1 − e^(−x/a))/(1 − e^(−1/a))} bends away from the diagonal: its largest perpendicular distance is
 * 0.07·|NL|. The sign of NL is the sign of a.
 *
 * @see "P.-Y. Chen, X. Peng, S. Yu, NeuroSim: a circuit-level macro model, IEEE TCAD 37 (2018) 3067 (the label)"
 */
public final class Nonlinearity {
    /** Largest |NL| that has a meaning; near 10.1 the curve is a step. */
    public static final double MAX = 9;

    private static final double DISTANCE_PER_LABEL = 0.07 * Math.sqrt(2);

    private Nonlinearity() {}

    /**
     * Shape parameter a of the curve, in units of the full pulse count: {@code A = a·P}.
     *
     * @param label NL, −9 to 9
     * @return a; infinite for NL = 0, a straight line
     * @throws UserError if the label is outside [−9, 9]
     */
    public static double shape(double label) {
        if (!(Math.abs(label) <= MAX)) {
            throw new UserError("nonlinearity label is " + label + "; expected a number from -9 to 9");
        }
        if (label == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double wanted = DISTANCE_PER_LABEL * Math.abs(label);
        double low = 0;
        double high = 100;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (distance(middle) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.copySign(2 / (low + high), label);
    }

    /**
     * The label of a curve: the inverse of {@link #shape}.
     *
     * @param shape a, not 0; infinite for a straight line
     * @return NL with the sign of a; beyond ±{@link #MAX} for curves that are nearly steps
     */
    public static double label(double shape) {
        return Math.copySign(distance(Math.abs(1 / shape)) / DISTANCE_PER_LABEL, shape);
    }

    /** The label of any curve, from its largest height above the diagonal, negative below it. */
    public static double labelOfHeight(double height) {
        return height / DISTANCE_PER_LABEL;
    }

    /** Largest height of the curve with curvature u = 1/a above the diagonal. */
    private static double distance(double u) {
        if (u == 0) {
            return 0;
        }
        double saturation = -StrictMath.expm1(-u);
        double x = StrictMath.log(u / saturation) / u;
        return -StrictMath.expm1(-u * x) / saturation - x;
    }
}
