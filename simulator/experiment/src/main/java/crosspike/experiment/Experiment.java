package crosspike.experiment;

import crosspike.experiment.config.CrossbarConfig;
import crosspike.experiment.config.DataConfig;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.data.Datasets;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.run.RunWriter;
import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Supplier;

/** Runs a config and leaves a run directory. */
public final class Experiment {
    private Experiment() {}

    /**
     * Trains, labels, tests and prices. The run directory appears when everything is done, or not at all.
     *
     * @param config what to run
     * @param out run directory; must not exist
     * @param threads threads for labelling, testing and the training of large layers; the result does not depend on it
     * @param progress told how far it is
     * @throws crosspike.input.UserError if the config cannot be run or the directory not be written
     */
    public static RunDirectory run(ExperimentConfig config, Path out, int threads, Progress progress) {
        return run(config, out, threads, progress, Hardware.REFUSED);
    }

    /** The same with leave to drive real hardware, or without. */
    public static RunDirectory run(
            ExperimentConfig config, Path out, int threads, Progress progress, Hardware hardware) {
        return run(config, () -> Datasets.ofUser().read(config.data().set()), out, threads, progress, hardware);
    }

    /** The same with data that were read already. */
    public static RunDirectory run(ExperimentConfig config, Dataset data, Path out, int threads, Progress progress) {
        return run(config, () -> data, out, threads, progress, Hardware.REFUSED);
    }

    static RunDirectory run(
            ExperimentConfig config,
            Supplier<Dataset> source,
            Path out,
            int threads,
            Progress progress,
            Hardware hardware) {
        try (RunWriter writer = RunDirectory.create(out)) {
            Instant started = Instant.now();
            Dataset data = source.get();
            ExperimentConfig resolved = config.resolved();
            try (Training training = Training.of(resolved, data, progress, threads, hardware)) {
                return training.run(resolved, writer, started);
            }
        }
    }

    /**
     * The training of a config, ready to start; what it costs is asked afterwards, for any circuit.
     *
     * @throws UserError if cells are on an instrument: it holds one network, and many are trained at once
     */
    public static Training training(ExperimentConfig config, Dataset data, Progress progress, int threads) {
        if (config.crossbar().backend() == CrossbarConfig.Backend.INSTRUMENT) {
            throw new UserError(
                    "crossbar.backend is instrument, which holds one network at a time; expected another backend"
                            + " for many trainings, or one by one: crosspike run");
        }
        return Training.of(config, data, progress, threads, Hardware.REFUSED);
    }

    /**
     * Finds before any training that a data set has too few images.
     *
     * @throws UserError if it has not as many as are wanted
     */
    public static void requireImages(DataConfig wanted, Dataset data) {
        Images.of(wanted, data);
    }
}
