package crosspike.experiment.run;

import java.io.IOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Matrices as {@code .npy} files, version 1.0, row-major: {@code numpy.load} opens them. A matrix of {@code float} is
 * {@code <f4}, one of {@code boolean} is {@code |b1}.
 *
 * @see "NumPy Enhancement Proposal 1: a simple file format for NumPy arrays"
 */
public final class NpyFiles {
    private static final String MAGIC = "\u0093NUMPY\u0001\u0000"; // Latin-1: magic string, then version 1.0
    private static final int PREAMBLE = MAGIC.length() + Short.BYTES; // and the length of the header
    private static final int ALIGNMENT = 64; // of the data, in bytes
    private static final Pattern HEADER = Pattern.compile(
            "\\{'descr': '([^']+)', 'fortran_order': (True|False), 'shape': \\((\\d{1,9}), (\\d{1,9})\\), \\} *\n");

    private NpyFiles() {}

    /** The bytes of a matrix; all rows are equally long. */
    public static byte[] write(float[][] matrix) {
        ByteBuffer bytes = withHeader("<f4", matrix.length, matrix.length == 0 ? 0 : matrix[0].length, Float.BYTES);
        FloatBuffer values = bytes.asFloatBuffer();
        for (float[] row : matrix) {
            values.put(row);
        }
        return filled(bytes, values);
    }

    /** The bytes of a matrix of flags; all rows are equally long. */
    public static byte[] write(boolean[][] matrix) {
        ByteBuffer bytes = withHeader("|b1", matrix.length, matrix.length == 0 ? 0 : matrix[0].length, Byte.BYTES);
        for (boolean[] row : matrix) {
            byte[] flags = new byte[row.length];
            for (int column = 0; column < row.length; column++) {
                flags[column] = (byte) (row[column] ? 1 : 0);
            }
            bytes.put(flags);
        }
        return filled(bytes, bytes);
    }

    /**
     * The matrix in the bytes of a file.
     *
     * @throws IOException saying what differs from a {@code <f4} matrix as written here
     */
    public static float[][] readFloats(byte[] file) throws IOException {
        Body body = body(file, Float.BYTES, "<f4");
        float[][] matrix = new float[body.rows][body.columns];
        FloatBuffer values = body.data.asFloatBuffer();
        for (float[] row : matrix) {
            values.get(row);
        }
        return matrix;
    }

    /**
     * The flags in the bytes of a file.
     *
     * @throws IOException saying what differs from a {@code |b1} matrix as written here, or a {@code |u1} one of 0 and 1
     */
    public static boolean[][] readFlags(byte[] file) throws IOException {
        Body body = body(file, Byte.BYTES, "|b1", "|u1");
        boolean[][] matrix = new boolean[body.rows][body.columns];
        for (boolean[] row : matrix) {
            for (int column = 0; column < row.length; column++) {
                byte flag = body.data.get();
                if (flag != 0 && flag != 1) {
                    throw new IOException("holds " + (flag & 0xff) + "; expected flags of 0 and 1");
                }
                row[column] = flag == 1;
            }
        }
        return matrix;
    }

    private static ByteBuffer withHeader(String type, int rows, int columns, int bytesPerValue) {
        String header = "{'descr': '" + type + "', 'fortran_order': False, 'shape': (" + rows + ", " + columns + "), }";
        int unpadded = PREAMBLE + header.length() + 1;
        int start = (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
        int length = Math.addExact(start, Math.multiplyExact(Math.multiplyExact(rows, columns), bytesPerValue));
        return ByteBuffer.allocate(length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC.getBytes(StandardCharsets.ISO_8859_1))
                .putShort((short) (start - PREAMBLE))
                .put((header + " ".repeat(start - unpadded) + "\n").getBytes(StandardCharsets.ISO_8859_1));
    }

    private static byte[] filled(ByteBuffer bytes, Buffer values) {
        if (values.hasRemaining()) {
            throw new IllegalArgumentException("the rows of the matrix differ in length");
        }
        return bytes.array();
    }

    private record Body(int rows, int columns, ByteBuffer data) {}

    /** @param types of values that are taken; the first is that which is written here */
    private static Body body(byte[] file, int bytesPerValue, String... types) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < PREAMBLE || !MAGIC.equals(text(bytes, MAGIC.length()))) {
            throw new IOException("is not a .npy file of version 1.0");
        }
        int headerLength = Short.toUnsignedInt(bytes.getShort());
        Matcher header = HEADER.matcher(text(bytes, Math.min(headerLength, bytes.remaining())));
        if (!header.matches()) {
            throw new IOException("has no .npy header of a matrix");
        }
        if (!List.of(types).contains(header.group(1)) || !header.group(2).equals("False")) {
            throw new IOException("holds values of type " + header.group(1) + ", fortran_order " + header.group(2)
                    + "; expected " + types[0] + ", False");
        }
        int rows = Integer.parseInt(header.group(3));
        int columns = Integer.parseInt(header.group(4));
        long expected = (long) rows * columns * bytesPerValue;
        if (bytes.remaining() != expected) {
            throw new IOException("has " + bytes.remaining() + " bytes of data; expected " + expected + " for " + rows
                    + " x " + columns + " values");
        }
        return new Body(rows, columns, bytes);
    }

    private static String text(ByteBuffer bytes, int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }
}
