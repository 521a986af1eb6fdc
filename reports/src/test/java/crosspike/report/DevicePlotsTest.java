package crosspike.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.device.calibration.DeviceFit;
import crosspike.device.calibration.FitOptions;
import crosspike.device.library.DeviceLibrary;
import crosspike.device.measured.ImportOptions;
import crosspike.device.measured.Importer;
import crosspike.device.measured.Measurement;
import crosspike.input.Installation;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevicePlotsTest {
    @TempDir
    Path folder;

    @Test
    void everyDeviceWithPulsesHasItsCurve() {
        DeviceLibrary library = DeviceLibrary.installed();
        for (String name : List.of("ag-asi-jo2010", "stt-mram-neurosim", "ideal")) {
            List<Path> files = DevicePlots.write(library.device(name), folder.resolve(name));
            assertEquals(List.of("pulse-curve.png", "pulse-curve.svg"), names(files));
        }
        assertThrows(UserError.class, () -> DevicePlots.write(library.device("rram-milo2021"), folder));
    }

    @Test
    void aFitIsDrawnWithItsLabelsAndDevicesAndTheSameTwice() throws IOException {
        DeviceFit fit = DeviceFit.of(read("synthetic-arc-one.csv"), FitOptions.standard());
        List<Path> first = DevicePlots.write(fit, folder.resolve("first"));
        assertEquals(
                List.of("fit.png", "fit.svg", "steps.png", "steps.svg", "devices.png", "devices.svg"), names(first));
        String svg = Files.readString(folder.resolve("first/fit.svg"));
        assertTrue(svg.contains("NL 2.0")
                && svg.contains("NL -3.")
                && svg.contains("pulse (potentiation, then depression)"));
        for (Path file : DevicePlots.write(fit, folder.resolve("second"))) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("first").resolve(file.getFileName())), Files.readAllBytes(file));
        }
    }

    @Test
    void retentionEnduranceAndLevelsHaveTheirPlots() throws IOException {
        DevicePlots.write(read("synthetic-retention.csv"), folder);
        assertTrue(Files.readString(folder.resolve("retention.svg")).contains("level 4"));
        DevicePlots.write(written("cycle,HRS (Mohm),LRS (kohm)\n1,1,10\n100,0.9,11\n"), folder);
        assertTrue(Files.readString(folder.resolve("endurance.svg")).contains("HRS"));
        DevicePlots.write(written("level,G target (uS),G (uS)\n1,5,5.1\n1,5,4.9\n2,9,9.1\n2,9,8.8\n"), folder);
        assertTrue(Files.readString(folder.resolve("levels.svg")).contains("level 2"));
    }

    /** Both states between two powers of ten: one mark would say nothing. */
    @Test
    void resistancesCanBeReadFromTheAxisOfAnEndurance() throws IOException {
        DevicePlots.write(written("cycle,HRS (kohm),LRS (kohm)\n1,480,24\n10,450,23\n"), folder);
        String drawn = Files.readString(folder.resolve("endurance.svg"));
        for (String mark : List.of(">50<", ">100<", ">200<")) {
            assertTrue(drawn.contains(mark), mark);
        }
    }

    @Test
    void aResponseWithoutLabelsIsDrawnWithoutLabels() throws IOException {
        DevicePlots.write(DeviceLibrary.installed().device("stt-mram-neurosim"), folder);
        String drawn = Files.readString(folder.resolve("pulse-curve.svg"));
        assertTrue(drawn.contains("LTP") && !drawn.contains("NL"), "binary cells have no nonlinearity");
    }

    @Test
    void theCurveWithoutNoiseIsNotCalledTheMeanOfTheNoisyOnes() throws IOException {
        DevicePlots.write(DeviceLibrary.installed().device("taox-hfox-wu2018"), folder);
        String drawn = Files.readString(folder.resolve("pulse-curve.svg"));
        assertTrue(drawn.contains("5 cycles, C2C 3.70 %") && drawn.contains("without noise"));
        assertFalse(drawn.contains("mean"), "at the ends of the range noise goes one way only");
    }

    @Test
    void marksOfAnAxisDifferAlsoWhereAllValuesAreTheSame() throws IOException {
        DevicePlots.write(written("level,G target (uS),G (uS)\n1,5,5.1\n2,9,9.1\n"), folder);
        assertEquals(2, Files.readString(folder.resolve("levels.svg")).split(">50<", -1).length);
    }

    @Test
    void pulseTrainsAreDrawnBeforeAnyFit() throws IOException {
        DevicePlots.write(read("synthetic-arc-one.csv"), folder);
        assertTrue(Files.readString(folder.resolve("pulse-trains.svg")).contains("device w3b1"));
    }

    @Test
    void sweepsAreDrawnByMagnitudeAndWindowsInMilliseconds() throws IOException {
        DevicePlots.write(written("device,V (V),I (A)\na,-0.1,-1e-6\na,0,0\na,0.1,2e-6\nb,0.1,2e-5\n"), folder);
        String sweep = Files.readString(folder.resolve("iv.svg"));
        for (String text : List.of("voltage (V)", "device a", "device b", ">10<")) {
            assertTrue(sweep.contains(text), text);
        }
        DevicePlots.write(written("dt (ms),dG (%)\n-10,-8\n10,9\n"), folder);
        assertTrue(Files.readString(folder.resolve("stdp.svg")).contains("output spike after input spike (ms)"));
    }

    private Measurement written(String text) throws IOException {
        return Importer.read(Files.writeString(folder.resolve("data.csv"), text), ImportOptions.none());
    }

    private static Measurement read(String name) {
        return Importer.read(Installation.path("calibration-data", "curves", name), ImportOptions.none());
    }

    private static List<String> names(List<Path> files) {
        return files.stream().map(file -> file.getFileName().toString()).toList();
    }
}
