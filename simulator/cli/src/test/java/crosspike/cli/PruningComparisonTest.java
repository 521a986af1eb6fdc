package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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

/** All pruning methods of three papers beside each other, on a few of the bundled digits. */
class PruningComparisonTest {
    private static final List<String> TINY = List.of(
            "data.set=digits",
            "data.training=30",
            "data.labelling=20",
            "data.test=10",
            "network.outputs=8",
            "network.gain=3",
            "network.display=50 ms",
            "pruning.batch=3",
            "pruning.online.spikes=1");

    @TempDir
    static Path folder;

    private static Shell.Result drawn;

    @BeforeAll
    static void run() throws IOException {
        List<String> command =
                new ArrayList<>(List.of("reproduce", "pruning-comparison", "--seeds", "2", "--out", "c"));
        TINY.forEach(setting -> command.addAll(List.of("--set", setting)));
        shell = Shell.in(folder, Map.of());
        drawn = shell.run(command.toArray(String[]::new));
    }

    private static Shell shell;

    @AfterAll
    static void close() throws IOException {
        shell.close();
    }

    /** The mean of a line of a table. */
    private static double mean(String table, String series, String at) throws IOException {
        return mean("c", table, series, at);
    }

    private static double mean(String out, String table, String series, String at) throws IOException {
        String start = series + "," + at + ",";
        String line = Files.readAllLines(folder.resolve(out + "/plots/" + table + ".csv")).stream()
                .filter(one -> one.replace("\"", "").startsWith(start))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line " + start));
        return Double.parseDouble(
                line.replace("\"", "").substring(start.length()).split(",")[2]);
    }

    @Test
    void everyMethodIsALineAndEveryMeasureAColumn() throws IOException {
        assertEquals(0, drawn.exitCode(), drawn.err());
        String page = Files.readString(folder.resolve("c/report.html"));
        for (String expected : List.of(
                "Rathi: zeroed, may grow again",
                "Shi: developed neurons, soft",
                "Guo: over both (APTN)",
                "area (mm2)",
                "Means of the seeds with their 95 % intervals (Student t).",
                "± half of the 95 % interval")) {
            assertTrue(page.contains(expected), expected);
        }
        assertTrue(Files.size(folder.resolve("c/plots/devices-device-writes.png")) > 0);
    }

    @Test
    void whatIsLostIsCountedFromTheNetworkOfTheSameSeed() throws IOException {
        assertEquals(0, mean("methods", "no pruning", "accuracy lost"));
        double lost = mean("methods", "after training", "accuracy lost");
        double accuracy = mean("methods", "after training", "accuracy");
        assertEquals(mean("methods", "no pruning", "accuracy"), accuracy + lost, 1e-9);
    }

    @Test
    void softPruningRemovesNothingAndTheOthersRemoveWhatCannotLearn() throws IOException {
        assertEquals(100, mean("methods", "no pruning", "synapses that can learn"));
        assertEquals(0, mean("methods", "Guo: soft", "synapses removed"));
        assertTrue(mean("methods", "Guo: soft", "synapses that can learn") < 100);
        double removed = mean("methods", "after training", "synapses removed");
        assertEquals(100 - removed, mean("methods", "after training", "synapses that can learn"), 1e-9);
        assertTrue(removed >= 90, "weights as low as the highest that goes go too");
    }

    @Test
    void prunedCellsAreWrittenLess() throws IOException {
        double all = mean("devices", "no pruning", "device writes");
        assertTrue(mean("devices", "Rathi: random, before training", "device writes") < all);
        assertTrue(mean("devices", "no pruning", "energy of training") > 0);
        assertTrue(mean("devices", "Guo: constant", "area") > mean("devices", "no pruning", "area"), "flags");
    }

    @Test
    void withoutTheWholeNetworkNothingIsKnownOfWhatIsLost() throws IOException {
        List<String> command =
                new ArrayList<>(List.of("reproduce", "pruning-comparison", "--seeds", "1", "--out", "f"));
        command.addAll(
                List.of("--figure", "methods", "--set", "pruning.connectivity=10 %")); // which goes with pruning only
        TINY.forEach(setting -> command.addAll(List.of("--set", setting)));
        List<String> beforehand = new ArrayList<>(command);
        beforehand.add("--dry-run");
        Shell.Result dry = shell.run(beforehand.toArray(String[]::new));
        assertTrue(dry.out().contains("  1 of them will fail; the first: pruning.connectivity"), dry.out());
        assertEquals(Main.CHECK_FAILED, dry.exitCode());
        Shell.Result failed = shell.run(command.toArray(String[]::new));
        assertEquals(Main.CHECK_FAILED, failed.exitCode(), failed.err());
        String page = Files.readString(folder.resolve("f/report.html"));
        assertTrue(page.contains("1 point of its sweeps failed; "));
        assertFalse(page.contains("95 %"), "one seed has no interval");
        assertTrue(Double.isNaN(mean("f", "methods", "after training", "accuracy lost")));
    }

    @Test
    void withoutFaultsThereIsNothingToRecover() throws IOException {
        assertEquals(0, mean("faults", "APT, recovered by knowing", "0 %"));
        assertEquals(
                mean("faults", "no pruning, faults known", "30 %")
                        - mean("faults", "no pruning, faults not known", "30 %"),
                mean("faults", "no pruning, recovered by knowing", "30 %"),
                1e-9);
    }
}
