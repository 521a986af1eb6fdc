package crosspike.snn.lif.pruning;

import crosspike.snn.Require;

/**
 * How a pruning threshold grows from step to step, of time or from group to group of neurons (Guo 2020, Eq. 5 to 7).
 * Weights lie in [0, 1], so wmax is 1.
 *
 * @param function shape
 * @param factor a, b or c of the equations; 1, 1 and 0 keep the threshold as it is
 */
public record Growth(Function function, double factor) {
    /** The shapes of Figure 3B. */
    public enum Function {
        /** f1, {@code w0·a^n}: slowly at first, fast at the end. */
        EXPONENTIAL,
        /** f2, {@code wmax − (wmax − w0)·b^−n}: fast at first, slowly at the end. */
        SATURATING,
        /** f3, {@code w0 + c·n}. */
        LINEAR
    }

    /** The threshold stays as it is. */
    public static final Growth NONE = new Growth(Function.EXPONENTIAL, 1);

    public Growth {
        double low = function == Function.LINEAR ? 0 : 1;
        Require.within("factor of the growth " + function, factor, low, 100);
    }

    /**
     * The threshold after some steps.
     *
     * @param first threshold at step 0, in [0, 1]
     */
    double at(double first, int steps) {
        return switch (function) {
            case EXPONENTIAL -> first * StrictMath.pow(factor, steps);
            case SATURATING -> 1 - (1 - first) * StrictMath.pow(factor, -steps);
            case LINEAR -> first + factor * steps;
        };
    }
}
