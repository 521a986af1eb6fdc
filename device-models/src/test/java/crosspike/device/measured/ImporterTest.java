package crosspike.device.measured;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.UserError;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One synthetic file for each instrument and tool, with the traps that its real files have. */
class ImporterTest {
    @TempDir
    Path folder;

    @Test
    void easyExpertBlocksAreRepeatsInSiUnits() {
        Measurement sweep = read("b1500a-easyexpert.csv", ImportOptions.none());
        assertEquals(Kind.IV, sweep.kind());
        assertEquals(6, sweep.rows().size());
        assertEquals(
                List.of("1", "2", "3", "0.1", "2e-6", "0.2", ""),
                sweep.rows().get(5).cells());
        assertEquals(17, sweep.rows().get(5).line());
    }

    @Test
    void theClassicExportRepeatsItsHeader() {
        Measurement sweep = read("b1500a-classic.csv", ImportOptions.none());
        assertEquals(
                List.of("1", "2", "1", "0.1", "2e-6", "0", ""),
                sweep.rows().get(2).cells());
    }

    @Test
    void aSweepReadAtAVoltageIsATrainWhenItsOwnerSaysSo() {
        ImportOptions train = new ImportOptions(
                Optional.of(Kind.PULSE_TRAIN),
                Optional.empty(),
                OptionalDouble.of(0.1),
                List.of(),
                "D7",
                false,
                OptionalInt.empty());
        Measurement measurement = read("keithley-4200.csv", train);
        assertEquals(
                List.of("D7", "1", "LTP", "1", "", "", "0.1", "1e-5"),
                measurement.rows().get(0).cells());
        assertEquals(2, measurement.rows().size(), "the overflow is no value");
    }

    @Test
    void keithleyBuffersHaveLinesBeforeTheirHeader() {
        Measurement sweep = read("keithley-2450.csv", ImportOptions.none());
        assertEquals(Kind.IV, sweep.kind());
        assertEquals(2, sweep.rows().size());
        assertEquals(
                List.of("1", "1", "2", "0.1", "1.1e-6", "0.5", ""),
                sweep.rows().get(1).cells());
    }

    @Test
    void arcFilesAreSplitByCellAndPolarityAndReadsAndSweepsLeftOut() {
        Measurement train = read("arc-one.csv", ImportOptions.none());
        assertEquals(24, train.rows().size());
        assertEquals(
                List.of("w1b1", "1", "LTP", "1", "-1.2", "0.0001", "0.5", "4.81527e-6"),
                rounded(train.rows().get(0).cells()));
        assertEquals("LTD", train.cell(train.rows().get(6), "phase"), "here positive pulses depress");
        assertEquals("w2b5", train.cell(train.rows().get(12), "device_id"));
        assertEquals(1, train.number(train.rows().get(12), "cycle"));
    }

    @Test
    void neuroSimsMirroredDepressionIsTurnedRound() {
        UserError error = assertThrows(UserError.class, () -> read("neurosim-columns.txt", options("nS", false, 0)));
        assertTrue(error.getMessage().endsWith("or --columns up,down"), error.getMessage());
        ImportOptions named = new ImportOptions(
                Optional.empty(),
                Optional.empty(),
                OptionalDouble.empty(),
                List.of("pulse", "G (nS)"),
                "1",
                true,
                OptionalInt.empty());
        Measurement train = read("neurosim-columns.txt", named);
        assertEquals(24, train.rows().size());
        assertEquals("LTD", train.cell(train.rows().get(12), "phase"));
        assertTrue(train.number(train.rows().get(12), "g_S")
                > train.number(train.rows().get(23), "g_S"));
        assertEquals(0.857, train.number(train.rows().get(12), "pulse"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | pulse,G (uS);1,1;2,2;3,3;4,2;5,1;6,0;7,1;8,2;9,3 | 1 2 3 1 2 3 1 2 3",
                "3 | pulse,G (uS);0,1;1,2;2,3;3,2;4,1;5,0 | 0 1 2 1 2 3",
                "0 | phase,pulse,G (uS);LTP,0,1;LTP,1.5,2;LTP,2,3;LTD,2,3;LTD,3.5,2;LTD,4,1 | 0 1.5 2 0 1.5 2",
                "0 | pulse,pulse voltage (V),G (uS);1,1,1;2,1,2;3,-1,1;4,-1,0 | 1 2 1 2",
                "3 | pulse,G (uS);1,1;2,2;3,3;1,2;2,1;3,0 | 1 2 3 1 2 3",
                "0 | phase,pulse,G (uS);LTP,1,1;LTD,1,0;LTP,1,1;LTD,1,0 | 1 1 1 1"
            })
    void pulsesAreCountedFromTheStartOfTheirTrainAlsoWhereTheFileCountsOn(int split, String text, String pulses)
            throws IOException {
        Measurement train = Importer.read(write(text.replace(';', '\n')), options("uS", false, split));
        assertEquals(
                pulses,
                train.rows().stream().map(row -> train.cell(row, "pulse")).collect(Collectors.joining(" ")));
    }

    @Test
    void twoRisingBlocksAreNotGuessedAbout() throws IOException {
        Path file = write("pulse,G (uS)\n1,1\n2,2\n3,3\n\n1,1\n2,2\n3,3\n");
        UserError error = assertThrows(UserError.class, () -> Importer.read(file, ImportOptions.none()));
        assertTrue(error.getMessage().contains("line 6: a second block rises"), error.getMessage());
        assertTrue(error.getMessage().contains("--mirrored"), error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pulse,G;0,1;1,2               | 25 uS
            pulse,G (a.u.);0,1;1,2        | 25 uS
            pulse,G [arb. units];0,1;1,2  | 25 uS
            pulse,G (uS);0,25;1,50        | uS
            pulse,G (uS);0,25;1,50        | 1e-6 S
            pulse,G,R (kohm);0,25,7;1,50,8| uS
            """)
    void aUnitThatTheFileLeavesOpenIsThatOfItsOwner(String lines, String unit) throws IOException {
        Path file = write(lines.replace(';', '\n') + "\n");
        Measurement train = Importer.read(file, TestOptions.of(Optional.of(unit), false, 0));
        assertEquals("2.5e-5", train.cell(train.rows().get(0), "g_S"));
        assertEquals("5e-5", train.cell(train.rows().get(1), "g_S"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pulse,G (uS);0,1;1,2          | nS | data.csv: "G (uS)" is in uS; leave out --unit nS, or name the columns with their units with --columns
            pulse,R (kohm);0,1;1,2        | uS | data.csv: "R (kohm)" is in kohm; leave out --unit uS, or name the columns with their units with --columns
            pulse,G;,uS;0,1;1,2           | nS | data.csv: "G" is in uS; leave out --unit nS, or name the columns with their units with --columns
            pulse,G;0,1;1,2               | kV | data.csv: "kV" of --unit is no unit of conductance; write it in the header, or give it with --unit, such as --unit uS
            """)
    void aUnitOtherThanTheFileSaysIsRefused(String lines, String unit, String message) throws IOException {
        Path file = write(lines.replace(';', '\n') + "\n");
        ImportOptions options = TestOptions.of(Optional.of(unit), false, 0);
        UserError error = assertThrows(UserError.class, () -> Importer.read(file, options));
        assertEquals(message, error.getMessage().replace(folder + "/", ""));
    }

    @Test
    void upAndDownColumnsNeedAUnitAndNames() {
        ImportOptions named = new ImportOptions(
                Optional.empty(),
                Optional.of("25 uS"),
                OptionalDouble.empty(),
                List.of("up", "down"),
                "1",
                false,
                OptionalInt.empty());
        Measurement train = read("aihwkit-up-down.csv", named);
        assertEquals(24, train.rows().size());
        assertEquals(4.81527 * 25e-6, train.number(train.rows().get(0), "g_S"), 1e-12);
        assertEquals("LTD", train.cell(train.rows().get(12), "phase"));
        assertEquals(1, train.number(train.rows().get(12), "pulse"));
    }

    @Test
    void decimalCommasAndLatin1AndAUnitRowAreUnderstood() {
        Measurement train = read("digitised-german.csv", ImportOptions.none());
        assertEquals(
                List.of("1", "1", "LTP", "1", "", "", "", "4.8153e-6"),
                train.rows().get(0).cells());
        assertEquals("LTD", train.cell(train.rows().get(12), "phase"));
        assertEquals("1", train.cell(train.rows().get(12), "cycle"));
    }

    @Test
    void retentionAndEnduranceKeepTheirUnits() {
        Measurement retention = read("gnuplot.dat", ImportOptions.none());
        assertEquals(Kind.RETENTION, retention.kind());
        assertEquals(List.of("1", "", "10", "1.96078431373e-5", ""), rows(retention, 1));
        Measurement endurance = read("endurance.csv", ImportOptions.none());
        assertEquals(Kind.ENDURANCE, endurance.kind());
        assertEquals(List.of("1", "10", "HRS", "1100000"), rows(endurance, 2));
        assertEquals(List.of("1", "10", "LRS", "11000"), rows(endurance, 3));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Δt (ms),ΔG (%)    | -12, 5   | -0.012 | 0.05
            dt_s,dg_rel       | 0.01, -1 | 0.01   | -1
            delta t [us],dG/G | 3, 0.5   | 3e-6   | 0.5
            """)
    void anStdpWindowIsAChangeAgainstATime(String header, String row, double seconds, double change)
            throws IOException {
        Measurement window = Importer.read(write(header + "\n" + row + "\n" + row + "\n"), ImportOptions.none());
        assertEquals(Kind.STDP, window.kind());
        assertEquals(seconds, window.number(window.rows().get(0), "dt_s"), 1e-12);
        assertEquals(change, window.number(window.rows().get(0), "dg_rel"), 1e-12);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pulse,G;1,2;2,3             | data.csv has no unit for column 2, conductance; give it with --unit, such as --unit uS
            pulse,R;1,2;2,3             | data.csv has no unit for column 2, resistance; give it with --unit, such as --unit kohm
            pulse,I (nA);1,2;2,3        | data.csv has currents but no read voltage; give it with --vread, such as --vread "0.1 V"
            pulse,G (uX);1,2;2,3        | data.csv: "uX" of G (uX) is no unit of conductance; write it in the header, or give it with --unit, such as --unit uS
            0.1,2;0.2,3;0.5,4           | data.csv has no header; name its columns from the left with --columns, such as --columns "pulse,G (uS)" or --columns up,down
            pulse,G (uS);1,2;2,x        | data.csv line 3: "x" in column 2 is no number
            a,b;1,2;2,3                 | data.csv does not say what was measured; its columns are none that are known; give --kind pulse_train, iv, retention, endurance, level_program or stdp, and name the columns with --columns; not known: "a", "b"
            dt (ms),dG (nS);1,2;2,3     | data.csv: "nS" of dG (nS) is no unit of fraction; write it in the header or name the columns with --columns, such as --columns "pulse,G (uS)"
            pulse,phase,G (uS);1,X,2;2,X,3 | data.csv line 2: "X" is no phase; expected LTP or LTD
            pulse,width_s,G (uS);1,1e-6,2;2,-1e-6,3 | data.csv line 3: pulse width is -1.0E-6 s; expected more than 0 s, or 0 s for a mere read
            hello;world                 | data.csv has no lines of numbers; expected a table of measurements
            pulse,G (uS);1,1;2,3;3,5;4,3;5,1;6,1 | data.csv line 2: the conductance rises and falls within one train of 6 pulses; say where potentiation ends with --split, the pulses of each phase, or with a column phase
            """)
    void whatIsNotSaidIsAskedFor(String lines, String message) throws IOException {
        Path file = write(lines.replace(';', '\n') + "\n");
        UserError error = assertThrows(UserError.class, () -> Importer.read(file, ImportOptions.none()));
        assertEquals(message, error.getMessage().replace(folder + "/", ""));
    }

    @Test
    void anotherTableBelowIsNotLost() throws IOException {
        Path file = write("pulse,G (uS)\n1,1\n2,2\n\ncycle,R (ohm)\n1,1\n2,2\n");
        UserError error = assertThrows(UserError.class, () -> Importer.read(file, ImportOptions.none()));
        assertEquals(file + " line 5: another table begins; write it to a file of its own", error.getMessage());
    }

    @Test
    void eachDigitisedCurveHasItsOwnPulses() throws IOException {
        Path file = write("Pulse;G LTP;Pulse;G LTD\n;µS;;µS\n1;1,0;0,5;5,0\n2;2,5;1,5;3,5\n3;3,6;2,5;2,4\n");
        Measurement train = Importer.read(file, ImportOptions.none());
        assertEquals(List.of("1", "1", "LTD", "0.5", "", "", "", "5e-6"), rows(train, 3));
    }

    @Test
    void decimalCommasInQuotesAreUnderstoodWhereTheyCannotBeThousands() throws IOException {
        Path file = write("pulse,\"G (µS)\"\n1,\"1,5\"\n2,\"2,25\"\n");
        Measurement train = Importer.read(file, ImportOptions.none());
        assertEquals(1.5e-6, train.number(train.rows().get(0), "g_S"), 1e-18);
        Path thousands = write("pulse,R (ohm)\n1,\"1,500\"\n2,\"2,250\"\n");
        UserError error = assertThrows(UserError.class, () -> Importer.read(thousands, ImportOptions.none()));
        assertEquals(thousands + " line 2: \"1,500\" in column 2 is no number", error.getMessage());
    }

    @Test
    void oneColumnOfBothPhasesIsSplitWhereItsOwnerSays() throws IOException {
        Path file = write("pulse,G (uS)\n1,1\n2,3\n3,5\n4,4\n5,2\n6,1\n7,2\n8,3\n9,5\n");
        Measurement train = Importer.read(file, options("uS", false, 3));
        List<String> phases = train.rows().stream()
                .map(row -> train.cell(row, "phase") + train.cell(row, "cycle"))
                .distinct()
                .toList();
        assertEquals(List.of("LTP1", "LTD1", "LTP2"), phases);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"b1500a-easyexpert.csv", "arc-one.csv", "digitised-german.csv", "gnuplot.dat", "endurance.csv"})
    void tidyFilesReadBackAsTheyWereWritten(String name) throws IOException {
        Measurement measurement = read(name, ImportOptions.none());
        Path tidy = Files.writeString(folder.resolve("tidy.csv"), TidyCsv.text(measurement));
        Measurement again = Importer.read(tidy, ImportOptions.none());
        assertEquals(measurement.kind(), again.kind());
        assertEquals(TidyCsv.text(measurement), TidyCsv.text(again));
    }

    @Test
    void aTidyFileWithAWordForANumberNamesTheLine() throws IOException {
        Path file = write("device_id,level,t_s,g_S,temp_K\n1,0,1,1e-6,300\n1,0,10,often,300\n");
        UserError error = assertThrows(UserError.class, () -> Importer.read(file, ImportOptions.none()));
        assertEquals(
                "data.csv line 3: g_S is \"often\"; expected a number",
                error.getMessage().replace(folder + "/", ""));
    }

    @Test
    void aTidyFileMayNamePhasesAsOtherTablesDo() throws IOException {
        String rows =
                "device_id,cycle,phase,pulse,v_pulse_V,width_s,v_read_V,g_S\n1,1,%s,1,,,,1e-6\n1,1,%s,1,,,,2e-6\n";
        Measurement train = Importer.read(write(rows.formatted("ltp", "Depression")), ImportOptions.none());
        assertEquals(
                List.of("LTP", "LTD"),
                train.rows().stream().map(row -> row.cells().get(2)).toList());
        Path file = write(rows.formatted("LTP", "read"));
        UserError error = assertThrows(UserError.class, () -> Importer.read(file, ImportOptions.none()));
        assertTrue(
                error.getMessage().endsWith("line 3: \"read\" is no phase; expected LTP or LTD"), error.getMessage());
    }

    /** As Python, C and Fortran write them; whoever reads the tidy form has only to know those of Java. */
    @Test
    void numbersOfATidyFileMayBeWrittenInOtherWays() throws IOException {
        Path file = write("device_id,level,t_s,g_S,temp_K\n1,0,1,nan,300\n1,0,10,inf,300\n1,0,100,1.5D-6,300\n");
        Measurement retention = Importer.read(file, ImportOptions.none());
        assertEquals(
                List.of("", "Infinity", "1.5e-6"),
                retention.rows().stream().map(row -> row.cells().get(3)).toList());
        assertEquals(1.5e-6, retention.number(retention.rows().get(2), "g_S"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t (s),R (ohm)\\n1,10\\n2,0\\n3,\\n | 2",
                "V (V),I (A)\\n1,1e-6\\n2,9.9e37\\n3,\\n | 2",
                "cycle,HRS (ohm),LRS (ohm)\\n1,1e6,1e3\\n2,,1e3\\n3,nan,1e3\\n | 1",
                "pulse,up (uS),pulse,down (uS)\\n1,1,1,2\\n2,2,2,nan\\n3,3,,\\n | 1",
                "device_id,level,t_s,g_S,temp_K\\n1,0,1,2e-6,\\n1,0,2,,\\n | 0"
            })
    void readsWithoutAValueThatACellCanHaveAreCounted(String text, int leftOut) throws IOException {
        assertEquals(
                leftOut,
                Importer.read(write(text.replace("\\n", "\n")), ImportOptions.none())
                        .leftOut());
    }

    private static List<String> rows(Measurement measurement, int index) {
        return measurement.rows().get(index).cells();
    }

    private static List<String> rounded(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.matches("4\\.8152\\d+e-6") ? "4.81527e-6" : cell)
                .toList();
    }

    private static ImportOptions options(String unit, boolean mirrored, int split) {
        return TestOptions.of(Optional.of(unit), mirrored, split);
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }

    private static Measurement read(String name, ImportOptions options) {
        try {
            return Importer.read(Path.of(ImporterTest.class.getResource(name).toURI()), options);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
