package crosspike.snn.wta;

import crosspike.crossbar.Session;
import crosspike.crossbar.SynapseArray;
import crosspike.snn.Require;

/**
 * When and how much to prune.
 *
 * @param method which weights, and what becomes of them
 * @param fraction weights of each neuron that are pruned, 0 to 1
 * @param when during training, each neuron as soon as it is developed, or all neurons after training
 * @param development when a neuron is developed
 */
public record Pruning(PruningMethod method, double fraction, When when, Development development) {

    /** The moment of pruning. */
    public enum When {
        DURING,
        AFTER
    }

    /** No pruning. */
    public static final Pruning NONE = new Pruning(PruningMethod.NONE, 0, When.DURING, Development.SHI2019);

    public Pruning {
        Require.that(fraction >= 0 && fraction <= 1, "prune fraction", fraction, "0 to 1");
    }

    /** Whether neurons of so many weights lose any. */
    boolean prunes(int weights) {
        return method != PruningMethod.NONE && count(weights) > 0;
    }

    /** Prunes a neuron, whose weights are read for that. */
    void prune(int neuron, SynapseArray synapses, float[] weights, Session session) {
        synapses.weights(neuron, weights, session);
        int count = count(weights.length);
        if (method.freezes()) {
            synapses.freeze(neuron, method.chosen(weights, count), session);
        } else {
            synapses.prune(neuron, method.values(weights, count), session);
        }
    }

    /** How many of so many weights are pruned. */
    int count(int weights) {
        return (int) Math.round(fraction * weights);
    }
}
