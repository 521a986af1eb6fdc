package crosspike.experiment;

import crosspike.experiment.config.DiehlCookPruning;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.data.Datasets;
import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import crosspike.snn.lif.pruning.ThresholdSearch;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds initial pruning thresholds that leave a wanted connectivity. Only training images are shown and no label is looked at:
 * what is found can be used without having seen a test image.
 */
public final class PruningCalibration {
    private PruningCalibration() {}

    /**
     * What was found for one seed.
     *
     * @param seed of the config
     * @param threshold initial threshold
     * @param connectivity that it leaves
     * @param trainings that were needed
     * @param remarks whether the wanted connectivity was not found, in a sentence
     */
    public record Found(long seed, double threshold, double connectivity, int trainings, List<String> remarks) {}

    /**
     * Searches with several seeds.
     *
     * @param config whose pruning goes by a threshold; that is where the search begins
     * @param connectivity wanted share of synapses
     * @param seeds how many: that of the config, the next, and so on
     * @param threads threads to use; what is found does not depend on it
     * @throws UserError if the config does not prune by a threshold
     */
    public static List<Found> run(
            ExperimentConfig config, double connectivity, int seeds, int threads, Progress progress) {
        return run(config, Datasets.ofUser().read(config.data().set()), connectivity, seeds, threads, progress);
    }

    static List<Found> run(
            ExperimentConfig config, Dataset data, double connectivity, int seeds, int threads, Progress progress) {
        if (!(config.pruning() instanceof DiehlCookPruning pruning)) {
            throw new UserError(
                    "network.kind is not diehl-cook, whose pruning goes by a threshold; expected such a config");
        }
        ExperimentConfig wanted = config.with(searching(pruning, connectivity));
        List<Found> found = new ArrayList<>();
        for (int i = 0; i < seeds; i++) {
            ExperimentConfig one = wanted.withSeed(config.seed() + i);
            SearchedExperiment experiment = new SearchedExperiment(one, Images.of(one.data(), data), progress, threads);
            ThresholdSearch.Result result = experiment.search();
            found.add(new Found(
                    one.seed(), result.threshold(), result.connectivity(), result.trials(), experiment.remarks()));
            experiment.close();
        }
        return found;
    }

    private static DiehlCookPruning searching(DiehlCookPruning pruning, double connectivity) {
        try {
            return pruning.withConnectivity(connectivity);
        } catch (UserError e) {
            throw new UserError("pruning." + e.getMessage(), e);
        }
    }
}
