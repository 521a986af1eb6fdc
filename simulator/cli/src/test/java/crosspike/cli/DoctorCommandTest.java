package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    @TempDir
    Path folder;

    /** {@code data list} has the line to type for each set that is missing. */
    @Test
    void namesTheDataThatIsMissingAndWhatToType() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("data"));
        try (Shell shell = Shell.in(folder, Map.of("CROSSPIKE_DATA", empty.toString()))) {
            Shell.Result result = shell.run("doctor");
            assertEquals(0, result.exitCode(), result.err());
            String data = result.out()
                    .lines()
                    .filter(line -> line.startsWith("data "))
                    .findFirst()
                    .orElseThrow();
            assertTrue(data.contains("digits (verified), mnist (missing), "), data);
            assertTrue(data.endsWith("; see crosspike data list"), data);
        }
    }
}
