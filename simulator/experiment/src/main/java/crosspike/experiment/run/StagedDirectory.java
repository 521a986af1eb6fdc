package crosspike.experiment.run;

import crosspike.input.Unwritable;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A directory that appears complete or not at all: it is filled under a temporary name beside its target and then renamed.
 * Closed unpublished, or interrupted by Ctrl-C, it disappears.
 */
public final class StagedDirectory implements AutoCloseable {
    private static final int DELETE_ATTEMPTS = 10;
    private static final int PAUSE_MS = 50;

    private final Path target;
    private final Path path;
    /** Folders that were made for the target, innermost first; they go again if nothing is published. */
    private final List<Path> parents;

    private final Thread onInterrupt;
    private boolean open = true;

    private StagedDirectory(Path target, Path path, List<Path> parents) {
        this.target = target;
        this.path = path;
        this.parents = parents;
        this.onInterrupt = new Thread(this::deleteQuietly, "delete " + path.getFileName());
        Runtime.getRuntime().addShutdownHook(onInterrupt);
    }

    /**
     * Creates an empty directory beside the target; missing parents are created as well.
     *
     * @throws UserError if the target exists already or its parent cannot be written
     */
    public static StagedDirectory beside(Path target) {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw new UserError(target + " exists; choose another --out or remove it");
        }
        Path absolute = target.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new UserError(target + " cannot be a run directory; choose another --out");
        }
        Path partial = PartialName.beside(absolute);
        List<Path> missing = missing(parent);
        try {
            Files.createDirectories(parent);
            return new StagedDirectory(target, Files.createDirectory(partial), missing);
        } catch (IOException e) {
            throw Unwritable.error(target, e, "choose another --out");
        }
    }

    private static List<Path> missing(Path folder) {
        return Stream.iterate(folder, Objects::nonNull, Path::getParent)
                .takeWhile(Files::notExists)
                .toList();
    }

    /** Where to write. */
    public Path path() {
        return path;
    }

    /**
     * Gives the directory its name.
     *
     * @throws UserError if something else took the name meanwhile; the directory is then kept under its temporary name
     */
    public synchronized void publish() {
        try {
            if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                throw new UserError(target + " appeared during the run; the finished run is in " + path);
            }
            Files.move(path, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Unwritable.error(target, e, "the finished run is in " + path);
        } finally {
            open = false;
            forgetHook();
        }
    }

    /** Deletes what was not published. */
    @Override
    public synchronized void close() {
        if (open) {
            deleteQuietly();
            forgetHook();
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(onInterrupt);
        } catch (IllegalStateException shuttingDown) {
            // the hook is running already and does the same
        }
    }

    /** Tries again for a while: on Ctrl-C the run may still be adding files. */
    private void deleteQuietly() {
        open = false;
        for (int attempt = 0; attempt < DELETE_ATTEMPTS && Files.exists(path); attempt++) {
            try {
                delete(path);
            } catch (IOException tryAgain) {
                pause();
            }
        }
        parents.forEach(StagedDirectory::deleteIfEmpty);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void deleteIfEmpty(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException inUse) {
            // something else has been put there meanwhile
        }
    }

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            Files.walkFileTree(directory, new Deletion());
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
