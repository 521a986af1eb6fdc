package crosspike.experiment.sweep.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import crosspike.device.nonideality.StuckAt;
import crosspike.experiment.config.Shi2019Learning;
import crosspike.input.Installation;
import crosspike.input.RecordWriter;
import crosspike.snn.StdpWindow.Interpolation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that a plan names lie beside it; what they hold is in the plan that stands on its own. */
class NamedFilesTest {
    @TempDir
    Path folder;

    @Test
    void thePlanStandsOnItsOwn() throws IOException {
        Files.writeString(folder.resolve("mine.yaml"), """
                name: mine
                title: Mine
                technology: rram
                sources: [a notebook]
                conductance: {min: 1 uS, max: 10 uS}
                potentiation: {pulses: 64, voltage: 2 V, width: 10 ns}
                depression: {pulses: 64, voltage: -2 V, width: 10 ns}
                read: {voltage: 0.5 V, width: 5 ns}
                cell: {width_F: 4, height_F: 4}
                """);
        Files.writeString(folder.resolve("window.csv"), "dt_s,dg_rel\n-0.01,-0.2\n0.01,0.3\n");
        Files.writeString(folder.resolve("other.csv"), "dt_s,dg_rel\n-0.01,-0.1\n0.01,0.1\n");
        Files.writeString(folder.resolve("base.yaml"), """
                crosspike: 1
                device: {file: mine.yaml}
                learning: {rule: measured-window, window: {file: window.csv, interpolation: monotone}}
                """);
        Path file = Files.writeString(folder.resolve("plan.yaml"), """
                sweep: 1
                base: base.yaml
                axes:
                - {key: device.file, values: [mine.yaml]}
                - {key: learning.a, values: [1.50e-1, 0.2]}
                - {key: learning.window.file, values: [window.csv, other.csv]}
                - {key: circuit.clock, from: 1 MHz, to: 1 GHz, steps: 2}
                seeds: [3, 5]
                """);
        Sweep sweep = Sweep.read(file);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere")).resolve("sweep.yaml");
        Sweep copy = Sweep.read(Files.writeString(elsewhere, sweep.plan().toYaml()));
        assertEquals(sweep.plan().toYaml(), copy.plan().toYaml());
        assertEquals(sweep.columns(), copy.columns());
        assertEquals(
                List.of("device.file", "learning.a", "learning.window.file", "circuit.clock", "seed"), copy.columns());
        assertEquals(SweepTest.labels(sweep), SweepTest.labels(copy));
        for (int i = 0; i < sweep.size(); i++) {
            assertEquals(
                    RecordWriter.toYaml(sweep.config(i).config()),
                    RecordWriter.toYaml(copy.config(i).config()));
            assertEquals("mine", copy.config(i).config().device().sheet().name());
            assertEquals(
                    Interpolation.MONOTONE,
                    ((Shi2019Learning) copy.config(i).config().learning())
                            .window()
                            .interpolation());
        }
    }

    /** As device files do; the table calls them what the plan calls them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {key: nonidealities.1.map, values: [maps/worn.csv]}                              | maps/worn.csv
        {key: nonidealities.1, values: [{kind: stuck-at, map: maps/worn.csv}]}           | {kind: stuck-at, map: maps/worn.csv}
        {variants: {worn: {nonidealities.1: {kind: stuck-at, map: maps/worn.csv}}}}      | worn
        {key: nonidealities, values: [[{kind: cycle-to-cycle, sigma: 0.01}, {kind: stuck-at, map: maps/worn.csv}]]} | [{kind: cycle-to-cycle, sigma: 0.01}, {kind: stuck-at, map: maps/worn.csv}]
        {keys: [nonidealities.1.map, seed], values: [[maps/worn.csv, 7]]}                | maps/worn.csv
        """)
    void aFaultMapOfAnAxisIsNamedRelativeToThePlan(String axis, String label) throws IOException {
        String worn = folder.resolve("maps/worn.csv").toAbsolutePath().toString();
        Path file = Files.writeString(folder.resolve("plan.yaml"), """
                sweep: 1
                base:
                  crosspike: 1
                  nonidealities: [{kind: cycle-to-cycle, sigma: 1 %}, {kind: stuck-at, map: new.csv}]
                axes: [AXIS]
                """.replace("AXIS", axis));
        Sweep sweep = Sweep.read(file);
        Sweep copy = Sweep.standing(sweep.plan().toYaml());
        for (Sweep either : List.of(sweep, copy)) {
            assertEquals(label, either.labels(0).get(0));
            StuckAt cells = (StuckAt) either.experiment(0).nonidealities().get(1);
            assertEquals(worn, cells.map());
        }
    }

    /** Also one of a name too long for that of a variant. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {key: device.file, values: [DEVICE]}               | DEVICE
        {keys: [device.file, seed], values: [[DEVICE, 7]]} | DEVICE, 7
        {key: device, values: [{file: DEVICE}]}            | {file: DEVICE}
        {variants: {mine: {device: {file: DEVICE}}}}       | mine
        """)
    void aDeviceOfAnAxisIsNamedRelativeToThePlan(String axis, String labels) throws IOException {
        String device = "devices-that-were-measured-in-spring/wafer-1/die-3/device-12.yaml";
        Path sheet = folder.resolve(device);
        Files.createDirectories(sheet.getParent());
        Files.copy(Installation.path("calibration-data", "devices", "epiram-choi2018.yaml"), sheet);
        Path file = Files.writeString(
                folder.resolve("plan.yaml"),
                "sweep: 1\nbase: {crosspike: 1}\naxes: [" + axis.replace("DEVICE", device) + "]\n");
        Sweep sweep = Sweep.read(file);
        Sweep copy = Sweep.standing(sweep.plan().toYaml());
        assertEquals(sweep.plan().toYaml(), copy.plan().toYaml());
        Files.delete(sheet); // its content is in the plan
        for (Sweep either : List.of(sweep, copy)) {
            assertEquals(labels.replace("DEVICE", device), String.join(", ", either.labels(0)));
            assertEquals(
                    "epiram-choi2018", either.experiment(0).device().sheet().name());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {key: learning.window.file, values: [w.csv]}
        {key: learning.window, values: [{file: w.csv, depress_at: -2 ms}]}
        {variants: {measured: {learning: {rule: measured-window, window: {file: w.csv}}}}}
        """)
    void aWindowOfAnAxisIsInThePlan(String axis) throws IOException {
        Path window = Files.writeString(folder.resolve("w.csv"), "dt_s,dg_rel\n-0.01,-0.1\n0,0.1\n0.01,0.05\n");
        Path file = Files.writeString(folder.resolve("plan.yaml"), """
                sweep: 1
                base: {crosspike: 1, learning: {rule: measured-window, window: {}}}
                axes: [AXIS]
                """.replace("AXIS", axis));
        Sweep copy = Sweep.standing(Sweep.read(file).plan().toYaml());
        Files.delete(window);
        Shi2019Learning learning = (Shi2019Learning) copy.experiment(0).learning();
        assertEquals(3, learning.window().points().size());
    }

    @Test
    void theFileOfAWindowLiesBesideThePlanThatNamesIt() throws IOException {
        Files.writeString(folder.resolve("window.csv"), "dt_s,dg_rel\n-0.01,-0.2\n0.01,0.3\n");
        Path file = Files.writeString(folder.resolve("plan.yaml"), """
                sweep: 1
                base: {crosspike: 1, learning: {rule: measured-window, window: {file: window.csv}}}
                axes:
                - {name: as, variants: {base: {}, again: {learning.window.file: window.csv}}}
                """);
        Sweep sweep = Sweep.read(file);
        for (int i = 0; i < 2; i++) {
            Shi2019Learning learning = (Shi2019Learning) sweep.experiment(i).learning();
            assertEquals(2, learning.window().points().size());
        }
    }
}
