package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import crosspike.experiment.run.JsonFiles;
import crosspike.experiment.run.RunDirectory;
import crosspike.spice.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@code --json}, standard output is one JSON document that ends with its line. */
class JsonOutputTest {
    @TempDir
    static Path folder;

    private static Shell shell;

    @BeforeAll
    static void start() throws IOException {
        Files.writeString(folder.resolve("tiny.yaml"), """
                crosspike: 1
                data: {training: 20, test: 10}
                network: {outputs: 3}
                learning: {epochs: 1}
                """);
        Files.writeString(
                folder.resolve("plan.yaml"), TinyPlan.WITHOUT_AXES + "axes: [{key: device.levels, values: [4, 16]}]\n");
        shell = Shell.in(folder, Map.of());
        assertEquals(0, shell.run("run", "tiny.yaml", "--out", "run").exitCode());
    }

    @AfterAll
    static void stop() throws IOException {
        shell.close();
    }

    /** What a script that watches a sweep reads. */
    @Test
    void theStateOfASweepIsJson() throws IOException {
        shell.run("sweep", "plan.yaml", "--shard", "1/2", "--out", "half");
        JsonNode state = JsonMapper.builder()
                .build()
                .readTree(shell.run("sweep", "plan.yaml", "--out", "half", "--dry-run", "--json")
                        .out());
        assertEquals(2, state.get("points").asInt());
        assertEquals(1, state.get("finished").asInt());
        assertTrue(state.get("estimate_s").asDouble() > 0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run tiny.yaml --out again --json",
                "vary tiny.yaml --key device.levels --values 4,16 --seeds 1 --out varied --json",
                "price run --json",
                "ablate run --seeds 1 --set nonidealities=[{\"kind\":\"device-to-device\",\"ltp_step\":\"10%\"}] --json",
                "compare run run --json",
                "devices list --json",
                "devices show ideal --json",
                "data list --json",
                "sweep plan.yaml --dry-run --jobs 1 --json",
                "sweep plan.yaml --out swept --json",
                "schema config",
                "schema sweep",
                "schema device"
            })
    void everyCommandPrintsOneDocument(String command) throws IOException {
        json(command);
    }

    @Test
    void verifyPrintsWhatItLeavesInTheRun() throws IOException {
        Shell.Result result = shell.run(
                "verify", "run", "--columns", "0,2", "--wires", "2 ohm", "--tiles", "0:8,0:2", "--transient", "--json");
        if (result.exitCode() == Main.MISSING_PROGRAM) {
            assertTrue(!"true".equals(System.getenv("CI")), "a build server has ngspice");
            return;
        }
        assertEquals(Files.readString(folder.resolve("run").resolve("verification.json")), result.out());
        Verification found = JsonFiles.read(result.out(), Verification.class);
        assertEquals(0, result.exitCode(), result.err());
        assertEquals(4, found.columns().size(), "two columns in two circuits");
        assertEquals(2, found.columnCount());
        assertEquals(1, found.tiles().size());
        assertEquals(1, found.energy().size());
    }

    @Test
    void aPriceOfTheSameCircuitIsThatOfTheRun() throws IOException {
        assertEquals(
                Files.readString(folder.resolve("run").resolve("cost.json")),
                shell.run("price", "run", "--json").out());
        JsonNode other = json("price run --json --set circuit.node=22nm");
        assertTrue(other.at("/totals/area_m2").asDouble()
                < RunDirectory.open(folder.resolve("run")).cost().areaSquareMetres());
    }

    private static JsonNode json(String command) throws IOException {
        Shell.Result result = shell.run(command.split(" "));
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().endsWith("}\n") || result.out().endsWith("]\n"), result.out());
        return JsonMapper.builder().build().readTree(result.out());
    }
}
