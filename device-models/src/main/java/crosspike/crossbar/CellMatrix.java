package crosspike.crossbar;

import java.util.Arrays;

/**
 * A number for each cell, in one array per row: rows are summed, and arrays that share their index vectorise. A network learns
 * by columns, whose cells lie in as many rows; so a column that was written is kept in one piece, and its cells are put into the
 * rows when somebody asks for these. Rows, and the sums of rows that sessions keep, are made one after the other and so long that all
 * begin at the same place of a cache line; vector code then loads each from one cache line, not two. Reads are for any number of
 * threads, writes for one.
 */
final class CellMatrix {
    /** Columns that wait to be put into the rows: chosen above the winners of a presentation. */
    private static final int MOST_WAITING = 16;

    /** Column writes that are remembered: a power of two. */
    static final int LOGGED = 32;

    /** Arrays to lend: chosen above the sessions that read at once on most machines, but not to take much memory. */
    private static final int MOST_LENT = 64;

    private static final int ROWS_FOR_ONE_LENT = 8;

    /** Those of most machines and Javas; with others sums are only slower. */
    private static final int CACHE_LINE_BYTES = 64;

    private static final int ARRAY_HEADER_BYTES = 16;

    private final float[][] rows;
    private final int columns;
    private final float[][] spare;
    private int spareCount;
    private final float[][] pieces;
    private final int[] waiting = new int[MOST_WAITING];
    private volatile int waitingCount;
    private final int[] written = new int[LOGGED];
    private long columnWrites;
    private long otherWrites;

    private CellMatrix(float[][] rows, float[][] spare, int columns) {
        this.rows = rows;
        this.spare = spare;
        this.spareCount = spare.length;
        this.columns = columns;
        this.pieces = new float[columns][];
    }

    static CellMatrix of(int rows, int columns) {
        float[][] lines = new float[rows + Math.min(rows / ROWS_FOR_ONE_LENT, MOST_LENT)][length(columns)];
        return new CellMatrix(Arrays.copyOf(lines, rows), Arrays.copyOfRange(lines, rows, lines.length), columns);
    }

    /** Length of a row: it fills cache lines, but does not put the rows into the same places of the cache. */
    private static int length(int columns) {
        long bytes = ARRAY_HEADER_BYTES + (long) columns * Float.BYTES;
        long lines = (bytes + CACHE_LINE_BYTES - 1) / CACHE_LINE_BYTES;
        return (int) (((lines | 1) * CACHE_LINE_BYTES - ARRAY_HEADER_BYTES) / Float.BYTES);
    }

    /** An array for a sum of each column, at least as long as they are many. Contents are arbitrary. */
    synchronized float[] lend() {
        return spareCount > 0 ? spare[--spareCount] : new float[columns];
    }

    /** Takes back what was lent. */
    synchronized void takeBack(float[] lent) {
        if (spareCount < spare.length) {
            spare[spareCount++] = lent;
        }
    }

    int rowCount() {
        return rows.length;
    }

    int columns() {
        return columns;
    }

    /** The rows, to be read; each at least as long as there are columns. */
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
        Arrays.setAll(copy, r -> Arrays.copyOf(now[r], columns));
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
