package crosspike.device.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import crosspike.device.PulseCurve;
import crosspike.input.JsonSchema;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeviceLibraryTest {
    private static final DeviceLibrary INSTALLED = DeviceLibrary.installed();

    @TempDir
    private Path folder;

    static Stream<String> devices() {
        return INSTALLED.names().stream();
    }

    @Test
    void devicesComeSortedByName() {
        List<String> names = INSTALLED.names();
        assertTrue(names.contains("ideal") && names.contains("ag-asi-jo2010"), () -> "only " + names);
        assertEquals(names.stream().sorted().toList(), names);
    }

    @ParameterizedTest
    @MethodSource("devices")
    void everyDeviceIsCalledAsItsFileAndHasASource(String name) {
        DeviceSheet sheet = INSTALLED.device(name);
        assertEquals(name, sheet.name());
        assertFalse(sheet.sources().isEmpty(), "no source");
        sheet.sources().forEach(source -> assertFalse(source.isBlank(), "a blank source"));
    }

    @ParameterizedTest
    @MethodSource("devices")
    void everyDeviceWithPulsesCanBeSimulated(String name) {
        DeviceSheet sheet = INSTALLED.device(name);
        if (sheet.potentiation() == null) {
            return; // PublishedDevicesTest: such a sheet says so, and is refused by runs
        }
        sheet.conductance().range();
        sheet.waveforms();
        PulseCurve.rising(sheet.potentiation().pulses(), sheet.potentiation().nonlinearity());
        PulseCurve.falling(sheet.depression().pulses(), sheet.depression().nonlinearity());
    }

    @ParameterizedTest
    @MethodSource("devices")
    void theSchemaOfDataSheetsAcceptsEveryDevice(String name) throws IOException {
        String yaml = Files.readString(INSTALLED.folder().resolve(name + ".yaml"));
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JsonSchema.of(DeviceSheet.class, "Device"), InputFormat.JSON);
        assertEquals("[]", schema.validate(yaml, InputFormat.YAML).toString());
    }

    @Test
    void aMeasuredCurveHasAsManyPulsesAsItsSheetSays() {
        UserError error = assertThrows(
                UserError.class,
                () -> new DeviceSheet.PulseTrain(50, 1, 1.4, 1e-7, 0, 0, 1, List.of(2e-6, 5e-6, 40e-6)));
        assertEquals(
                "measured has 3 conductances; expected one more than the 50 pulses, that before the first",
                error.getMessage());
    }

    /** S. H. Jo et al. 2010 as tabulated: RON 26 Mohm, on/off 12.5, 3.2 V and −2.8 V for 300 µs. */
    @Test
    void aDataSheetIsReadInSiUnits() {
        DeviceSheet sheet = INSTALLED.device("ag-asi-jo2010");
        assertEquals(DeviceSheet.Technology.CBRAM, sheet.technology());
        assertEquals(1 / 26e6, sheet.conductance().maxSiemens(), 2e-5 / 26e6);
        assertEquals(
                12.5, sheet.conductance().maxSiemens() / sheet.conductance().minSiemens(), 1e-3);
        assertEquals(97, sheet.potentiation().pulses());
        assertEquals(-4.88, sheet.depression().nonlinearity());
        assertEquals(3.2, sheet.waveforms().potentiation().volts());
        assertEquals(-2.8, sheet.waveforms().depression().volts());
        assertEquals(300e-6, sheet.waveforms().depression().seconds(), 1e-18);
        assertEquals(0.035, sheet.cycleToCycleSigma(), 1e-17);
        assertEquals(DeviceSheet.ResponseKind.PULSED, sheet.response());
    }

    @Test
    void anUnknownDeviceNamesTheNearestAndAll() {
        var e = assertThrows(UserError.class, () -> INSTALLED.device("ag-asi-jo2001"));
        assertEquals(
                "device \"ag-asi-jo2001\" is unknown; did you mean ag-asi-jo2010? calibration-data/devices has: "
                        + String.join(", ", INSTALLED.names()),
                e.getMessage());
    }

    @Test
    void aDeviceLikeNoOtherNamesAll() {
        var e = assertThrows(UserError.class, () -> INSTALLED.device("../../etc/passwd"));
        assertEquals(
                "device \"../../etc/passwd\" is unknown; calibration-data/devices has: "
                        + String.join(", ", INSTALLED.names()),
                e.getMessage());
    }

    @Test
    void aFolderOfOnesOwnIsNamed() throws IOException {
        Files.copy(INSTALLED.folder().resolve("ideal.yaml"), folder.resolve("mine.yaml"));
        var e = assertThrows(UserError.class, () -> new DeviceLibrary(folder).device("other-one"));
        assertEquals("device \"other-one\" is unknown; " + folder + " has: mine", e.getMessage());
    }

    @Test
    void aBrokenFileIsNamedWithItsLine() throws IOException {
        Path file = folder.resolve("broken.yaml");
        String sound = Files.readString(INSTALLED.folder().resolve("ag-asi-jo2010.yaml"));
        int line =
                (int) sound.lines().takeWhile(text -> !text.startsWith("read:")).count() + 1;
        Files.writeString(file, sound.replace("voltage: 0.5 V, width: 5 ns", "voltage: 0.5 ohm, width: 5 ns"));
        var e = assertThrows(UserError.class, () -> new DeviceLibrary(folder).device("broken"));
        assertTrue(
                e.getMessage()
                        .startsWith(
                                "read.voltage (" + file + ", line " + line + ") is \"0.5 ohm\"; expected a voltage"),
                e::getMessage);
    }

    /** One winner takes every image, 11 %, where fresh cells lie between the two states that pulses reach. */
    @Test
    void aBinaryDeviceStartsInOneOfItsTwoStates() throws IOException {
        String sound = Files.readString(INSTALLED.folder().resolve("stt-mram-intel-22nm.yaml"));
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, sound.replace("response: binary\n", ""));
        var e = assertThrows(UserError.class, () -> DeviceLibrary.read(file));
        assertTrue(e.getMessage().contains(file.toString()), e::getMessage);
        assertTrue(
                e.getMessage()
                        .contains("device stt-mram-intel-22nm is binary, but its response is pulsed, whose cells start"
                                + " between their two states; expected response: binary or levels"),
                e::getMessage);
    }

    @Test
    void aFileOfAnotherNameIsNotTaken() throws IOException {
        Path file = folder.resolve("mine.yaml");
        Files.copy(INSTALLED.folder().resolve("ideal.yaml"), file);
        var e = assertThrows(UserError.class, () -> new DeviceLibrary(folder).device("mine"));
        assertEquals(file + " says its name is ideal; expected mine, the name of the file", e.getMessage());
    }

    @Test
    void aNewFileIsANewDevice() throws IOException {
        String ideal = Files.readString(INSTALLED.folder().resolve("ideal.yaml"));
        Files.writeString(folder.resolve("mine.yaml"), ideal.replace("name: ideal", "name: mine"));
        assertEquals(List.of("mine"), new DeviceLibrary(folder).names());
        assertEquals("mine", new DeviceLibrary(folder).device("mine").name());
    }

    @Test
    void aMissingFolderIsNamed() {
        Path missing = folder.resolve("missing");
        var e = assertThrows(UserError.class, () -> new DeviceLibrary(missing).names());
        assertEquals("cannot list the devices in " + missing + "; expected a folder of YAML files", e.getMessage());
    }
}
