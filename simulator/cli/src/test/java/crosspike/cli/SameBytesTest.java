package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The same config and seed give the same bytes. Labelling and testing take two batches, so that threads have something to
 * share; device, rounding and pruning all draw random numbers.
 */
class SameBytesTest {
    private static final List<String> FILES = List.of(
            "config.yaml",
            "result.json",
            "epochs.csv",
            "cost.json",
            "array.json",
            "conductance_S.npy",
            "pruned.npy",
            "raster.csv");

    @TempDir
    static Path folder;

    private static Shell shell;

    @BeforeAll
    static void reference() throws IOException {
        Files.writeString(folder.resolve("small.yaml"), """
                crosspike: 1
                data: {training: 300, test: 300}
                network: {outputs: 40}
                learning: {epochs: 1}
                pruning: {method: soft, fraction: 50 %, occurrences: 1}
                device: {preset: taox-hfox-wu2018}
                """);
        shell = Shell.in(folder, Map.of());
        run(shell, "small.yaml", "reference", 1);
    }

    @AfterAll
    static void stop() throws IOException {
        shell.close();
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void threadsDoNotMatter(int threads) throws IOException {
        run(shell, "small.yaml", "threads-" + threads, threads);
        assertSameBytes("threads-" + threads);
    }

    @Test
    void aRunCanBeRepeatedFromItsOwnConfig() throws IOException {
        run(shell, "reference/config.yaml", "repeated", 2);
        assertSameBytes("repeated");
    }

    @Test
    void theLanguageOfTheMachineDoesNotMatter() throws IOException {
        try (Shell german = Shell.in(folder, Map.of(), "-Duser.language=de", "-Duser.country=DE")) {
            run(german, "small.yaml", "german", 2);
        }
        assertSameBytes("german");
    }

    @Test
    void theSeedDoesMatter() throws IOException {
        assertEquals(
                0,
                shell.run("run", "small.yaml", "--seed", "2", "--out", "seed-2").exitCode());
        assertFalse(Arrays.equals(bytes("reference", "conductance_S.npy"), bytes("seed-2", "conductance_S.npy")));
    }

    @Test
    void nothingElseIsLeftBehind() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    all.map(path -> path.getFileName().toString())
                            .filter(name -> name.startsWith("."))
                            .toList());
        }
    }

    private static void run(Shell shell, String config, String out, int threads) throws IOException {
        Shell.Result result = shell.run("run", config, "--out", out, "--threads", Integer.toString(threads));
        assertEquals(0, result.exitCode(), result.err());
    }

    private static void assertSameBytes(String run) throws IOException {
        for (String file : FILES) {
            assertArrayEquals(bytes("reference", file), bytes(run, file), run + "/" + file);
        }
    }

    private static byte[] bytes(String run, String file) throws IOException {
        return Files.readAllBytes(folder.resolve(run).resolve(file));
    }
}
