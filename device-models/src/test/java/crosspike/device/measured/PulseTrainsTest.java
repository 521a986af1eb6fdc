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

class PulseTrainsTest {
    @TempDir
    Path folder;

    /** As in PCM, and in TaOx/HfOx: their polarity does not tell the directions apart. */
    @Test
    void pulsesOfOnePolarityAreToldApartByTheirCountOrSplit() throws IOException {
        String header = "pulse,pulse_V,G (uS)\n";
        Path counted = write(header + "1,1.6,1\n2,1.6,2\n3,1.6,3\n1,1.6,3\n2,1.6,2\n3,1.6,1\n");
        Measurement train = Importer.read(counted, ImportOptions.none());
        assertEquals(
                List.of("1", "1", "LTP", "1", "1.6", "", "", "1e-6"),
                train.rows().get(0).cells());
        assertEquals(
                List.of("1", "1", "LTD", "1", "1.6", "", "", "3e-6"),
                train.rows().get(3).cells());

        Path inOneGo = write(header + "1,0.7,1\n2,0.7,2\n3,0.7,3\n4,3,3\n5,3,2\n6,3,1\n");
        UserError error = assertThrows(UserError.class, () -> Importer.read(inOneGo, ImportOptions.none()));
        assertTrue(error.getMessage().contains("say where potentiation ends with --split"), error.getMessage());
        Measurement split = Importer.read(inOneGo, TestOptions.split(3));
        assertEquals("LTD", split.cell(split.rows().get(3), "phase"));
    }

    /** A tidy train counts the pulses of its own phase, however its source counts. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pulse,G (uS)         | 1,1;2,2;3,3;4,2;5,1;6,0.5;7,1;8,2;9,3             | 3
            pulse,G (uS)         | 1.5,1;3,2;4.5,3;6,2;7.5,1;9,0.5;10.5,1;12,2;13.5,3 | 3
            pulse,pulse_V,G (uS) | 1,1,1;2,1,2;3,1,3;4,-1,2;5,-1,1;6,-1,.5;7,1,1     | 0
            pulse,phase,G (uS)   | 1,LTP,1;2,LTP,2;3,LTP,3;4,LTD,2;5,LTD,1;6,LTP,2   | 0
            """)
    void aCountThatRunsOnBeginsAnewWithEachPhase(String header, String lines, int split) throws IOException {
        Path file = write(header + "\n" + lines.replace(';', '\n') + "\n");
        Measurement train = Importer.read(file, TestOptions.split(split));
        double first = train.number(train.rows().get(0), "pulse");
        String phase = "LTP";
        for (Measurement.Row row : train.rows()) {
            if (!train.cell(row, "phase").equals(phase)) {
                phase = train.cell(row, "phase");
                assertEquals(first, train.number(row, "pulse"), "line " + row.line());
            }
        }
        assertEquals("LTP", phase, "the last train potentiates again");
    }

    @Test
    void formingAndSweepsOfArcOneAreNoPartOfATrain() throws IOException {
        Path file = write("Wordline,Bitline,Resistance(ohm),Amplitude(V),Pulse width(s),Tag\n"
                + "1,1,9e6,2,1e-4,FF_s\n1,1,5e5,3,1e-4,FF_e\n1,1,5e5,1,1e-3,CT_s\n"
                + "1,1,2e5,1,1e-6,P\n1,1,1e5,1,1e-6,P\n1,1,2e5,-1,1e-6,P\n1,1,4e5,-1,1e-6,P\n");
        Measurement train = Importer.read(file, TestOptions.split(0));
        assertEquals(4, train.rows().size());
        assertEquals(
                List.of("w1b1", "1", "LTP", "1", "1", "1e-6", "", "5e-6"),
                train.rows().get(0).cells());
    }

    @Test
    void aDeviceMayBeCalledLikeATagOfArcOne() throws IOException {
        Path file = write("device,pulse,phase,G (uS)\nCT_1,1,LTP,1\nCT_1,2,LTP,2\nCT_1,1,LTD,2\nCT_1,2,LTD,1\n");
        assertEquals(4, Importer.read(file, TestOptions.split(0)).rows().size());
    }

    @Test
    void repeatsOfBothDirectionsAreCycles() throws IOException {
        String block = "DataName,pulse,up,down\nDataValue,1,%s,4e-6\nDataValue,2,3e-6,2e-6\n";
        Path file = write(block.formatted("1e-6") + block.formatted("1.5e-6"));
        Measurement train = Importer.read(file, ImportOptions.none());
        assertEquals(8, train.rows().size());
        assertEquals(
                List.of("1", "2", "LTP", "1", "", "", "", "1.5e-6"),
                train.rows().get(4).cells());
    }

    /** What printbuffer of a Keithley instrument prints: reading after reading, or sources and readings in turn. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            G (uS)        | 1.0, 2.0, 3.0, 2.0
            time (s),G (uS) | 0, 1.0, 1, 2.0, 2, 3.0, 3, 2.0,
            """)
    void oneLineOfNumbersIsCutIntoTheColumnsNamed(String columns, String line) throws IOException {
        Measurement train = Importer.read(write(line + "\n"), named(columns));
        assertEquals(
                List.of("1e-6", "2e-6", "3e-6", "2e-6"),
                train.rows().stream().map(row -> row.cells().get(7)).toList());
        UserError error =
                assertThrows(UserError.class, () -> Importer.read(write("1, 2, 3\n"), named("time (s),G (uS)")));
        assertTrue(
                error.getMessage().endsWith("line 1: 3 numbers do not make rows of the 2 columns of --columns"),
                error.getMessage());
    }

    private static ImportOptions named(String columns) {
        return new ImportOptions(
                Optional.of(Kind.PULSE_TRAIN),
                Optional.empty(),
                OptionalDouble.empty(),
                List.of(columns.split(",")),
                "1",
                false,
                OptionalInt.empty());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("data.csv"), text);
    }
}
