package crosspike.instrument;

import java.util.Arrays;

/** How a link fared. */
final class LinkCounts {
    /** Waits kept for percentiles: chosen, because a million of them are 4 MB. */
    private static final int MOST_WAITS = 1 << 20;

    long connections;
    long lines;
    long failures;
    long unsettled;

    private float[] waits = new float[1024];
    private int kept;

    /** A line was answered. */
    void took(long nanos) {
        if (kept == MOST_WAITS) {
            return;
        }
        if (kept == waits.length) {
            waits = Arrays.copyOf(waits, 2 * kept);
        }
        waits[kept++] = nanos * 1e-9f;
    }

    /** Time from sending a line to its answer that this fraction of lines did not exceed, in s; 0 without lines. */
    double waitSeconds(double fraction) {
        if (kept == 0) {
            return 0;
        }
        float[] sorted = Arrays.copyOf(waits, kept);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(kept - 1, fraction * kept)];
    }
}
