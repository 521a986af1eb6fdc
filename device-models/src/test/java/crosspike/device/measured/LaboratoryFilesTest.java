package crosspike.device.measured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.input.UserError;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as laboratories keep them, in their own words and with their notes above the numbers. */
class LaboratoryFilesTest {
    @TempDir
    Path folder;

    /** Dates, versions and remarks have points where numbers have commas. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Vread = 0.2 V\nPuls;x\npulse;G (uS)\n1;2,5\n2;3,5\n",
                "Datum;02.03.2026\nSoftware;4.1.2\npulse;G (uS)\n1;2,5\n2;3,5\n",
                "Bias;0.2\npulse;G (uS)\n1;2,5\n2;3,5\n"
            })
    void decimalCommasAreSeenBelowNotesWithPoints(String text) throws IOException {
        Measurement train = read(text);
        assertEquals(List.of("1", "1", "LTP", "2", "", "", "", "3.5e-6"), cells(train, 1));
    }

    @Test
    void pointsOfNumbersAreDecimalWhereNotesHaveCommas() throws IOException {
        Measurement train = read("Wafer;7,2\npulse;G (uS)\n1;2.5\n2;3.5\n");
        assertEquals(List.of("1", "1", "LTP", "2", "", "", "", "3.5e-6"), cells(train, 1));
    }

    /** Both states on one time axis: the time must not be lost. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Time (h),R_HRS (kohm),R_LRS (kohm)\n1,500,25\n10,400,20\n",
                "t_h,HRS (kohm),LRS (kohm)\n1,500,25\n10,400,20\n",
                "Time (h),G_HRS (uS),G_LRS (uS)\n1,2,40\n10,2.5,50\n",
                "Time (h),Goff (uS),Gon (uS)\n1,2,40\n10,2.5,50\n"
            })
    void bothStatesAgainstTimeAreRetention(String text) throws IOException {
        Measurement data = read(text);
        assertEquals(Kind.RETENTION, data.kind());
        assertEquals(4, data.rows().size());
        assertEquals(List.of("1", "HRS", "36000", "2.5e-6", ""), cells(data, 2));
        assertEquals(List.of("1", "LRS", "36000", "5e-5", ""), cells(data, 3));
    }

    @Test
    void bothStatesAgainstCyclesAreEnduranceAlsoAsConductances() throws IOException {
        Measurement data = read("Cycle,Time (s),G_HRS (uS),G_LRS (uS)\n1,0.1,2,40\n10,1,2.5,50\n");
        assertEquals(Kind.ENDURANCE, data.kind());
        assertEquals(List.of("1", "10", "HRS", "400000"), cells(data, 2));
        assertEquals(List.of("1", "10", "LRS", "20000"), cells(data, 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SMU1 Voltage (V),SMU1 Current (A) | IV
            Delta t (ms),Delta G (%)          | STDP
            Δt (ms),ΔG/G (%)                  | STDP
            Spike timing (ms),ΔG (%)          | STDP
            """)
    void columnsAreKnownByTheNamesOfLaboratories(String header, Kind kind) throws IOException {
        Measurement data = read(header + "\n0.1,1e-6\n0.2,2e-6\n");
        assertEquals(kind, data.kind());
        assertEquals(2, data.rows().size());
    }

    @Test
    void namesThatSayNothingAreShown() throws IOException {
        Path file = write("Bias (V),Leck (A)\n0.1,1e-6\n0.2,2e-6\n");
        UserError error = assertThrows(UserError.class, () -> Importer.read(file, ImportOptions.none()));
        assertEquals(
                file + " does not say what was measured; its columns are none that are known; give --kind"
                        + " pulse_train, iv, retention, endurance, level_program or stdp, and name the columns with"
                        + " --columns; not known: \"Bias (V)\", \"Leck (A)\"",
                error.getMessage());
    }

    /** Else the numbers would be cut at their commas, and columns beside the first of a name lost. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pulse,G (uS);1,2,5;2,3,5           | data.csv line 2: "5" is in column 3, but the header names 2; name all columns, and write decimal points where commas separate
            device_id,level,t_s,g_S,temp_K;1,0,1,2,5e-6,300 | data.csv line 2: "300" is in column 6, but the header names 5; name all columns, and write decimal points where commas separate
            pulse,G (uS),G (uS);1,2,9;2,3,8    | data.csv: two columns are called "G (uS)"; name the columns from the left with --columns, and - for one to skip
            t (s),G (uS),Temperature;1,2,300   | data.csv has no unit for column 3, temperature; name the columns with their units, such as --columns "V (V),I (A)"
            V (V),I (A),Compliance;1,2,1;2,3,1 | data.csv has no unit for column 3, compliance; name the columns with their units, such as --columns "V (V),I (A)"
            pulse,"G;(uS)";1,2;2,3             | data.csv line 1 has quotes that do not match; write each cell in one line, without the line breaks of a sheet
            """)
    void noNumberIsLostWithoutAWord(String lines, String message) throws IOException {
        Path file = write(lines.replace(';', '\n') + "\n");
        UserError error = assertThrows(UserError.class, () -> Importer.read(file, ImportOptions.none()));
        assertEquals(message, error.getMessage().replace(folder + "/", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pulse,G (uS),\n1,2.5,\n2,3.5,\n",
                "pulse,G (uS)\n1,2.5,first\n2,3.5\n",
                "pulse\u00a0,G\u00a0(uS)\n1,2.5\n2,3.5\u00a0\n",
                "Wafer of 6\",here\npulse,G (uS)\n1,2.5\n2,3.5\n"
            })
    void emptyCellsRemarksAndBlanksThatDoNotBreakChangeNothing(String text) throws IOException {
        assertEquals(List.of("1", "1", "LTP", "2", "", "", "", "3.5e-6"), cells(read(text), 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-16", "windows-1252"})
    void encodingsAreToldApartWithoutAMark(String charset) throws IOException {
        Path file =
                Files.writeString(folder.resolve("data.csv"), "pulse,G (µS)\n1,2.5\n2,3.5\n", Charset.forName(charset));
        assertEquals(
                List.of("1", "1", "LTP", "2", "", "", "", "3.5e-6"),
                cells(Importer.read(file, ImportOptions.none()), 1));
    }

    private Measurement read(String text) throws IOException {
        return Importer.read(write(text), ImportOptions.none());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    private static List<String> cells(Measurement measurement, int index) {
        return measurement.rows().get(index).cells();
    }
}
