package crosspike.crossbar;

/**
 * The sums of a session's latest read, from which the next read of a {@link Session#beginSeries series} starts: rows that have
 * become active are added, rows that no longer are get subtracted, columns that were written lately are summed anew. Inputs stay
 * active for several steps, so this is a fraction of the work. The first read of a series is summed anew, and any after
 * {@link #FRESH_AFTER} rows, which keeps rounding near that of a plain sum.
 */
final class LatestRead {
    /** Rows added or subtracted before everything is summed anew: chosen, because an array sums as many in one read. */
    private static final int FRESH_AFTER = 400;

    /** With fewer active rows a plain sum costs less than finding out what has changed. */
    private static final int FEW = 8;

    /** With more written columns everything is summed anew. */
    private static final int MOST_WRITTEN = 16;

    private boolean inSeries;
    private CellMatrix array;
    private float[] sums = new float[0];
    private long[] active = new long[0];
    private int[] added = new int[0];
    private int[] removed = new int[0];
    private int addedCount;
    private int removedCount;
    private int rowsSinceFresh;
    private final int[] written = new int[MOST_WRITTEN];
    private int writtenCount;
    private long columnWrites;
    private long otherWrites;

    /** As {@link Session#beginSeries}. */
    void beginSeries() {
        inSeries = true;
        array = null;
    }

    /**
     * Sums of columns over the active rows.
     *
     * @return the sums, valid until the next call. Not to be modified.
     */
    float[] sums(CellMatrix cells, int[] activeRows, int count) {
        int columns = cells.columns();
        if (sums.length < columns) {
            sums = new float[columns];
        }
        if (!inSeries || count < FEW) {
            array = null;
            RowSums.sum(cells.rows(), activeRows, count, sums, columns);
            return sums;
        }
        boolean follows = array == cells && otherWrites == cells.otherWrites() && takeInWrites(cells);
        compare(cells.rowCount(), activeRows, count);
        int changed = addedCount + removedCount;
        if (!follows || changed >= count || rowsSinceFresh + changed > FRESH_AFTER) {
            RowSums.sum(cells.rows(), activeRows, count, sums, columns);
            array = cells;
            otherWrites = cells.otherWrites();
            columnWrites = cells.columnWrites();
            writtenCount = 0;
            rowsSinceFresh = 0;
            return sums;
        }
        RowSums.exchange(cells.rowsAsTheyAre(), added, addedCount, removed, removedCount, sums, columns);
        rowsSinceFresh += changed;
        for (int i = 0; i < writtenCount; i++) {
            sums[written[i]] = cells.sum(written[i], activeRows, count);
        }
        return sums;
    }

    /** Takes in the columns that were written since the latest read; false if they are too many. */
    private boolean takeInWrites(CellMatrix cells) {
        if (cells.columnWrites() - columnWrites > CellMatrix.LOGGED) {
            return false;
        }
        for (; columnWrites < cells.columnWrites(); columnWrites++) {
            int column = cells.written(columnWrites);
            int i = 0;
            while (i < writtenCount && written[i] != column) {
                i++;
            }
            if (i == MOST_WRITTEN) {
                return false;
            }
            written[i] = column;
            writtenCount = Math.max(writtenCount, i + 1);
        }
        return true;
    }

    /** Finds the rows that were added and removed, and takes in the active ones. */
    private void compare(int rows, int[] activeRows, int count) {
        if (added.length != rows) {
            active = new long[rows + Long.SIZE - 1 >>> 6];
            added = new int[rows];
            removed = new int[rows];
        }
        addedCount = 0;
        removedCount = 0;
        int next = 0;
        for (int w = 0; w < active.length; w++) {
            int end = w + 1 << 6;
            long now = 0;
            while (next < count && activeRows[next] < end) {
                now |= 1L << activeRows[next++];
            }
            long before = active[w];
            active[w] = now;
            for (long bits = now & ~before; bits != 0; bits &= bits - 1) {
                added[addedCount++] = (w << 6) + Long.numberOfTrailingZeros(bits);
            }
            for (long bits = before & ~now; bits != 0; bits &= bits - 1) {
                removed[removedCount++] = (w << 6) + Long.numberOfTrailingZeros(bits);
            }
        }
    }
}
