package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code crosspike sweep} says of points that failed. */
class SweepFailureTest {
    private static final String PLAN = TinyPlan.WITHOUT_AXES + """
            axes:
            - {key: circuit.node, values: [65 nm, 1 nm, 2 nm]}
            """;

    @TempDir
    Path folder;

    @Test
    void theReasonOfTheFirstIsOnTheConsole() throws IOException {
        Shell.Result result = sweep("--out", "all");
        assertEquals(Main.CHECK_FAILED, result.exitCode(), result.err());
        List<String> lines = result.out().lines().toList();
        assertEquals("table      all/sweep.csv", lines.get(0));
        assertTrue(lines.get(1).startsWith("failed     2 of 3 points; the first: circuit.node: "), lines.get(1));
        assertTrue(lines.get(1).contains("1 nm"), lines.get(1));
        assertEquals(List.of("configs    all/failed"), lines.subList(2, lines.size()));
        assertTrue(Files.isDirectory(folder.resolve("all/failed")));
    }

    @Test
    void aShardHasTheReasonButNoConfigs() throws IOException {
        Shell.Result shard = sweep("--out", "half", "--shard", "1/2");
        assertTrue(shard.out().contains("failed     "), shard.out());
        assertFalse(shard.out().contains("configs"), shard.out());
        assertTrue(shard.out().contains("; when all shards are there: crosspike sweep merge half, or "), shard.out());
        assertFalse(Files.exists(folder.resolve("half/failed")));
    }

    @Test
    void whatMergeDoesNotTakeIsNamedAsItIsThere() throws IOException {
        sweep("--out", "half", "--shard", "1/2");
        Files.createDirectories(folder.resolve("mine/notes"));
        try (Shell shell = Shell.in(folder, Map.of())) {
            assertEquals(
                    "error: mine exists and is no sweep that could go on; choose another OUT or remove it",
                    shell.run("sweep", "merge", "mine", "half").err().strip());
        }
    }

    private Shell.Result sweep(String... options) throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), PLAN);
        String[] arguments = new String[options.length + 2];
        arguments[0] = "sweep";
        arguments[1] = "plan.yaml";
        System.arraycopy(options, 0, arguments, 2, options.length);
        try (Shell shell = Shell.in(folder, Map.of())) {
            return shell.run(arguments);
        }
    }
}
