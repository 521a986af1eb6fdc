package crosspike.snn.lif.learning;

import java.util.function.DoubleUnaryOperator;

/** A function on [0, 1] as a table with straight lines between its points: the same bits on every machine. */
final class Curve {
    private static final int POINTS = 1024;

    private final float[] table = new float[POINTS + 2];

    Curve(DoubleUnaryOperator function) {
        for (int k = 0; k < table.length; k++) {
            table[k] = (float) function.applyAsDouble(Math.min(1.0, k / (double) POINTS));
        }
    }

    /** u^μ. */
    static Curve power(double exponent) {
        return new Curve(u -> StrictMath.pow(u, exponent));
    }

    /** e^(−βu). */
    static Curve exponential(double beta) {
        return new Curve(u -> StrictMath.exp(-beta * u));
    }

    /** The value at a number, which is brought into [0, 1] first. */
    float at(float u) {
        float x = Math.min(Math.max(u, 0f), 1f) * POINTS;
        int k = (int) x;
        return table[k] + (x - k) * (table[k + 1] - table[k]);
    }
}
