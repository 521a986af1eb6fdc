package crosspike.experiment.config;

import crosspike.crossbar.PruneHardware;
import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.input.Kind;
import crosspike.snn.wta.Development;
import crosspike.snn.wta.Pruning;
import crosspike.snn.wta.PruningMethod;
import crosspike.snn.wta.Trigger;

/**
 * Which weights are given up, and when, in the network of Shi et al. 2019.
 *
 * @param method which weights, and what becomes of them
 * @param fraction weights of each neuron that are pruned
 * @param when during or after training
 * @param trigger what makes an occurrence
 * @param run output spikes that make an occurrence
 * @param occurrences occurrences that make a neuron developed
 * @param countBlank whether output spikes in the blank time count
 * @param hardware how pruned weights are remembered; null: a flag device if something is pruned
 */
@Kind("shi2019")
public record Shi2019Pruning(
        @Key(
                doc =
                        "none; prune: weights near 0 become 0; soft: the lowest become -1; soft-freeze: those near 0 stay where"
                                + " they are; soft-freeze-lowest: the lowest do; freeze-highest: the highest become 1;"
                                + " consolidation: the highest stay where they are.",
                defaultValue = "none")
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
                doc =
                        "What makes an occurrence of consistent firing. run: as many spikes in a row within one presentation as"
                                + " the key run says; run-across: the same, but runs go on from one presentation to the next"
                                + " and count each time; run-every-spike: every further spike of a run counts, too; total:"
                                + " as many spikes within one presentation, not necessarily in a row; total-every-spike:"
                                + " every further spike counts, too.",
                defaultValue = "run")
        Trigger trigger,

        @Key(doc = "Output spikes that make an occurrence.", min = 1, max = 10_000, defaultValue = "8")
        int run,

        @Key(doc = "Occurrences that make a neuron developed.", min = 1, max = 1_000_000, defaultValue = "10")
        int occurrences,

        @Key(
                doc = "Whether output spikes in the blank time at the end of a presentation make occurrences.",
                defaultValue = "true")
        boolean countBlank,

        @Key(
                doc =
                        "How pruned weights are remembered. none: the network knows; flag-device: a binary device more for"
                                + " each weight; deep-reset: the cell itself, reset to below its range; absent: flag-device if"
                                + " something is pruned.",
                optional = true)
        PruneHardware hardware)
        implements PruningConfig {

    /** Whether any are. */
    boolean prunes() {
        return method != PruningMethod.NONE && fraction > 0;
    }

    @Override
    public PruneHardware flags() {
        if (hardware != null) return hardware;
        return prunes() ? PruneHardware.FLAG_DEVICE : PruneHardware.NONE;
    }

    /** The pruning. */
    public Pruning pruning() {
        return new Pruning(method, fraction, when, new Development(trigger, run, occurrences, countBlank));
    }
}
