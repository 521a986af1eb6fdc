package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of figure of Guo 2020 on a few of the bundled digits, and the search for a threshold as a command. */
class GuoReproductionTest {
    private static final List<String> TINY = List.of(
            "data.set=digits",
            "data.training=30",
            "data.labelling=20",
            "data.test=10",
            "network.outputs=8",
            "network.gain=3",
            "network.display=50 ms",
            "pruning.batch=3");

    @TempDir
    static Path folder;

    private static Shell shell;
    private static Shell.Result drawn;

    @BeforeAll
    static void run() throws IOException {
        shell = Shell.in(folder, Map.of());
        drawn = tiny(
                "reproduce",
                "guo2020",
                "--figure",
                "2,9a,10,12a,12b,start,table2,table4,table5,15a,15b",
                "--seeds",
                "1",
                "--out",
                "g");
    }

    @AfterAll
    static void close() throws IOException {
        shell.close();
    }

    private static Shell.Result tiny(String... command) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(command));
        TINY.forEach(setting -> arguments.addAll(List.of("--set", setting)));
        return shell.run(arguments.toArray(String[]::new));
    }

    @Test
    void figuresAreDrawn() throws IOException {
        assertEquals(0, drawn.exitCode(), drawn.err());
        for (String figure : List.of("2-spikes", "9a", "9a-connectivity", "10-mnist", "12a", "12b", "15a", "15b")) {
            assertTrue(Files.size(folder.resolve("g/plots/figure-" + figure + ".png")) > 0, figure);
        }
    }

    @Test
    void theTableOfATenthHasWhatIsLostAndSavedBesideThePaper() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("g/plots"))) {
            Path table = files.filter(file -> file.toString().endsWith("table2.csv"))
                    .findFirst()
                    .orElseThrow();
            List<String> lines = Files.readAllLines(table);
            String loss = lines.stream()
                    .filter(line -> line.startsWith("\"APTN, 100 neurons: loss\""))
                    .findFirst()
                    .orElseThrow();
            assertTrue(loss.contains(",6.73,"), loss); // Table 2
        }
    }

    @Test
    void aThresholdIsFoundForAWantedConnectivity() throws IOException {
        Files.writeString(folder.resolve("aptn.yaml"), """
                crosspike: 1
                data: {set: digits}
                network: {kind: diehl-cook, outputs: 8}
                learning: {rule: triplet, column_sum: 78}
                pruning: {method: online, threshold: 0.1, first_batch: 2, online: {over_time: 1.3}}
                """);
        Shell.Result found = tiny("calibrate-pruning", "aptn.yaml", "--connectivity", "50 %", "--seeds", "1");
        assertEquals(0, found.exitCode(), found.err());
        List<String> lines = found.out().lines().toList();
        assertTrue(lines.get(0).contains("threshold  connectivity  trainings"), found.out());
        double left = Double.parseDouble(lines.get(1).strip().split(" +")[2]);
        assertEquals(50, left, 0.3 + 0.005); // the tolerance of the search, and two decimals
        Shell.Result never =
                tiny("calibrate-pruning", "aptn.yaml", "--set", "pruning.first_batch=1000", "--seeds", "1");
        String missed = "remark     seed 1: 100.0 % of the synapses are left where pruning.connectivity wants 10.0 %";
        assertTrue(never.out().contains(missed), never.out());
        Shell.Result tooLow = tiny("calibrate-pruning", "aptn.yaml", "--set", "pruning.threshold=1e-9");
        assertTrue(tooLow.err().contains("error: pruning.threshold is 1.0E-9; expected at least 1.0E-6"), tooLow.err());
    }

    @Test
    void aConfigWithoutAThresholdIsRefused() throws IOException {
        Files.writeString(folder.resolve("none.yaml"), "crosspike: 1\nnetwork: {kind: diehl-cook, outputs: 8}\n");
        Shell.Result refused = tiny("calibrate-pruning", "none.yaml", "--seeds", "1");
        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("pruning.method is none, which has no initial threshold"), refused.err());
    }
}
