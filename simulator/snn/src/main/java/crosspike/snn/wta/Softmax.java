package crosspike.snn.wta;

import crosspike.random.RandomStream;
import java.util.Arrays;

/**
 * Draws the winner: neuron k with probability {@code e^(β·u_k) / Σ e^(β·u_i)} (Shi 2019, Eq. 1). Exponents are cut at
 * {@link Exponential#LOWEST} from the largest; neurons there would together win less than once in 10⁷ spikes for 500 neurons. Weights
 * are added in pairs, pairs in pairs and so on, and the winner is found from the sum of all downwards. Relative error of a
 * probability: below 1e-5. Only plain multiplications, additions and comparisons of whole arrays, which compilers turn into
 * vector code; the same bits on every machine. Holds the buffers of one thread.
 */
final class Softmax {
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
        Exponential.of(potentials, reduction.largest(potentials, neurons), beta, levels[0], neurons);
        for (int n = 1; n < levels.length; n++) {
            reduction.fold(levels[n - 1], levels[n]);
        }
        return find(random.uniformDouble());
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
