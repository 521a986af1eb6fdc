package crosspike.experiment;

import crosspike.crossbar.Crossbar;
import crosspike.crossbar.Programming;
import crosspike.crossbar.Session;
import crosspike.crossbar.SynapseArray;
import crosspike.crossbar.Usage;
import crosspike.experiment.config.CrossbarConfig.Backend;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.config.Shi2019Learning;
import crosspike.experiment.config.Shi2019Network;
import crosspike.experiment.config.Shi2019Pruning;
import crosspike.experiment.config.SynapseConfig;
import crosspike.experiment.run.Checkpoint;
import crosspike.experiment.run.NeuronRow;
import crosspike.experiment.run.Phases;
import crosspike.experiment.run.RasterSpike;
import crosspike.instrument.InstrumentCrossbar;
import crosspike.instrument.InstrumentReport;
import crosspike.random.RandomStream;
import crosspike.random.Streams;
import crosspike.snn.dataset.ImageSet;
import crosspike.snn.encoding.PixelSelection;
import crosspike.snn.vote.NeuronLabels;
import crosspike.snn.vote.Vote;
import crosspike.snn.vote.Votes;
import crosspike.snn.wta.Evaluation;
import crosspike.snn.wta.NeuronHistory;
import crosspike.snn.wta.StdpRule;
import crosspike.snn.wta.Trainer;
import crosspike.snn.wta.WtaNetwork;
import crosspike.spice.ReadChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trains, labels and tests the network of Shi 2019. */
final class WinnerTakeAllExperiment implements NetworkExperiment {
    private final ExperimentConfig config;
    private final Shi2019Network wanted;
    private final Shi2019Learning learning;
    private final Images images;
    private final PhaseClock clock;
    private final int threads;
    private final long totalImages;
    private final WtaNetwork network;

    WinnerTakeAllExperiment(ExperimentConfig config, Images images, Progress progress, int threads, Hardware hardware) {
        this.config = config.resolved();
        this.wanted = (Shi2019Network) this.config.network();
        this.learning = (Shi2019Learning) this.config.learning();
        this.images = images;
        this.totalImages = learning.images(images.training().size());
        this.clock = new PhaseClock(progress);
        this.threads = config.crossbar().backend() == Backend.INSTRUMENT ? 1 : threads; // it does one thing at a time
        this.network = network(hardware);
    }

    @Override
    public Images images() {
        return images;
    }

    @Override
    public int[] rowPixels() {
        return network.rowPixels();
    }

    @Override
    public Optional<ReadChecks> readChecks() {
        return ConfiguredCrossbar.readChecks(crossbar());
    }

    @Override
    public Optional<InstrumentReport> instrument() {
        return crossbar() instanceof InstrumentCrossbar measured ? Optional.of(measured.report()) : Optional.empty();
    }

    @Override
    public void close() {
        ConfiguredCrossbar.close(crossbar());
    }

    @Override
    public Outcome run() {
        try {
            return learnAndTest();
        } finally {
            close();
        }
    }

    private Outcome learnAndTest() {
        Session session = new Session(streams("device").stream(0));
        Trainer trainer = new Trainer(
                network,
                rule(),
                ((Shi2019Pruning) config.pruning()).pruning(),
                wanted.trainingSchedule(),
                images.training().classes(),
                streams("training"),
                session);
        List<Checkpoint> checkpoints = train(trainer, session);
        ConfiguredCrossbar.transfer(config, crossbar(), streams("transfer"));
        Evaluation evaluation = new Evaluation(network, threads);
        clock.begin(Phases.LABELLING, images.labelling().size());
        Evaluation.Labelling labelled = evaluation.label(
                images.labelling(),
                wanted.trainingSchedule(),
                streams("labelling"),
                streams("labelling noise"),
                clock::at);
        clock.end(Phases.LABELLING);
        NeuronLabels labels = NeuronLabels.of(labelled.counts());
        ConfiguredCrossbar.age(config, crossbar(), streams("ageing"));
        clock.begin(Phases.INFERENCE, images.test().size());
        Evaluation.Test tested = evaluation.test(
                images.test(),
                new Votes(labels, images.test().classes(), wanted.neuronRemoval()),
                wanted.testSchedule(),
                streams("test"),
                streams("test noise"),
                clock::at);
        clock.end(Phases.INFERENCE);
        return new Outcome(
                Outcome.accuracy(tested.votes()),
                tested.votes().confusion(Vote.EQ5),
                labels.labels(),
                checkpoints,
                neurons(trainer, labels),
                crossbar(),
                network.synapses().flags(),
                Rasters.of(
                        network,
                        wanted.testSchedule(),
                        images.test().first(RasterSpike.SAMPLES),
                        streams("test"),
                        streams("raster noise")),
                new Phases<>(Usage.of(session), labelled.usage(), tested.usage()),
                trainer.prunedNeurons(),
                Optional.empty(),
                clock.seconds());
    }

    private List<NeuronRow> neurons(Trainer trainer, NeuronLabels labels) {
        List<NeuronRow> rows = new ArrayList<>();
        for (int k = 0; k < network.neurons(); k++) {
            NeuronHistory neuron = trainer.history(k);
            rows.add(new NeuronRow(
                    k,
                    labels.labels()[k],
                    labels.certainty(k),
                    neuron.spikes(),
                    neuron.consistency(),
                    neuron.occurrences(),
                    neuron.developed().map(NeuronHistory.Moment::presentation).orElse(null),
                    neuron.developed().map(NeuronHistory.Moment::step).orElse(null),
                    neuron.developed().map(NeuronHistory.Moment::nominalUpdates).orElse(null),
                    network.synapses().prunedWeights(k)));
        }
        return rows;
    }

    private List<Checkpoint> train(Trainer trainer, Session session) {
        ImageSet training = images.training();
        List<Checkpoint> checkpoints = new ArrayList<>();
        clock.begin(Phases.TRAINING, totalImages);
        for (int i = 1; i <= PhaseClock.CHECKPOINTS; i++) {
            long to = totalImages * i / PhaseClock.CHECKPOINTS;
            if (to == trainer.presentations()) {
                continue;
            }
            while (trainer.presentations() < to) {
                long next = Math.min(to, trainer.presentations() + PhaseClock.PROGRESS_IMAGES);
                trainer.learn(training, trainer.presentations(), next);
                clock.at(next, trainer.runningAccuracy());
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
        clock.end(Phases.TRAINING);
        return checkpoints;
    }

    private WtaNetwork network(Hardware hardware) {
        int[] rowPixels = PixelSelection.foreground(images.training(), wanted.background());
        Crossbar crossbar = ConfiguredCrossbar.of(config, rowPixels.length, threads, hardware);
        try {
            return network(crossbar, rowPixels);
        } catch (RuntimeException e) {
            ConfiguredCrossbar.close(crossbar);
            throw e;
        }
    }

    private WtaNetwork network(Crossbar crossbar, int[] rowPixels) {
        SynapseConfig synapse = config.synapse();
        SynapseArray synapses = new SynapseArray(
                crossbar,
                synapse.layout(),
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
        return learning.stdp(crossbar().response().range(), blind);
    }

    private Crossbar crossbar() {
        return network.synapses().crossbar();
    }

    private Streams streams(String purpose) {
        return Streams.of(config.seed(), purpose);
    }
}
