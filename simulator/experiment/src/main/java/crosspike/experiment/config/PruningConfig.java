package crosspike.experiment.config;

import crosspike.crossbar.PruneHardware;
import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.snn.wta.Pruning;
import crosspike.snn.wta.PruningMethod;

/**
 * Which weights are given up, and when.
 *
 * @param method which weights, and what becomes of them
 * @param fraction weights of each neuron that are pruned
 * @param when during or after training
 * @param run output spikes in a row that make an occurrence
 * @param occurrences occurrences that make a neuron developed
 * @param hardware how pruned weights are remembered; null: a flag device if something is pruned
 */
public record PruningConfig(
        @Key(doc = "none; prune: weights near 0 become 0; soft: the lowest weights become -1.", defaultValue = "none")
        PruningMethod method,

        @Key(
                doc = "Weights of each neuron that are pruned.",
                dimension = Dimension.FRACTION,
                min = 0,
                max = 1,
                defaultValue = "0 %")
        double fraction,

        @Key(
                doc = "during: each neuron when it is developed; after: all neurons after training.",
                defaultValue = "during")
        Pruning.When when,

        @Key(
                doc = "Output spikes in a row within one presentation that make an occurrence.",
                min = 1,
                max = 10_000,
                defaultValue = "8")
        int run,

        @Key(doc = "Occurrences that make a neuron developed.", min = 1, max = 1_000_000, defaultValue = "10")
        int occurrences,

        @Key(
                doc =
                        "How pruned weights are remembered. none: the network knows; flag-device: a binary device more for"
                                + " each weight; deep-reset: the cell itself, reset to below its range; absent: flag-device if"
                                + " something is pruned.",
                optional = true)
        PruneHardware hardware) {

    /** The pruning. */
    public Pruning pruning() {
        return new Pruning(method, fraction, when, run, occurrences);
    }
}
