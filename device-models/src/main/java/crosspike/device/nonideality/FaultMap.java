package crosspike.device.nonideality;

import crosspike.input.ByteOrderMark;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A file that says which cells are broken, and how: CSV, or a matrix of integers as NumPy saves it. */
final class FaultMap {
    private static final String FAULTS =
            " is not a fault; expected 0 (sound), 1 (stuck at LRS), 2 (stuck at HRS) or 3 (unformed)";

    private FaultMap() {}

    /**
     * Conductance of each stuck cell in S, −1 for the others.
     *
     * @throws UserError if the file is missing, has another shape than the array, or an entry is none of 0, 1, 2, 3
     */
    static float[] read(Path file, CellArray array) {
        List<Line> lines = file.toString().endsWith(".npy") ? matrix(file) : csv(file);
        if (lines.size() != array.rows()) {
            throw new UserError(file + " has " + lines.size() + " lines; expected " + array.rows()
                    + ", one for each row of the array");
        }
        float[] stuck = new float[array.cells()];
        for (int r = 0; r < array.rows(); r++) {
            Line line = lines.get(r);
            if (line.faults().length != array.columns()) {
                throw new UserError(file + ", line " + line.number() + " has " + line.faults().length
                        + " entries; expected " + array.columns() + ", one for each column of the array");
            }
            for (int c = 0; c < array.columns(); c++) {
                stuck[r * array.columns() + c] = siemens(line.faults()[c], array, file, line.number(), c);
            }
        }
        return stuck;
    }

    /** @param number in the file, from 1: blank lines are passed over, but count */
    private record Line(int number, long[] faults) {}

    private static List<Line> matrix(Path file) {
        List<Line> lines = new ArrayList<>();
        for (long[] faults : NpyIntegers.read(file)) lines.add(new Line(lines.size() + 1, faults));
        return lines;
    }

    private static float siemens(long fault, CellArray array, Path file, int line, int column) {
        if (fault < 0 || fault > 3) {
            throw notAFault(file, line, column);
        }
        return switch ((int) fault) {
            case 1 -> array.range().maxSiemens();
            case 2 -> array.range().minSiemens();
            case 3 -> 0;
            default -> -1;
        };
    }

    private static UserError notAFault(Path file, int line, int column) {
        return new UserError(file + ", line " + line + ", entry " + (column + 1) + FAULTS);
    }

    private static List<Line> csv(Path file) {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String text : text(file).lines().toList()) {
            number++;
            if (!text.isBlank()) lines.add(new Line(number, faults(file, number, text)));
        }
        return lines;
    }

    private static long[] faults(Path file, int number, String text) {
        String[] entries = text.split(",", -1);
        long[] faults = new long[entries.length];
        for (int c = 0; c < entries.length; c++) {
            String entry = entries[c].strip();
            if (!entry.matches("[0-3]")) {
                throw notAFault(file, number, c);
            }
            faults[c] = Long.parseLong(entry);
        }
        return faults;
    }

    private static String text(Path file) {
        try {
            return ByteOrderMark.without(Files.readString(file));
        } catch (IOException e) {
            throw new UserError(
                    "cannot read the fault map " + file + "; expected a CSV or .npy file of 0, 1, 2 and 3", e);
        }
    }
}
