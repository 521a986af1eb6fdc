package crosspike.spice;

import crosspike.input.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** A new folder for one process, gone when closed or when the program ends, unless it is kept. */
final class PrivateFolder implements AutoCloseable {
    private static final int ATTEMPTS = 20;
    private static final long PAUSE_MILLIS = 10;

    private final Path path;
    private final Thread atExit = new Thread(this::remove, "temporary folder");
    private boolean isKept;

    private PrivateFolder(Path path) {
        this.path = path;
    }

    /**
     * @throws UserError if there cannot be one
     * @throws CancellationException if the program is ending
     */
    static PrivateFolder create() {
        PrivateFolder folder;
        try {
            folder = new PrivateFolder(Files.createTempDirectory("crosspike-ngspice-"));
        } catch (IOException e) {
            throw unusable(e);
        }
        try {
            Runtime.getRuntime().addShutdownHook(folder.atExit);
        } catch (IllegalStateException theProgramIsEnding) {
            folder.remove();
            throw new CancellationException("the program is ending");
        }
        return folder;
    }

    /** A message about a folder of this kind that cannot be used, most often because the disk is full. */
    static UserError unusable(IOException cause) {
        return new UserError(
                "cannot work in the temporary folder " + System.getProperty("java.io.tmpdir") + " ("
                        + cause.getMessage() + "); expected one that can be written, with space left",
                cause);
    }

    Path path() {
        return path;
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Leaves the folder to whoever looks for the reason of a failure: closing does nothing from here on. */
    void keep() {
        isKept = true;
        BatchProcess.forget(atExit);
    }

    @Override
    public void close() {
        if (isKept) return;
        remove();
        BatchProcess.forget(atExit);
    }

    /** A process that is being killed may write until it is gone: then the folder is not empty, and is emptied again. */
    private void remove() {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
                return;
            } catch (IOException | UncheckedIOException e) {
                if (!Files.exists(path) || !paused()) return;
            }
        }
    }

    private static boolean paused() {
        try {
            Thread.sleep(PAUSE_MILLIS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
