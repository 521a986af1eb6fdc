package crosspike.crossbar;

/**
 * The sums of a session's latest read of some cells, from which the next read of a series of {@link ActiveRows} starts: rows that have
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

    private CellMatrix cells;
    private float[] sums;
    private int[] added;
    private int[] removed;
    private final int[] written = new int[MOST_WRITTEN];
    private int writtenCount;
    private ActiveRows latest;
    private long moment;
    private int rowsSinceFresh;
    private long columnWrites;
    private long otherWrites;

    /**
     * Sums of columns over some rows, which are part of no series.
     *
     * @return the sums, valid until the next call. Not to be modified.
     */
    float[] sums(CellMatrix cells, int[] rows, int count) {
        sumAnew(cells, rows, count);
        latest = null;
        return sums;
    }

    /**
     * Sums of columns over the active rows.
     *
     * @return the sums, valid until the next call. Not to be modified.
     */
    float[] sums(CellMatrix cells, ActiveRows rows) {
        if (rows.count() < FEW) {
            return sums(cells, rows.list(), rows.count());
        }
        boolean follows = moment + 1 == rows.moment()
                && latest == rows
                && this.cells == cells
                && otherWrites == cells.otherWrites()
                && takeInWrites();
        latest = rows;
        moment = rows.moment();
        if (!follows || !exchange(rows)) {
            sumAnew(cells, rows.list(), rows.count());
        }
        return sums;
    }

    /** Gives back what the cells lent; the next read is summed anew. */
    void end() {
        if (cells != null) {
            cells.takeBack(sums);
            cells = null;
        }
    }

    private void sumAnew(CellMatrix cells, int[] rows, int count) {
        if (this.cells != cells) {
            end();
            this.cells = cells;
            sums = cells.lend();
            added = new int[cells.rowCount() + 1];
            removed = new int[cells.rowCount() + 1];
        }
        RowSums.sum(cells.rows(), rows, count, sums, cells.columns());
        otherWrites = cells.otherWrites();
        columnWrites = cells.columnWrites();
        writtenCount = 0;
        rowsSinceFresh = 0;
    }

    /** Brings the sums up to date; false if to sum everything anew is less work, or rounding asks for it. */
    private boolean exchange(ActiveRows rows) {
        int addedCount = rows.added(added);
        int removedCount = rows.removed(removed);
        int changed = addedCount + removedCount;
        if (changed > Math.min(rows.count() - 1, FRESH_AFTER - rowsSinceFresh)) {
            return false;
        }
        RowSums.exchange(cells.rowsAsTheyAre(), added, addedCount, removed, removedCount, sums, cells.columns());
        rowsSinceFresh += changed;
        for (int i = 0; i < writtenCount; i++) {
            sums[written[i]] = cells.sum(written[i], rows.list(), rows.count());
        }
        return true;
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
}
