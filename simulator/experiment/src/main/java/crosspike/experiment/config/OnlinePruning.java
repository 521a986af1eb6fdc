package crosspike.experiment.config;

import crosspike.input.Key;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;
import crosspike.snn.lif.pruning.Fate;
import crosspike.snn.lif.pruning.Growth;
import crosspike.snn.lif.pruning.ThresholdPruning;
import crosspike.snn.lif.pruning.Times;

/**
 * Online pruning of Guo et al. 2020: how thresholds grow, and when is pruned.
 *
 * @param growth shape of the growth of thresholds
 * @param overTime factor from pruning to pruning; null: none
 * @param overNeurons factor from group to group of neurons; null: none
 * @param interval spikes in a batch that tell groups apart
 * @param highest no threshold exceeds it
 * @param afterLast whether is pruned once more after the last image
 * @param spikes that make a neuron developed
 */
public record OnlinePruning(
        @Key(
                doc =
                        "How thresholds grow with step n. exponential: w x factor^n; saturating: 1 - (1 - w) x factor^-n; linear:"
                                + " w + factor x n (Guo 2020, Eq. 5 to 7).",
                defaultValue = "exponential")
        Growth.Function growth,

        @Key(
                doc =
                        "Factor of the growth from pruning to pruning, of at least 1 unless growth is linear; absent: none.",
                optional = true,
                min = 0,
                max = 100)
        Double overTime,

        @Key(
                doc =
                        "Factor of the growth from the group of neurons that fire least to the others, of at least 1 unless growth is linear; absent: none.",
                optional = true,
                min = 0,
                max = 100)
        Double overNeurons,

        @Key(
                doc = "Output spikes of a neuron in a batch that tell a group from the one before.",
                min = 1,
                max = 1e12,
                defaultValue = "30")
        double interval,

        @Key(
                doc = "No threshold exceeds this one. At 1 the strongest neurons would lose everything.",
                min = 0,
                max = 1,
                defaultValue = "0.999")
        double highest,

        @Key(
                doc = "Whether is pruned once more after the last image, when nothing learns any more.",
                defaultValue = "false")
        boolean afterLast,

        @Key(
                doc = "Output spikes after which a neuron is developed, for the methods developed and developed-soft.",
                min = 0,
                max = 1e12,
                defaultValue = "3000")
        long spikes) {

    public OnlinePruning {
        growth("over_time", growth, overTime); // refuses what shrinks
        growth("over_neurons", growth, overNeurons);
    }

    /** Pruning below thresholds that begin at {@code first}. */
    ThresholdPruning byThreshold(double first, Times times, Fate fate) {
        return new ThresholdPruning(
                first,
                growth("over_time", growth, overTime),
                growth("over_neurons", growth, overNeurons),
                interval,
                highest,
                times,
                fate);
    }

    private static Growth growth(String key, Growth.Function function, Double factor) {
        try {
            return factor == null ? Growth.NONE : new Growth(function, factor);
        } catch (IllegalArgumentException e) {
            throw new UserError(
                    key + " is " + factor + "; expected at least 1 with growth: " + RecordWriter.name(function), e);
        }
    }
}
