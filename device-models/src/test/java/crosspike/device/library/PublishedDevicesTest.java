package crosspike.device.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.device.nonideality.FlickerNoise;
import crosspike.device.nonideality.ProgrammingNoise;
import crosspike.device.nonideality.StateDrift;
import crosspike.input.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PublishedDevicesTest {
    private static final DeviceLibrary LIBRARY = DeviceLibrary.installed();

    static List<String> names() {
        return LIBRARY.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyDeviceSaysWhereItsNumbersComeFrom(String name) {
        DeviceSheet sheet = LIBRARY.device(name);
        assertFalse(sheet.sources().isEmpty());
        assertTrue(sheet.unverified().stream().noneMatch(String::isBlank));
        sheet.conductance().range();
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyDeviceWithoutPulsesSaysSo(String name) {
        DeviceSheet sheet = LIBRARY.device(name);
        if (sheet.potentiation() == null) {
            assertTrue(sheet.unverified().stream().anyMatch(remark -> remark.startsWith("no pulse data")));
            UserError error = assertThrows(UserError.class, sheet::programmable);
            assertTrue(error.getMessage().startsWith("device " + name + " has no potentiation: "));
        } else {
            sheet.programmable().waveforms();
        }
    }

    /** The rows of the device table that papers quote: RON in ohm, on/off, pulses and labels. */
    @ParameterizedTest
    @CsvSource({
        "ag-asi-jo2010,       26e6,   12.5, 97,  100, 2.4,   -4.88, 0.035",
        "taox-tio2-neurosim,  5e6,    2,    102, 102, 1.85,  -1.79, 0.01",
        "taox-hfox-wu2018,    100e3,  10,   128, 128, 0.04,  -0.63, 0.037",
        "pcmo-park2013,       23e6,   6.84, 50,  50,  3.68,  -6.76, 0.01",
        "alox-hfo2-woo2016,   16.9e3, 4.43, 40,  40,  1.94,  -0.61, 0.05",
        "gst-pcm-kuzum2011,   4710,   19.8, 100, 120, 0.105, 2.4,   0.015",
        "epiram-choi2018,     81e3,   50.2, 64,  64,  0.5,   -0.5,  0.02",
        "hzo-fefet-jerry2017, 559280, 45,   32,  32,  1.75,  1.46,  0.005"
    })
    void theTableRowsAreThere(
            String name, double ron, double onOff, int up, int down, double ltp, double ltd, double sigma) {
        DeviceSheet sheet = LIBRARY.device(name);
        double max = sheet.conductance().maxSiemens();
        assertEquals(1 / ron, max, 2e-5 / ron);
        assertEquals(onOff, max / sheet.conductance().minSiemens(), 2e-4 * onOff);
        assertEquals(up, sheet.potentiation().pulses());
        assertEquals(down, sheet.depression().pulses());
        assertEquals(ltp, sheet.potentiation().nonlinearity());
        assertEquals(ltd, sheet.depression().nonlinearity());
        assertEquals(sigma, sheet.cycleToCycleSigma(), 1e-15);
    }

    @Test
    void noiseDriftAndFlickerAreThoseOfTheirSources() {
        DeviceSheet pcm = LIBRARY.device("pcm-nandakumar2019");
        assertEquals(
                List.of(
                        new ProgrammingNoise(
                                ProgrammingNoise.Argument.FRACTION_OF_MAX, List.of(0.26348, 1.9650, -1.1731), 0),
                        new StateDrift(
                                20,
                                new StateDrift.LogLaw(-0.0155, 0.0244, 0.049, 0.1),
                                new StateDrift.LogLaw(-0.0125, -0.0059, 0.008, 0.045)),
                        new FlickerNoise(0.0088, 0.65, 0.2, 250e-9, 1)),
                pcm.layers(true));
        assertEquals(
                List.of(new ProgrammingNoise(
                        ProgrammingNoise.Argument.MICROSIEMENS, List.of(0.28638599, 0.07585724, -0.00178767), 0)),
                LIBRARY.device("pcm-joshi2020").layers(true));
    }

    @Test
    void toolsSymbolsAreTranslated() {
        List<ToolSymbols.Symbol> symbols = ToolSymbols.of(LIBRARY.device("ag-asi-jo2010"));
        assertTrue(
                symbols.contains(new ToolSymbols.Symbol("maxConductance", "1/RON", "conductance.max", "38.462 nS")),
                symbols.toString());
        assertTrue(symbols.contains(new ToolSymbols.Symbol("", "RON", "1/conductance.max", "26 Mohm")));
        assertTrue(symbols.contains(new ToolSymbols.Symbol("NL_LTD", "NL", "depression.nonlinearity", "-4.88")));
    }

    @Test
    void aDeviceDoesNotDifferFromItself() {
        DeviceSheet sheet = LIBRARY.device("epiram-choi2018");
        assertEquals(List.of(), SheetDifference.between(sheet, sheet));
    }

    @Test
    void differencesOfQuantitiesHaveARatio() {
        List<SheetDifference> differences =
                SheetDifference.between(LIBRARY.device("ag-asi-jo2010"), LIBRARY.device("pcm-joshi2020"));
        SheetDifference max = differences.stream()
                .filter(difference -> difference.key().equals("conductance.max"))
                .findFirst()
                .orElseThrow();
        assertEquals("38.462 nS", max.left().orElseThrow());
        assertEquals("25 uS", max.right().orElseThrow());
        assertEquals(25e-6 / 38.462e-9, max.ratio().getAsDouble(), 1e-9);
        SheetDifference pulses = differences.stream()
                .filter(difference -> difference.key().equals("potentiation.pulses"))
                .findFirst()
                .orElseThrow();
        assertEquals("97", pulses.left().orElseThrow());
        assertTrue(pulses.right().isEmpty() && pulses.ratio().isEmpty());
    }

    @Test
    void aWrongNameListsTheRightOnes() {
        UserError error = assertThrows(UserError.class, () -> LIBRARY.device("ag-asi-jo2011"));
        assertTrue(
                error.getMessage()
                        .startsWith("device \"ag-asi-jo2011\" is unknown; did you mean ag-asi-jo2010? "
                                + "calibration-data/devices has: 2t1f-neurosim, "),
                error.getMessage());
    }
}
