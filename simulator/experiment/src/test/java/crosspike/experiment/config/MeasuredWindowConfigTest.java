package crosspike.experiment.config;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.device.ConductanceRange;
import crosspike.input.Installation;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;
import crosspike.snn.StdpWindow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasuredWindowConfigTest {
    private static final ConductanceRange RANGE = new ConductanceRange(1e-6f, 5e-6f);
    private static final String POINTS =
            "[{dt: 0 ms, change: 4 %}, {dt: 10 ms, change: 2 %}, {dt: -3 ms, change: -1 %}]";

    @TempDir
    Path folder;

    @Test
    void aFileIsNamedRelativeToTheConfigAndWrittenOutInTheResolvedOne() throws IOException {
        Files.writeString(folder.resolve("window.csv"), "Δt (ms),ΔG (%)\n0,4\n10,2\n-3,-1\n");
        ExperimentConfig config = config("file: window.csv, depress_at: -3 ms");
        assertNull(learning(config).window().file());
        assertEquals(config("points: " + POINTS + ", depress_at: -3 ms"), config);
        Path again = Files.writeString(folder.resolve("again.yaml"), RecordWriter.toYaml(config));
        assertEquals(config, ConfigFile.read(again).config());
    }

    /** Rows at 0, 5 and 11 ms, and one that never spiked; 2 · 2/4 in front of ΔG over range. */
    @Test
    void rowsChangeAsTheWindowSays() throws IOException {
        float[] expected = {0.04f, 0.03f, -0.01f, -0.01f};
        assertArrayEquals(expected, changes("points: " + POINTS + ", depress_at: -3 ms"), 1e-7f);
        assertArrayEquals(new float[] {0.04f, 0.03f, 0, 0}, changes("points: " + POINTS), 1e-7f);
        assertArrayEquals(
                expected,
                changes("change_unit: siemens, points: [{dt: 0 ms, change: 1.6e-7}, {dt: 10 ms, change: 8e-8},"
                        + " {dt: -3 ms, change: -4e-8}], depress_at: -3 ms"),
                1e-7f);
        // the weight 0 is 3 µS, 0.75 of the range
        assertArrayEquals(
                new float[] {0.03f, 0.0225f, -0.0075f, -0.0075f},
                changes("change_unit: conductance, points: " + POINTS + ", depress_at: -3 ms"),
                1e-7f);
    }

    @Test
    void theBundledWindowIsRead() throws IOException {
        Path bundled = Installation.path("calibration-data", "curves", "synthetic-stdp.csv");
        assertEquals(48, learning(config("file: " + bundled)).window().points().size());
    }

    @Test
    void aChangeOfMoreThanAllThereIsIsRefused() {
        List<WindowConfig.Point> points = List.of(new WindowConfig.Point(0, 0.1), new WindowConfig.Point(-3e-3, -2.5));
        WindowConfig window =
                new WindowConfig(null, points, WindowConfig.ChangeUnit.RANGE, StdpWindow.Interpolation.LINEAR, -3e-3);
        UserError e = assertThrows(UserError.class, () -> window.pairs(RANGE));
        assertEquals(
                "learning.window: change outside the STDP window is -2.5; expected -1.0 to 1.0 of the range of the cells",
                e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            file: gone.csv                  | learning.window (my.yaml, line 2): gone.csv does not exist
            depress_at: -1 ms               | learning.window (my.yaml, line 2): a measured window has no points; expected file or points
            file: a.csv, points: [{dt: 0 s, change: 1}] | learning.window (my.yaml, line 2): a measured window is given twice; expected one of file and points
            points: [{dt: -1 ms, change: 1}] | learning.window.points (my.yaml, line 2) are all before 0; expected some with the input spike first, dt of 0 or more
            points: [{dt: 1 ms, change: 1}], depress_at: -1 ms | learning.window (my.yaml, line 2): depress_at is -1 ms, where nothing was measured; expected a time within the table
            points: [{dt: 1, change: 1}]    | learning.window.points.0.dt (my.yaml, line 2) is 1; expected a time with its unit, e.g. "50 ns", of at least -10 s and at most 10 s
            file: pulses.csv                | learning.window (my.yaml, line 2): pulses.csv is a measurement of kind pulse_train; expected one of kind stdp, with the columns dt_s and dg_rel
            file: hole.csv                  | learning.window (my.yaml, line 2): hole.csv line 3: a value is missing; expected dt_s and dg_rel
            file: infinite.csv              | learning.window (my.yaml, line 2): infinite.csv line 3: dg_rel is Infinity; expected -1000 to 1000
            file: minutes.csv               | learning.window (my.yaml, line 2): minutes.csv line 2: dt_s is 60.0; expected -10 to 10 s
            file: no-header.csv             | learning.window (my.yaml, line 2): no-header.csv has no header; expected columns dt_s and dg_rel
            file: half.csv                  | learning.window (my.yaml, line 2): half.csv has no column for delta; expected columns dt_s and dg_rel
            file: other.csv                 | learning.window (my.yaml, line 2): other.csv does not say what was measured; its columns are none that are known; expected columns dt_s and dg_rel
            file: unitless.csv              | learning.window (my.yaml, line 2): unitless.csv has no unit for column 1, delta time; expected columns dt_s and dg_rel
            file: metres.csv                | learning.window (my.yaml, line 2): metres.csv: "m" of Δt (m) is no unit of time; expected columns dt_s and dg_rel
            file: train.csv                 | learning.window (my.yaml, line 2): train.csv has currents but no read voltage; expected columns dt_s and dg_rel
            file: ltd.csv                   | learning.window (my.yaml, line 2): ltd.csv has no row with the input spike first; expected some with dt_s of 0 or more
            """)
    void aWindowThatCannotBeUsedSaysWhy(String window, String message) throws IOException {
        Files.writeString(folder.resolve("pulses.csv"), "pulse,G (uS)\n1,1\n2,2\n");
        Files.writeString(folder.resolve("hole.csv"), "dt_s,dg_rel\n0.01,1\n0.02,\n0.03,1\n");
        Files.writeString(folder.resolve("infinite.csv"), "device_id,dt_s,dg_rel\na,0.01,1\na,0.02,1e400\n");
        Files.writeString(folder.resolve("minutes.csv"), "dt_s,dg_rel\n60,1\n");
        Files.writeString(folder.resolve("no-header.csv"), "0.01,1\n0.02,2\n");
        Files.writeString(folder.resolve("half.csv"), "dt_s,x\n0.01,1\n0.02,2\n");
        Files.writeString(folder.resolve("other.csv"), "a,b\n0.01,1\n0.02,2\n");
        Files.writeString(folder.resolve("unitless.csv"), "Δt,ΔG (%)\n0.01,1\n0.02,2\n");
        Files.writeString(folder.resolve("metres.csv"), "Δt (m),ΔG (%)\n0.01,1\n0.02,2\n");
        Files.writeString(folder.resolve("train.csv"), "pulse,I (nA)\n1,1\n2,2\n");
        Files.writeString(folder.resolve("ltd.csv"), "dt_s,dg_rel\n-0.01,1\n-0.02,1\n");
        assertRefused(message, () -> config(window));
    }

    @Test
    void aRuleWithoutItsWindowOrThatCannotKnowItsCellsIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("my.yaml"), "crosspike: 1\n");
        ConfigFile none = ConfigFile.read(file).with("learning.rule", "measured-window");
        assertRefused(
                "learning.rule (--set learning.rule) is measured-window, but there is no window; expected"
                        + " learning.window.file with columns dt_s and dg_rel, or learning.window.points",
                none::config);
        ConfigFile ofConductance = none.with("learning.window", "{points: " + POINTS + ", change_unit: conductance}");
        assertRefused(
                "learning.window.change_unit (--set learning.window) is conductance, but a weight in a pair of cells has none of its own;"
                        + " expected range or siemens",
                ofConductance.with("synapse.mapping", "pair")::config);
        assertRefused(
                "learning.window.change_unit (--set learning.window) is conductance, but blind programming does not know it; expected range or"
                        + " siemens",
                ofConductance.with("programming.scheme", "blind")::config);
    }

    @Test
    void weightsAreNotFrozenInCellsThatAreResetDeeply() throws IOException {
        ConfigFile deep = ConfigFile.read(Files.writeString(folder.resolve("my.yaml"), "crosspike: 1\n"))
                .with("pruning.hardware", "deep-reset");
        assertRefused(
                "pruning.hardware (--set pruning.hardware) is deep-reset, but soft-freeze leaves weights where they are; expected flag-device or"
                        + " none",
                deep.with("pruning.method", "soft-freeze")::config);
        assertRefused(
                "pruning.hardware (--set pruning.hardware) is deep-reset, but one cell that is reset deeply is weight -1, not 1; expected"
                        + " pruning.method: soft, or a pair of cells",
                deep.with("pruning.method", "freeze-highest")::config);
    }

    private static Shi2019Learning learning(ExperimentConfig config) {
        return (Shi2019Learning) config.learning();
    }

    private float[] changes(String window) throws IOException {
        float[] changes = new float[4];
        learning(config(window))
                .stdp(RANGE, false)
                .changes(new float[4], new int[4], 0, new int[] {0, 5, 11, Integer.MAX_VALUE}, changes, new float[4]);
        return changes;
    }

    private ExperimentConfig config(String window) throws IOException {
        Path file = folder.resolve("my.yaml");
        Files.writeString(file, "crosspike: 1\nlearning: {rule: measured-window, window: {" + window + "}}\n");
        return ConfigFile.read(file).config();
    }

    private void assertRefused(String message, Executable made) {
        UserError error = assertThrows(UserError.class, made);
        assertEquals(message, error.getMessage().replace(folder + "/", ""));
    }
}
