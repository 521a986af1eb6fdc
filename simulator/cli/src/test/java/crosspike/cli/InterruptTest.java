package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import crosspike.device.library.DeviceLibrary;
import crosspike.experiment.EmulatedCells;
import crosspike.experiment.run.AtomicFile;
import crosspike.input.Installation;
import crosspike.input.MissingProgram;
import crosspike.instrument.emulator.Emulator;
import crosspike.instrument.emulator.Faults;
import crosspike.spice.Ngspice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
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

    /** Each of many circuits has a process and a folder of its own. */
    @Test
    @Timeout(120)
    void ngspiceLeavesNoFolderWhetherTerminatedOrStoppedByAMistake() throws IOException, InterruptedException {
        assumeTrue(hasNgspice());
        String good = "{\"device_resistance_ohm\": [[1e4, 2e4]], \"wl_segment_ohm\": 1,"
                + " \"bl_segment_ohm\": 1, \"left\": {\"voltage\": [0.1], \"resistance\": [0]},"
                + " \"bottom\": {\"voltage\": [0, 0], \"resistance\": [0, 0]}}";
        Process mistaken = solving("mistake", good + ", {}");
        assertTrue(mistaken.waitFor(60, TimeUnit.SECONDS));
        assertEquals(Main.USER_ERROR, mistaken.exitValue());
        assertTrue(text(folder.resolve("mistake.err")).contains("cases[1]: "), "the first one is solved");
        assertEquals(List.of(), left(folder.resolve("mistake")));
        Process process = solving("many", good + (", " + good).repeat(1000));
        try {
            // the folder of the netlists, and that of the circuit that is solved
            while (left(folder.resolve("many")).size() < 2 && process.isAlive()) {
                Thread.sleep(5);
            }
            process.destroy();
            assertTrue(process.waitFor(30, TimeUnit.SECONDS), "ends when told to");
            assertEquals(143, process.exitValue(), "128 + SIGTERM");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(List.of(), left(folder.resolve("many")));
    }

    private Process solving(String temporary, String cases) throws IOException {
        Path file = Files.writeString(folder.resolve(temporary + ".json"), "{\"cases\": [" + cases + "]}");
        String[] options = {"-Djava.io.tmpdir=" + Files.createDirectory(folder.resolve(temporary))};
        return new ProcessBuilder(Shell.java(Main.class, options, new String[] {"solve", file.toString(), "--ngspice"}))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(folder.resolve(temporary + ".err").toFile())
                .start();
    }

    /** Writes a file and is told to end while it does. */
    static final class InterruptedWriter {
        public static void main(String[] file) {
            AtomicFile.write(Path.of(file[0]), out -> {
                out.write(new byte[100_000]);
                System.out.println("begun");
                System.in.read(); // the test answers nothing
            });
        }
    }

    @Test
    @Timeout(60)
    void aFileThatWasBeingWrittenIsGone() throws IOException, InterruptedException {
        String[] arguments = {folder.resolve("sweep.csv").toString()};
        Process process = new ProcessBuilder(Shell.java(InterruptedWriter.class, new String[0], arguments)).start();
        assertEquals('b', process.getInputStream().read());
        assertEquals(1, left().size());
        process.toHandle().destroy(); // unlike destroy() it leaves the input open
        assertEquals(143, process.waitFor());
        assertEquals(List.of(), left());
    }

    /** Runs a command that fails while the program ends. */
    static final class FailsAtTheEnd {
        public static void main(String[] arguments) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> Main.run(arguments)));
        }
    }

    @Test
    @Timeout(60)
    void whatFailsBecauseTheProgramEndsIsNotTold() throws IOException, InterruptedException {
        String[] arguments = {"report", folder.resolve("nothing").toString()};
        Process process = new ProcessBuilder(Shell.java(FailsAtTheEnd.class, new String[0], arguments))
                .redirectErrorStream(true)
                .start();
        assertEquals("", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, process.waitFor());
    }

    /** Ctrl-C reaches ngspice, too, and may reach it first. */
    @Test
    @Timeout(60)
    void ngspiceThatWasToldToEndWithUsIsNoFailure() throws IOException, InterruptedException {
        Path ngspice = Files.writeString(
                folder.resolve("ngspice"),
                "#!/bin/sh\n[ \"$1\" != --version ] || { echo '** ngspice-39 : fake'; exit; }\n"
                        + "{ sleep 0.1; kill $PPID; } >/dev/null 2>&1 &\nexit 143\n");
        assertTrue(ngspice.toFile().setExecutable(true));
        String circuit =
                "{\"cases\": [{\"device_resistance_ohm\": [[1e4]], \"left\": {\"voltage\": [0.1], \"resistance\": [0]},"
                        + " \"bottom\": {\"voltage\": [0], \"resistance\": [0]}}]}";
        Path file = Files.writeString(folder.resolve("one.json"), circuit);
        String[] arguments = {"solve", file.toString(), "--ngspice"};
        ProcessBuilder solve =
                new ProcessBuilder(Shell.java(Main.class, new String[0], arguments)).redirectErrorStream(true);
        solve.environment().put("PATH", folder + ":/usr/bin:/bin");
        Process process = solve.start();
        assertEquals("", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(143, process.waitFor());
    }

    private static boolean hasNgspice() {
        try {
            Ngspice.find();
            return true;
        } catch (MissingProgram e) {
            return false;
        }
    }

    /** The log ends with outputs off, confirmed: {@code :OUTP?} is answered 0, between the number of the line and its checksum. */
    @Test
    @Timeout(120)
    void aTerminatedRunOnAnInstrumentLeavesOutputsOffAndALogThatSaysSo() throws IOException, InterruptedException {
        Path runs = Files.createDirectory(folder.resolve("runs"));
        Path log = folder.resolve("bench.log");
        EmulatedCells cells = new EmulatedCells(
                DeviceLibrary.installed().device("ag-asi-jo2010").programmable(), 1, true, 0, 0);
        try (Emulator emulator = Emulator.start(
                "127.0.0.1", 0, cells.array(400, 4), Faults.none(), new Emulator.Options("ag-asi-jo2010", 1, 0, 0))) {
            Path config = Files.writeString(folder.resolve("bench.yaml"), """
                    crosspike: 1
                    name: bench
                    data: {set: digits, training: 100, labelling: 100, test: 100}
                    network: {kind: shi2019, outputs: 16}
                    learning: {epochs: 1000}
                    device: {preset: ag-asi-jo2010}
                    crossbar:
                      backend: instrument
                      instrument: {address: "%s", columns: 0-3, log: "%s"}
                    """.formatted(emulator.address(), log));
            Process process = new ProcessBuilder(Shell.java(Main.class, new String[0], new String[] {
                        "run", config.toString(), "--out", runs.resolve("run").toString()
                    }))
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(folder.resolve("err").toFile())
                    .start();
            try {
                while (emulator.lines() < 1000 && process.isAlive()) {
                    Thread.sleep(20);
                }
                assertTrue(emulator.outputs(), () -> "not driven: " + process + " " + text(folder.resolve("err")));
                process.destroy();
                assertTrue(process.waitFor(30, TimeUnit.SECONDS), "ends when told to");
                assertEquals(143, process.exitValue(), "128 + SIGTERM");
                assertFalse(emulator.outputs());
            } finally {
                process.destroyForcibly();
            }
        }
        assertEquals(List.of(), left(runs));
        List<String> said = said(log);
        assertTrue(said.size() > 1, "a conversation is in the log");
        String order = said.get(said.size() - 2);
        String answer = said.get(said.size() - 1);
        assertTrue(order.contains(" > ") && order.contains(";:OUTP OFF;:OUTP?;"), order);
        assertTrue(answer.matches("\\S+ < [0-9]+;0;[0-9]+"), answer);
    }

    /** What was sent and answered; what the last write did to cells may be noted in between. */
    private static List<String> said(Path log) throws IOException {
        return Files.readAllLines(log).stream()
                .filter(line -> line.matches("\\S+ [<>] .*"))
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> left() throws IOException {
        return left(folder);
    }

    private static List<String> left(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
