package crosspike.crossbar;

import java.util.Arrays;

/**
 * The rows that are active in a series of reads, such as those of one image. Few change from one read to the next, so a crossbar may
 * start from the sums of the read before; what a read gives then depends, in its rounding, on those before it in the series. For one
 * thread.
 */
public final class ActiveRows {
    private final int[] candidates;
    private int candidateCount;
    private long[] now;
    private long[] before;
    private long moment;
    private final int[] list;
    private int count;
    private boolean isListed;

    /** @param mostRows how many may be active: the rows of the array */
    public ActiveRows(int mostRows) {
        this.candidates = new int[mostRows];
        this.list = new int[mostRows + 1];
        this.now = new long[words(mostRows)];
        this.before = new long[words(mostRows)];
    }

    /** Words of 64 bits for one bit of each row. */
    public static int words(int rows) {
        return (rows + Long.SIZE - 1) / Long.SIZE;
    }

    /**
     * Begins a series; no row is active.
     *
     * @param rows those that may become active, ascending; the first {@code rowCount} are used. Copied.
     */
    public void begin(int[] rows, int rowCount) {
        System.arraycopy(rows, 0, candidates, 0, rowCount);
        candidateCount = rowCount;
        Arrays.fill(now, 0);
        count = 0;
        isListed = false;
        moment += 2; // the next read follows none
    }

    /**
     * Goes on to the next read.
     *
     * @param active bit i of word w: row 64·w + i of those that {@link #begin} named is active; bits of no row are 0. Not modified.
     */
    public void next(long[] active) {
        long[] swapped = before;
        before = now;
        now = swapped;
        count = 0;
        for (int w = 0; w < words(candidateCount); w++) {
            now[w] = active[w];
            count += Long.bitCount(active[w]);
        }
        isListed = false;
        moment++;
    }

    /** How many rows are active. */
    public int count() {
        return count;
    }

    /** Numbers of the active rows, ascending; the first {@link #count} are valid until the next read. Not to be modified. */
    public int[] list() {
        if (!isListed) {
            int listed = 0;
            for (int w = 0; w < words(candidateCount); w++) {
                listed = list(now[w], w, list, listed);
            }
            isListed = true;
        }
        return list;
    }

    /** Grows by one from a read of a series to the next. */
    long moment() {
        return moment;
    }

    /**
     * The rows that were not active in the read before.
     *
     * @param out overwritten, ascending; longer than as many rows as may be active
     * @return how many they are
     */
    int added(int[] out) {
        int found = 0;
        for (int w = 0; w < words(candidateCount); w++) {
            found = list(now[w] & ~before[w], w, out, found);
        }
        return found;
    }

    /** The rows that were active in the read before and no longer are; as {@link #added}. */
    int removed(int[] out) {
        int found = 0;
        for (int w = 0; w < words(candidateCount); w++) {
            found = list(before[w] & ~now[w], w, out, found);
        }
        return found;
    }

    private int list(long bits, int word, int[] out, int from) {
        int count = Long.bitCount(bits);
        long left = bits;
        for (int i = 0; i < count; i += 2) { // two at a time, so that the end of few loops is mispredicted
            int first = Long.numberOfTrailingZeros(left);
            left &= left - 1;
            int second = Long.numberOfTrailingZeros(left) & Long.SIZE - 1;
            left &= left - 1;
            out[from + i] = candidates[word * Long.SIZE + first];
            out[from + i + 1] = candidates[word * Long.SIZE + second];
        }
        return from + count;
    }
}
