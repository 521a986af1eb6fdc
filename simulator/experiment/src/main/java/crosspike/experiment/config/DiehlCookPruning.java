package crosspike.experiment.config;

import crosspike.crossbar.PruneHardware;
import crosspike.crossbar.Session;
import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.input.Kind;
import crosspike.input.UserError;
import crosspike.snn.lif.Compression;
import crosspike.snn.lif.Synapses;
import crosspike.snn.lif.compression.BatchCompression;
import crosspike.snn.lif.compression.Removal;

/**
 * Which connections of the network of Diehl and Cook 2015 are given up, and how many values weights may have (Rathi 2018).
 *
 * @param method which connections, and when
 * @param threshold weights up to this one are noncritical
 * @param connectivity connections that are kept, for methods that do not go by a threshold; null: by the threshold
 * @param batch training images of a batch
 * @param firstBatch batches before the first step
 * @param levels values a weight may have, 0 among them; null: any
 * @param finalRemoval whether connections at 0 are removed at the end
 * @param hardware how removed connections are remembered
 */
@Kind("diehl-cook")
public record DiehlCookPruning(
        @Key(
                doc =
                        "none; during: after each batch of images weights up to the threshold become 0 and can grow again; before:"
                                + " connections drawn at random are never there; after: the lowest weights are removed when training is"
                                + " over.",
                defaultValue = "none")
        Method method,

        @Key(doc = "Weights up to this one are noncritical.", min = 0, max = 1, defaultValue = "0")
        double threshold,

        @Key(
                doc =
                        "Connections that are there with method before, or are left with method after; absent: all, or those above"
                                + " the threshold.",
                dimension = Dimension.FRACTION,
                optional = true,
                above = 0,
                max = 1)
        Double connectivity,

        @Key(doc = "Training images of a batch.", min = 1, max = 1e9, defaultValue = "5000")
        int batch,

        @Key(doc = "Batches that are learnt before the first step.", min = 1, max = 1e6, defaultValue = "3")
        int firstBatch,

        @Key(
                doc =
                        "Values a weight may have, 0 among them: at each step, critical weights are split by percentiles into one"
                                + " group less and share the mean of their group. Absent: any value.",
                optional = true,
                min = 2,
                max = 256)
        Integer levels,

        @Key(doc = "Whether connections that are 0 after the last step are removed.", defaultValue = "true")
        boolean finalRemoval,

        @Key(
                doc =
                        "How removed connections are remembered. none: by the network, or by a cell that is not there; flag-device: a"
                                + " binary device more for each weight; absent: none.",
                optional = true)
        PruneHardware hardware)
        implements PruningConfig {

    /** Which connections, and when. */
    public enum Method {
        /** None. */
        NONE,
        /** Noncritical ones, between batches. */
        DURING,
        /** Random ones, at the start. */
        BEFORE,
        /** The lowest, at the end. */
        AFTER
    }

    public DiehlCookPruning {
        if (method == Method.BEFORE && connectivity == null) {
            throw new UserError("connectivity is missing; expected the fraction of connections that are there with"
                    + " pruning.method: before");
        }
        if ((method == Method.DURING || method == Method.NONE) && connectivity != null) {
            throw new UserError("connectivity goes with pruning.method before or after; expected a threshold for method"
                    + " during");
        }
        if (hardware == PruneHardware.DEEP_RESET) {
            throw new UserError(
                    "hardware is deep-reset, which this network does not use; expected none or flag-device");
        }
    }

    @Override
    public boolean prunes() {
        return method != Method.NONE;
    }

    @Override
    public PruneHardware flags() {
        return hardware == null ? PruneHardware.NONE : hardware;
    }

    /**
     * What is done between batches.
     */
    public Compression compression() {
        return method == Method.NONE && levels == null
                ? Compression.NONE
                : new BatchCompression(
                        method == Method.DURING ? threshold : 0,
                        firstBatch,
                        method == Method.AFTER ? null : levels,
                        method == Method.DURING && finalRemoval);
    }

    /** Removes the lowest weights of a trained layer, and shares the others if they have levels. */
    public void finish(Synapses synapses, Session session) {
        float[][] weights = synapses.weights();
        synapses.remove(
                connectivity == null ? Removal.upTo(threshold, weights) : Removal.lowest(connectivity, weights),
                session);
        if (levels != null) {
            new BatchCompression(0, 1, levels, false)
                    .after(new Compression.Batch(1, 0, true, new long[synapses.neurons()]), synapses, session);
        }
    }
}
