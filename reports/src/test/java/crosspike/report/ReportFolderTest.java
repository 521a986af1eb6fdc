package crosspike.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.run.RunDirectory;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder gets the whole report or nothing of it, and what is not a report stays. */
class ReportFolderTest {
    @TempDir
    static Path folder;

    private static RunDirectory run;

    @BeforeAll
    static void writeRun() {
        run = new SyntheticRun("single", "run").writeTo(folder.resolve("run"));
    }

    @Test
    void whatIsNoFolderIsLeftAlone() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        var e = assertThrows(UserError.class, () -> Report.write(run, file));
        assertEquals(
                file + " exists and is no run report that could be replaced; choose another --out or remove it",
                e.getMessage());
    }

    @Test
    void theRunItselfAndAnEmptyFolderTakeTheReport() throws IOException {
        RunDirectory other = new SyntheticRun("pair", "other").writeTo(folder.resolve("other"));
        assertTrue(Files.exists(Report.write(other, other.path())));
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertEquals(empty.resolve("report.html"), Report.write(other, empty));
        assertTrue(Report.isIn(empty));
        Files.writeString(empty.resolve("notes.txt"), "mine");
        Report.write(run, empty);
        assertEquals("mine", Files.readString(empty.resolve("notes.txt")));
        assertEquals(
                Set.of("notes.txt", "report.html", "summary.json", "plots", "tables"),
                Set.of(empty.toFile().list()));
    }

    @Test
    void noFileOfAnEarlierReportStaysBesideTheNewOne() throws IOException {
        RunDirectory pair = new SyntheticRun("pair", "again").writeTo(folder.resolve("again"));
        Path target = folder.resolve("again/report");
        Report.write(run, target);
        assertTrue(Files.exists(target.resolve("tables/flags.csv")));
        Set<String> mine = Set.of("notes.txt", "plots/notes.png", "tables/more.csv");
        for (String file : mine) {
            Files.writeString(target.resolve(file), "mine");
        }
        Report.write(pair, target);
        assertEquals(
                files(Report.write(pair, folder.resolve("fresh")).getParent()),
                files(target).stream().filter(file -> !mine.contains(file)).toList());
        for (String file : mine) {
            assertEquals("mine", Files.readString(target.resolve(file)));
        }
    }

    @Test
    void pagesOfOthersAreLeftAlone() throws IOException {
        Path mine = Files.createDirectory(folder.resolve("mine"));
        for (String page : List.of("precious", "<p class=\"kind\">Crosspike reproduction</p>\n")) {
            Files.writeString(mine.resolve("report.html"), page);
            var e = assertThrows(UserError.class, () -> Report.write(run, mine));
            assertEquals(
                    mine + " exists and is no run report that could be replaced; choose another --out or remove it",
                    e.getMessage());
            assertEquals(page, Files.readString(mine.resolve("report.html")));
            assertArrayEquals(new String[] {"report.html"}, mine.toFile().list());
        }
    }

    /** The page is the last to be made, and asks for a file that nothing else asks for. */
    @Test
    void aReportThatCannotBeFinishedLeavesTheFolderAsItWas() throws IOException {
        RunDirectory broken = new SyntheticRun("pair", "unfinished").writeTo(folder.resolve("unfinished"));
        Path earlier = folder.resolve("unfinished/report");
        String page = Files.readString(Report.write(broken, earlier));
        byte[] curve = Files.readAllBytes(earlier.resolve("plots/learning-curve.png"));
        Files.writeString(
                broken.path().resolve("epochs.csv"),
                Files.readString(broken.path().resolve("epochs.csv")).replace(",0.8", ",0.7"));
        Files.delete(broken.path().resolve("provenance.json"));
        assertThrows(UserError.class, () -> Report.write(broken, earlier));
        assertEquals(page, Files.readString(earlier.resolve("report.html")));
        assertArrayEquals(curve, Files.readAllBytes(earlier.resolve("plots/learning-curve.png")));
        assertEquals(4, earlier.toFile().list().length);

        Path fresh = folder.resolve("unfinished/new/report");
        assertThrows(UserError.class, () -> Report.write(broken, fresh));
        assertFalse(Files.exists(fresh.getParent()));
    }

    @Test
    void aRunWithAMissingFileIsNotReported() throws IOException {
        RunDirectory broken = new SyntheticRun("single", "broken").writeTo(folder.resolve("broken"));
        Files.delete(broken.path().resolve("raster.csv"));
        var e = assertThrows(UserError.class, () -> Report.write(broken, folder.resolve("broken-report")));
        assertEquals(
                broken.path().resolve("raster.csv") + " is missing; repeat the run with: crosspike run CONFIG",
                e.getMessage());
        assertFalse(Files.exists(folder.resolve("broken-report")));
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
