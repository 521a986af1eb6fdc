package crosspike.experiment;

import crosspike.crossbar.Activity;
import crosspike.crossbar.Crossbar;
import crosspike.crossbar.Session;
import crosspike.crossbar.Usage;
import crosspike.experiment.config.AxonDelays;
import crosspike.experiment.config.CellLayers;
import crosspike.experiment.config.DiehlCookLearning;
import crosspike.experiment.config.DiehlCookNetwork;
import crosspike.experiment.config.DiehlCookPruning;
import crosspike.experiment.config.DiehlCookPruning.Method;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.Checkpoint;
import crosspike.experiment.run.NeuronRow;
import crosspike.experiment.run.NumberText;
import crosspike.experiment.run.Phases;
import crosspike.experiment.run.RasterSpike;
import crosspike.random.Streams;
import crosspike.snn.dataset.ImageSet;
import crosspike.snn.lif.Compression;
import crosspike.snn.lif.Delays;
import crosspike.snn.lif.LifEvaluation;
import crosspike.snn.lif.LifModel;
import crosspike.snn.lif.LifNetwork;
import crosspike.snn.lif.LifTrainer;
import crosspike.snn.lif.ResponseCounts;
import crosspike.snn.lif.Synapses;
import crosspike.snn.lif.compression.Removal;
import crosspike.snn.vote.Classification;
import crosspike.snn.vote.NeuronLabels;
import crosspike.snn.vote.RunningVote;
import crosspike.snn.vote.Vote;
import crosspike.snn.vote.Votes;
import crosspike.spice.ReadChecks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Trains, labels and tests the network of Diehl and Cook 2015. */
final class DiehlCookExperiment implements NetworkExperiment {
    private final ExperimentConfig config;
    private final DiehlCookLearning learning;
    private final DiehlCookPruning pruning;
    private final Images images;
    private final PhaseClock clock;
    private final int threads;
    private final long totalImages;
    private final LifModel model;
    private final LayerCells cells;
    private final LifNetwork network;

    DiehlCookExperiment(ExperimentConfig config, Images images, Progress progress, int threads) {
        this.config = config.resolved();
        this.learning = (DiehlCookLearning) this.config.learning();
        this.pruning = (DiehlCookPruning) this.config.pruning();
        this.images = images;
        this.totalImages = learning.images(images.training().size());
        this.clock = new PhaseClock(progress);
        this.threads = threads;
        this.model = ((DiehlCookNetwork) this.config.network()).model();
        this.cells = LayerCells.of(this.config, inputs(), threads);
        this.network = new LifNetwork(model, cells.synapses(), delays());
    }

    private Delays delays() {
        AxonDelays axons = ((DiehlCookNetwork) config.network()).delays();
        return axons == null
                ? null
                : Delays.uniform(cells.synapses(), axons.longestSeconds(), model.timing(), streams("delays").stream(0));
    }

    private int inputs() {
        return images.training().width() * images.training().height();
    }

    @Override
    public Images images() {
        return images;
    }

    /** Every pixel has its word line, also those that are always dark: the paper counts them as connections. */
    @Override
    public int[] rowPixels() {
        int[] pixels = new int[inputs()];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = i;
        }
        return pixels;
    }

    @Override
    public Optional<ReadChecks> readChecks() {
        return cells.readChecks();
    }

    @Override
    public Outcome run() {
        try {
            return outcome(learn(), remarks());
        } finally {
            close();
        }
    }

    /** That not as much is pruned as the config wants, if that is so. */
    private List<String> remarks() {
        return Stream.of(
                        pruning.comesTooLate(totalImages),
                        pruning.exceedsWorkingCells().map(why -> pruning.missed(connectivity(), why)))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void close() {
        cells.close();
    }

    /**
     * A training that is over.
     *
     * @param session its counts, energy and device noise
     * @param trainer closed
     * @param compression what was done between batches
     * @param checkpoints learning curve
     */
    record Learnt(Session session, LifTrainer trainer, Compression compression, List<Checkpoint> checkpoints) {}

    /** Images of the training, those of all epochs. */
    long totalImages() {
        return totalImages;
    }

    /** Trains, and prunes when training is over if the config wants that; once. */
    Learnt learn() {
        Session session = new Session(streams("device").stream(0));
        Synapses synapses = network.synapses();
        if (pruning.method() == Method.BEFORE) {
            synapses.remove(
                    Removal.random(
                            inputs(),
                            network.neurons(),
                            pruning.connectivityOfWorkingCells(),
                            streams("pruned connections").stream(0)),
                    session);
        }
        if (pruning.stuck().known()) {
            loseStuckCells(session);
        }
        Compression compression = pruning.compression(totalImages);
        LifTrainer trainer = trainer(compression, session);
        List<Checkpoint> checkpoints;
        try (trainer) {
            checkpoints = train(trainer, session);
        }
        if (pruning.method() == Method.AFTER) {
            pruning.finish(synapses, session);
        }
        return new Learnt(session, trainer, compression, checkpoints);
    }

    private void loseStuckCells(Session session) {
        if (pruning.stuck().isAny()) {
            boolean[][] stuck = pruning.stuck().draw(inputs(), network.neurons(), streams("stuck cells").stream(0));
            network.synapses().remove(stuck, session);
        }
    }

    /** The share of synapses that are not pruned. */
    double connectivity() {
        return (double) network.synapses().flags().plastic() / (network.neurons() * (double) inputs());
    }

    /**
     * Labels and tests what has learnt.
     *
     * @param remarks on how it was trained
     */
    Outcome outcome(Learnt learnt, List<String> remarks) {
        LifTrainer trainer = learnt.trainer();
        Synapses synapses = network.synapses();
        if (!pruning.stuck().known()) {
            loseStuckCells(learnt.session());
        }
        cells.transfer(streams("transfer"));
        Crossbar crossbar = cells.crossbar();
        LifNetwork trained = network.with(cells.trained(crossbar));
        LifEvaluation evaluation = new LifEvaluation(trained, threads);
        clock.begin(Phases.LABELLING, images.labelling().size());
        LifEvaluation.Labelling labelled =
                evaluation.label(images.labelling(), streams("labelling"), streams("labelling noise"), clock::at);
        clock.end(Phases.LABELLING);
        NeuronLabels labels = labels(labelled.responses());
        cells.age(streams("ageing"));
        clock.begin(Phases.INFERENCE, images.test().size());
        Votes votes = new Votes(labels, images.test().classes(), 0);
        int[][] classes = new int[images.test().size()][]; // by image and vote; each image has its own place
        Usage tested = evaluation.show(
                images.test(),
                streams("test"),
                streams("test noise"),
                clock::at,
                (image, counts) -> classes[image] = votes.classify(counts));
        Classification test = new Classification(images.test(), classes);
        clock.end(Phases.INFERENCE);
        return new Outcome(
                Outcome.accuracy(test),
                test.confusion(Vote.EQ5), // of Diehl and Cook: the class whose neurons fired most on average
                labels.labels(),
                learnt.checkpoints(),
                neurons(trainer, labels),
                crossbar,
                synapses.flags().removed(),
                raster(evaluation),
                new Phases<>(
                        counted(new Usage(
                                training(learnt.session(), trainer),
                                learnt.session().energy())),
                        counted(labelled.usage()),
                        counted(tested)),
                synapses.flags().prunedNeurons(),
                Optional.of(new TrainedLayer(network, learnt, labels.labels()).state(pruning.threshold(), remarks)),
                clock.seconds());
    }

    private LifTrainer trainer(Compression compression, Session session) {
        LifTrainer.Plan plan = new LifTrainer.Plan(
                learning.learningRule(CellLayers.of(config).response().range()),
                learning.columnSum() == null ? 0 : learning.columnSum(),
                pruning.batch(),
                compression,
                totalImages,
                learning.recordChanges());
        return new LifTrainer(network, plan, streams("training"), session, threads);
    }

    private List<Checkpoint> train(LifTrainer trainer, Session session) {
        ImageSet training = images.training();
        RunningVote vote = new RunningVote(network.neurons(), training.classes());
        List<Checkpoint> checkpoints = new ArrayList<>();
        clock.begin(Phases.TRAINING, totalImages);
        for (int c = 1; c <= PhaseClock.CHECKPOINTS; c++) {
            long to = totalImages * c / PhaseClock.CHECKPOINTS;
            if (to == trainer.images()) {
                continue;
            }
            while (trainer.images() < to) {
                int image = (int) (trainer.images() % training.size());
                trainer.learn(training.pixels()[image]);
                vote.image(trainer.counts(), training.labels()[image]);
                if (trainer.images() % PhaseClock.PROGRESS_IMAGES == 0 || trainer.images() == to) {
                    clock.at(trainer.images(), vote.accuracy());
                }
            }
            checkpoints.add(new Checkpoint(
                    to,
                    (double) to / training.size(),
                    vote.accuracy(),
                    training(session, trainer).nominalUpdates(),
                    session.deviceWrites,
                    network.synapses().flags().prunedNeurons()));
        }
        clock.end(Phases.TRAINING);
        return checkpoints;
    }

    /** Counts of the training; updates are those the rule asked for, whatever the cells are told at a time. */
    private static Activity training(Session session, LifTrainer trainer) {
        return session.activity()
                .withNominalUpdates(trainer.operations().inputUpdates()
                        + trainer.operations().visitedUpdates());
    }

    /** Every step of a presentation is a read: neurons leak also in those in which no input spikes. */
    private Usage counted(Usage usage) {
        Activity activity = usage.activity();
        long steps = activity.presentations() * network.presentationSteps();
        return new Usage(activity.withReads(steps, activity.inputSpikes()), usage.energy());
    }

    /** Diehl and Cook's labels: the class with most spikes for each of its images; Z of mean spikes likewise. */
    private static NeuronLabels labels(ResponseCounts responses) {
        long[][] spikes = responses.spikes();
        long[] shown = responses.images();
        double[][] response = new double[spikes.length][shown.length];
        for (int k = 0; k < response.length; k++) {
            double sum = 0;
            for (int c = 0; c < shown.length; c++) {
                response[k][c] = shown[c] == 0 ? 0 : (double) spikes[k][c] / shown[c];
                sum += response[k][c];
            }
            for (int c = 0; c < shown.length && sum > 0; c++) {
                response[k][c] /= sum;
            }
        }
        return new NeuronLabels(spikes, responses.labels(), response);
    }

    private List<NeuronRow> neurons(LifTrainer trainer, NeuronLabels labels) {
        long[] spikes = new long[network.neurons()];
        for (LifTrainer.Dynamics batch : trainer.dynamics()) {
            for (int k = 0; k < spikes.length; k++) {
                spikes[k] += batch.spikes()[k];
            }
        }
        boolean[][] removed = network.synapses().flags().removed();
        List<NeuronRow> rows = new ArrayList<>();
        for (int k = 0; k < spikes.length; k++) {
            int without = 0;
            for (boolean[] row : removed) {
                without += row[k] ? 1 : 0;
            }
            rows.add(new NeuronRow(
                    k, labels.labels()[k], labels.certainty(k), spikes[k], Double.NaN, 0, null, null, null, without));
        }
        return rows;
    }

    private List<RasterSpike> raster(LifEvaluation evaluation) {
        ImageSet shown = images.test().first(RasterSpike.SAMPLES);
        List<RasterSpike> raster = new ArrayList<>();
        var stepMs = new BigDecimal(NumberText.of(model.timing().stepSeconds())).movePointRight(3);
        evaluation.raster(shown, streams("test"), streams("raster noise"), new LifEvaluation.Raster() {
            @Override
            public void input(int image, int step, int input) {
                add(image, step, RasterSpike.INPUT, input);
            }

            @Override
            public void output(int image, int step, int neuron) {
                add(image, step, RasterSpike.OUTPUT, neuron);
            }

            private void add(int image, int step, String layer, int neuron) {
                BigDecimal timeMs = stepMs.multiply(BigDecimal.valueOf(step));
                raster.add(new RasterSpike(image, shown.labels()[image], layer, neuron, timeMs));
            }
        });
        return raster;
    }

    private Streams streams(String purpose) {
        return Streams.of(config.seed(), purpose);
    }
}
