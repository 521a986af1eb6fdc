package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Sweeps as processes that end as nobody wants them to. */
class SweepKillTest {
    /** {@code -Dcrosspike.kills=100} tries harder. */
    private static final int KILLS = Integer.getInteger("crosspike.kills", 4);

    private static final Pattern LINE =
            Pattern.compile("(?m)^[0-9a-f]{8} \\{\"id\":\"([0-9a-f]{16})\",.*\"error\":\"\"}$");

    @TempDir
    Path folder;

    @BeforeEach
    void writePlan() throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), """
                sweep: 1
                base:
                  crosspike: 1
                  data: {training: 200, test: 50}
                  network: {outputs: 40}
                  learning: {epochs: 1}
                  device: {preset: epiram-choi2018}
                axes:
                - {key: device.levels, from: 2, to: 7, steps: 6}
                - {key: circuit.node, values: [65 nm, 32 nm, 22 nm]}
                seeds: 4
                """);
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.MINUTES)
    void nothingThatWasFinishedIsLostWhenTheProcessIsKilled() throws IOException, InterruptedException {
        byte[] expected = finished("whole");
        SplittableRandom random = new SplittableRandom(20_261_121);
        Path out = folder.resolve("killed");
        int runs = 0;
        int killed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Set<String> before = foundIn(out);
            if (before.size() == 72) { // begin anew
                assertArrayEquals(expected, finished(out.getFileName().toString()));
                out = folder.resolve("killed-" + ++runs);
                before = Set.of();
            }
            Process process = start(out);
            awaitWork(process);
            Thread.sleep(random.nextLong(600));
            if (process.isAlive()) killed++;
            process.destroyForcibly();
            process.waitFor();
            Set<String> after = foundIn(out);
            assertTrue(after.containsAll(before), "a finished point is lost");
        }
        assertArrayEquals(expected, finished(out.getFileName().toString()), "after " + killed + " kills");
        assertTrue(killed > 0, "no process was killed at work");
    }

    /** The shell's limit on the size of files is a disk that is full for everything but small files. */
    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aFullDiskIsSaidAndTheSweepGoesOnWhenThereIsRoom() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell to set the limit");
        byte[] expected = finished("whole");
        String limited = "ulimit -f 8; exec " // blocks of 512 or 1024 bytes
                + command("full").stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        Path err = folder.resolve("err");
        int code = new ProcessBuilder("/bin/sh", "-c", limited)
                .directory(folder.toFile())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(err.toFile())
                .start()
                .waitFor();
        assertEquals(Main.USER_ERROR, code, Files.readString(err));
        assertTrue(
                Files.readString(err).matches("(?s).*error: cannot write full/[^\n]*; make room[^\n]*\n"),
                Files.readString(err));
        assertTrue(Files.notExists(folder.resolve("full/sweep.csv")));
        assertTrue(!foundIn(folder.resolve("full")).isEmpty(), "nothing was kept");
        assertArrayEquals(expected, finished("full"));
    }

    private byte[] finished(String out) throws IOException, InterruptedException {
        Process process = start(folder.resolve(out));
        assertEquals(0, process.waitFor(), () -> "sweep into " + out);
        return Files.readAllBytes(folder.resolve(out).resolve("sweep.csv"));
    }

    private Process start(Path out) throws IOException {
        return new ProcessBuilder(command(out.getFileName().toString()))
                .directory(folder.toFile())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(folder.resolve("err").toFile())
                .start();
    }

    private static List<String> command(String out) {
        return Shell.java(Main.class, new String[0], new String[] {"sweep", "plan.yaml", "--jobs", "2", "--out", out});
    }

    /** Waits until the process says that it begins, so that the moment of the kill is one of the work. */
    private void awaitWork(Process process) throws IOException, InterruptedException {
        while (Files.size(folder.resolve("err")) == 0 && process.isAlive()) {
            Thread.sleep(5);
        }
    }

    /** Ids of the points that the journal says are finished. */
    private static Set<String> foundIn(Path out) throws IOException {
        Path points = out.resolve("points");
        Set<String> ids = new HashSet<>();
        if (!Files.exists(points)) return ids;
        try (Stream<Path> files = Files.list(points)) {
            for (Path file : files.toList()) {
                Matcher line = LINE.matcher(Files.readString(file));
                while (line.find()) ids.add(line.group(1));
            }
        }
        return ids;
    }
}
