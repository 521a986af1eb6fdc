package crosspike.device.measured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and units of columns, and what stands above and below a table. */
class TableHeadersTest {
    @TempDir
    Path folder;

    /** Lines of a key and a number look like a table of two columns. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Model,2450\nSerial,04400000\n\nIndex,V (V),I (A)\n1,0.1,1e-6\n2,0.2,2e-6\n",
                "Software,KickStart\nModel,2450\nSerial,04400000\nV (V),I (A)\n0.1,1e-6\n0.2,2e-6\n",
                "Device ID,D7\nCount,2\nRepeat,1\nAV,AI\n0.1,1e-6\n0.2,2e-6\n"
            })
    void settingsAboveATableAreNoPartOfIt(String text) throws IOException {
        Measurement sweep = Importer.read(write(text), ImportOptions.none());
        assertEquals(2, sweep.rows().size());
        assertEquals(List.of("1", "1", "2", "0.2", "2e-6", "", ""), rows(sweep, 1));
    }

    @Test
    void aTableMayBeginWithNamesOfDevices() throws IOException {
        Path file = write("device,G (uS),pulse\na,1,1\na,2,2\nb,1,1\nb,2,2\n");
        assertEquals(4, Importer.read(file, ImportOptions.none()).rows().size());
    }

    /** As buffers of the 2450 have it, whose readings may be of anything. */
    @Test
    void aColumnUnitSaysWhatTheReadingsBesideItAre() throws IOException {
        String rows = "\n1,%s,%s,0.1\n2,%s,%s,0.2\n";
        String header = "Index,Reading,Unit,Relative Time";
        Path amps = write(header + rows.formatted("1e-6", "Amp DC", "2e-6", "Amp DC"));
        Measurement train = Importer.read(amps, reads());
        assertEquals(List.of("1", "1", "LTP", "1", "", "", "0.1", "1e-5"), rows(train, 0));
        Path ohms = write(header + rows.formatted("2e5", "Ohm", "1e5", "Ohm"));
        assertEquals("1e-5", Importer.read(ohms, reads()).rows().get(1).cells().get(7));
        Path volts = write(header + rows.formatted("0.2", "Volt DC", "0.3", "Volt DC"));
        UserError error = assertThrows(UserError.class, () -> Importer.read(volts, reads()));
        assertTrue(
                error.getMessage().contains("no column of conductances, resistances or currents"), error.getMessage());
    }

    /** As the buffers of the 2450 have it with their source: its value has a unit beside it, its time is that of the day. */
    @ParameterizedTest
    @CsvSource({"Value,Unit", "Source Value,Source Unit"})
    void aBufferWithItsSourceIsASweep(String value, String unit) throws IOException {
        Path file = write("Index,Reading,Unit,Terminal," + value + "," + unit + ",Output,Date,Time,Fractional Seconds\n"
                + "1,1e-6,Amp DC,F,0.5,Volt DC,T,01/02/2026,10:00:00,0.25\n"
                + "2,2e-6,Amp DC,F,0.6,Volt DC,T,01/02/2026,10:00:01,0.75\n");
        Measurement sweep = Importer.read(file, ImportOptions.none());
        assertEquals(List.of("1", "1", "2", "0.6", "2e-6", "", ""), rows(sweep, 1));
    }

    @Test
    void aValueWithoutAUnitIsNotTakenForACurrent() throws IOException {
        Path file = write("pulse,G (uS),value\n1,1,7\n2,2,8\n");
        assertEquals("2e-6", rows(Importer.read(file, ImportOptions.none()), 1).get(7));
    }

    /** As hands write them above what gnuplot reads: blanks between names, tabs between numbers. */
    @Test
    void namesInACommentMayHaveBlanksBetweenThem() throws IOException {
        Path file = write("# pulse G(uS)\n1\t0.5\n2\t0.7\n");
        assertEquals("7e-7", rows(Importer.read(file, ImportOptions.none()), 1).get(7));
    }

    private static ImportOptions reads() {
        return new ImportOptions(
                Optional.of(Kind.PULSE_TRAIN),
                Optional.empty(),
                OptionalDouble.of(0.1),
                List.of(),
                "1",
                false,
                OptionalInt.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"G (uS)", "Conductance [uS]", "\"G (uS)\"", "G_uS"})
    void aBlankInTheHeaderOfTheOnlyColumnSeparatesNothing(String header) throws IOException {
        Measurement train = Importer.read(write(header + "\n1\n2\n3\n2.5\n2\n1\n"), TestOptions.split(3));
        assertEquals(List.of("1", "1", "LTP", "1", "", "", "", "1e-6"), rows(train, 0));
        assertEquals(6, train.rows().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {",uS", "-,uS", "(),(uS)", "[-],[uS]", "(#),(uS)", "[1],[uS]"})
    void aLineOfUnitsMaySayThatThereIsNone(String units) throws IOException {
        Measurement train =
                Importer.read(write("pulse,G\n" + units + "\n1,1\n2,2\n3,3\n\n1,2\n2,1\n"), ImportOptions.none());
        assertEquals(List.of("1", "1", "LTP", "1", "", "", "", "1e-6"), rows(train, 0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            G (uS)          | 2    | 2e-6
            G (µS)          | 2    | 2e-6
            Conductance [nS]| 2    | 2e-9
            R_kohm          | 2    | 5e-4
            Resistance(Ω)   | 2000 | 5e-4
            g_S             | 2e-6 | 2e-6
            """)
    void unitsAreReadFromHeaders(String header, String value, double siemens) throws IOException {
        Path file = write("pulse," + header + "\n1," + value + "\n2," + value + "\n");
        Measurement train = Importer.read(file, ImportOptions.none());
        assertEquals(siemens, train.number(train.rows().get(0), "g_S"), 1e-12 * siemens);
    }

    /** Where gnuplot and numpy.savetxt have them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Figure 3\n# pulse\tG (uS)\n1\t2\n2\t3\n\n1\t3\n2\t2\n",
                "# pulse G (uS)\n1 2\n2 3\n\n1 3\n2 2\n",
                "# pulse,G_uS\n1,2\n2,3\n\n1,3\n2,2\n"
            })
    void namesMayBeInTheCommentAboveTheNumbers(String text) throws IOException {
        Measurement train = Importer.read(write(text), ImportOptions.none());
        assertEquals(List.of("1", "1", "LTP", "1", "", "", "", "2e-6"), rows(train, 0));
        assertEquals(List.of("1", "1", "LTD", "2", "", "", "", "2e-6"), rows(train, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"# pulse 1 (of 2)\n1 2\n2 3\n", "# a \"new\" cell's G (uS)\n1,2\n2,3\n", "# my, data\n1,2\n2,3\n"
            })
    void aCommentThatNamesNoColumnsIsOne(String text) throws IOException {
        Path file = write(text);
        UserError error = assertThrows(UserError.class, () -> Importer.read(file, ImportOptions.none()));
        assertEquals(
                file + " has no unit for column 2, conductance; give it with --unit, such as --unit uS",
                error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            time (h),G (uS),T (°C);2,3,85      | 7200   | 358.15
            t_d,G (uS),temp_K;2,3,300          | 172800 | 300
            Time [min],G (uS),T [K];2,3,300    | 120    | 300
            t/s,G/uS,T/K;2,3,300               | 2      | 300
            """)
    void timesAndTemperaturesAreReadInTheirUnits(String lines, double seconds, double kelvin) throws IOException {
        Measurement data = Importer.read(write(lines.replace(';', '\n') + "\n"), ImportOptions.none());
        assertEquals(Kind.RETENTION, data.kind());
        assertEquals(seconds, data.number(data.rows().get(0), "t_s"));
        assertEquals(kelvin, data.number(data.rows().get(0), "temp_K"), 1e-9);
    }

    /** d is a day, but I_d is a drain current: its unit is not known. */
    @Test
    void aMarkThatIsPartOfANameIsNoUnit() throws IOException {
        Path file = write("V_d,I_d\n0.1,2\n0.2,3\n");
        UserError error = assertThrows(UserError.class, () -> Importer.read(file, ImportOptions.none()));
        assertTrue(error.getMessage().contains("has no unit for column 1, voltage"), error.getMessage());
        Path named = write("pulse,pulse_V,phase,G (uS)\n1,0.9,LTP,2\n2,0.9,LTP,3\n");
        Measurement train = Importer.read(named, ImportOptions.none());
        assertEquals(0.9, train.number(train.rows().get(1), "v_pulse_V"));
        assertEquals(2, train.number(train.rows().get(1), "pulse"));
    }

    @Test
    void aRepeatedHeaderBeginsABlock() throws IOException {
        Path file = write("pulse,G (uS)\n1,1\n2,2\n3,3\npulse,G (uS)\n1,3\n2,2\n3,1\n");
        Measurement train = Importer.read(file, ImportOptions.none());
        assertEquals(6, train.rows().size());
        assertEquals("LTD", train.cell(train.rows().get(3), "phase"));
        assertEquals(6, train.rows().get(3).line());
    }

    @Test
    void settingsBelowATableAreNoPartOfIt() throws IOException {
        Path file = write("AV,AI,Time\n0.1,1e-6,0\n0.2,2e-6,1\n\nSettings,,\nTest Name,vds,\nDelay,0.1,\n");
        assertEquals(2, Importer.read(file, ImportOptions.none()).rows().size());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    private static List<String> rows(Measurement measurement, int index) {
        return measurement.rows().get(index).cells();
    }
}
