package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shell script stands in for an ngspice that fails, hangs, is too old or too new. */
class BadNgspiceTest {
    @TempDir
    static Path folder;

    private static Shell shell;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectory(folder.resolve("bin"));
        shell = Shell.in(folder, Map.of("PATH", folder.resolve("bin") + ":/usr/bin:/bin"));
        Files.writeString(folder.resolve("tiny.yaml"), """
                crosspike: 1
                data: {training: 20, test: 10}
                network: {outputs: 3}
                learning: {epochs: 1}
                """);
        assertEquals(0, shell.run("run", "tiny.yaml", "--out", "run").exitCode());
    }

    @AfterAll
    static void stop() throws IOException {
        shell.close();
    }

    @Test
    void anNgspiceThatFailsIsTheUsersToMend() throws IOException {
        ngspice("39", "echo 'Error: no such thing' > ngspice.log; exit 1");
        Shell.Result result = shell.run("verify", "run");
        assertEquals(2, result.exitCode());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().startsWith("error: ngspice failed: "), result.err());
        assertTrue(result.err().contains("netlist kept at run/netlists/column-0000.cir"), result.err());
        assertTrue(result.err().contains("Error: no such thing"), result.err());
        assertFalse(Files.exists(folder.resolve("run/verification.json")), "a failed check leaves no result");
    }

    @Test
    void anNgspiceThatHangsIsEnded() throws IOException {
        ngspice("39", "exec sleep 600");
        Shell.Result result = shell.run("verify", "run", "--timeout", "300 ms");
        assertEquals(2, result.exitCode());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(
                result.err().startsWith("error: ngspice failed: it did not finish in time (the limit is 0.3 s)"),
                result.err());
        assertFalse(Files.exists(folder.resolve("run/verification.json")), "a failed check leaves no result");
    }

    @Test
    void anOldNgspiceCountsAsMissing() throws IOException {
        ngspice("31", "exit 1");
        Shell.Result result = shell.run("verify", "run");
        assertEquals(3, result.exitCode());
        assertEquals(
                "error: " + folder.resolve("bin/ngspice")
                        + " is ngspice 31; expected a version from 39 to 45, install it"
                        + " with: apt-get install ngspice\n",
                result.err());
    }

    @Test
    void anUntriedNgspiceIsUsedWithAWarning() throws IOException {
        ngspice("99", "exit 1");
        Shell.Result result = shell.run("verify", "run");
        assertTrue(result.err().startsWith("warning: ngspice 99 is newer than 45"), result.err());
        assertEquals(2, result.err().lines().count(), result.err());
    }

    @Test
    void anotherProgramIsUsedOnlyIfItIsDeclared() throws IOException {
        Path other = folder.resolve("otherspice");
        Files.writeString(other, "#!/bin/sh\necho 'Other SPICE'; echo 'Error: no such thing' > ngspice.log; exit 1\n");
        assertTrue(other.toFile().setExecutable(true));
        try (Shell declared = Shell.in(folder, Map.of("PATH", "/usr/bin:/bin", "CROSSPIKE_SPICE", other.toString()))) {
            Shell.Result result = declared.run("verify", "run");
            assertEquals(2, result.exitCode());
            assertTrue(
                    result.err().startsWith("warning: " + other + " is used because CROSSPIKE_SPICE names it"),
                    result.err());
            assertTrue(result.err().contains("Error: no such thing"), result.err());
        }
        try (Shell absent = Shell.in(folder, Map.of("PATH", "/usr/bin:/bin", "CROSSPIKE_SPICE", "gone/spice"))) {
            Shell.Result result = absent.run("verify", "run");
            assertEquals(3, result.exitCode());
            assertEquals(
                    "error: gone/spice is not a program; expected the path of a SPICE in CROSSPIKE_SPICE, or that unset\n",
                    result.err());
        }
    }

    /** As under a service manager, which sets none. */
    @Test
    void ngspiceHasAHomeWhereTheUserHasNone() throws IOException, InterruptedException {
        ngspice("39", "echo \"Error: at home in ${HOME-nowhere}\" > ngspice.log; exit 1");
        ProcessBuilder verify = new ProcessBuilder(
                        Shell.java(Main.class, new String[0], new String[] {"verify", "run"}))
                .directory(folder.toFile())
                .redirectErrorStream(true);
        verify.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
        verify.environment().remove("HOME");
        Process process = verify.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(2, process.waitFor());
        assertTrue(said.contains("Error: at home in /"), said);
    }

    private static void ngspice(String version, String behaviour) throws IOException {
        Path script = folder.resolve("bin").resolve("ngspice");
        Files.writeString(
                script,
                "#!/bin/sh\nif [ \"$1\" = --version ]; then echo '** ngspice-" + version + " : fake'; exit 0; fi\n"
                        + behaviour + "\n");
        assertTrue(script.toFile().setExecutable(true));
    }
}
