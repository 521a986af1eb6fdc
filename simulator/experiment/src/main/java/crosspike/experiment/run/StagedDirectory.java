package crosspike.experiment.run;

import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A directory that appears complete or not at all: it is filled under a temporary name beside its target and then renamed.
 * Closed unpublished, or interrupted by Ctrl-C, it disappears.
 */
public final class StagedDirectory implements AutoCloseable {
    private static final int DELETE_ATTEMPTS = 10;

    private final Path target;
    private final Path path;
    private final Thread onInterrupt;

    private StagedDirectory(Path target, Path path) {
        this.target = target;
        this.path = path;
        this.onInterrupt = new Thread(this::deleteQuietly, "delete " + path.getFileName());
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    /**
     * Creates an empty directory beside the target; missing parents are created as well.
     *
     * @throws UserError if the target exists already or its parent cannot be written
     */
    public static StagedDirectory beside(Path target) {
        if (Files.exists(target)) {
            throw new UserError(target + " exists already; remove it or choose another place for the run");
        }
        Path parent = target.toAbsolutePath().getParent();
        try {
            Files.createDirectories(parent);
            return new StagedDirectory(
                    target, Files.createTempDirectory(parent, "." + target.getFileName() + ".partial-"));
        } catch (IOException e) {
            throw new UserError(
                    parent + " cannot be written (" + e.getClass().getSimpleName()
                            + "); choose another place for the run",
                    e);
        }
    }

    /** Where to write. */
    public Path path() {
        return path;
    }

    /**
     * Gives the directory its name.
     *
     * @throws UserError if something else took the name meanwhile
     */
    public void publish() {
        try {
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UserError(
                    path + " could not be renamed to " + target.getFileName() + " ("
                            + e.getClass().getSimpleName() + ")",
                    e);
        }
    }

    /** Deletes what was not published. */
    @Override
    public void close() {
        deleteQuietly();
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException shuttingDown) {
            // the hook is running already and does the same
        }
    }

    /** Tries again for a while: on Ctrl-C the run may still be adding files. */
    private void deleteQuietly() {
        for (int attempt = 0; attempt < DELETE_ATTEMPTS && Files.exists(path); attempt++) {
            try {
                Files.walkFileTree(path, new Deletion());
            } catch (IOException tryAgain) {
                Thread.onSpinWait();
            }
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
            throw e;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path directory, IOException e) throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
        }
    }
}
