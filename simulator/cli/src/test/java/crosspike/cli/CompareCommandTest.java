package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareCommandTest {
    @TempDir
    static Path folder;

    private static Shell shell;

    @BeforeAll
    static void run() throws IOException {
        Files.writeString(folder.resolve("tiny.yaml"), """
                crosspike: 1
                data: {training: 20, test: 10}
                network: {outputs: 3}
                learning: {epochs: 1}
                """);
        shell = Shell.in(folder, Map.of());
        assertEquals(0, shell.run("run", "tiny.yaml", "--out", "one").exitCode());
        assertEquals(
                0,
                shell.run("run", "tiny.yaml", "--set", "circuit.node=22 nm", "--out", "other")
                        .exitCode());
    }

    @AfterAll
    static void stop() throws IOException {
        shell.close();
    }

    @Test
    void aRunAtAnotherNodeDiffersInTheNodeAndInWhatItCosts() throws IOException {
        Shell.Result result = shell.run("compare", "one", "other");
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().lines().anyMatch(line -> line.matches("circuit\\.node +32 nm +22 nm")), result.out());
        assertTrue(result.out().contains("area_m2"));
        assertFalse(result.out().contains("accuracy"), "the training is the same");
    }

    @Test
    void longKeysKeepTheirColumnsAndWhatWasNothingHasNoRatio() throws IOException {
        assertEquals(
                0,
                shell.run(
                                "run",
                                "tiny.yaml",
                                "--set",
                                "device.preset=gst-pcm-kuzum2011",
                                "--set",
                                "pruning.hardware=flag-device",
                                "--set",
                                "pruning.method=soft",
                                "--set",
                                "pruning.fraction=0.5",
                                "--set",
                                "pruning.run=1",
                                "--set",
                                "pruning.occurrences=1",
                                "--out",
                                "third")
                        .exitCode());
        Shell.Result result = shell.run("compare", "one", "third");
        assertEquals(0, result.exitCode(), result.err());
        String[] lines = result.out().split("\\R");
        int column = lines[2].indexOf(" A ") + 1;
        int longest = 0;
        for (int i = 3; !lines[i].isEmpty(); i++) {
            assertEquals(' ', lines[i].charAt(column - 1), lines[i]);
            assertFalse(lines[i].charAt(column) == ' ', lines[i]);
            longest = Math.max(longest, lines[i].split(" ")[0].length());
        }
        assertTrue(longest > 40, result.out());
        assertTrue(
                result.out().lines().anyMatch(line -> line.matches("pruned_weights +0\\.00000 +[0-9.]+ +-")),
                result.out());
        assertFalse(result.out().contains("NaN"), result.out());
    }

    @Test
    void whatMovedInTheComponentsIsSortedByShareAndSumsToTheTotal() throws IOException {
        JsonNode json = JsonMapper.builder()
                .build()
                .readTree(shell.run("compare", "one", "other", "--json").out());
        JsonNode cost = JsonMapper.builder()
                .build()
                .readTree(folder.resolve("one").resolve("cost.json").toFile());
        double before = Double.POSITIVE_INFINITY;
        double area = 0;
        for (JsonNode move : json.at("/components")) {
            double share = Math.abs(move.get("share").asDouble());
            assertTrue(share <= before, "the largest share first");
            before = share;
            if (move.get("quantity").asText().equals("area_m2")) {
                area += move.get("second").asDouble() - move.get("first").asDouble();
            }
        }
        double moved = 0;
        for (JsonNode result : json.at("/results")) {
            if (result.get("result").asText().equals("area_m2")) {
                moved = result.get("second").asDouble() - result.get("first").asDouble();
            }
        }
        assertEquals(moved, area, 1e-9 * cost.at("/totals/area_m2").asDouble());
        assertTrue(moved < 0, "a smaller node has a smaller circuit");
    }

    @Test
    void aShareOfNothingIsNoNumberAndComesLast() throws IOException {
        shell.run(
                "run", "tiny.yaml", "--set", "learning.epochs=0", "--set", "circuit.node=22 nm", "--out", "untrained");
        Shell.Result result = shell.run("compare", "untrained", "one");
        assertEquals(0, result.exitCode(), result.err());
        String components = result.out().substring(result.out().indexOf("component "));
        assertFalse(components.contains("NaN"), components);
        assertFalse(
                components.lines().toList().get(1).contains("training_"), "what the untrained has spent comes first");
    }

    @Test
    void sweepsSayHowManyCombinationsTheyShare() throws IOException {
        sweep("a", "22 nm, 32 nm");
        sweep("b", "32 nm, 45 nm");
        String shared = shell.run("compare", "a", "b").out();
        assertTrue(shared.startsWith("A = a, B = b\nmeans over the one combination that both have\n"), shared);
        String all = shell.run("compare", "a", "a").out();
        assertTrue(all.startsWith("A = a, B = a\nmeans over the 2 combinations that both have\n"), all);
    }

    private static void sweep(String name, String nodes) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), """
                sweep: 1
                base: tiny.yaml
                axes: [{key: circuit.node, values: [%s]}]
                """.formatted(nodes));
        Shell.Result result = shell.run("sweep", name + ".yaml", "--out", name);
        assertEquals(0, result.exitCode(), result.err());
    }

    @Test
    void whatCannotBeComparedIsRefusedInOneLine() throws IOException {
        Shell.Result result = shell.run("compare", "one", "gone");
        assertEquals(2, result.exitCode());
        assertEquals("error: gone is not a directory; expected a run made by: crosspike run CONFIG\n", result.err());
    }

    @Test
    void anIdealAccuracyIsForSweeps() throws IOException {
        Shell.Result result = shell.run("report", "one", "--ideal", "0.9");
        assertEquals(2, result.exitCode());
        assertEquals("error: --ideal is for sweeps, and one is a run; leave it out\n", result.err());
    }
}
