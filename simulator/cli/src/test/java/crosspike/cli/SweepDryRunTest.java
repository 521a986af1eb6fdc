package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code crosspike sweep PLAN --dry-run}. */
class SweepDryRunTest {
    private static final String PLAN = TinyPlan.WITHOUT_AXES + """
            axes:
            - {key: device.levels, values: [4, 16, 64]}
            - {key: circuit.node, values: [65 nm, 32 nm]}
            """;

    @TempDir
    Path folder;

    @Test
    void pointsAndTrainingsAreCountedAndNothingIsWritten() throws IOException {
        Shell.Result result = dryRun(PLAN);
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().startsWith("points     6\ntrainings  3\nfinished   0\nmeasured   "), result.out());
        assertFalse(Files.exists(folder.resolve("runs")));
    }

    /** Levels times variation is what most plans vary; states of levels are exact, so half of it would do nothing. */
    @Test
    void anAxisThatDoesNothingIsTold() throws IOException {
        String plan = PLAN + "- {key: device.cycle_to_cycle_sigma, values: [0 %, 5 %]}\n";
        Shell.Result result = dryRun(plan);
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(
                result.err()
                        .contains(
                                "note: at 6 of 12 points device.cycle_to_cycle_sigma does nothing to cells whose response is"
                                        + " levels: their states are exact; list {kind: cycle-to-cycle, sigma: ...} under"
                                        + " nonidealities, or give device.pulses instead of device.levels\n"),
                result.err());
        String listed = plan.replace("device.cycle_to_cycle_sigma", "nonidealities.0.sigma")
                .replace("epiram-choi2018}", "epiram-choi2018}\n  nonidealities: [{kind: cycle-to-cycle, sigma: 0 %}]");
        assertFalse(dryRun(listed).err().contains("note: "), "listed, it acts");
        assertFalse(dryRun(plan.replace("device.levels", "device.pulses")).err().contains("note: "), "as of pulses");
    }

    /** The slice that is timed must not want more images than are held out. */
    @Test
    void fewHeldOutImagesAreEnough() throws IOException {
        Shell.Result result =
                dryRun(PLAN.replace("{training: 20, test: 10}", "{training: 600, labelling: 20, held_out: 7}"));
        assertEquals(0, result.exitCode(), result.err());
        assertTrue(result.out().contains(" and 7 test images"), result.out());
    }

    @Test
    void pointsThatWillFailAreCountedAndTheFirstIsExplained() throws IOException {
        Shell.Result result = dryRun(PLAN.replace("65 nm", "65 ohm"));
        assertEquals(Main.CHECK_FAILED, result.exitCode(), result.err());
        assertTrue(
                result.out()
                        .startsWith("points     6\ntrainings  3\nfinished   0\n"
                                + "wrong      3 of them will fail; the first: circuit.node (plan.yaml, line 10) is"
                                + " \"65 ohm\"; expected a length"),
                result.out());
    }

    @Test
    void aFolderThatTheSweepWouldNotTakeIsRefusedAlready() throws IOException {
        Files.createDirectories(folder.resolve("mine/notes"));
        Files.writeString(folder.resolve("plan.yaml"), PLAN);
        try (Shell shell = Shell.in(folder, Map.of())) {
            Shell.Result dry = shell.run("sweep", "plan.yaml", "--out", "mine", "--dry-run");
            assertEquals(
                    "error: mine exists and is no sweep that could go on; choose another --out or remove it",
                    dry.err().strip());
            assertEquals(2, dry.exitCode());
            assertEquals(dry, shell.run("sweep", "plan.yaml", "--out", "mine"));
        }
    }

    /** It was told after the slice was timed, in the middle of the estimate. */
    @Test
    void aWrongNumberOfJobsIsToldBeforeAnythingIsRead() throws IOException {
        Shell.Result result = dryRun("no plan at all", "--jobs", "0");
        assertEquals(new Shell.Result(2, "", "error: --jobs is 0; expected 1 to 1024\n"), result);
    }

    private Shell.Result dryRun(String plan, String... more) throws IOException {
        Files.writeString(folder.resolve("plan.yaml"), plan);
        List<String> arguments = new ArrayList<>(List.of("sweep", "plan.yaml", "--dry-run"));
        arguments.addAll(List.of(more));
        try (Shell shell = Shell.in(folder, Map.of())) {
            return shell.run(arguments.toArray(String[]::new));
        }
    }
}
