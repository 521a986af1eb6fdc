package crosspike.device.nonideality;

import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A file that says which cells are broken, and how. */
final class FaultMap {
    private FaultMap() {}

    /**
     * Conductance of each stuck cell in S, −1 for the others.
     *
     * @throws UserError if the file is missing, has another shape than the array, or an entry is none of 0, 1, 2, 3
     */
    static float[] read(Path file, CellArray array) {
        List<String> lines = lines(file);
        if (lines.size() != array.rows()) {
            throw new UserError(file + " has " + lines.size() + " lines; expected " + array.rows()
                    + ", one for each row of the array");
        }
        float[] stuck = new float[array.cells()];
        for (int r = 0; r < array.rows(); r++) {
            String[] entries = lines.get(r).split(",", -1);
            if (entries.length != array.columns()) {
                throw new UserError(file + ", line " + (r + 1) + " has " + entries.length + " entries; expected "
                        + array.columns() + ", one for each column of the array");
            }
            for (int c = 0; c < entries.length; c++) {
                stuck[r * array.columns() + c] = switch (entries[c].strip()) {
                    case "0" -> -1f;
                    case "1" -> array.range().maxSiemens();
                    case "2" -> array.range().minSiemens();
                    case "3" -> 0f;
                    default ->
                        throw new UserError(file + ", line " + (r + 1) + ", entry " + (c + 1)
                                + " is not a fault; expected 0 (sound), 1 (stuck at LRS), 2 (stuck at HRS)"
                                + " or 3 (unformed)");
                };
            }
        }
        return stuck;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UserError("cannot read the fault map " + file + "; expected a CSV file of 0, 1, 2 and 3", e);
        }
    }
}
