package crosspike.crossbar;

import java.util.Arrays;

/**
 * A number for each cell, in one array per row: rows are summed, and arrays that share their index vectorise. A network learns
 * by columns, whose cells lie in as many rows; so a column that was written is kept in one piece, and its cells are put into the
 * rows when somebody asks for these. Reads are for any number of threads, writes for one.
 */
final class CellMatrix {
    /** Columns that wait to be put into the rows: chosen above the winners of a presentation. */
    private static final int MOST_WAITING = 16;

    /** Column writes that are remembered: a power of two. */
    static final int LOGGED = 32;

    private final float[][] rows;
    private final int columns;
    private final float[][] pieces;
    private final int[] waiting = new int[MOST_WAITING];
    private volatile int waitingCount;
    private final int[] written = new int[LOGGED];
    private long columnWrites;
    private long otherWrites;

    private CellMatrix(float[][] rows, int columns) {
        this.rows = rows;
        this.columns = columns;
        this.pieces = new float[columns][];
    }

    static CellMatrix of(int rows, int columns) {
        return new CellMatrix(new float[rows][columns], columns);
    }

    int rowCount() {
        return rows.length;
    }

    int columns() {
        return columns;
    }

    /** The rows, to be read. */
    float[][] rows() {
        if (waitingCount > 0) {
            fillRows();
        }
        return rows;
    }

    /** The rows, to be written. */
    float[][] rowsToWrite() {
        rows();
        otherWrites++;
        Arrays.fill(pieces, null);
        return rows;
    }

    /** The rows, in which columns that were written lately may be old. */
    float[][] rowsAsTheyAre() {
        return rows;
    }

    /** How often columns were written, each by itself. */
    long columnWrites() {
        return columnWrites;
    }

    /** Which column a write was for, one of the latest {@link #LOGGED}. */
    int written(long write) {
        return written[(int) write & LOGGED - 1];
    }

    /** How often anything else was written. */
    long otherWrites() {
        return otherWrites;
    }

    /** Copies a line; returns its length. */
    int load(Line line, int index, float[] out) {
        if (line == Line.ROW) {
            System.arraycopy(rows()[index], 0, out, 0, columns);
            return columns;
        }
        if (pieces[index] != null) {
            System.arraycopy(pieces[index], 0, out, 0, rows.length);
            return rows.length;
        }
        for (int r = 0; r < rows.length; r++) {
            out[r] = rows[r][index];
        }
        return rows.length;
    }

    void store(Line line, int index, float[] values) {
        if (line == Line.ROW) {
            System.arraycopy(values, 0, rowsToWrite()[index], 0, columns);
            return;
        }
        if (pieces[index] == null) {
            pieces[index] = new float[rows.length];
        }
        System.arraycopy(values, 0, pieces[index], 0, rows.length);
        written[(int) columnWrites++ & LOGGED - 1] = index;
        await(index);
    }

    /** The sum of a column that was written lately over some rows, in the order of {@link RowSums}. */
    float sum(int column, int[] activeRows, int count) {
        return RowSums.sum(pieces[column], activeRows, count);
    }

    float[][] copy() {
        float[][] copy = new float[rows.length][];
        float[][] now = rows();
        Arrays.setAll(copy, r -> now[r].clone());
        return copy;
    }

    private void await(int column) {
        int count = waitingCount;
        for (int i = 0; i < count; i++) {
            if (waiting[i] == column) {
                return;
            }
        }
        if (count == MOST_WAITING) {
            fillRows();
            count = 0;
        }
        waiting[count] = column;
        waitingCount = count + 1;
    }

    private synchronized void fillRows() {
        int count = waitingCount;
        for (int i = 0; i < count; i++) {
            float[] piece = pieces[waiting[i]];
            for (int r = 0; r < rows.length; r++) {
                rows[r][waiting[i]] = piece[r];
            }
        }
        waitingCount = 0; // last: whoever sees it sees the rows filled
    }
}
