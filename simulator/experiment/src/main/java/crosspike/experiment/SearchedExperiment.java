package crosspike.experiment;

import crosspike.experiment.config.DiehlCookPruning;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.snn.lif.pruning.ThresholdSearch;
import crosspike.spice.ReadChecks;
import java.util.List;
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
    private DiehlCookExperiment at;
    private DiehlCookExperiment.Learnt learnt;
    private double nearest = Double.NaN;

    SearchedExperiment(ExperimentConfig config, Images images, Progress progress, int threads) {
        this.config = config;
        this.pruning = (DiehlCookPruning) config.pruning();
        this.images = images;
        this.progress = progress;
        this.threads = threads;
        this.at = with(pruning.threshold());
    }

    private DiehlCookExperiment with(double threshold) {
        return new DiehlCookExperiment(config.with(pruning.withThreshold(threshold)), images, progress, threads);
    }

    /** Trains as often as it needs. */
    ThresholdSearch.Result search() {
        try {
            return new ThresholdSearch(pruning.connectivity(), TOLERANCE, TRIALS)
                    .run(pruning.threshold(), this::connectivity);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Trains with a threshold; keeps the network whose connectivity is nearest to the wanted one. */
    private double connectivity(double threshold) {
        DiehlCookExperiment one = learnt == null ? at : with(threshold);
        DiehlCookExperiment.Learnt trained;
        try {
            trained = one.learn();
        } catch (RuntimeException e) {
            one.close();
            throw e;
        }
        double connectivity = one.connectivity();
        double miss = Math.abs(connectivity - pruning.connectivity());
        if (learnt == null || miss < nearest) {
            if (one != at) at.close();
            at = one;
            learnt = trained;
            nearest = miss;
        } else {
            one.close();
        }
        return connectivity;
    }

    @Override
    public Images images() {
        return images;
    }

    @Override
    public int[] rowPixels() {
        return at.rowPixels();
    }

    @Override
    public Optional<ReadChecks> readChecks() {
        return at.readChecks();
    }

    /** Searches, and labels and tests the network that was found. */
    @Override
    public Outcome run() {
        search();
        try {
            return at.outcome(learnt, remarks());
        } finally {
            close();
        }
    }

    /** That the wanted connectivity was not found, if it was not. */
    List<String> remarks() {
        if (nearest <= TOLERANCE) {
            return List.of();
        }
        String why = pruning.comesTooLate(at.totalImages())
                .or(pruning::exceedsWorkingCells)
                .orElse("no initial threshold that was tried came nearer; begin with another pruning.threshold");
        return List.of(pruning.missed(at.connectivity(), why));
    }

    @Override
    public void close() {
        at.close();
    }
}
