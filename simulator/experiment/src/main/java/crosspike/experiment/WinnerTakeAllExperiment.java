package crosspike.experiment;

import crosspike.circuit.subarray.CellAccess;
import crosspike.crossbar.Activity;
import crosspike.crossbar.Ages;
import crosspike.crossbar.CellOptions;
import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Energy;
import crosspike.crossbar.Programming;
import crosspike.crossbar.PruneHardware;
import crosspike.crossbar.PulseRounding;
import crosspike.crossbar.Selection;
import crosspike.crossbar.Session;
import crosspike.crossbar.SynapseArray;
import crosspike.device.PulseResponse;
import crosspike.device.library.DeviceSheet;
import crosspike.device.nonideality.PcmProgrammingNoise;
import crosspike.device.nonideality.RramProgrammingNoise;
import crosspike.experiment.config.CellLayers;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.config.ExperimentConfig.LearningConfig;
import crosspike.experiment.config.ExperimentConfig.NetworkConfig;
import crosspike.experiment.config.ExperimentConfig.PruningConfig;
import crosspike.experiment.run.Checkpoint;
import crosspike.experiment.run.Phases;
import crosspike.experiment.run.RasterSpike;
import crosspike.input.UserError;
import crosspike.random.RandomStream;
import crosspike.random.Streams;
import crosspike.snn.dataset.Dataset;
import crosspike.snn.dataset.ImageSet;
import crosspike.snn.encoding.PixelSelection;
import crosspike.snn.wta.Evaluation;
import crosspike.snn.wta.ExponentialStdp;
import crosspike.snn.wta.NeuronLabels;
import crosspike.snn.wta.Presenter;
import crosspike.snn.wta.Pruning;
import crosspike.snn.wta.Schedule;
import crosspike.snn.wta.Trainer;
import crosspike.snn.wta.Votes;
import crosspike.snn.wta.WtaNetwork;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Trains, labels and tests the network of Shi 2019 on the cells of a config. */
final class WinnerTakeAllExperiment {
    /** Points of the learning curve. */
    private static final int CHECKPOINTS = 100;
    /** Test images whose spikes are kept. */
    private static final int RASTER_SAMPLES = 3;

    private final ExperimentConfig config;
    private final ImageSet training;
    private final ImageSet labelling;
    private final ImageSet test;
    private final Progress progress;
    private final int threads;
    private final boolean flagged;
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
            Map<String, Double> phaseSeconds) {}

    /** Counts and energy of one phase. */
    record Spent(Activity activity, Energy energy) {}

    WinnerTakeAllExperiment(ExperimentConfig config, Dataset data, Progress progress, int threads) {
        this.config = config;
        this.training = images(data.training(), config.data().training(), "data.training");
        this.labelling = images(data.training(), or(config.data().labelling(), training.size()), "data.labelling");
        this.test = images(data.test(), config.data().test(), "data.test");
        this.progress = progress;
        this.threads = threads;
        this.flagged = config.pruneHardware() == PruneHardware.FLAG_DEVICE;
        this.network = network();
    }

    /** Whether weights have prune flags in hardware. */
    boolean flagged() {
        return flagged;
    }

    /** Rows of the array, one for each input. */
    int rows() {
        return network.rowPixels().length;
    }

    ImageSet training() {
        return training;
    }

    int labellingImages() {
        return labelling.size();
    }

    Outcome run() {
        Session session = new Session(streams("device").stream(0));
        Trainer trainer = new Trainer(
                network,
                rule(config.learning()),
                pruning(),
                trainingSchedule(),
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
                labelling, trainingSchedule(), streams("labelling"), streams("labelling noise"), this::at);
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
                testSchedule(),
                streams("test"),
                streams("test noise"),
                this::at);
        end("inference");
        return new Outcome(
                network,
                checkpoints,
                labels,
                tested,
                raster(),
                new Phases<>(
                        new Spent(session.activity(), session.energy()),
                        new Spent(labelled.activity(), labelled.energy()),
                        new Spent(tested.activity(), tested.energy())),
                trainer.prunedNeurons(),
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
            trainer.learn(training, trainer.presentations(), to);
            progress.at(to, trainer.runningAccuracy());
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
        int[] rowPixels = PixelSelection.foreground(training, wanted.background());
        DeviceSheet sheet = config.device().sheet();
        CellLayers cells = CellLayers.of(config);
        PulseResponse response = cells.response();
        Programming programming = config.programming().programming();
        DeviceCrossbar crossbar = new DeviceCrossbar(
                rowPixels.length,
                config.synapse().mapping().columns(wanted.outputs()),
                response,
                sheet.waveforms(),
                new CellOptions(
                        cells.layers(),
                        config.seed(),
                        programming,
                        config.circuit().access() == CellAccess.CROSSPOINT
                                ? Selection.CROSSPOINT
                                : Selection.TRANSISTOR));
        PulseRounding rounding = or(
                config.synapse().rounding(),
                response.takesFractionalPulses() ? PulseRounding.NONE : PulseRounding.STOCHASTIC);
        SynapseArray synapses =
                new SynapseArray(crossbar, config.synapse().mapping(), rounding, config.pruneHardware(), programming);
        RandomStream random = streams("initial weights").stream(0);
        float[][] weights = new float[wanted.outputs()][rowPixels.length];
        for (float[] neuron : weights) {
            for (int i = 0; i < neuron.length; i++) {
                neuron[i] = 2 * random.uniform() - 1;
            }
        }
        synapses.preset(weights);
        return new WtaNetwork(
                synapses, rowPixels, wanted.inputHertz(), steps("network.window", wanted.windowSeconds()), (float)
                        wanted.softmaxGain());
    }

    /** The spikes of the first test images, with the same draws as in the test. */
    private List<RasterSpike> raster() {
        List<RasterSpike> spikes = new ArrayList<>();
        Presenter presenter = new Presenter(network, testSchedule());
        for (int i = 0; i < Math.min(RASTER_SAMPLES, test.size()); i++) {
            int sample = i;
            int label = test.labels()[i];
            presenter.show(
                    test.pixels()[i],
                    streams("test").stream(i),
                    new Session(streams("raster noise").stream(i)),
                    (step, neuron, rows, active) -> spikes.add(new RasterSpike(sample, label, "output", neuron, step)));
            for (int row = 0; row < network.rowPixels().length; row++) {
                for (int step = 0; step < testSchedule().totalMs(); step++) {
                    if (presenter.inputSpikesAt(row, step)) {
                        spikes.add(new RasterSpike(sample, label, "input", row, step));
                    }
                }
            }
        }
        return spikes;
    }

    private Schedule trainingSchedule() {
        NetworkConfig network = config.network();
        return new Schedule(
                steps("network.display", network.displaySeconds()),
                steps("network.blank", network.blankSeconds()),
                network.outputHertz());
    }

    private Schedule testSchedule() {
        NetworkConfig network = config.network();
        return new Schedule(
                steps("network.test_display", network.testDisplaySeconds()),
                steps("network.blank", network.blankSeconds()),
                network.testOutputHertz());
    }

    private Pruning pruning() {
        PruningConfig pruning = config.pruning();
        return new Pruning(pruning.method(), pruning.fraction(), pruning.when(), pruning.run(), pruning.occurrences());
    }

    /** The rule; blind programming does not know the weights and takes all of them for 0. */
    private ExponentialStdp rule(LearningConfig learning) {
        if (config.programming().scheme() == Programming.Scheme.BLIND) {
            return new ExponentialStdp(learning.a() * Math.exp(-learning.b()), 0, learning.c());
        }
        return new ExponentialStdp(learning.a(), learning.b(), learning.c());
    }

    /** Whether trained weights are programmed once more before they are used. */
    private boolean transfers() {
        boolean disturbed = CellLayers.of(config).layers().stream()
                .anyMatch(layer -> layer instanceof PcmProgrammingNoise || layer instanceof RramProgrammingNoise);
        return or(config.inference().transfer(), disturbed);
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

    private static int steps(String key, double seconds) {
        double ms = seconds * 1e3;
        if (Math.abs(ms - Math.rint(ms)) > 1e-6) {
            throw new UserError(key + " is " + ms + " ms; expected whole ms, the time step of the network");
        }
        return (int) Math.rint(ms);
    }

    private static ImageSet images(ImageSet all, Integer wanted, String key) {
        if (wanted != null && wanted > all.size()) {
            throw new UserError(key + " is " + wanted + ", but " + all.name() + " has " + all.size()
                    + " images; expected at most that many");
        }
        return wanted == null ? all : all.first(wanted);
    }

    private static <T> T or(T own, T otherwise) {
        return own != null ? own : otherwise;
    }
}
