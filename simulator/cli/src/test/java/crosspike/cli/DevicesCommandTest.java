package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicesCommandTest {
    @TempDir
    Path folder;

    @Test
    void theNamesOfOtherToolsStandInColumns() throws IOException {
        try (Shell shell = Shell.in(folder, Map.of())) {
            Shell.Result result = shell.run("devices", "show", "epiram-choi2018");
            assertEquals(0, result.exitCode(), result.err());
            List<String> table =
                    result.out().lines().filter(line -> line.startsWith("# ")).toList();
            int key = table.get(0).indexOf("key here");
            int value = table.get(0).indexOf("value");
            assertTrue(table.size() > 10);
            for (String line : table) {
                assertTrue(line.substring(key - 1).matches(" [^ ].*"), line);
                assertTrue(line.substring(value - 1).matches(" [^ ].*"), line);
            }
        }
    }
}
