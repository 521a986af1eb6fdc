package crosspike.spice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RawFileTest {
    private static final String HEADER = """
            Title: crosspike column 3
            Date: Sat Nov 21 07:32:23  2026
            Plotname: Operating Point
            Flags: real
            No. Variables: 2
            No. Points: 1
            Variables:
            \t0\tv(column)\tvoltage
            \t1\ti(vcolumn)\tcurrent
            Binary:
            """;

    @TempDir
    Path folder;

    /** A raw file as ngspice writes it. */
    static byte[] bytes(String header, double... values) {
        ByteBuffer data = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) data.putDouble(value);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(header.getBytes(StandardCharsets.ISO_8859_1));
        all.writeBytes(data.array());
        return all.toByteArray();
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("result.raw"), bytes);
    }

    private void assertRefused(String problem, byte[] bytes) throws IOException {
        Path file = file(bytes);
        UserError error = assertThrows(UserError.class, () -> RawFile.read(file));
        assertEquals(file + ": " + problem, error.getMessage());
    }

    @Test
    void namesAndValuesAreReadInFull() throws IOException {
        RawFile raw = RawFile.read(file(bytes(HEADER, -0.0, 1e-9 / 3)));
        assertEquals("Operating Point", raw.plot());
        assertEquals(List.of("v(column)", "i(vcolumn)"), raw.variables());
        assertEquals(1e-9 / 3, raw.value("i(vcolumn)"));
    }

    @Test
    void everyPointIsARow() throws IOException {
        RawFile raw = RawFile.read(file(bytes(HEADER.replace("Points: 1", "Points: 3"), 1, 2, 3, 4, 5, 6)));
        assertArrayEquals(new double[][] {{1, 2}, {3, 4}, {5, 6}}, raw.points());
    }

    @Test
    void dataThatIsCutOffIsRefused() throws IOException {
        byte[] whole = bytes(HEADER, 1, 2);
        for (int lost = 1; lost <= 16; lost++) {
            assertRefused(
                    "is truncated: " + (16 - lost) + " bytes of values; expected 16 bytes (2 variables x 1 points)",
                    Arrays.copyOf(whole, whole.length - lost));
        }
    }

    @Test
    void dataThatGoesOnIsRefused() throws IOException {
        assertRefused(
                "goes on after its data: 24 bytes of values; expected 16 bytes (2 variables x 1 points)",
                bytes(HEADER, 1, 2, 3));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "No. Points: 1 | No. Points: 0 | has \"No. Points: 0\"; expected a count of 1 or more",
                "No. Points: 1 | No. Points: 99999999999 | has \"No. Points: 99999999999\"; expected a count of 1 or more",
                "No. Points: 1 | No. Points: 999999999 | is truncated: 16 bytes of values; expected 15999999984 bytes (2 variables x 999999999 points)",
                "No. Variables: 2 | No. Variables: -2 | has \"No. Variables: -2\"; expected a count of 1 or more",
                "No. Variables: 2 | No. Variables: 3 | names 2 variables; expected 3 as its header says",
                "No. Variables: 2 | Nonsense | has \"No. Variables: \"; expected a count of 1 or more",
                "Flags: real | Flags: complex | has flags \"complex\"; expected real values",
                "Variables: | Things: | has no line \"Variables:\"; expected 2 names",
                "Binary: | Values: | has no line \"Binary:\"; expected a binary raw file of ngspice"
            })
    void aHeaderThatPromisesSomethingElseIsRefused(String line, String instead, String problem) throws IOException {
        // whole lines only: "No. Variables: 2" contains "Variables:"
        assertRefused(problem, bytes(HEADER.replace("\n" + line + "\n", "\n" + instead + "\n"), 1, 2));
    }

    @Test
    void aVariableLineThatIsOutOfOrderIsRefused() throws IOException {
        assertRefused(
                "has the variable line \"\t7\ti(vcolumn)\tcurrent\"; expected number, name and kind",
                bytes(HEADER.replace("\t1\t", "\t7\t"), 1, 2));
    }

    @Test
    void garbageIsRefusedWhateverItsBytesAre() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        for (int length = 0; length < 300; length++) {
            byte[] garbage = new byte[length];
            random.nextBytes(garbage);
            assertRefused("has no line \"Binary:\"; expected a binary raw file of ngspice", garbage);
        }
    }

    @Test
    void aHeaderWithOneByteChangedIsReadOrRefusedButNeverCrashes() throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < HEADER.length(); i++) {
            byte[] bytes = bytes(HEADER, 1, 2);
            bytes[i] = (byte) random.nextInt();
            Path file = file(bytes);
            try {
                assertEquals(2, RawFile.read(file).variables().size());
            } catch (UserError refused) {
                assertTrue(refused.getMessage().startsWith(file + ": "), refused.getMessage());
            }
        }
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Path absent = folder.resolve("absent.raw");
        UserError error = assertThrows(UserError.class, () -> RawFile.read(absent));
        assertEquals(absent + ": cannot be read (" + absent + "); expected a raw file of ngspice", error.getMessage());
    }
}
