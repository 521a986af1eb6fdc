package crosspike.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import crosspike.device.calibration.PulseStep;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoggedStepsTest {
    private static final PulseStep FIRST = new PulseStep(0, 2, 1, 1e-9, 2e-9, 2.5e-9);
    private static final PulseStep SECOND = new PulseStep(3, 2, -1, 4e-9, 3e-9, 3.5e-9);

    @TempDir
    Path folder;

    private Path log(String text) throws IOException {
        return Files.writeString(
                folder.resolve("bench.log"),
                TransactionLog.HEADER + "\nT # device 1e-9 8e-8 0.1 1e-6 3.2 3e-4 -2.8 3e-4\nT > :OUTP ON\n" + text);
    }

    /** What is read of a pipe, as the shell makes of {@code <(...)}, is gone for who reads the measurements. */
    @Test
    void aPipeIsNotOpenedToSeeWhetherItIsALog() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        assertFalse(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> LoggedSteps.isLog(pipe)));
    }

    @Test
    void stepsComeInOrder() throws IOException {
        LoggedSteps steps = LoggedSteps.read(log("T w 0,2,1,1e-9,2e-9,2.5e-9;3,2,-1,4e-9,3e-9,3.5e-9\n"));
        assertEquals(List.of(FIRST, SECOND), steps.steps());
    }

    /** A line of many cells goes to the disk in pieces. */
    @Test
    void aLastLineThatWasCutIsLeftOut() throws IOException {
        for (String cut : List.of("T w 3,2,-1,4e-9,3e-9,3.5e-", "T w 3,2,-1,4", "T w 3,2,-1,4e-9,3e-9,3.5e-9", "T")) {
            LoggedSteps steps = LoggedSteps.read(log("T w 0,2,1,1e-9,2e-9,2.5e-9\n" + cut));
            assertEquals(List.of(FIRST), steps.steps(), cut);
        }
    }

    @Test
    void anyOtherDamagedLineIsTold() throws IOException {
        for (String broken : List.of("T w 3,2,-1,4", "T w", "w", "", "\0\0", "Tw 3,2,-1,4e-9,3e-9,3.5e-9")) {
            Path file = log(broken + "\nT w 0,2,1,1e-9,2e-9,2.5e-9\n");
            UserError damaged = assertThrows(UserError.class, () -> LoggedSteps.read(file), broken);
            assertEquals(file + ", line 4 is damaged: expected the log of an instrument", damaged.getMessage());
        }
    }
}
