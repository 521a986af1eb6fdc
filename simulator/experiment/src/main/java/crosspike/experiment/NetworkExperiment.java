package crosspike.experiment;

import crosspike.experiment.config.DiehlCookNetwork;
import crosspike.experiment.config.DiehlCookPruning;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.instrument.InstrumentReport;
import crosspike.snn.dataset.Dataset;
import crosspike.spice.ReadChecks;
import java.util.Optional;

/** Trains, labels and tests one kind of network; a kind is added by a case. */
interface NetworkExperiment {

    /**
     * The experiment of a config, ready to start.
     *
     * @throws crosspike.input.UserError if the data set or the cells cannot be what the config says
     */
    static NetworkExperiment of(
            ExperimentConfig config, Dataset data, Progress progress, int threads, Hardware hardware) {
        Images images = Images.of(config.data(), data);
        if (config.pruning() instanceof DiehlCookPruning pruning && pruning.searches()) {
            return new SearchedExperiment(config, images, progress, threads);
        }
        return config.network() instanceof DiehlCookNetwork
                ? new DiehlCookExperiment(config, images, progress, threads)
                : new WinnerTakeAllExperiment(config, images, progress, threads, hardware);
    }

    /** Images that are shown. */
    Images images();

    /** The pixel that drives each word line. */
    int[] rowPixels();

    /** Reads that were repeated and compared, if the config wants that. */
    Optional<ReadChecks> readChecks();

    /** What became of the instrument, if cells were on one. */
    default Optional<InstrumentReport> instrument() {
        return Optional.empty();
    }

    /** Trains, labels and tests; once. */
    Outcome run();

    /** Lets go of what the array keeps, if it shall not run after all. */
    void close();
}
