package crosspike.experiment.sweep;

import crosspike.circuit.technology.TechnologyLibrary;
import crosspike.crossbar.Activity;
import crosspike.experiment.CorePricing;
import crosspike.experiment.Experiment;
import crosspike.experiment.Progress;
import crosspike.experiment.RunTotals;
import crosspike.experiment.Trained;
import crosspike.experiment.Training;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.data.Datasets;
import crosspike.experiment.run.LayerState;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.sweep.Points.Point;
import crosspike.experiment.sweep.plan.Figures;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.input.Unwritable;
import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Computes tasks of one plan; any number of threads may ask at once. Data sets and technology files are read once. Results
 * depend on the task alone, not on who computes it.
 */
public final class Worker {
    private final Points points;
    private final Function<String, Dataset> reader;
    private final Optional<SweepImages> images;
    private final Optional<Path> runs;
    private final TechnologyLibrary library;
    private final Map<String, Dataset> datasets = new ConcurrentHashMap<>();

    /**
     * @param images where images are noted that trainings see, before they begin; empty on another machine: there the results say
     *     it
     * @param runs where runs are kept; empty if they are not
     */
    Worker(Sweep sweep, Function<String, Dataset> reader, Optional<SweepImages> images, Optional<Path> runs) {
        this.points = new Points(sweep);
        this.reader = reader;
        this.images = images;
        this.runs = runs;
        this.library = TechnologyLibrary.shipped();
    }

    /**
     * A worker of another machine, which has nothing but the text of the plan.
     *
     * @param plan YAML text of a plan that stands on its own
     */
    public static Worker of(String plan) {
        return new Worker(Sweep.standing(plan), set -> Datasets.ofUser().read(set), Optional.empty(), Optional.empty());
    }

    Dataset dataset(String name) {
        return datasets.computeIfAbsent(name, reader);
    }

    /**
     * Trains if need be, and prices each point. What goes wrong with a point is in the results.
     *
     * @throws UserError if a run cannot be kept, or images have changed since other trainings of the sweep
     */
    public Task.Result compute(Task task) {
        List<Attempt> attempts = new ArrayList<>();
        for (int number : task.points()) {
            attempts.add(new Attempt(points.get(number)));
        }
        boolean isNew = task.trained().isEmpty() && attempts.stream().anyMatch(Attempt::isGood);
        Optional<NewTraining> done = isNew ? train(attempts) : Optional.empty();
        Optional<Trained> trained = done.map(NewTraining::trained);
        for (Attempt attempt : attempts) {
            if (attempt.isGood()) attempt.price(task.trained().or(() -> trained).orElseThrow());
        }
        return new Task.Result(
                task,
                trained,
                done.map(NewTraining::images),
                attempts.stream().map(Attempt::result).toList());
    }

    private record NewTraining(Trained trained, SeenImages images) {}

    /** Empty, and all attempts failed, if it cannot be. */
    private Optional<NewTraining> train(List<Attempt> attempts) {
        ExperimentConfig config = attempts.stream()
                .filter(Attempt::isGood)
                .findFirst()
                .orElseThrow()
                .point
                .config();
        Optional<Dataset> data =
                tried(attempts, () -> Optional.of(dataset(config.data().set())));
        if (data.isEmpty()) return Optional.empty();
        SeenImages seen = SeenImages.of(data.get());
        images.ifPresent(before -> before.require(seen));
        return tried(attempts, () -> train(config, data.get(), attempts))
                .map(trained -> new NewTraining(trained, seen));
    }

    private Optional<Trained> train(ExperimentConfig config, Dataset data, List<Attempt> attempts) {
        try (Training training = Experiment.training(config, data, Progress.SILENT, 1)) {
            attempts.forEach(attempt -> attempt.check(training.rows()));
            return attempts.stream()
                    .filter(Attempt::isGood)
                    .findFirst()
                    .map(possible -> runs.isEmpty() ? training.run() : keptRun(training, possible.point, runs.get()));
        }
    }

    private <T> Optional<T> tried(List<Attempt> attempts, Supplier<Optional<T>> work) {
        try {
            return work.get();
        } catch (UserError e) {
            if (isNoRoom(e)) throw e;
            attempts.forEach(attempt -> attempt.fail(e.getMessage()));
        } catch (RuntimeException e) { // a defect; the other points are worth finishing all the same
            attempts.forEach(attempt -> attempt.fail("internal error: " + e));
        }
        return Optional.empty();
    }

    /** A run that cannot be kept, as on a full disk: those of the other points could not be either. */
    private boolean isNoRoom(UserError e) {
        return e instanceof Unwritable unwritable && runs.isPresent() && unwritable.isIn(runs.get());
    }

    private static Trained keptRun(Training training, Point point, Path runs) {
        Path folder = runs.resolve(Identity.text(point.identity().training()));
        return Trained.of(Files.exists(folder) ? RunDirectory.open(folder) : training.run(point.config(), folder));
    }

    /** A point on its way to a result. */
    private final class Attempt {
        private final Point point;
        private PointResult result;

        Attempt(Point point) {
            this.point = point;
            if (point.config() == null) result = PointResult.failed(point.identity(), true, point.error());
        }

        boolean isGood() {
            return result == null;
        }

        PointResult result() {
            return result;
        }

        void fail(String error) {
            if (isGood()) result = PointResult.failed(point.identity(), false, error);
        }

        void check(int rows) {
            if (!isGood()) return;
            try {
                CorePricing.check(point.config(), rows, library);
            } catch (UserError e) {
                fail(e.getMessage());
            }
        }

        void price(Trained trained) {
            try {
                result = PointResult.found(point.identity(), figures(trained, point.config()));
            } catch (UserError e) {
                fail(e.getMessage());
            } catch (RuntimeException e) {
                fail("internal error: " + e);
            }
        }
    }

    private Figures figures(Trained trained, ExperimentConfig config) {
        CorePricing pricing = CorePricing.of(config, trained, library);
        RunTotals totals = pricing.totals();
        Activity training = trained.activity().training();
        Optional<LayerState> layer = trained.layer();
        return new Figures(
                trained.accuracy().eq5(),
                trained.accuracy().eq5Selective(),
                trained.accuracy().spikeSum(),
                trained.accuracy().zWeighted(),
                training.nominalUpdates(),
                training.deviceWrites(),
                training.potentiationPulses() + training.depressionPulses(),
                training.failedWrites(),
                trained.prunedNeurons(),
                trained.prunedWeights(),
                trained.weights(),
                trained.connections(),
                perImage(trained.activity().inference().outputSpikes(), trained),
                perImage(trained.activity().inference().synapticOperations(), trained),
                layer.map(LayerState::plastic).orElse(trained.weights() - trained.prunedWeights()),
                layer.map(LayerState::initialThreshold).orElse(Double.NaN),
                layer.map(state -> (double) state.silentNeurons()).orElse(Double.NaN),
                layer.map(state -> state.perImage(state.operations().accumulations()))
                        .orElse(Double.NaN),
                layer.map(state -> state.perImage(state.operations().denseInputUpdates()
                                + state.operations().outputUpdates()))
                        .orElse(Double.NaN),
                layer.map(state -> state.perImage(state.operations().inputUpdates()
                                + state.operations().visitedUpdates()))
                        .orElse(Double.NaN),
                totals.areaSquareMetres(),
                totals.cellAreaSquareMetres(),
                pricing.leakageWatts(),
                totals.training().energyJoules(),
                totals.training().latencySeconds(),
                totals.inferencePerImage().energyJoules(),
                perImage(trained.cellEnergy().inference().readJoules(), trained),
                totals.inferencePerImage().latencySeconds());
    }

    private static double perImage(double count, Trained trained) {
        return trained.testImages() == 0 ? Double.NaN : count / trained.testImages();
    }
}
