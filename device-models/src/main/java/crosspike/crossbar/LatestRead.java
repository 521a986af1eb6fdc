package crosspike.crossbar;

/**
 * The sums of a session's latest read of some cells, from which the next read of a {@link Session#beginSeries series} starts: rows that have
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

    private final CellMatrix cells;
    private final float[] sums;
    private final long[] active;
    private final int[] added;
    private final int[] removed;
    private int addedCount;
    private int removedCount;
    private final int[] written = new int[MOST_WRITTEN];
    private int writtenCount;
    private boolean inSeries;
    private boolean isThere;
    private int rowsSinceFresh;
    private long columnWrites;
    private long otherWrites;

    /** @param inSeries whether a series has begun already */
    LatestRead(CellMatrix cells, boolean inSeries) {
        this.cells = cells;
        this.inSeries = inSeries;
        this.sums = new float[cells.columns()];
        this.active = new long[cells.rowCount() + Long.SIZE - 1 >>> 6];
        this.added = new int[cells.rowCount()];
        this.removed = new int[cells.rowCount()];
    }

    boolean isOf(CellMatrix cells) {
        return this.cells == cells;
    }

    /** As {@link Session#beginSeries}. */
    void beginSeries() {
        inSeries = true;
        isThere = false;
    }

    /**
     * Sums of columns over the active rows.
     *
     * @return the sums, valid until the next call. Not to be modified.
     */
    float[] sums(int[] activeRows, int count) {
        if (!inSeries || count < FEW) {
            isThere = false;
            RowSums.sum(cells.rows(), activeRows, count, sums, sums.length);
            return sums;
        }
        boolean follows = isThere && otherWrites == cells.otherWrites() && takeInWrites();
        compare(activeRows, count);
        int changed = addedCount + removedCount;
        if (!follows || changed > Math.min(count - 1, FRESH_AFTER - rowsSinceFresh)) {
            RowSums.sum(cells.rows(), activeRows, count, sums, sums.length);
            isThere = true;
            otherWrites = cells.otherWrites();
            columnWrites = cells.columnWrites();
            writtenCount = 0;
            rowsSinceFresh = 0;
            return sums;
        }
        RowSums.exchange(cells.rowsAsTheyAre(), added, addedCount, removed, removedCount, sums, sums.length);
        rowsSinceFresh += changed;
        for (int i = 0; i < writtenCount; i++) {
            sums[written[i]] = cells.sum(written[i], activeRows, count);
        }
        return sums;
    }

    /** Takes in the columns that were written since the latest read; false if they are too many. */
    private boolean takeInWrites() {
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
    private void compare(int[] activeRows, int count) {
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
