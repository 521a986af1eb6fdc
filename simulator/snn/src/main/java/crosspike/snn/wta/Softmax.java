package crosspike.snn.wta;

import crosspike.random.RandomStream;

/**
 * Draws the winner: neuron k with probability {@code e^(β·u_k) / Σ e^(β·u_i)} (Shi 2019, Eq. 1). Neurons more than
 * {@link #NEGLIGIBLE} below the largest β·u are left out; together they would win less than once in 10⁷ spikes for 500
 * neurons. Holds the buffers of one thread.
 */
final class Softmax {
    /** Distance from the largest exponent beyond which e^x cannot matter: e^−25 = 1.4e-11. */
    static final float NEGLIGIBLE = 25f;

    private final float beta;
    private final int[] candidates;
    private final double[] weights;

    Softmax(float beta, int neurons) {
        this.beta = beta;
        this.candidates = new int[neurons + 1];
        this.weights = new double[neurons];
    }

    /** The winning neuron. {@code potentials} is not modified. */
    int draw(float[] potentials, RandomStream random) {
        int neurons = candidates.length - 1;
        float largest = largest(potentials, neurons);
        float cut = largest - NEGLIGIBLE / beta;
        int found = 0;
        for (int k = 0; k < neurons; k++) {
            candidates[found] = k;
            found += potentials[k] > cut ? 1 : 0;
        }
        for (int i = 0; i < found; i++) {
            weights[i] = (double) beta * (potentials[candidates[i]] - largest);
        }
        Exponential.ofNonPositive(weights, found);
        double sum = 0;
        for (int i = 0; i < found; i++) {
            sum += weights[i];
        }
        double left = random.uniformDouble() * sum;
        int i = 0;
        while (i < found - 1 && left >= weights[i]) {
            left -= weights[i++];
        }
        return candidates[i];
    }

    private static float largest(float[] values, int count) {
        float a = Float.NEGATIVE_INFINITY;
        float b = a;
        float c = a;
        float d = a;
        int i = 0;
        for (; i + 4 <= count; i += 4) {
            a = values[i] > a ? values[i] : a;
            b = values[i + 1] > b ? values[i + 1] : b;
            c = values[i + 2] > c ? values[i + 2] : c;
            d = values[i + 3] > d ? values[i + 3] : d;
        }
        for (; i < count; i++) {
            a = Math.max(a, values[i]);
        }
        return Math.max(Math.max(a, b), Math.max(c, d));
    }
}
