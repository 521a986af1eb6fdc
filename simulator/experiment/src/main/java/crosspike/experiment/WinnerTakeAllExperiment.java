package crosspike.experiment;

import crosspike.crossbar.Activity;
import crosspike.crossbar.Ages;
import crosspike.crossbar.Crossbar;
import crosspike.crossbar.Energy;
import crosspike.crossbar.Programming;
import crosspike.crossbar.Session;
import crosspike.crossbar.SynapseArray;
import crosspike.device.nonideality.PcmProgrammingNoise;
import crosspike.device.nonideality.ProgrammingNoise;
import crosspike.device.nonideality.RramProgrammingNoise;
import crosspike.experiment.config.CellLayers;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.config.NetworkConfig;
import crosspike.experiment.config.SynapseConfig;
import crosspike.experiment.run.Checkpoint;
import crosspike.experiment.run.Phases;
import crosspike.experiment.run.RasterSpike;
import crosspike.experiment.run.RunResult;
import crosspike.input.UserError;
import crosspike.random.RandomStream;
import crosspike.random.Streams;
import crosspike.snn.dataset.Dataset;
import crosspike.snn.dataset.ImageSet;
import crosspike.snn.encoding.PixelSelection;
import crosspike.snn.wta.Evaluation;
import crosspike.snn.wta.NeuronHistory;
import crosspike.snn.wta.NeuronLabels;
import crosspike.snn.wta.StdpRule;
import crosspike.snn.wta.Trainer;
import crosspike.snn.wta.Vote;
import crosspike.snn.wta.Votes;
import crosspike.snn.wta.WtaNetwork;
import crosspike.spice.CheckedCrossbar;
import crosspike.spice.ReadChecks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Trains, labels and tests the network of Shi 2019. */
final class WinnerTakeAllExperiment {
    /** Points of the learning curve. */
    private static final int CHECKPOINTS = 100;
    /** Training images between two reports of progress. */
    private static final int PROGRESS_IMAGES = 50;
    /** Test images whose spikes are kept. */
    private static final int RASTER_SAMPLES = 3;

    private final ExperimentConfig config;
    private final ImageSet training;
    private final ImageSet labelling;
    private final ImageSet test;
    private final Progress progress;
    private final int threads;
    private final WtaNetwork network;
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    /**
     * What was found.
     *
     * @param network the trained network
     * @param checkpoints learning curve
     * @param labels labels of the neurons
     * @param test outcome of the test
     * @param raster spikes of a few test images
     * @param sessions counts and energies by phase
     * @param prunedNeurons neurons that were pruned
     * @param neurons how each neuron fared in training
     * @param phaseSeconds wall-clock time of each phase in s
     */
    record Outcome(
            WtaNetwork network,
            List<Checkpoint> checkpoints,
            NeuronLabels labels,
            Evaluation.Test test,
            List<RasterSpike> raster,
            Phases<Spent> sessions,
            int prunedNeurons,
            List<NeuronHistory> neurons,
            Map<String, Double> phaseSeconds) {

        RunResult.Accuracy accuracy() {
            return new RunResult.Accuracy(
                    test.accuracy(Vote.EQ5),
                    test.accuracy(Vote.EQ5_SELECTIVE),
                    test.accuracy(Vote.SPIKE_SUM),
                    test.accuracy(Vote.Z_WEIGHTED));
        }

        long weights() {
            return (long) network.neurons() * network.rowPixels().length;
        }

        long prunedWeights() {
            long pruned = 0;
            for (int k = 0; k < network.neurons(); k++) {
                pruned += network.synapses().prunedWeights(k);
            }
            return pruned;
        }
    }

    /** Counts and energy of one phase. */
    record Spent(Activity activity, Energy energy) {}

    WinnerTakeAllExperiment(ExperimentConfig config, Dataset all, Progress progress, int threads) {
        this.config = config.resolved();
        Dataset data = withHeldOut(all, config.data().heldOut());
        this.training = images(data.training(), config.data().training(), "data.training");
        Integer labelling = config.data().labelling();
        this.labelling = images(data.training(), labelling != null ? labelling : training.size(), "data.labelling");
        this.test = images(data.test(), config.data().test(), "data.test");
        this.progress = progress;
        this.threads = threads;
        this.network = network();
    }

    /** Word lines of the layer. */
    int rows() {
        return network.rowPixels().length;
    }

    ImageSet training() {
        return training;
    }

    int labellingImages() {
        return labelling.size();
    }

    /** Reads that were repeated and compared, if the config wants that. */
    Optional<ReadChecks> readChecks() {
        return network.synapses().crossbar() instanceof CheckedCrossbar<?> checked
                ? Optional.of(checked.checks())
                : Optional.empty();
    }

    Outcome run() {
        try {
            return learnAndTest();
        } finally {
            ConfiguredCrossbar.close(network.synapses().crossbar());
        }
    }

    private Outcome learnAndTest() {
        Session session = new Session(streams("device").stream(0));
        Trainer trainer = new Trainer(
                network,
                rule(),
                config.pruning().pruning(),
                config.network().trainingSchedule(),
                training.classes(),
                streams("training"),
                session);
        List<Checkpoint> checkpoints = train(trainer, session);
        if (transfers()) {
            cells().transfer(new Session(streams("transfer").stream(0)));
        }
        Evaluation evaluation = new Evaluation(network, threads);
        begin("labelling", labelling.size());
        Evaluation.Labelling labelled = evaluation.label(
                labelling,
                config.network().trainingSchedule(),
                streams("labelling"),
                streams("labelling noise"),
                this::at);
        end("labelling");
        NeuronLabels labels = NeuronLabels.of(labelled.counts());
        if (config.inference().afterSeconds() > 0) {
            cells().age(
                            config.inference().afterSeconds(),
                            config.inference().temperatureKelvin(),
                            new Session(streams("ageing").stream(0)));
        }
        begin("inference", test.size());
        Evaluation.Test tested = evaluation.test(
                test,
                new Votes(labels, test.classes(), config.network().neuronRemoval()),
                config.network().testSchedule(),
                streams("test"),
                streams("test noise"),
                this::at);
        end("inference");
        return new Outcome(
                network,
                checkpoints,
                labels,
                tested,
                Rasters.of(
                        network,
                        config.network().testSchedule(),
                        test.first(RASTER_SAMPLES),
                        streams("test"),
                        streams("raster noise")),
                new Phases<>(
                        new Spent(session.activity(), session.energy()),
                        new Spent(labelled.activity(), labelled.energy()),
                        new Spent(tested.activity(), tested.energy())),
                trainer.prunedNeurons(),
                IntStream.range(0, network.neurons()).mapToObj(trainer::history).toList(),
                seconds);
    }

    private List<Checkpoint> train(Trainer trainer, Session session) {
        long total = Math.round(config.learning().epochs() * training.size());
        List<Checkpoint> checkpoints = new ArrayList<>();
        begin("training", total);
        for (int i = 1; i <= CHECKPOINTS; i++) {
            long to = total * i / CHECKPOINTS;
            if (to == trainer.presentations()) {
                continue;
            }
            while (trainer.presentations() < to) {
                long next = Math.min(to, trainer.presentations() + PROGRESS_IMAGES);
                trainer.learn(training, trainer.presentations(), next);
                progress.at(next, trainer.runningAccuracy());
            }
            checkpoints.add(new Checkpoint(
                    to,
                    (double) to / training.size(),
                    trainer.runningAccuracy(),
                    session.nominalUpdates,
                    session.deviceWrites,
                    trainer.prunedNeurons()));
        }
        trainer.finish();
        end("training");
        return checkpoints;
    }

    private WtaNetwork network() {
        NetworkConfig wanted = config.network();
        SynapseConfig synapse = config.synapse();
        int[] rowPixels = PixelSelection.foreground(training, wanted.background());
        Crossbar crossbar = ConfiguredCrossbar.of(config, rowPixels.length, threads);
        SynapseArray synapses = new SynapseArray(
                crossbar,
                synapse.mapping(),
                synapse.rounding(),
                config.pruneHardware(),
                config.programming().programming());
        RandomStream random = streams("initial weights").stream(0);
        float[][] weights = new float[wanted.outputs()][rowPixels.length];
        for (float[] neuron : weights) {
            for (int i = 0; i < neuron.length; i++) {
                neuron[i] = 2 * random.uniform() - 1;
            }
        }
        synapses.preset(weights);
        float beta = (float) wanted.softmaxGain();
        return new WtaNetwork(synapses, rowPixels, wanted.inputHertz(), wanted.windowMs(), beta);
    }

    private StdpRule rule() {
        boolean blind = config.programming().scheme() == Programming.Scheme.BLIND;
        return config.learning().stdp(network.synapses().crossbar().response().range(), blind);
    }

    /** Whether trained weights are programmed once more before they are used. */
    private boolean transfers() {
        boolean disturbed = CellLayers.of(config).layers().stream()
                .anyMatch(layer -> layer instanceof ProgrammingNoise
                        || layer instanceof PcmProgrammingNoise
                        || layer instanceof RramProgrammingNoise);
        Boolean wanted = config.inference().transfer();
        return wanted != null ? wanted : disturbed;
    }

    private Ages cells() {
        return (Ages) network.synapses().crossbar();
    }

    private Streams streams(String purpose) {
        return Streams.of(config.seed(), purpose);
    }

    private void begin(String phase, long total) {
        seconds.put(phase, -System.nanoTime() * 1e-9);
        progress.start(phase, total);
    }

    private void at(long done) {
        progress.at(done, Double.NaN);
    }

    private void end(String phase) {
        seconds.merge(phase, System.nanoTime() * 1e-9, Double::sum);
        progress.end();
    }

    private static Dataset withHeldOut(Dataset all, Integer heldOut) {
        if (heldOut == null) return all;
        int images = all.training().size();
        if (heldOut < images) return all.holdingOut(heldOut);
        throw new UserError("data.held_out is " + heldOut + ", but "
                + all.training().name() + " has " + images + " images; expected fewer than that");
    }

    private static ImageSet images(ImageSet all, Integer wanted, String key) {
        if (wanted != null && wanted > all.size()) {
            throw new UserError(key + " is " + wanted + ", but " + all.name() + " has " + all.size()
                    + " images; expected at most that many");
        }
        return wanted == null ? all : all.first(wanted);
    }
}
