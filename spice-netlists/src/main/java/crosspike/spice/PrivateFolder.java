package crosspike.spice;

import crosspike.input.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** A new folder for one process, gone when closed or when the program ends, unless it is kept. */
final class PrivateFolder implements AutoCloseable {
    private static final int ATTEMPTS = 100;
    private static final long PAUSE_MILLIS = 10;
    /** Those that are to be removed; also the lock of {@code isEnding}. */
    private static final Set<PrivateFolder> OPEN = new HashSet<>();

    private static boolean isEnding;

    static {
        try {
            Runtime.getRuntime().addShutdownHook(new Thread(PrivateFolder::end, "temporary folders"));
        } catch (IllegalStateException theProgramIsEnding) {
            isEnding = true;
        }
    }

    private final Path path;
    private boolean isKept;

    private PrivateFolder(Path path) {
        this.path = path;
    }

    /**
     * @throws UserError if there cannot be one
     * @throws CancellationException if the program is ending
     */
    static PrivateFolder create() {
        synchronized (OPEN) { // so that the end of the program comes before this or after it
            if (isEnding) {
                throw new CancellationException("the program is ending");
            }
            try {
                PrivateFolder folder = new PrivateFolder(Files.createTempDirectory("crosspike-ngspice-"));
                OPEN.add(folder);
                return folder;
            } catch (IOException e) {
                throw unusable(e);
            }
        }
    }

    private static void end() {
        List<PrivateFolder> left;
        synchronized (OPEN) {
            isEnding = true;
            left = List.copyOf(OPEN);
        }
        left.forEach(PrivateFolder::remove);
    }

    static boolean isEnding() {
        synchronized (OPEN) {
            return isEnding;
        }
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
        forget();
    }

    @Override
    public void close() {
        if (isKept) return;
        remove();
        forget();
    }

    private void forget() {
        synchronized (OPEN) {
            OPEN.remove(this);
        }
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
