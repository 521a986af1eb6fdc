package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What happens to output that goes nowhere: only another process has a standard output that can be lost. */
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class StandardOutputTest {
    @TempDir
    Path folder;

    @Test
    void outputThatDoesNotFitOnTheDiskIsAnError() throws IOException, InterruptedException {
        Process process = start(Redirect.to(new File("/dev/full")));
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals(
                "error: cannot write standard output: the disk is full; make room, or write elsewhere\n",
                Files.readString(folder.resolve("err")));
        assertEquals(Main.USER_ERROR, process.exitValue());
    }

    @Test
    void whoReadsMayStopBeforeTheEnd() throws IOException, InterruptedException {
        Process process = start(Redirect.PIPE);
        process.getInputStream().close();
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        assertEquals("", Files.readString(folder.resolve("err")));
        assertEquals(0, process.exitValue());
    }

    private Process start(Redirect output) throws IOException {
        return new ProcessBuilder(Shell.java(Main.class, new String[0], new String[] {"schema", "config"}))
                .redirectOutput(output)
                .redirectError(folder.resolve("err").toFile())
                .start();
    }
}
