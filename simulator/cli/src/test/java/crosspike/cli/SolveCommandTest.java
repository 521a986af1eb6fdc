package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SolveCommandTest {
    @TempDir
    Path folder;

    @Test
    void aDividerIsSolvedAndMistakesAreOneLine() throws IOException {
        write("divider.json", """
                {"cases": [{"device_resistance_ohm": [[200]], "wl_segment_ohm": [[]], "bl_segment_ohm": [],
                            "left": {"voltage": [1], "resistance": [100]}, "bottom": {"resistance": [100]}}]}""");
        write("negative.json", """
                {"cases": [{"id": "n", "device_resistance_ohm": [[-1]],
                            "left": {"voltage": [1], "resistance": [100]}, "bottom": {"resistance": [100]}}]}""");
        write("broken.json", "{\"cases\":\n [");
        try (Shell shell = Shell.in(folder, Map.of(), "-Duser.language=de")) {
            Shell.Result solved = shell.run("solve", "divider.json");
            assertEquals("", solved.err());
            assertEquals(0, solved.exitCode());
            JsonNode result = new ObjectMapper().readTree(solved.out()).at("/cases/0/result");
            assertEquals(0.75, result.at("/wl_node_voltage/0/0").asDouble(), 1e-15);
            assertEquals(0.0025, result.at("/bottom_current_out/0").asDouble(), 1e-17);
            assertEquals(0.0025, result.at("/supply_power_w").asDouble(), 1e-17);

            refused(
                    shell.run("solve", "negative.json"),
                    "negative.json: case \"n\": device_resistance_ohm[0][0] is -1.0; expected a resistance of 0 ohm or"
                            + " more, or null for not connected");
            refused(
                    shell.run("solve", "broken.json"),
                    "broken.json, line 2: Unexpected end-of-input: expected close marker for Array; expected JSON with"
                            + " {\"cases\": [...]} as in docs/wires.md");
            refused(shell.run("solve", "gone.json"), "gone.json does not exist");
            refused(
                    shell.run("solve", "."),
                    ". is a directory; expected JSON with {\"cases\": [...]} as in docs/wires.md");
            refused(shell.run("solve", "divider.json", "--netlists", "here"), "--netlists is for --ngspice; add it");
            refused(shell.run("solve", "divider.json", "--timeout", "9 s"), "--timeout is for --ngspice; add it");
        }
    }

    @Test
    void plotsHaveNamesThatAnyFileSystemTakes() throws IOException {
        write("row.json", """
                {"cases": [{"id": "../a row/1", "device_resistance_ohm": [[200, 200]], "wl_segment_ohm": 10,
                            "bl_segment_ohm": [], "left": {"voltage": 1, "resistance": 100},
                            "bottom": {"resistance": 100}}]}""");
        try (Shell shell = Shell.in(folder, Map.of(), "-Duser.language=de")) {
            Shell.Result solved = shell.run("solve", "row.json", "--plots", "plots");
            assertEquals(0, solved.exitCode());
            assertEquals(
                    "case-0-a-row-1: selected cells lose 60.4 % of their voltage on average, 61.0 % at most;"
                            + " other cells see up to 0.00 V\n",
                    solved.err());
            assertTrue(Files.size(folder.resolve("plots/case-0-a-row-1-ir-drop.png")) > 1000);
            assertEquals(shell.run("solve", "row.json").out(), solved.out());
        }
    }

    @Test
    void withOutTheResultsAreInTheFileAndTheTerminalKeepsTheSummary() throws IOException {
        write("row.json", """
                {"cases": [{"device_resistance_ohm": [[200]], "wl_segment_ohm": [[]], "bl_segment_ohm": [],
                            "left": {"voltage": 1, "resistance": 100}, "bottom": {"resistance": 100}}]}""");
        try (Shell shell = Shell.in(folder, Map.of())) {
            Shell.Result solved = shell.run("solve", "row.json", "--out", "solved.json", "--plots", "plots");
            assertEquals("solved: solved.json\n", solved.out());
            assertTrue(solved.err().startsWith("case-0: selected cells lose "), solved.err());
            assertEquals(shell.run("solve", "row.json").out(), Files.readString(folder.resolve("solved.json")));
            refused(
                    shell.run("solve", "row.json", "--out", "row.json/x.json"),
                    "cannot write row.json/x.json: row.json"
                            + " is a file, not a folder; make room, or choose another place");
        }
    }

    @Test
    void whatWasSolvedIsPrintedThoughPlotsCannotBeWritten() throws IOException {
        write("row.json", """
                {"cases": [{"device_resistance_ohm": [[200]], "wl_segment_ohm": [[]], "bl_segment_ohm": [],
                            "left": {"voltage": 1, "resistance": 100}, "bottom": {"resistance": 100}}]}""");
        try (Shell shell = Shell.in(folder, Map.of(), "-Duser.language=de")) {
            Shell.Result solved = shell.run("solve", "row.json", "--plots", "row.json");
            assertEquals(2, solved.exitCode());
            assertTrue(
                    solved.err()
                            .endsWith(
                                    "error: cannot write row.json/case-0-ir-drop.png: row.json is a file, not a folder;"
                                            + " make room, or choose another place\n"),
                    solved.err());
            assertEquals(shell.run("solve", "row.json").out(), solved.out());
        }
    }

    private static void refused(Shell.Result result, String message) {
        assertEquals("error: " + message + "\n", result.err());
        assertEquals("", result.out());
        assertEquals(2, result.exitCode());
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }
}
