package crosspike.snn.lif;

/** Diehl and Cook's vote: the class whose neurons fired most on average. Immutable. */
public final class ClassVote {
    private final int[] labels;
    private final int[] population;

    /** @param labels class of each neuron, −1 for none */
    public ClassVote(int[] labels, int classes) {
        this.labels = labels.clone();
        this.population = new int[classes];
        for (int label : labels) {
            if (label >= 0) {
                population[label]++;
            }
        }
    }

    /** The class of an image; the lowest of equals, class 0 if nothing fired. */
    public int classify(int[] counts) {
        long[] sums = new long[population.length];
        for (int j = 0; j < counts.length; j++) {
            if (labels[j] >= 0) {
                sums[labels[j]] += counts[j];
            }
        }
        int best = 0;
        double most = 0;
        for (int c = 0; c < sums.length; c++) {
            double mean = population[c] == 0 ? 0 : (double) sums[c] / population[c];
            if (mean > most) {
                most = mean;
                best = c;
            }
        }
        return best;
    }
}
