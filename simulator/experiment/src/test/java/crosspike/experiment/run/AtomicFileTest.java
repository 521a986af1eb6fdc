package crosspike.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    Path folder;

    /** Containers that share a folder count their processes from 1 each, and threads have the same numbers in all. */
    @Test
    void processesWithTheSameNumberDoNotShareATemporaryName() throws IOException {
        List<String> names = Stream.generate(
                        () -> PartialName.beside(folder.resolve("a")).getFileName())
                .limit(2)
                .map(Path::toString)
                .toList();
        assertTrue(
                names.get(0).startsWith(".a.partial-" + ProcessHandle.current().pid() + "-"), names.get(0));
        assertEquals(2, names.stream().distinct().count(), names.toString());

        String numbers =
                ProcessHandle.current().pid() + "-" + Thread.currentThread().getId();
        Path ofAnother = Files.writeString(folder.resolve(".a.partial-" + numbers), "half");
        AtomicFile.write(folder.resolve("a"), "whole".getBytes(StandardCharsets.UTF_8));
        assertEquals("half", Files.readString(ofAnother));
        assertEquals("whole", Files.readString(folder.resolve("a")));
    }

    @Test
    void aLinkStaysAndWhatItNamesIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), file);
        AtomicFile.write(link, "new");
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("new", Files.readString(file));
    }

    /** As root, {@code --out /dev/null} would otherwise leave a file in its place. */
    @Test
    void aPipeIsWrittenIntoAndStays() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        CompletableFuture<String> reader = CompletableFuture.supplyAsync(() -> read(pipe));
        AtomicFile.write(pipe, "whole");
        assertFalse(Files.isRegularFile(pipe));
        assertEquals("whole", reader.get(1, TimeUnit.MINUTES));
    }

    private static String read(Path pipe) {
        try {
            return Files.readString(pipe);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
