package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    @TempDir
    Path folder;

    @Test
    void tellsTimeAndWhatTheLayerDid() throws IOException {
        try (Shell shell = Shell.in(folder, Map.of())) {
            Shell.Result result =
                    shell.run("bench", "lif", "--rule", "diehl-cook-published", "--images", "20", "--test", "0");
            assertEquals(0, result.exitCode(), result.err());
            // 20 presentations at least of 0.5 s: towards -20 mV by 20 uV; 9 to 12.6 spikes each raise 100 thresholds
            // by 0.05 mV
            var threshold = java.util.regex.Pattern.compile("threshold_mV mean (\\S+), standard deviation")
                    .matcher(result.out());
            assertTrue(threshold.find(), result.out());
            double mean = Double.parseDouble(threshold.group(1));
            assertTrue(mean > 20 * 9 * 0.05 / 100 - 0.05 && mean < 0.5, result.out());
            assertTrue(result.out().contains("late_spikes_per_presentation "), result.out());
            Shell.Result unknown = shell.run("bench", "lif", "--rule", "diehl-cok");
            assertEquals(2, unknown.exitCode(), "names of networks are checked");
            assertTrue(
                    unknown.err().startsWith("error: --rule: network \"diehl-cok\" is unknown; expected diehl-cook,"));
            assertEquals(
                    "error: --test is 2001; expected at most 2000, as there are in digits",
                    shell.run("bench", "lif", "--images", "1", "--test", "2001")
                            .err()
                            .strip());
        }
    }
}
