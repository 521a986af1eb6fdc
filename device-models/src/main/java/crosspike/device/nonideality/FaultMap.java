package crosspike.device.nonideality;

import crosspike.input.ByteOrderMark;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        long[][] faults = file.toString().endsWith(".npy") ? NpyIntegers.read(file) : csv(file);
        if (faults.length != array.rows()) {
            throw new UserError(file + " has " + faults.length + " lines; expected " + array.rows()
                    + ", one for each row of the array");
        }
        float[] stuck = new float[array.cells()];
        for (int r = 0; r < array.rows(); r++) {
            if (faults[r].length != array.columns()) {
                throw new UserError(file + ", line " + (r + 1) + " has " + faults[r].length + " entries; expected "
                        + array.columns() + ", one for each column of the array");
            }
            for (int c = 0; c < array.columns(); c++) {
                stuck[r * array.columns() + c] = siemens(faults[r][c], array, file, r, c);
            }
        }
        return stuck;
    }

    private static float siemens(long fault, CellArray array, Path file, int row, int column) {
        if (fault < 0 || fault > 3) {
            throw notAFault(file, row, column);
        }
        return switch ((int) fault) {
            case 1 -> array.range().maxSiemens();
            case 2 -> array.range().minSiemens();
            case 3 -> 0;
            default -> -1;
        };
    }

    private static UserError notAFault(Path file, int row, int column) {
        return new UserError(file + ", line " + (row + 1) + ", entry " + (column + 1) + FAULTS);
    }

    private static long[][] csv(Path file) {
        List<String> lines = lines(file);
        long[][] faults = new long[lines.size()][];
        for (int r = 0; r < faults.length; r++) {
            String[] entries = lines.get(r).split(",", -1);
            faults[r] = new long[entries.length];
            for (int c = 0; c < entries.length; c++) {
                String entry = entries[c].strip();
                if (!entry.matches("[0-3]")) {
                    throw notAFault(file, r, c);
                }
                faults[r][c] = Long.parseLong(entry);
            }
        }
        return faults;
    }

    private static List<String> lines(Path file) {
        try {
            return ByteOrderMark.without(Files.readString(file))
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UserError(
                    "cannot read the fault map " + file + "; expected a CSV or .npy file of 0, 1, 2 and 3", e);
        }
    }
}
