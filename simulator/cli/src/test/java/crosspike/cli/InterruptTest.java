package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.Installation;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class InterruptTest {
    @TempDir
    Path folder;

    /** The same shutdown hook serves Ctrl-C (SIGINT), which a test cannot send to another process. */
    @Test
    @Timeout(60)
    void aTerminatedRunLeavesNothing() throws IOException, InterruptedException {
        String[] arguments = {
            "run",
            Installation.path("docs", "examples", "demo.yaml").toString(),
            "--set",
            "learning.epochs=1000",
            "--out",
            folder.resolve("run").toString()
        };
        Process process = new ProcessBuilder(Shell.java(Main.class, new String[0], arguments))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        try {
            while (left().isEmpty() && process.isAlive()) {
                Thread.sleep(20);
            }
            assertTrue(left().get(0).startsWith(".run.partial-"), () -> "not started: " + process);
            process.destroy();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS), "ends when told to");
            assertEquals(143, process.exitValue(), "128 + SIGTERM");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(List.of(), left());
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
