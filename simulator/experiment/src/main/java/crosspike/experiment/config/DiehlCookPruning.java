package crosspike.experiment.config;

import crosspike.crossbar.PruneHardware;
import crosspike.crossbar.Session;
import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.input.Kind;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;
import crosspike.snn.lif.Compression;
import crosspike.snn.lif.Synapses;
import crosspike.snn.lif.compression.BatchCompression;
import crosspike.snn.lif.compression.Removal;
import crosspike.snn.lif.pruning.DevelopedPruning;
import crosspike.snn.lif.pruning.Fate;
import crosspike.snn.lif.pruning.NeuronPruning;
import crosspike.snn.lif.pruning.Times;
import java.util.Locale;
import java.util.Optional;

/**
 * Which connections of the network of Diehl and Cook 2015 are given up, and how many values weights may have (Rathi
 * 2018, Guo 2020).
 *
 * @param method which connections, and when
 * @param threshold weights up to this one are noncritical
 * @param connectivity connections that are kept, for methods that do not go by a threshold; null: by the threshold
 * @param batch training images of a batch
 * @param firstBatch batches before the first step
 * @param levels values a weight may have, 0 among them; null: any
 * @param finalRemoval whether connections at 0 are removed at the end
 * @param online further keys of methods that prune online
 * @param hardware how removed connections are remembered
 * @param stuck cells that cannot hold a weight
 */
@Kind("diehl-cook")
public record DiehlCookPruning(
        @Key(
                doc =
                        "none; during: after each batch of images weights up to the threshold become 0 and can grow again; before:"
                                + " connections drawn at random are never there; after: the lowest weights are removed when training is"
                                + " over; online: after batches, weights below a threshold are removed for ever; soft: likewise, but they"
                                + " stay where they are and learn no more; developed: the lowest weights of a neuron are removed when it has"
                                + " fired often; developed-soft: likewise, but they stay where they are; neurons: after batches, neurons that"
                                + " fired least are removed.",
                defaultValue = "none")
        Method method,

        @Key(
                doc =
                        "Weights up to this one are noncritical. For online and soft: the threshold of the first pruning, for the"
                                + " neurons that fire least.",
                min = 0,
                max = 1,
                defaultValue = "0")
        double threshold,

        @Key(
                doc =
                        "Connections that are there with method before, or are left with another; absent: all, or those above"
                                + " the threshold. With online, soft and during the training is repeated with other thresholds,"
                                + " from the threshold given here on, until this is left.",
                dimension = Dimension.FRACTION,
                optional = true,
                above = 0,
                max = 1)
        Double connectivity,

        @Key(doc = "Training images of a batch.", min = 1, max = 1e9, defaultValue = "5000")
        int batch,

        @Key(
                doc =
                        "Batches that are learnt before the first step; developed and developed-soft look after every batch.",
                min = 1,
                max = 1e6,
                defaultValue = "3")
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

        @Key(doc = "When and by which thresholds the methods online, soft, developed and neurons prune.")
        OnlinePruning online,

        @Key(
                doc =
                        "How removed connections are remembered. none: by the network, or by a cell that is not there; flag-device: a"
                                + " binary device more for each weight, which also switches off the cell of a removed one, so that it"
                                + " takes no part in reads; deep-reset is refused for this network; absent: none.",
                optional = true)
        PruneHardware hardware,

        @Key(doc = "Cells that are stuck at their lowest conductance, so that they can hold no weight but 0.")
        StuckCells stuck)
        implements PruningConfig {
    /** Chosen, because a search that begins within a third of the threshold takes 4 to 5 where connectivity falls smoothly. */
    private static final int USUAL_TRIALS = 5;

    private static final double LEAST_SEARCHED = 1e-6;

    /** Of the sum of two fractions that were typed. */
    private static final double ROUNDING = 1e-12;

    /** Which connections, and when. */
    public enum Method {
        /** None. */
        NONE,
        /** Noncritical ones, between batches. */
        DURING,
        /** Random ones, at the start. */
        BEFORE,
        /** The lowest, at the end. */
        AFTER,
        /** Those below a threshold, for ever, between batches. */
        ONLINE,
        /** Those below a threshold learn no more and stay as they are. */
        SOFT,
        /** The lowest of a neuron that has fired often. */
        DEVELOPED,
        /** The same, which learn no more and stay as they are. */
        DEVELOPED_SOFT,
        /** All of neurons that fire little. */
        NEURONS;

        private boolean needsThreshold() {
            return this == ONLINE || this == SOFT;
        }

        private boolean prunesOnline() {
            return needsThreshold() || this == DEVELOPED || this == DEVELOPED_SOFT || this == NEURONS;
        }

        private boolean goesByThreshold() {
            return needsThreshold() || this == DURING;
        }

        private boolean needsConnectivity() {
            return this == BEFORE || this == DEVELOPED || this == DEVELOPED_SOFT || this == NEURONS;
        }
    }

    public DiehlCookPruning {
        if (method.needsConnectivity() && connectivity == null) {
            throw new UserError("connectivity is missing; expected the fraction of connections that are there with"
                    + " pruning.method: " + RecordWriter.name(method));
        }
        if (method == Method.NONE && connectivity != null) {
            throw new UserError("connectivity goes with methods that prune; expected none with pruning.method: none");
        }
        if (method == Method.DURING && connectivity != null && !(threshold > 0 && finalRemoval)) {
            throw new UserError("connectivity is to be searched for method during; expected a threshold to begin with,"
                    + " such as 0.1, and final_removal: true");
        }
        if (method.needsThreshold() && threshold == 0) {
            throw new UserError("threshold is 0; expected the threshold of the first pruning with pruning.method: "
                    + RecordWriter.name(method) + ", such as 0.1");
        }
        if (connectivity != null && method.goesByThreshold() && threshold < LEAST_SEARCHED) {
            throw new UserError("threshold is " + threshold + "; expected at least " + LEAST_SEARCHED
                    + ", where the search for the connectivity is to begin");
        }
        if (method.prunesOnline() && levels != null) {
            throw new UserError("levels goes with methods none, during, before and after; expected none with "
                    + RecordWriter.name(method));
        }
        if (hardware == PruneHardware.DEEP_RESET) {
            throw new UserError(
                    "hardware is deep-reset, which this network does not use; expected none or flag-device");
        }
    }

    @Override
    public PruneHardware flags() {
        return hardware == null ? PruneHardware.NONE : hardware;
    }

    /**
     * Share of connections that {@code before} keeps among the cells that are not known to be stuck: so many that
     * {@link #connectivity} is that of the array.
     */
    public double connectivityOfWorkingCells() {
        return stuck.known() ? Math.min(1, connectivity / (1 - stuck.share())) : connectivity;
    }

    /** Whether the initial threshold is to be found by trainings. */
    public boolean searches() {
        return method.goesByThreshold() && connectivity != null;
    }

    @Override
    public int usualTrainings() {
        return searches() ? USUAL_TRIALS : 1;
    }

    @Override
    public PruningConfig withoutSearch() {
        return searches() ? withThreshold(threshold) : this;
    }

    /** The same with a threshold that is not to be searched any more. */
    public DiehlCookPruning withThreshold(double found) {
        return new DiehlCookPruning(
                method, found, null, batch, firstBatch, levels, finalRemoval, online, hardware, stuck);
    }

    /**
     * The same, but its threshold is to be searched.
     *
     * @throws UserError if this method does not go by a threshold
     */
    public DiehlCookPruning withConnectivity(double wanted) {
        if (!method.goesByThreshold()) {
            throw new UserError("method is " + RecordWriter.name(method)
                    + ", which has no initial threshold; expected online, soft or during");
        }
        return new DiehlCookPruning(
                method, threshold, wanted, batch, firstBatch, levels, finalRemoval, online, hardware, stuck);
    }

    private Times times() {
        return new Times((long) firstBatch * batch, online.afterLast());
    }

    /**
     * That a training of so many images is over before the first pruning, in a sentence, if that is so.
     */
    public Optional<String> comesTooLate(long images) {
        if (images == 0 && (method.goesByThreshold() || method.prunesOnline())) {
            return Optional.of("nothing is pruned: the training has no images");
        }
        boolean prunesAtTimes = method == Method.ONLINE || method == Method.SOFT || method == Method.NEURONS;
        if (!prunesAtTimes || times().count(images, batch) > 0) {
            return Optional.empty();
        }
        return Optional.of(String.format(
                Locale.ROOT,
                "nothing is pruned: the first pruning would come after %,d images (pruning.first_batch x pruning.batch), the"
                        + " training has %,d",
                (long) firstBatch * batch,
                images));
    }

    /** That more cells are known to be stuck than synapses are to be removed, in a sentence, if that is so. */
    public Optional<String> exceedsWorkingCells() {
        boolean fits = connectivity == null || !stuck.known() || connectivity <= 1 - stuck.share() + ROUNDING;
        return fits
                ? Optional.empty()
                : Optional.of(
                        String.format(Locale.ROOT, "%.1f %% of the cells are known to be stuck", 100 * stuck.share()));
    }

    /** That another share of the synapses is left than {@link #connectivity}, in a sentence. */
    public String missed(double left, String why) {
        return String.format(
                Locale.ROOT,
                "%.1f %% of the synapses are left where pruning.connectivity wants %.1f %%: %s",
                100 * left,
                100 * connectivity,
                why);
    }

    /**
     * What is done between batches.
     *
     * @param images of the whole training
     */
    public Compression compression(long images) {
        Times times = times();
        return switch (method) {
            case ONLINE -> online.byThreshold(threshold, times, Fate.REMOVED).begin();
            case SOFT -> online.byThreshold(threshold, times, Fate.FROZEN).begin();
            case DEVELOPED -> new DevelopedPruning(connectivity, online.spikes(), Fate.REMOVED).begin();
            case DEVELOPED_SOFT -> new DevelopedPruning(connectivity, online.spikes(), Fate.FROZEN).begin();
            case NEURONS ->
                new NeuronPruning((1 - connectivity) / Math.max(1, times.count(images, batch)), times).begin();
            case NONE, DURING, BEFORE, AFTER -> compression();
        };
    }

    private Compression compression() {
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
