package crosspike.experiment;

import crosspike.experiment.config.DiehlCookPruning;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.snn.lif.pruning.ThresholdSearch;
import crosspike.spice.ReadChecks;
import java.util.Optional;

/**
 * An experiment whose initial pruning threshold is found by trainings, so that a wanted connectivity is left. The search sees
 * connectivity only: neither labels nor test images take part.
 */
final class SearchedExperiment implements NetworkExperiment {
    /** Near enough: 0.3 % of all synapses, as Guo 2020's comparisons at 10 % need. */
    private static final double TOLERANCE = 0.003;
    /** Connectivity jumps where strong pruning begins, so that more trainings seldom come nearer. */
    private static final int TRIALS = 10;

    private final ExperimentConfig config;
    private final DiehlCookPruning pruning;
    private final Images images;
    private final Progress progress;
    private final int threads;
    private final DiehlCookExperiment first;
    private DiehlCookExperiment last;

    SearchedExperiment(ExperimentConfig config, Images images, Progress progress, int threads) {
        this.config = config;
        this.pruning = (DiehlCookPruning) config.pruning();
        this.images = images;
        this.progress = progress;
        this.threads = threads;
        this.first = with(pruning.threshold());
        this.last = first;
    }

    private DiehlCookExperiment with(double threshold) {
        return new DiehlCookExperiment(config.with(pruning.withThreshold(threshold)), images, progress, threads);
    }

    /** Trains as often as it needs. */
    ThresholdSearch.Result search() {
        return new ThresholdSearch(pruning.connectivity(), TOLERANCE, TRIALS)
                .run(
                        pruning.threshold(),
                        threshold -> (threshold == pruning.threshold() ? first : with(threshold)).connectivity());
    }

    @Override
    public Images images() {
        return images;
    }

    @Override
    public int[] rowPixels() {
        return last.rowPixels();
    }

    @Override
    public Optional<ReadChecks> readChecks() {
        return last.readChecks();
    }

    @Override
    public void close() {
        last.close();
    }

    /** Searches, and runs the whole experiment with what was found. */
    @Override
    public Outcome run() {
        last = with(search().threshold());
        return last.run();
    }
}
