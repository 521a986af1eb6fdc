package crosspike.experiment.sweep;

import crosspike.circuit.technology.TechnologyLibrary;
import crosspike.experiment.CorePricing;
import crosspike.experiment.config.CircuitConfig;
import crosspike.experiment.config.DataConfig;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What is missing of a sweep, and what of it will fail as far as that is known before anything is run. */
final class Missing {
    private final Sweep sweep;
    private final Path out;
    private final Points configs;
    private final TechnologyLibrary library = TechnologyLibrary.shipped();
    private final Census census;
    private final Trainings stored;
    private final Function<String, Dataset> datasets;
    private final ImageCheck images;
    private int points;
    private int trainings;
    private int finished;
    private int wrong;
    private double work;
    private String error = "";
    private ExperimentConfig first;

    private Missing(Sweep sweep, Path out, Function<String, Dataset> datasets) {
        this.sweep = sweep;
        this.out = out;
        this.configs = new Points(sweep);
        this.census = Census.of(sweep, circuit -> mistake(circuit).isEmpty());
        this.stored = Trainings.in(out);
        this.datasets = datasets;
        this.images = new ImageCheck(datasets);
    }

    /**
     * Counts what a shard is to do.
     *
     * @param out folder of the sweep, if it exists
     * @param datasets data sets by name, each read once
     */
    static Missing of(Sweep sweep, Path out, Shard shard, Function<String, Dataset> datasets) {
        Missing missing = new Missing(sweep, out, datasets);
        try (Results results = new Results()) {
            results.read(out);
            for (int group = 0; group < missing.census.groups(); group++) {
                if (shard.has(group)) missing.count(group, results);
            }
        }
        return missing;
    }

    private void count(int group, Results results) {
        List<Integer> members = census.pointsOfGroup(group);
        List<Integer> left = members.stream()
                .filter(member -> !results.isFinished(census.point(member)))
                .toList();
        points += members.size();
        finished += members.size() - left.size();
        int number = members.get(0);
        if (census.isWrong(number)) { // alone in its group
            fail(left.size(), configs.get(number).error());
            return;
        }
        List<Integer> unbuildable = left.stream().filter(census::isUnbuildable).toList();
        boolean isTrained = isTrained(group, left.size() > unbuildable.size());
        String mistake = isTrained ? "" : images.mistake(census.imagesOfGroup(group));
        if (!mistake.isEmpty()) {
            fail(left.size(), mistake);
            return;
        }
        if (!unbuildable.isEmpty()) {
            fail(
                    unbuildable.size(),
                    mistake(configs.get(unbuildable.get(0)).config().circuit()).orElseThrow());
        }
        if (unbuildable.size() < members.size()) trainings++;
        if (isTrained) return;
        work += work(group, number);
        if (first == null) first = configs.get(number).config();
    }

    /** Where the config takes all images there are, as many as that is. */
    private double work(int group, int number) {
        DataConfig taken = census.imagesOfGroup(group);
        if (taken.training() != null && taken.test() != null) return census.workOfGroup(group);
        Dataset data = datasets.apply(taken.set());
        return Workload.of(
                        configs.get(number).config(),
                        data.training().size(),
                        data.test().size())
                .total();
    }

    private boolean isTrained(int group, boolean isNeeded) {
        long training = census.trainingOfGroup(group);
        return !SweepFolder.lacksRun(sweep, out, training) && (!isNeeded || stored.has(training));
    }

    private void fail(int count, String why) {
        if (wrong == 0 && count > 0) error = why;
        wrong += count;
    }

    private Optional<String> mistake(CircuitConfig circuit) {
        try {
            CorePricing.checkTechnology(circuit, library);
            return Optional.empty();
        } catch (UserError e) {
            return Optional.of(e.getMessage());
        }
    }

    /** Points of the plan, or of the shard. */
    int points() {
        return points;
    }

    /** How many trainings they need, those that are there already among them. */
    int trainings() {
        return trainings;
    }

    /** How many points are finished. */
    int finished() {
        return finished;
    }

    /** How many points will fail. */
    int wrong() {
        return wrong;
    }

    /** What is wrong with the first of these; empty if there is none. */
    String error() {
        return error;
    }

    /** Points that are neither finished nor wrong. */
    int toPrice() {
        return points - finished - wrong;
    }

    /** Effort of the trainings that are missing, in the units of {@link Workload}. */
    double work() {
        return work;
    }

    /** Config of the first training that is missing; empty if none is. */
    Optional<ExperimentConfig> first() {
        return Optional.ofNullable(first);
    }
}
