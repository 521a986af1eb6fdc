package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines on which something is missing that most have. */
class SurroundingsTest {
    @TempDir
    Path folder;

    @Test
    void aReportNeedsNoTemporaryFolder() throws IOException {
        Files.writeString(folder.resolve("tiny.yaml"), """
                crosspike: 1
                data: {training: 20, test: 10}
                network: {outputs: 3}
                learning: {epochs: 1}
                """);
        try (Shell shell = Shell.in(folder, Map.of(), "-Djava.io.tmpdir=" + folder.resolve("nowhere"))) {
            assertEquals(0, shell.run("run", "tiny.yaml", "--out", "run").exitCode());
            Shell.Result report = shell.run("report", "run");
            assertEquals(0, report.exitCode(), report.err());
            assertTrue(Files.exists(folder.resolve("run/report/report.html")));
        }
    }
}
