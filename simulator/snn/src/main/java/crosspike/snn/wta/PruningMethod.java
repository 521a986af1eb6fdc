package crosspike.snn.wta;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Which weights of a developed neuron are pruned, and the value they keep for ever. All are named in Shi 2019, section
 * "Pruning During Training"; pruning and soft-pruning are its Figure 6.
 */
public enum PruningMethod {
    /** No weights. */
    NONE(w -> 0, 0),
    /** Pruning: the weights nearest to 0 become 0 ("conventional pruning [...] by setting their values to 0"). */
    PRUNE(Math::abs, 0),
    /**
     * Soft-pruning as the paper's results use it: the lowest weights become −1; they still conduct, but are never updated
     * again ("we set the pruned weights to the lowest possible weight values").
     */
    SOFT(w -> w, -1),
    /**
     * Soft-pruning that freezes unimportant weights, those nearest to 0, where they are ("keeps the pruned weights constant
     * at their current values"; which ones are unimportant is the section's first paragraph).
     */
    SOFT_FREEZE(Math::abs, Float.NaN),
    /** The same with the weights that {@link #SOFT} would choose: the lowest stay where they are. */
    SOFT_FREEZE_LOWEST(w -> w, Float.NaN),
    /** The highest weights become 1 ("keeping certain weights constant at the [...] highest weight values allowed"). */
    FREEZE_HIGHEST(w -> -w, 1),
    /** Consolidation: the highest weights stay where they are ("freeze important, high-valued weights"). */
    CONSOLIDATION(w -> -w, Float.NaN);

    private final Rank rank;
    private final float value;

    /**
     * @param rank the weights of the lowest rank are pruned
     * @param value what they become; NaN: they stay where they are
     */
    PruningMethod(Rank rank, float value) {
        this.rank = rank;
        this.value = value;
    }

    /** Whether pruned weights stay where they are, so that no cell is written. */
    public boolean freezes() {
        return Float.isNaN(value);
    }

    /**
     * @param weights weights of one neuron. Not modified.
     * @param count how many to prune
     * @return whether each is pruned; of equal weights the first are
     */
    boolean[] chosen(float[] weights, int count) {
        boolean[] chosen = new boolean[weights.length];
        if (this != NONE) {
            IntStream.range(0, weights.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> rank.of(weights[i])))
                    .limit(count)
                    .forEach(i -> chosen[i] = true);
        }
        return chosen;
    }

    /** As {@link #chosen}: what each pruned weight becomes, which is its own value if it is frozen; NaN for the others. */
    float[] values(float[] weights, int count) {
        boolean[] chosen = chosen(weights, count);
        float[] values = new float[weights.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = !chosen[i] ? Float.NaN : freezes() ? weights[i] : value;
        }
        return values;
    }

    private interface Rank {
        float of(float weight);
    }
}
