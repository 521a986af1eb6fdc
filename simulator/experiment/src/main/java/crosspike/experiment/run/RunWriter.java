package crosspike.experiment.run;

import crosspike.circuit.CostReport;
import crosspike.input.UserError;
import crosspike.spice.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run directory in the making. It grows under a temporary name beside its target; {@link #publish} gives it its name at
 * once, {@link #close} without it removes everything, and so does the end of the program, also by Ctrl-C.
 */
public final class RunWriter implements AutoCloseable {
    private final Path target;
    private final Path partial;
    private final Thread onExit = new Thread(this::discard, "remove unfinished run");
    private boolean open = true;

    private RunWriter(Path target, Path partial) {
        this.target = target;
        this.partial = partial;
    }

    static RunWriter create(Path target) {
        requireFree(target);
        Path parent = target.toAbsolutePath().normalize().getParent();
        if (parent == null) {
            throw new UserError(target + " cannot be a run directory; choose another --out");
        }
        try {
            Files.createDirectories(parent);
            Path partial =
                    parent.resolve("." + target.toAbsolutePath().normalize().getFileName() + ".partial-"
                            + ProcessHandle.current().pid());
            delete(partial); // of a dead process that had the same number
            Files.createDirectory(partial);
            RunWriter writer = new RunWriter(target, partial);
            Runtime.getRuntime().addShutdownHook(writer.onExit);
            return writer;
        } catch (UncheckedIOException e) {
            throw cannotWrite(target, e.getCause());
        } catch (IOException e) {
            throw cannotWrite(target, e);
        }
    }

    private static UserError cannotWrite(Path target, IOException e) {
        Path folder = target.getParent() == null ? Path.of(".") : target.getParent();
        return new UserError(
                "cannot write in " + folder + ": " + AtomicFile.reason(e) + "; choose another --out or free it", e);
    }

    /** The directory as it is now, for files that are not listed here, such as netlists. */
    public Path path() {
        return partial;
    }

    /** The resolved config, as YAML text. */
    public void config(String yaml) {
        text(RunDirectory.CONFIG, yaml);
    }

    public void result(RunResult result) {
        text(RunDirectory.RESULT, JsonFiles.write(result));
    }

    public void epochs(List<Checkpoint> checkpoints) {
        text(RunDirectory.EPOCHS, CsvFiles.write(Checkpoint.class, checkpoints));
    }

    public void cost(CostReport cost) {
        text(RunDirectory.COST, JsonFiles.write(CostFile.of(cost)));
    }

    public void array(ArrayLayout array) {
        text(RunDirectory.ARRAY, JsonFiles.write(array));
    }

    /** Conductance of each cell in S, {@code [rows][columns]}. */
    public void conductance(float[][] siemens) {
        bytes(RunDirectory.CONDUCTANCE, NpyFiles.write(siemens));
    }

    /** Whether each weight is pruned, {@code [rows][outputs]}. */
    public void pruned(boolean[][] flags) {
        bytes(RunDirectory.PRUNED, NpyFiles.write(flags));
    }

    public void raster(List<RasterSpike> spikes) {
        text(RunDirectory.RASTER, CsvFiles.write(RasterSpike.class, spikes));
    }

    public void provenance(Provenance provenance) {
        text(RunDirectory.PROVENANCE, JsonFiles.write(provenance));
    }

    public void verification(Verification verification) {
        text(RunDirectory.VERIFICATION, JsonFiles.write(verification));
    }

    /**
     * Gives the complete directory its name.
     *
     * @throws IllegalStateException if a file is missing or the writer is closed
     * @throws UserError if the target was made by someone else meanwhile; the run is then kept under its temporary name
     */
    public synchronized RunDirectory publish() {
        requireOpen();
        for (String file : RunDirectory.REQUIRED) {
            if (!Files.exists(partial.resolve(file))) {
                throw new IllegalStateException(file + " was not written");
            }
        }
        try {
            requireFree(target);
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | UserError e) {
            keep();
            throw new UserError(target + " appeared during the run; the finished run is in " + partial, e);
        }
        keep();
        return RunDirectory.open(target);
    }

    /** Removes everything unless it was published. */
    @Override
    public synchronized void close() {
        if (open) {
            forgetHook();
            discard();
        }
    }

    private void keep() {
        open = false;
        forgetHook();
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // the program is ending: the hook itself runs, or will find nothing to do
        }
    }

    private synchronized void discard() {
        if (open) {
            open = false;
            delete(partial);
        }
    }

    private void text(String file, String text) {
        bytes(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private synchronized void bytes(String file, byte[] content) {
        requireOpen();
        try {
            Files.write(partial.resolve(file), content);
        } catch (IOException e) {
            throw new UserError("cannot write " + partial.resolve(file) + ": " + AtomicFile.reason(e), e);
        }
    }

    private void requireOpen() {
        if (!open) {
            throw new IllegalStateException("the run directory is published or closed");
        }
    }

    private static void requireFree(Path target) {
        if (Files.exists(target)) {
            throw new UserError(target + " exists; choose another --out or remove it");
        }
    }

    private static void delete(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
