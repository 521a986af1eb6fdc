package crosspike.device.nonideality;

import crosspike.input.UserError;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A matrix of integers or truth values as {@code numpy.save} writes it, row-major, little-endian.
 *
 * @see "NumPy Enhancement Proposal 1: a simple file format for NumPy arrays"
 */
final class NpyIntegers {
    private static final String MAGIC = "\u0093NUMPY"; // in Latin-1
    private static final Pattern TYPE = Pattern.compile("'descr': *'[<|]([iub])([1248])'");
    private static final Pattern ROW_MAJOR = Pattern.compile("'fortran_order': *False");
    private static final Pattern SHAPE = Pattern.compile("'shape': *\\((\\d{1,9}), *(\\d{1,9})\\)");

    private NpyIntegers() {}

    /** @throws UserError if the file is missing or anything else */
    static long[][] read(Path file) {
        ByteBuffer bytes = bytes(file).order(ByteOrder.LITTLE_ENDIAN);
        String header = header(bytes);
        Matcher type = TYPE.matcher(header);
        Matcher shape = SHAPE.matcher(header);
        if (!type.find() || !shape.find() || !ROW_MAJOR.matcher(header).find()) {
            throw wrong(file);
        }
        int width = Integer.parseInt(type.group(2));
        int rows = Integer.parseInt(shape.group(1));
        int columns = Integer.parseInt(shape.group(2));
        if (bytes.remaining() != (long) rows * columns * width) {
            throw wrong(file);
        }
        long[][] values = new long[rows][columns];
        for (long[] row : values) {
            for (int c = 0; c < columns; c++) {
                row[c] = switch (width) {
                    case 1 -> bytes.get();
                    case 2 -> bytes.getShort();
                    case 4 -> bytes.getInt();
                    default -> bytes.getLong();
                };
            }
        }
        return values;
    }

    private static ByteBuffer bytes(Path file) {
        try {
            return ByteBuffer.wrap(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UserError("cannot read " + file + "; expected a .npy matrix of 0, 1, 2 and 3", e);
        }
    }

    /** The description of the matrix; empty if the file is no .npy file. Afterwards the buffer stands at the data. */
    private static String header(ByteBuffer bytes) {
        int preamble = MAGIC.length() + 2;
        if (bytes.remaining() < preamble + 4 || !text(bytes, MAGIC.length()).equals(MAGIC)) {
            return "";
        }
        byte version = bytes.get();
        bytes.get(); // minor version
        int length = version == 1 ? Short.toUnsignedInt(bytes.getShort()) : bytes.getInt();
        return length < 0 || length > bytes.remaining() ? "" : text(bytes, length);
    }

    private static String text(ByteBuffer bytes, int length) {
        byte[] text = new byte[length];
        bytes.get(text);
        return new String(text, StandardCharsets.ISO_8859_1);
    }

    private static UserError wrong(Path file) {
        return new UserError(file + " is no .npy matrix of integers in row-major order; expected what"
                + " numpy.save(file, faults.astype(\"uint8\")) writes");
    }
}
