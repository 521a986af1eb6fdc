package crosspike.experiment.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.device.BinaryResponse;
import crosspike.device.nonideality.StuckAt;
import crosspike.input.Installation;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigFileTest {
    private static final String FILE = Installation.path("calibration-data", "devices", "ag-asi-jo2010.yaml")
            .toString();

    @TempDir
    Path folder;

    @Test
    void aDeviceThatIsNamedReplacesTheOneThatWas() throws IOException {
        ConfigFile preset = config("device: {preset: epiram-choi2018}\n");
        assertEquals("ag-asi-jo2010", device(preset.with("device.file", FILE)));
        assertEquals("ideal", device(preset.with("device.preset", "ideal")));
    }

    /** It was a sheet that lacks all other keys. */
    @Test
    void aKeyOfTheDefinitionIsChangedInTheSheetOfTheDeviceThatIsNamed() throws IOException {
        String key = "device.definition.conductance.min";
        for (String named : List.of("preset: ag-asi-jo2010", "file: " + FILE)) {
            ConfigFile changed = config("device: {" + named + ", pulses: 16}\n").with(key, "1 nS");
            assertEquals("ag-asi-jo2010", device(changed));
            DeviceConfig device = changed.config().device();
            assertEquals(1e-9f, device.sheet().conductance().minSiemens());
            assertEquals(16, device.pulses());
            assertEquals("ideal", device(changed.with("device.preset", "ideal")));
        }
        UserError gone = assertThrows(
                UserError.class,
                () -> config("").with("device.file", "gone.yaml").with(key, "1 nS"));
        assertEquals("device.file (--set device.file): gone.yaml does not exist", gone.getMessage());
    }

    /** It took the device that was named away as well, and the ideal cell was used instead. */
    @ParameterizedTest
    @CsvSource({"device.preset, null", "device.definition, null", "device.preset, ''"})
    void aKeyThatIsSetToNothingTakesOnlyItselfAway(String key, String nothing) throws IOException {
        ConfigFile mine = config("").with("device.file", FILE);
        assertEquals("ag-asi-jo2010", device(mine.with(key, nothing)));
        assertEquals("ideal", device(mine.with("device.file", nothing)));
    }

    @Test
    void anErrorNamesAValueAsItIsTyped() throws IOException {
        ConfigFile wrong = config("device: {levels: 16, response: soft-bounds}\n");
        UserError e = assertThrows(UserError.class, wrong::config);
        assertTrue(e.getMessage().contains("are given, but response is soft-bounds;"), e.getMessage());
    }

    /** As of {@code crosspike run /dev/stdin}: what has been read of a pipe does not come again. */
    @Test
    void aConfigMayComeThroughAPipe() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Process writer = new ProcessBuilder("sh", "-c", "echo 'crosspike: 1' > \"$0\"", pipe.toString()).start();
        ConfigFile read = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> ConfigFile.read(pipe));
        assertEquals("digits", read.config().data().set());
        assertEquals(0, writer.waitFor());
    }

    @Test
    void aVersionThatIsNotKnownIsTold() throws IOException {
        Path later = Files.writeString(folder.resolve("later.yaml"), "crosspike: 2\n");
        UserError e = assertThrows(UserError.class, ConfigFile.read(later)::config);
        assertEquals(
                "crosspike (later.yaml, line 1) is 2; expected 1",
                e.getMessage().replace(folder + "/", ""));
    }

    @Test
    void aDataSetThatIsUnknownIsNamedWithItsKey() throws IOException {
        ConfigFile wrong = config("data:\n  set: mnits\n");
        String unknown = "data set \"mnits\" is unknown; expected one of digits, mnist, fashion-mnist, caltech101,"
                + " caltech101-natural; did you mean mnist?";
        UserError inFile = assertThrows(UserError.class, wrong::runnable);
        assertEquals(
                "data.set (my.yaml, line 3): " + unknown, inFile.getMessage().replace(folder + "/", ""));
        UserError set = assertThrows(UserError.class, wrong.with("data.set", "mnits")::runnable);
        assertEquals("data.set (--set data.set): " + unknown, set.getMessage());
        assertEquals("mnist", wrong.with("data.set", "mnist").runnable().data().set());
        assertEquals("mnits", wrong.config().data().set(), "a finished run needs none");
    }

    /** The config of a run is read from its directory, wherever crosspike is called then. */
    @Test
    void aFaultMapIsNamedRelativeToItsConfigAndAbsoluteInTheConfigOfARun() throws IOException {
        String layers =
                "nonidealities:\n  - {kind: cycle-to-cycle, sigma: 1 %}\n  - {kind: stuck-at, map: maps/f.csv}\n";
        ExperimentConfig config = config(layers).config();
        assertEquals(folder.resolve("maps/f.csv").toAbsolutePath().toString(), faultMap(config));
        Path run = Files.createDirectory(folder.resolve("run")).resolve("config.yaml");
        Files.writeString(run, RecordWriter.toYaml(config));
        assertEquals(config, ConfigFile.read(run).config());

        ConfigFile set = config(layers).with("nonidealities.1.map", "f.csv");
        assertEquals(Path.of("f.csv").toAbsolutePath().toString(), faultMap(set.config()), "in --set: to where we are");
    }

    @Test
    void aBinaryCellIsSwitchedInEachDirectionWithTheProbabilityOfItsPulses() throws IOException {
        Files.writeString(folder.resolve("mtj.yaml"), """
                name: mtj
                title: a magnetic tunnel junction
                technology: mtj
                sources: [made up]
                kind: binary
                conductance: {min: 4 uS, max: 10 uS}
                response: binary
                potentiation: {pulses: 1, voltage: 1 V, width: 5 ns, switch_probability: 30 %}
                depression: {pulses: 1, voltage: -1 V, width: 5 ns, switch_probability: 10 %}
                read: {voltage: 100 mV, width: 5 ns}
                cell: {width_F: 4, height_F: 4}
                """);
        DeviceConfig device = config("device: {file: mtj.yaml}\n").config().device();
        assertEquals(
                new BinaryResponse(device.sheet().conductance().range(), 0.3, 0.1),
                device.pulseResponse(),
                "the depressing pulses took 30 % as well");
    }

    @Test
    void aProfileOfAnInstrumentIsNamedLikewiseIfItIsAFile() throws IOException {
        ConfigFile mine = config("crossbar: {backend: instrument, instrument: {profile: lab.yaml}}\n");
        assertEquals(folder.resolve("lab.yaml").toAbsolutePath().toString(), profile(mine));
        assertEquals("emulator", profile(mine.with("crossbar.instrument.profile", "emulator")));
        ConfigFile set = mine.with("crossbar.instrument.profile", "lab.yaml");
        assertEquals(Path.of("lab.yaml").toAbsolutePath().toString(), profile(set));
    }

    private static String profile(ConfigFile config) {
        return config.config().crossbar().instrument().profile();
    }

    private static String faultMap(ExperimentConfig config) {
        return ((StuckAt) config.nonidealities().get(1)).map();
    }

    private ConfigFile config(String keys) throws IOException {
        return ConfigFile.read(Files.writeString(folder.resolve("my.yaml"), "crosspike: 1\n" + keys));
    }

    private static String device(ConfigFile config) {
        return config.config().device().sheet().name();
    }
}
