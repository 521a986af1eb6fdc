package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every figure and claim of Rathi 2018 on a few of the bundled digits, which stand in for the photographs too. */
class RathiReproductionTest {
    private static final List<String> TINY = List.of(
            "data.set=digits",
            "data.training=30",
            "data.labelling=20",
            "data.test=10",
            "network.display=50 ms",
            "pruning.batch=5",
            "pruning.first_batch=2");

    @TempDir
    static Path folder;

    private static Shell shell;
    private static Shell.Result drawn;

    @BeforeAll
    static void run() throws IOException {
        shell = Shell.in(folder, Map.of());
        List<String> arguments =
                new ArrayList<>(List.of("reproduce", "rathi2018", "--seeds", "1", "--jobs", "1", "--out", "r"));
        arguments.addAll(List.of("--figure", "3,5,6a,6b,6c,6d,7a,7b,8,9,claims"));
        TINY.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        drawn = shell.run(arguments.toArray(String[]::new));
    }

    @AfterAll
    static void close() throws IOException {
        shell.close();
    }

    private static List<String> table(String figure) throws IOException {
        return Files.readAllLines(folder.resolve("r/plots/figure-" + figure + ".csv"));
    }

    private static double ours(List<String> table, String start) {
        String line = table.stream()
                .filter(one -> one.startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError(start + " is not in " + table));
        return Double.parseDouble(line.substring(start.length()).split(",")[2]);
    }

    @Test
    void figuresAreDrawn() throws IOException {
        assertEquals(0, drawn.exitCode(), drawn.err());
        for (String figure : List.of("3", "5-mnist", "5-caltech-101", "6a", "6b", "6c", "6d", "7a", "7b", "9")) {
            assertTrue(Files.size(folder.resolve("r/plots/figure-" + figure + ".png")) > 0, figure);
        }
    }

    @Test
    void theLearningRuleCrossesZeroWhereTheCaptionOfFigure3Says() throws IOException {
        assertEquals(20 * Math.log(2.5), ours(table("3"), "weight change is 0 at,,"), 0.15); // the grid is 0.1 ms
        assertEquals(1e3 * 0.002 * 0.6 * Math.pow(0.5, 0.9), ours(table("3"), "largest change,,"), 1e-3);
        assertEquals(1e3 * 0.002 * -0.4 * Math.pow(0.5, 0.9), ours(table("3"), "change after 100 ms,,"), 0.01);
    }

    @Test
    void connectivityFallsWithTheThreshold() throws IOException {
        List<String> table = table("6a");
        for (String levels : List.of("continuous", "2 levels", "3 levels")) {
            double before = 101;
            for (String threshold : List.of("0", "0.1", "0.15", "0.3")) {
                double now = ours(table, levels + "," + threshold + ",");
                assertTrue(now <= before, levels + " at " + threshold);
                before = now;
            }
            assertTrue(before < 5, "weights start below 0.303, so that few survive a threshold of 0.3");
        }
    }

    @Test
    void connectivityIsAShareOfTheSynapsesThatThereAre() throws IOException {
        List<String> arguments = new ArrayList<>(List.of("reproduce", "rathi2018", "--figure", "9", "--seeds", "1"));
        arguments.addAll(List.of("--set", "network.outputs=10", "--out", "ten"));
        TINY.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        assertEquals(0, shell.run(arguments.toArray(String[]::new)).exitCode());
        List<String> table = Files.readAllLines(folder.resolve("ten/plots/figure-9.csv"));
        assertTrue(ours(table, "connectivity,0,") > 50, "most of 7,840 weights have not fallen to 0: " + table);
    }

    @Test
    void weightsRemovedBeforeAndAfterTrainingAreAsManyAsAsked() throws IOException {
        List<String> table = table("7a");
        assertTrue(table.stream().anyMatch(line -> line.startsWith("before")), table::toString);
        assertTrue(table.stream().anyMatch(line -> line.startsWith("after")), table::toString);
    }

    @Test
    void savingsAreToldInSpikesOperationsAndJoules() throws IOException {
        List<String> table = table("8");
        double operations = ours(table, "\"operations, MNIST, continuous\",0.15,");
        double joules = ours(table, "\"joules of cells, MNIST, continuous\",0.15,");
        assertTrue(operations > 1.3, "half of the connections are gone: " + operations);
        assertTrue(joules > 1 && joules <= operations, "what is gone conducted less than what is left: " + joules);
    }

    @Test
    void thePaperStandsBesideOurs() throws IOException {
        String baseline = table("6c").stream()
                .filter(line -> line.startsWith("baseline,0,"))
                .findFirst()
                .orElseThrow();
        assertTrue(baseline.contains(",81.6,"), baseline);
        assertTrue(Files.readString(folder.resolve("r/report.html")).contains("10.1109/TCAD.2018.2819366"));
    }

    @Test
    void claimsNameEnergyAreaAndTime() throws IOException {
        List<String> table = Files.readAllLines(folder.resolve("r/plots/claims.csv"));
        assertTrue(ours(table, "\"connections, MNIST, threshold 0.15: fewer by\",,") > 1);
        assertTrue(ours(table, "\"operations of training, MNIST, threshold 0.15: fewer by\",,") > 0);
        assertTrue(ours(table, "\"images until trained, Caltech-101, pruning: fewer by\",,") > 0);
        // 4 F x 4 F with a transistor, 2 F x 2 F without
        assertEquals(4, ours(table, "\"area of cells, 2 levels, MNIST: fixed resistors less by\",,"), 1e-9);
    }
}
