package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code crosspike vary}. */
class VaryCommandTest {
    private static final String CONFIG = """
            crosspike: 1
            data: {training: 20, test: 10}
            network: {outputs: 5}
            learning: {epochs: 1}
            device: {preset: epiram-choi2018}
            """;

    @TempDir
    static Path folder;

    private static Shell shell;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(folder.resolve("tiny.yaml"), CONFIG);
        shell = Shell.in(folder, Map.of());
    }

    @AfterAll
    static void stop() throws IOException {
        shell.close();
    }

    @Test
    void aKeyThatDoesNothingIsToldBeforeTheRuns() throws IOException {
        Shell.Result result = shell.run(
                "vary",
                "tiny.yaml",
                "--set",
                "device.levels=16",
                "--key",
                "device.nonlinearity_ltp",
                "--values",
                "0,3");
        assertEquals(0, result.exitCode(), result.err());
        String told =
                "device.nonlinearity_ltp does nothing to cells whose response is levels: the curve of their pulses has no"
                        + " label; give device.pulses instead of device.levels";
        assertTrue(result.err().contains("note: at 3 of 6 points " + told), result.err());
        Shell.Result one = shell.run(
                "run", "tiny.yaml", "--set", "device.levels=16", "--set", "device.nonlinearity_ltp=3", "--out", "idle");
        assertTrue(one.err().contains("note: " + told), one.err());
        for (String command : List.of("ablate", "calibrate-pruning")) {
            Shell.Result several = shell.run(
                    command, "tiny.yaml", "--set", "device={levels: 16, nonlinearity_ltp: 3}", "--seeds", "1");
            assertTrue(several.err().startsWith("note: " + told), several.err());
        }
    }

    @Test
    void aMeasuredWindowThatNeverDepressesIsNoted() throws IOException {
        Files.writeString(folder.resolve("window.csv"), "dt_s,dg_rel\n-0.01,-0.1\n0,0.1\n0.01,0.05\n");
        String rule = "learning={epochs: 1, rule: measured-window, window: {file: window.csv%s}}";
        Shell.Result without = shell.run("run", "tiny.yaml", "--set", rule.formatted(""), "--out", "rises");
        assertTrue(
                without.err()
                        .contains(
                                "note: learning.window.depress_at is absent: weights of inputs that did not spike never"
                                        + " fall, and the network hardly learns; give a time difference of the window below 0,"
                                        + " such as \"-10 ms\"\n"),
                without.err());
        Shell.Result with =
                shell.run("run", "tiny.yaml", "--set", rule.formatted(", depress_at: -10 ms"), "--out", "falls");
        assertFalse(with.err().contains("note: "), with.err());
    }

    @Test
    void columnsBelongToTheirHeadingsWithLongNamesToo() throws IOException {
        Shell.Result result = shell.run(
                "vary", "tiny.yaml", "--key", "device.preset", "--values", "ideal,alox-hfo2-woo2016", "--out", "names");
        assertEquals(0, result.exitCode(), result.err());
        List<String> lines = result.out().lines().toList();
        String head = lines.stream()
                .filter(line -> line.contains("Eq. 5") && line.contains("image (J)"))
                .findFirst()
                .orElseThrow();
        for (String name : List.of("ideal", "alox-hfo2-woo2016")) {
            String row = lines.stream()
                    .filter(line -> line.startsWith(name + " "))
                    .findFirst()
                    .orElseThrow();
            assertEquals(head.length(), row.length(), result.out());
            assertEquals(name, row.substring(0, head.indexOf("Eq. 5")).strip());
        }
        assertEquals("plot       names/vary.png", lines.get(lines.size() - 1));
    }

    @Test
    void whereAllRunsFailedNoPlotIsWrittenOrNamed() throws IOException {
        Shell.Result result =
                shell.run("vary", "tiny.yaml", "--key", "circuit.node", "--values", "1 nm,2 nm", "--out", "failed");
        assertEquals(1, result.exitCode(), result.err());
        assertTrue(result.out().contains("3 of 3 failed: "), result.out());
        assertFalse(result.out().contains("vary.png"), result.out());
        assertTrue(Files.exists(folder.resolve("failed/vary.csv")));
        assertFalse(Files.exists(folder.resolve("failed/vary.png")));
    }
}
