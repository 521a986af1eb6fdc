package crosspike.snn.vote;

/**
 * What each neuron stands for after labelling.
 *
 * @param counts {@code [neuron][class]}: spikes while images of the class were shown, N_kj
 * @param labels class with the most spikes, the lowest of equals; −1 for a neuron that never fired
 * @param response {@code [neuron][class]}: Z_kj = N_kj / Σ_j N_kj (Shi 2019, Eq. 4); zeros for a silent neuron
 */
public record NeuronLabels(long[][] counts, int[] labels, double[][] response) {

    /** Labels from spike counts. */
    public static NeuronLabels of(long[][] counts) {
        int[] labels = new int[counts.length];
        double[][] response = new double[counts.length][];
        for (int k = 0; k < counts.length; k++) {
            long[] row = counts[k];
            response[k] = new double[row.length];
            long sum = 0;
            int best = 0;
            for (int j = 0; j < row.length; j++) {
                sum += row[j];
                best = row[j] > row[best] ? j : best;
            }
            labels[k] = sum == 0 ? -1 : best;
            for (int j = 0; j < row.length && sum > 0; j++) {
                response[k][j] = (double) row[j] / sum;
            }
        }
        return new NeuronLabels(counts, labels, response);
    }

    /** Largest response probability of a neuron; 0 for a silent one. */
    public double certainty(int neuron) {
        return labels[neuron] < 0 ? 0 : response[neuron][labels[neuron]];
    }
}
