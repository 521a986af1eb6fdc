package crosspike.experiment.sweep;

import crosspike.experiment.run.AtomicFile;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.experiment.sweep.plan.SweepPlan;
import crosspike.input.ShellWord;
import crosspike.input.Unreadable;
import crosspike.input.Unwritable;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a sweep, open to be added to. Several processes may work on several shards in the same folder, and no two on
 * the same ({@link FolderLock}). {@code docs/file-formats.md} lists what is in it, {@code docs/decisions/0030-sweep-store.md} says why.
 */
final class SweepFolder implements AutoCloseable {
    static final String PLAN = Sweep.STANDING;
    /** What to do about a folder that cannot be taken, where an option names it. */
    static final String ANOTHER_OUT = "choose another --out";

    private final Path path;
    private final FolderLock lock;
    private final Path journalFile;
    private final Journal journal;
    private final Results results = new Results();
    private final Trainings trainings;

    private SweepFolder(Path path, Shard shard, FolderLock lock) {
        this.path = path;
        this.lock = lock;
        this.journalFile = Results.journal(path, shard.fileName());
        this.journal = Journal.open(journalFile);
        this.trainings = Trainings.in(path);
        results.read(path);
    }

    /**
     * Makes the folder of a sweep, or goes on with it. The plan may have changed meanwhile: results belong to points, not to
     * plans. Then the table is put aside.
     *
     * @throws UserError if the folder holds something else, another process works on the same shard, or it cannot be written
     */
    static SweepFolder open(Path path, Sweep sweep, Shard shard) {
        return open(path, sweep, shard, ANOTHER_OUT);
    }

    /**
     * The same where no option names the folder.
     *
     * @param remedy what to do if it cannot be taken, such as {@code choose another OUT}
     */
    static SweepFolder open(Path path, Sweep sweep, Shard shard, String remedy) {
        refuseOthers(path, sweep, remedy);
        FolderLock lock = FolderLock.take(path, shard, remedy);
        try {
            byte[] plan = sweep.plan().toYaml().getBytes(StandardCharsets.UTF_8);
            Path planFile = path.resolve(PLAN);
            if (!Files.exists(planFile) || !Arrays.equals(Files.readAllBytes(planFile), plan)) {
                SweepTable.putAside(path);
                AtomicFile.write(planFile, plan);
            }
            return new SweepFolder(path, shard, lock);
        } catch (IOException e) {
            lock.close();
            throw Unwritable.error(path, e, remedy);
        } catch (UserError e) {
            lock.close();
            throw e;
        }
    }

    /** What goes on with the sweep in a folder, as a shell takes it. */
    static String command(Path folder) {
        return "crosspike sweep " + ShellWord.of(folder.resolve(PLAN)) + " --out " + ShellWord.of(folder);
    }

    /** @throws UserError if the folder holds something else than this sweep, or the beginning of one */
    static void refuseOthers(Path path, Sweep sweep, String remedy) {
        if (!Files.exists(path)) return;
        Path planFile = path.resolve(PLAN);
        try {
            if (Files.exists(planFile)) {
                String name = sweep.plan().name();
                String other = nameOf(planFile, path).orElse(name);
                if (!other.equals(name)) {
                    throw new UserError(path + " holds the sweep \"" + other + "\", not \"" + name + "\"; " + remedy
                            + " or remove it");
                }
                return;
            }
            boolean isBegun = isBegun(path) || Files.exists(planFile); // another shard may be writing it
            if (!isBegun) {
                throw new UserError(path + " exists and is no sweep that could go on; " + remedy + " or remove it");
            }
        } catch (IOException e) {
            throw Unreadable.error(path, e);
        }
    }

    /** Whether there is nothing yet but what the first steps of a sweep leave. */
    private static boolean isBegun(Path path) throws IOException {
        if (!Files.isDirectory(path)) return false;
        try (Stream<Path> files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString())
                    .allMatch(name -> name.equals("locks") || name.startsWith("." + PLAN));
        }
    }

    /** Empty if the plan is damaged beside points, which stay what they are: then it is written anew. */
    private static Optional<String> nameOf(Path planFile, Path path) {
        try {
            return Optional.of(SweepPlan.read(planFile).name());
        } catch (UserError e) {
            if (Files.isDirectory(path.resolve(Results.FOLDER))) return Optional.empty();
            throw e;
        }
    }

    Path path() {
        return path;
    }

    Results results() {
        return results;
    }

    Trainings trainings() {
        return trainings;
    }

    /** Where whole runs are kept. */
    static Path runs(Path sweep) {
        return sweep.resolve("runs");
    }

    /** Whether the run of a training is to be kept, but the training was done when it was not. */
    static boolean lacksRun(Sweep sweep, Path folder, long training) {
        return sweep.plan().keep() == SweepPlan.Keep.RUNS
                && Trainings.in(folder).has(training)
                && !Files.exists(runs(folder).resolve(Identity.text(training)));
    }

    /**
     * Keeps what came of a task. The training goes first: if points are there, so is it.
     *
     * @throws UserError if there is no room, or an earlier training has seen other images
     */
    void store(long training, Task.Result result) {
        result.images().ifPresent(SweepImages.in(path)::require);
        result.trained().ifPresent(trained -> trainings.put(training, trained));
        result.points().forEach(this::store);
    }

    void store(PointResult point) {
        results.note(journalFile, journal.add(point), point);
    }

    @Override
    public void close() {
        try {
            results.close();
            journal.close();
        } finally {
            lock.close();
        }
    }
}
