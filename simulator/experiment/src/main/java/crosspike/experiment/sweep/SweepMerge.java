package crosspike.experiment.sweep;

import crosspike.experiment.run.StagedDirectory;
import crosspike.experiment.sweep.SweepRun.Outcome;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.experiment.sweep.plan.SweepPlan;
import crosspike.input.Unreadable;
import crosspike.input.Unwritable;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Joins what shards found. */
public final class SweepMerge {
    private static final String ANOTHER_OUT = "choose another OUT";

    private SweepMerge() {}

    /**
     * Takes the results of some folders over, and the runs if the plan keeps them, and writes the table of the whole plan.
     *
     * @param out folder of the whole sweep; may hold results of its own
     * @param shards folders of shards of the same plan; empty if the shards ran in {@code out}
     * @throws UserError if a folder holds another plan, or points are missing in all of them
     */
    public static Outcome run(Path out, List<Path> shards) {
        Path planned = shards.isEmpty() ? out : shards.get(0);
        String plan = plan(planned);
        for (Path shard : shards) {
            if (!plan(shard).equals(plan)) {
                throw new UserError(
                        shard + " holds another plan than " + shards.get(0) + "; expected shards of one sweep");
            }
        }
        Path planFile = planned.resolve(SweepFolder.PLAN);
        Sweep sweep = Sweep.of(SweepPlan.parse(plan, planFile.toString()), planFile);
        Census census = Census.of(sweep);
        try (SweepFolder folder = SweepFolder.open(out, sweep, Shard.ALL, ANOTHER_OUT);
                Results found = new Results()) {
            for (Path shard : shards) SweepImages.in(out).requireAll(shard);
            for (Path shard : shards) {
                found.read(shard);
                if (sweep.plan().keep() == SweepPlan.Keep.RUNS) takeRuns(census, shard, out);
                takeTrainings(Trainings.in(shard), folder.trainings());
            }
            List<Integer> failed = new ArrayList<>();
            for (int number = 0; number < census.size(); number++) {
                long id = census.point(number);
                boolean isNews = !folder.results().isFinished(id) && found.has(id);
                if (isNews && (found.isFinished(id) || !folder.results().has(id))) folder.store(found.get(id));
            }
            requireAll(census, folder.results(), out);
            for (int number = 0; number < census.size(); number++) {
                if (!folder.results().isFinished(census.point(number))) failed.add(number);
            }
            return Outcome.of(
                    census.size(),
                    failed,
                    census,
                    folder.results(),
                    Optional.of(SweepTable.write(sweep, census, folder.results(), folder.path())));
        }
    }

    private static String plan(Path folder) {
        try {
            return Files.readString(folder.resolve(SweepFolder.PLAN));
        } catch (IOException e) {
            throw new UserError(
                    folder + " has no " + SweepFolder.PLAN + "; expected a folder made by: crosspike sweep PLAN", e);
        }
    }

    private static void takeTrainings(Trainings from, Trainings to) {
        if (!Files.isDirectory(from.folder())) return;
        try (Stream<Path> files = Files.list(from.folder())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (!name.matches("[0-9a-f]{16}\\.json")) continue;
                long id = Identity.parse(name.substring(0, 16));
                if (!to.has(id)) from.get(id).ifPresent(trained -> to.put(id, trained));
            }
        } catch (IOException e) {
            throw Unreadable.error(from.folder(), e);
        }
    }

    private static void takeRuns(Census census, Path from, Path to) {
        for (int group = 0; group < census.groups(); group++) {
            String name = Identity.text(census.trainingOfGroup(group));
            Path run = SweepFolder.runs(from).resolve(name);
            Path copy = SweepFolder.runs(to).resolve(name);
            if (Files.isDirectory(run) && !Files.exists(copy)) copy(run, copy);
        }
    }

    private static void copy(Path run, Path to) {
        try (StagedDirectory staged = StagedDirectory.beside(to);
                Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(file -> !file.equals(run)).toList()) { // folders come before what is in them
                Files.copy(file, staged.path().resolve(run.relativize(file)));
            }
            staged.publish();
        } catch (IOException e) {
            throw Unwritable.error(to, e, "make room, or mend the folder, and start again");
        }
    }

    private static void requireAll(Census census, Results results, Path out) {
        int missing = 0;
        for (int number = 0; number < census.size(); number++) {
            if (!results.has(census.point(number))) missing++;
        }
        if (missing > 0) {
            throw new UserError(missing + " of " + census.size() + " points are in none of the folders; run the shards"
                    + " that are missing, or: " + SweepFolder.command(out));
        }
    }
}
