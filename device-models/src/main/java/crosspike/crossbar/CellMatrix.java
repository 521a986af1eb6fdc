package crosspike.crossbar;

import java.util.Arrays;

/** A number for each cell, in one array per row: rows are summed, and arrays that share their index vectorise. */
record CellMatrix(float[][] rows, int columns) {

    static CellMatrix of(int rows, int columns) {
        return new CellMatrix(new float[rows][columns], columns);
    }

    /** Copies a line; returns its length. */
    int load(Line line, int index, float[] out) {
        if (line == Line.ROW) {
            System.arraycopy(rows[index], 0, out, 0, columns);
            return columns;
        }
        for (int r = 0; r < rows.length; r++) {
            out[r] = rows[r][index];
        }
        return rows.length;
    }

    void store(Line line, int index, float[] values) {
        if (line == Line.ROW) {
            System.arraycopy(values, 0, rows[index], 0, columns);
            return;
        }
        for (int r = 0; r < rows.length; r++) {
            rows[r][index] = values[r];
        }
    }

    float[][] copy() {
        float[][] copy = new float[rows.length][];
        Arrays.setAll(copy, r -> rows[r].clone());
        return copy;
    }
}
