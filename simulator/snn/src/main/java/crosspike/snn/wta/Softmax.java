package crosspike.snn.wta;

import crosspike.random.RandomStream;
import java.util.Arrays;

/**
 * Draws the winner: neuron k with probability {@code e^(β·u_k) / Σ e^(β·u_i)} (Shi 2019, Eq. 1). Exponents are cut at
 * {@link #NEGLIGIBLE} below the largest; neurons there would together win less than once in 10⁷ spikes for 500 neurons. Weights
 * are added in pairs, pairs in pairs and so on, and the winner is found from the sum of all downwards. Relative error of a
 * probability: below 1e-5. Only plain multiplications, additions and comparisons of whole arrays, which compilers turn into
 * vector code; the same bits on every machine. Holds the buffers of one thread.
 */
final class Softmax {
    /** Distance from the largest exponent beyond which e^x cannot matter: e^−25 = 1.4e-11. */
    static final float NEGLIGIBLE = 25f;

    /** e^x is the 32nd power of a polynomial in x/32. */
    private static final float PARTS = 32;

    private final float beta;
    private final int neurons;
    private final Reduction reduction = Reduction.FASTEST.get();

    /** {@code levels[0]} are the weights; {@code levels[n][i] = levels[n - 1][i] + levels[n - 1][i + levels[n].length]}. */
    private final float[][] levels;

    Softmax(float beta, int neurons) {
        this.beta = beta;
        this.neurons = neurons;
        int width = Integer.highestOneBit(2 * neurons - 1);
        this.levels = new float[Integer.numberOfTrailingZeros(width) + 1][];
        Arrays.setAll(levels, n -> new float[width >> n]);
    }

    /** The winning neuron. {@code potentials} is not modified. */
    int draw(float[] potentials, RandomStream random) {
        exponentials(potentials, reduction.largest(potentials, neurons), beta / PARTS, levels[0], neurons);
        for (int n = 1; n < levels.length; n++) {
            reduction.fold(levels[n - 1], levels[n]);
        }
        return find(random.uniformDouble());
    }

    /**
     * e^(32·scale·(u − largest)). The polynomial was fitted to e^y in [−25/32, 0] for the least largest relative error, 5e-9; its
     * value at 0 is 1. Rounding leaves 4e-6 after five squarings.
     */
    private static void exponentials(float[] u, float largest, float scale, float[] out, int count) {
        for (int i = 0; i < count; i++) {
            float y = Math.max((u[i] - largest) * scale, -NEGLIGIBLE / PARTS);
            float e = 0.007879358f + y * 0.0009403172f;
            e = 0.16660342f + y * (0.04143103f + y * e);
            e = 1f + y * (0.99999964f + y * (0.49999204f + y * e));
            e *= e;
            e *= e;
            e *= e;
            e *= e;
            out[i] = e * e;
        }
    }

    /** The neuron that a fraction of the sum of all weights falls to. */
    private int find(double fraction) {
        double left = fraction * levels[levels.length - 1][0];
        int at = 0;
        for (int n = levels.length - 2; n >= 0; n--) {
            float[] level = levels[n];
            int other = at + levels[n + 1].length;
            if (left >= level[at] & level[other] > 0) { // one branch: the second is hardly ever false
                left -= level[at];
                at = other;
            }
        }
        return at;
    }
}
