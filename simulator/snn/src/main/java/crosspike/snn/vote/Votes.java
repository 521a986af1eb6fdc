package crosspike.snn.vote;

/** Classifies spike counts by every vote at once. Immutable. */
public final class Votes {
    private final NeuronLabels neurons;
    private final int classes;
    private final boolean[] selected;
    private final int[] population;
    private final int[] selectedPopulation;

    /**
     * @param neurons labels and response probabilities
     * @param classes number of classes
     * @param removalThreshold neurons whose largest response probability is below it take no part in
     *     {@link Vote#EQ5_SELECTIVE}
     */
    public Votes(NeuronLabels neurons, int classes, double removalThreshold) {
        this.neurons = neurons;
        this.classes = classes;
        this.selected = new boolean[neurons.labels().length];
        this.population = new int[classes];
        this.selectedPopulation = new int[classes];
        for (int k = 0; k < selected.length; k++) {
            int label = neurons.labels()[k];
            if (label >= 0) {
                population[label]++;
                selected[k] = neurons.certainty(k) >= removalThreshold;
                selectedPopulation[label] += selected[k] ? 1 : 0;
            }
        }
    }

    /**
     * The class of an image by each vote; the lowest of equals, class 0 if nothing fired.
     *
     * @param spikes output spikes of each neuron. Not modified.
     * @return indexed by {@link Vote#ordinal}
     */
    public int[] classify(int[] spikes) {
        double[][] score = new double[Vote.values().length][classes];
        for (int k = 0; k < spikes.length; k++) {
            int label = neurons.labels()[k];
            if (spikes[k] == 0 || label < 0) {
                continue;
            }
            score[Vote.SPIKE_SUM.ordinal()][label] += spikes[k];
            score[Vote.EQ5.ordinal()][label] += (double) spikes[k] / population[label];
            if (selected[k]) {
                score[Vote.EQ5_SELECTIVE.ordinal()][label] += (double) spikes[k] / selectedPopulation[label];
            }
            for (int j = 0; j < classes; j++) {
                score[Vote.Z_WEIGHTED.ordinal()][j] += spikes[k] * neurons.response()[k][j];
            }
        }
        int[] winners = new int[score.length];
        for (int v = 0; v < winners.length; v++) {
            for (int j = 1; j < classes; j++) {
                winners[v] = score[v][j] > score[v][winners[v]] ? j : winners[v];
            }
        }
        return winners;
    }
}
