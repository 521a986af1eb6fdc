package crosspike.experiment.sweep;

import crosspike.experiment.Trained;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.sweep.Points.Point;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.experiment.sweep.plan.SweepPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Runs what is missing of a plan. First the trainings, each with some of its points; then the points that are left, for
 * which only the price is missing.
 */
public final class SweepRun {
    /** Points priced at once: they are held in memory. */
    private static final int CHUNK = 512;

    private static final String OTHER_MAP =
            "its fault map changed meanwhile, or is another where it was trained; start again, with the same file everywhere";

    private final Sweep sweep;
    private final Census census;
    private final SweepFolder folder;
    private final Shard shard;
    private final SweepProgress progress;
    private final double work;
    /** Points handed out since the start: a point that fails is not tried twice. */
    private final BitSet tried = new BitSet();

    private double workDone;
    private int done;
    private int failed;

    /**
     * What came of it.
     *
     * @param points points of the plan, or of the shard
     * @param failed how many of them failed
     * @param error why the first of these failed; empty if none did
     * @param table the table; empty for a shard, which has only a part of it
     */
    public record Outcome(int points, int failed, String error, Optional<Path> table) {

        static Outcome of(int points, List<Integer> failed, Census census, Results results, Optional<Path> table) {
            String error = failed.stream()
                    .sorted()
                    .map(census::point)
                    .filter(results::has)
                    .findFirst()
                    .map(id -> results.get(id).error())
                    .orElse("");
            return new Outcome(points, failed.size(), error, table);
        }
    }

    private SweepRun(Sweep sweep, Census census, SweepFolder folder, Shard shard, SweepProgress progress) {
        this.sweep = sweep;
        this.census = census;
        this.folder = folder;
        this.shard = shard;
        this.progress = progress;
        double sum = 0;
        for (int group = 0; group < census.groups(); group++) {
            List<Integer> missing = missing(group);
            if (!missing.isEmpty()) sum += work(group, missing.size());
        }
        this.work = sum;
    }

    /**
     * Runs what is missing; what is finished already is kept.
     *
     * @param out folder of the sweep, or where it is to be
     * @throws crosspike.input.UserError if no point can be run, or the folder not be written; what is finished is kept
     */
    public static Outcome run(Sweep sweep, Path out, Shard shard, Engine engine, SweepProgress progress) {
        return run(sweep, out, List.of(), shard, engine, progress);
    }

    /**
     * The same beside other sweeps: trainings that one of them has done already are taken over, unless whole runs are to be
     * kept.
     *
     * @param others folders of sweeps; those that do not exist have nothing
     */
    public static Outcome run(
            Sweep sweep, Path out, List<Path> others, Shard shard, Engine engine, SweepProgress progress) {
        sweep.check();
        Sweep standing = Sweep.standing(sweep.plan().toYaml());
        Census census = Census.of(standing);
        if (!Files.exists(out)) firstRight(standing).ifPresent(engine::check); // before anything is written
        try (SweepFolder folder = SweepFolder.open(out, standing, shard)) {
            if (standing.plan().keep() != SweepPlan.Keep.RUNS) takeTrainings(census, shard, folder, others);
            return new SweepRun(standing, census, folder, shard, progress).run(engine);
        }
    }

    private static void takeTrainings(Census census, Shard shard, SweepFolder folder, List<Path> others) {
        for (int group = 0; group < census.groups(); group++) {
            long id = census.trainingOfGroup(group);
            if (!shard.has(group) || folder.trainings().has(id)) continue;
            for (Path other : others) {
                Optional<Trained> trained = Trainings.in(other).get(id);
                if (trained.isEmpty()) continue;
                SweepImages.in(folder.path()).requireAll(other);
                folder.trainings().put(id, trained.get());
                break;
            }
        }
    }

    private Outcome run(Engine engine) {
        firstMissing().ifPresent(engine::check);
        progress.start(pointsOfShard(), pointsOfShard() - missing());
        engine.run(sweep, new Tasks(true), this::store);
        engine.run(sweep, new Tasks(false), this::store);
        progress.end();
        Optional<Path> table = shard.isAll()
                ? Optional.of(SweepTable.write(sweep, census, folder.results(), folder.path()))
                : Optional.empty();
        return Outcome.of(pointsOfShard(), failures(), census, folder.results(), table);
    }

    private static Optional<ExperimentConfig> firstRight(Sweep sweep) {
        Points points = new Points(sweep);
        return IntStream.range(0, sweep.size())
                .mapToObj(points::get)
                .map(Point::config)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Optional<ExperimentConfig> firstMissing() {
        Points points = new Points(sweep);
        return IntStream.range(0, census.groups())
                .boxed()
                .flatMap(group -> missing(group).stream())
                .map(number -> points.get(number).config())
                .filter(Objects::nonNull)
                .findFirst();
    }

    private int pointsOfShard() {
        int sum = 0;
        for (int group = 0; group < census.groups(); group++) {
            if (shard.has(group)) sum += census.sizeOfGroup(group);
        }
        return sum;
    }

    private int missing() {
        int sum = 0;
        for (int group = 0; group < census.groups(); group++)
            sum += missing(group).size();
        return sum;
    }

    private List<Integer> failures() {
        List<Integer> failures = new ArrayList<>();
        for (int group = 0; group < census.groups(); group++) {
            if (!shard.has(group)) continue;
            for (int number : census.pointsOfGroup(group)) {
                if (!folder.results().isFinished(census.point(number))) failures.add(number);
            }
        }
        return failures;
    }

    /** The points of a group that are still to be done here. */
    private List<Integer> missing(int group) {
        if (!shard.has(group)) return List.of();
        List<Integer> missing = new ArrayList<>();
        for (int number : census.pointsOfGroup(group)) {
            if (!tried.get(number) && !folder.results().isFinished(census.point(number))) missing.add(number);
        }
        if (missing.isEmpty() && lacksRun(group)) {
            census.pointsOfGroup(group).stream()
                    .filter(number -> !tried.get(number))
                    .findFirst()
                    .ifPresent(missing::add);
        }
        return missing;
    }

    private boolean lacksRun(int group) {
        return SweepFolder.lacksRun(sweep, folder.path(), census.trainingOfGroup(group));
    }

    private boolean isTrained(int group) {
        return folder.trainings().has(census.trainingOfGroup(group)) && !lacksRun(group);
    }

    private double work(int group, int points) {
        return (!isTrained(group) ? census.workOfGroup(group) : 0) + points * Workload.PRICE;
    }

    private void store(Task.Result found) {
        Task.Result result = isOurs(found) ? found : disowned(found);
        folder.store(census.training(result.task().points().get(0)), result);
        for (PointResult point : result.points()) {
            done++;
            if (point.hasFailed()) failed++;
        }
        workDone += result.task().work();
        progress.at(done, failed, work == 0 ? 1 : Math.min(1, workDone / work));
    }

    /** Whether points came back under the names that they went by: those have a part of their fault maps. */
    private boolean isOurs(Task.Result found) {
        List<String> wanted = found.task().points().stream()
                .map(number -> Identity.text(census.point(number)))
                .toList();
        return found.points().stream().map(PointResult::id).toList().equals(wanted);
    }

    private Task.Result disowned(Task.Result found) {
        List<PointResult> failed = new ArrayList<>();
        for (int number : found.task().points()) {
            PointResult point = found.points().get(failed.size());
            String error = point.hasFailed() ? point.error() : OTHER_MAP;
            failed.add(new PointResult(
                    Identity.text(census.point(number)), Identity.text(census.training(number)), List.of(), error));
        }
        return new Task.Result(found.task(), Optional.empty(), Optional.empty(), failed);
    }

    /** Tasks, made as they are asked for. */
    private final class Tasks implements Iterator<Task> {
        private final boolean onlyTrainings;
        private int group = -1;
        private List<Integer> left = List.of();
        private Optional<Trained> trained = Optional.empty();

        /** @param onlyTrainings whether only trainings are done, each with some of its points, or all that is left */
        Tasks(boolean onlyTrainings) {
            this.onlyTrainings = onlyTrainings;
        }

        @Override
        public boolean hasNext() {
            while (left.isEmpty()) {
                if (++group >= census.groups()) return false;
                long training = census.trainingOfGroup(group);
                if (onlyTrainings && isTrained(group)) continue;
                left = missing(group);
                trained = left.isEmpty() || lacksRun(group)
                        ? Optional.empty()
                        : folder.trainings().get(training);
            }
            return true;
        }

        @Override
        public Task next() {
            if (!hasNext()) throw new NoSuchElementException();
            List<Integer> points = List.copyOf(left.subList(0, Math.min(CHUNK, left.size())));
            left = onlyTrainings ? List.of() : left.subList(points.size(), left.size());
            points.forEach(tried::set);
            double training = trained.isEmpty() ? census.workOfGroup(group) : 0;
            return new Task(points, trained, training + points.size() * Workload.PRICE);
        }
    }
}
