package crosspike.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagedDirectoryTest {
    @TempDir
    Path folder;

    @Test
    void thePublishedDirectoryIsCompleteAndAlone() throws IOException {
        Path target = folder.resolve("runs/a");
        try (StagedDirectory staged = StagedDirectory.beside(target)) {
            fill(staged.path());
            assertTrue(Files.notExists(target));
            staged.publish();
        }
        assertEquals("1", Files.readString(target.resolve("maps/m.csv")));
        assertEquals(List.of(target), list(folder.resolve("runs")));
    }

    @Test
    void anUnpublishedDirectoryDisappears() throws IOException {
        try (StagedDirectory staged = StagedDirectory.beside(folder.resolve("a"))) {
            fill(staged.path());
        }
        assertEquals(List.of(), list(folder));
    }

    @Test
    void anExistingTargetIsNotTouched() throws IOException {
        Path target = Files.createDirectory(folder.resolve("a"));
        var e = assertThrows(UserError.class, () -> StagedDirectory.beside(target));
        assertEquals(target + " exists; choose another --out or remove it", e.getMessage());
    }

    @Test
    void aLinkThatLeadsNowhereIsThere() throws IOException {
        Path target = Files.createSymbolicLink(folder.resolve("a"), folder.resolve("nowhere"));
        var e = assertThrows(UserError.class, () -> StagedDirectory.beside(target));
        assertEquals(target + " exists; choose another --out or remove it", e.getMessage());
    }

    @Test
    void aDirectoryThatCannotBePublishedSaysWhyAndWhereItIs() throws IOException {
        Path parent = folder.resolve("parent");
        StagedDirectory staged = StagedDirectory.beside(parent.resolve("a"));
        Files.move(parent, folder.resolve("moved"));
        var e = assertThrows(UserError.class, staged::publish);
        assertFalse(e.getMessage().contains("appeared"), e.getMessage());
        assertTrue(e.getMessage().endsWith("; the finished run is in " + staged.path()), e.getMessage());
    }

    @Test
    void foldersMadeForTheTargetGoWithIt() {
        StagedDirectory.beside(folder.resolve("a").resolve("b").resolve("c")).close();
        assertFalse(Files.exists(folder.resolve("a")));
    }

    @Test
    void aParentThatIsAFileIsTheUsersMistake() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        var e = assertThrows(UserError.class, () -> StagedDirectory.beside(file.resolve("a")));
        assertTrue(e.getMessage().contains(file + " is a file, not a folder"), e.getMessage());
    }

    @Test
    void anInterruptedProgramLeavesNothing() throws IOException, InterruptedException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Interrupted.class.getName(),
                        folder.resolve("a").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals('s', program.getInputStream().read()); // staged and filled
        assertEquals(1, list(folder).size());
        program.destroy(); // SIGTERM runs the same hooks as Ctrl-C
        program.waitFor();
        assertEquals(List.of(), list(folder));
    }

    static final class Interrupted {
        public static void main(String... args) throws IOException, InterruptedException {
            try (StagedDirectory staged = StagedDirectory.beside(Path.of(args[0]))) {
                fill(staged.path());
                System.out.print("s");
                System.out.flush();
                Thread.sleep(60_000);
            }
        }
    }

    private static void fill(Path directory) throws IOException {
        Files.writeString(Files.createDirectory(directory.resolve("maps")).resolve("m.csv"), "1");
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
