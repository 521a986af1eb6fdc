package crosspike.experiment.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder to work in that goes away when closed, and when the program is interrupted. */
final class Scratch implements AutoCloseable {
    private final Path folder;
    private final Thread onExit = new Thread(this::abandon, "delete scratch folder");

    private Scratch(Path folder) {
        this.folder = folder;
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    /** Creates the folder in {@code parent}, so that what is ready there can be renamed into its place. */
    static Scratch in(Path parent, String name) throws IOException {
        Files.createDirectories(parent);
        return new Scratch(Files.createTempDirectory(parent, "." + name + "-"));
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // the program is ending, and the hook has run or will
        }
    }

    private void abandon() {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroy);
        delete();
    }

    /** Tries again while another thread or a program still writes. */
    private void delete() {
        for (int attempt = 0; attempt < 10 && Files.exists(folder); attempt++) {
            try (Stream<Path> tree = Files.walk(folder)) {
                List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
                for (Path path : deepestFirst) {
                    Files.deleteIfExists(path);
                }
            } catch (IOException | UncheckedIOException e) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
