package crosspike.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpyFilesTest {
    // NEP 1: \x93NUMPY, version 1.0, header length 0x0076 little endian (10 + 118 is a multiple of 64), the header
    // padded
    // with spaces and ended by \n, then the values; numpy 2.4.6's numpy.save writes the same bytes.
    private static final String PREAMBLE = "934e554d505901007600";

    private static final float[][] FLOATS = {{1f, -2.5f}, {0f, 3e-9f}, {Float.POSITIVE_INFINITY, 1e-6f}};
    private static final boolean[][] FLAGS = {{true, false, true}};

    private static byte[] golden(String header, String data) {
        String padded = header + " ".repeat(117 - header.length()) + "\n";
        String hex = HexFormat.of().formatHex(padded.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().parseHex(PREAMBLE + hex + data);
    }

    private static final byte[] GOLDEN_FLOATS = golden(
            "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }",
            "0000803f" + "000020c0" + "00000000" + "8f284e31" + "0000807f" + "bd378635");
    private static final byte[] GOLDEN_FLAGS =
            golden("{'descr': '|b1', 'fortran_order': False, 'shape': (1, 3), }", "010001");

    @Test
    void theBytesAreThoseOfTheFormat() {
        assertArrayEquals(GOLDEN_FLOATS, NpyFiles.write(FLOATS));
        assertArrayEquals(GOLDEN_FLAGS, NpyFiles.write(FLAGS));
    }

    @Test
    void aMatrixReadsBackEqual() throws IOException {
        assertArrayEquals(FLOATS, NpyFiles.readFloats(GOLDEN_FLOATS));
        assertArrayEquals(FLAGS, NpyFiles.readFlags(GOLDEN_FLAGS));
        byte[] bytes = golden("{'descr': '|u1', 'fortran_order': False, 'shape': (1, 3), }", "010001");
        assertArrayEquals(FLAGS, NpyFiles.readFlags(bytes), "as earlier versions wrote them");
        assertArrayEquals(new float[0][], NpyFiles.readFloats(NpyFiles.write(new float[0][])));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0    | is not a .npy file of version 1.0",
                "9    | is not a .npy file of version 1.0",
                "60   | has no .npy header of a matrix",
                "150  | has 22 bytes of data; expected 24 for 3 x 2 values",
                "153  | has 25 bytes of data; expected 24 for 3 x 2 values"
            })
    void aFileOfAnotherLengthIsRefused(int length, String message) {
        var e = assertThrows(IOException.class, () -> NpyFiles.readFloats(Arrays.copyOf(GOLDEN_FLOATS, length)));
        assertEquals(message, e.getMessage());
    }

    @Test
    void anotherTypeOrOrderOrFlagIsRefused() {
        var type = assertThrows(IOException.class, () -> NpyFiles.readFloats(GOLDEN_FLAGS));
        assertEquals("holds values of type |b1, fortran_order False; expected <f4, False", type.getMessage());

        byte[] fortran = golden("{'descr': '<f4', 'fortran_order': True, 'shape': (0, 2), }", "");
        var order = assertThrows(IOException.class, () -> NpyFiles.readFloats(fortran));
        assertEquals("holds values of type <f4, fortran_order True; expected <f4, False", order.getMessage());

        byte[] two = GOLDEN_FLAGS.clone();
        two[two.length - 1] = 2;
        var flag = assertThrows(IOException.class, () -> NpyFiles.readFlags(two));
        assertEquals("holds 2; expected flags of 0 and 1", flag.getMessage());
    }

    @Test
    void aRaggedMatrixIsNotWritten() {
        assertThrows(IllegalArgumentException.class, () -> NpyFiles.write(new float[][] {{1f, 2f}, {3f}}));
    }
}
