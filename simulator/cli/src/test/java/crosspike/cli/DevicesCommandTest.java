package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
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

    /** device_to_device.nonlinearity_ltp_sigma is longer than most keys. */
    @Test
    void longKeysHaveRoomInTheTableOfDifferences() throws IOException {
        try (Shell shell = Shell.in(folder, Map.of())) {
            Files.writeString(
                    folder.resolve("mine.yaml"),
                    shell.run("devices", "show", "epiram-choi2018")
                                    .out()
                                    .replace("name: \"epiram-choi2018\"", "name: mine")
                            + "device_to_device: {nonlinearity_ltp_sigma: 0.25}\n");
            Shell.Result result = shell.run("devices", "diff", "epiram-choi2018", "mine.yaml");
            assertEquals(0, result.exitCode(), result.err());
            List<String> table = result.out().lines().toList();
            int first = table.get(0).indexOf("epiram-choi2018");
            assertTrue(result.out().contains("device_to_device.nonlinearity_ltp_sigma"), result.out());
            for (String line : table) {
                assertTrue(line.substring(first - 1).matches(" [^ ].*"), line);
            }
        }
    }

    /** Standard output is the tidy file. */
    @Test
    void whatImportLeavesOutIsToldOnStandardError() throws IOException {
        try (Shell shell = Shell.in(folder, Map.of())) {
            Files.writeString(folder.resolve("ohms.csv"), "pulse,R (kohm)\n1,10\n2,0\n3,-4\n4,inf\n5,\n6,5\n");
            Shell.Result ohms = shell.run("import", "ohms.csv");
            assertEquals("", ohms.out().lines().skip(3).reduce("", String::concat), "a header and two rows");
            assertEquals(
                    "note: reads of ohms.csv without a value, or with one that no cell has, are left out: 4\n",
                    ohms.err());
            Files.writeString(folder.resolve("siemens.csv"), "pulse,G (uS)\n1,-1\n2,0\n3,4\n");
            Shell.Result siemens = shell.run("import", "siemens.csv", "--out", "tidy.csv");
            assertEquals("tidy.csv: 3 rows of pulse_train\n", siemens.out());
            assertEquals(
                    "note: conductances of siemens.csv that are missing, 0 S, negative or infinite, so that fit refuses them: 2\n",
                    siemens.err());
        }
    }
}
