package crosspike.snn.wta;

/**
 * When and how much to prune.
 *
 * @param method which weights, and what becomes of them
 * @param fraction weights of each neuron that are pruned, 0 to 1
 * @param when during training, each neuron as soon as it is developed, or all neurons after training
 * @param run output spikes in a row that make one occurrence
 * @param occurrences occurrences that make a neuron developed
 */
public record Pruning(PruningMethod method, double fraction, When when, int run, int occurrences) {

    /** The moment of pruning. */
    public enum When {
        DURING,
        AFTER
    }

    /** No pruning. */
    public static final Pruning NONE = new Pruning(PruningMethod.NONE, 0, When.DURING, 8, 10);

    public Pruning {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("prune fraction is " + fraction + "; expected 0 to 1");
        }
        if (run < 1 || occurrences < 1) {
            throw new IllegalArgumentException(
                    "pruning after " + occurrences + " runs of " + run + "; expected at least 1 each");
        }
    }

    /** Whether there is anything to prune. */
    public boolean active() {
        return method != PruningMethod.NONE;
    }

    /** Values of the pruned weights, NaN for the others. */
    float[] values(float[] weights) {
        return method.values(weights, (int) Math.round(fraction * weights.length));
    }
}
