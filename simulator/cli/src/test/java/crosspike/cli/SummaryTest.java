package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.run.RunDirectory;
import crosspike.spice.Verification;
import crosspike.spice.Verification.ColumnCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {
    @TempDir
    Path folder;

    /** With wires each column is checked in two circuits. */
    @Test
    void aColumnThatWasCheckedInTwoCircuitsIsOneColumn() throws IOException {
        Files.writeString(folder.resolve("tiny.yaml"), """
                crosspike: 1
                data: {training: 20, test: 10}
                network: {outputs: 3}
                learning: {epochs: 1}
                """);
        try (Shell shell = Shell.in(folder, Map.of())) {
            assertEquals(0, shell.run("run", "tiny.yaml", "--out", "run").exitCode());
        }
        RunDirectory run = RunDirectory.open(folder.resolve("run"));
        run.writeVerification(new Verification(
                "ngspice",
                1e-9,
                Map.of(Verification.IDEAL, "ideal wires", Verification.WIRED, "wires"),
                List.of(
                        new ColumnCheck(Verification.IDEAL, 0, 1e-6, 1e-6, 1e-6, 1e-15, "0.cir"),
                        new ColumnCheck(Verification.IDEAL, 2, 1e-6, 1e-6, 1e-6, 1e-15, "2.cir"),
                        new ColumnCheck(Verification.WIRED, 0, 1e-6, 9e-7, 9e-7, 2e-12, "wired-0.cir"),
                        new ColumnCheck(Verification.WIRED, 2, 1e-6, 9e-7, 9e-7, 1e-12, "wired-2.cir")),
                List.of(),
                List.of()));
        StringWriter text = new StringWriter();
        Summary.print(run, false, new PrintWriter(text, true));
        assertTrue(
                text.toString().contains("ngspice    agrees on 2 columns, worst relative difference 2.0e-12\n"),
                text.toString());
    }
}
