package crosspike.snn.encoding;

import crosspike.crossbar.ActiveRows;
import crosspike.random.RandomStream;
import java.util.Arrays;

/**
 * The input spikes of one image and the inputs they keep active: an input is active from each of its spikes for a window
 * of steps. Holds the buffers of one thread and is filled anew for each image.
 */
public final class SpikeTrains {
    /** Time since the latest spike of an input that has not spiked. */
    public static final int NEVER = Integer.MAX_VALUE;

    private static final int GREY_LEVELS = 256;
    private static final int WORD = 64;

    private final int[] rowPixels;
    private final long[] thresholds;
    private final int window;

    private int words;
    private int count;
    private final int[] rows;
    private long[] spikes;
    private long[] active;
    private final ActiveRows activeRows;
    private final long[] activeBits;

    /**
     * @param rowPixels pixel that drives each row; −1 for a bias input, as bright as the brightest pixel
     * @param maxHertz rate of a pixel of value 255 in Hz; others in proportion
     * @param windowMs steps of 1 ms for which a spike keeps its input active, its own included, 1 to 64
     */
    public SpikeTrains(int[] rowPixels, double maxHertz, int windowMs) {
        if (windowMs < 1 || windowMs > WORD) {
            throw new IllegalArgumentException("window is " + windowMs + " ms; expected 1 to " + WORD);
        }
        this.rowPixels = rowPixels;
        this.window = windowMs;
        this.thresholds = new long[GREY_LEVELS];
        Arrays.setAll(thresholds, v -> PoissonRate.threshold(maxHertz * v / (GREY_LEVELS - 1)));
        this.rows = new int[rowPixels.length];
        this.activeRows = new ActiveRows(rowPixels.length);
        this.activeBits = new long[ActiveRows.words(rowPixels.length)];
    }

    /**
     * Draws the spikes of an image.
     *
     * @param image pixels, unsigned. Not modified.
     * @param displayMs steps in which the image is shown
     * @param totalMs steps in all; no input spikes in the rest
     * @return number of input spikes
     */
    public int draw(byte[] image, int displayMs, int totalMs, RandomStream random) {
        words = (totalMs + WORD - 1) / WORD;
        if (spikes == null || spikes.length < rowPixels.length * words) {
            spikes = new long[rowPixels.length * words];
            active = new long[rowPixels.length * words];
        }
        count = 0;
        int total = 0;
        for (int r = 0; r < rowPixels.length; r++) {
            int grey = rowPixels[r] < 0 ? GREY_LEVELS - 1 : image[rowPixels[r]] & 0xFF;
            if (grey == 0) {
                continue;
            }
            int drawn = 0;
            for (int w = 0; w < words; w++) {
                long train = PoissonRate.spikes(thresholds[grey], firstSteps(displayMs - w * WORD), random);
                spikes[count * words + w] = train;
                drawn += Long.bitCount(train);
            }
            if (drawn > 0) {
                spread(count * words);
                rows[count++] = r;
                total += drawn;
            }
        }
        activeRows.begin(rows, count);
        return total;
    }

    /**
     * Goes on to the rows that are active at a step.
     *
     * @param step 0 to totalMs − 1
     * @return the rows; the same object for all steps and images
     */
    public ActiveRows activeAt(int step) {
        int at = step >>> 6;
        for (int start = 0; start < count; start += WORD) {
            int end = Math.min(start + WORD, count);
            long bits = 0;
            for (int i = start; i < end; i++, at += words) {
                bits |= (active[at] >>> step & 1) << i;
            }
            activeBits[start >>> 6] = bits;
        }
        activeRows.next(activeBits);
        return activeRows;
    }

    /**
     * Time from each input's latest spike, at or before a step, to that step.
     *
     * @param step 0 to totalMs − 1
     * @param sinceMs overwritten: one for each row in ms; {@link #NEVER} if it has not spiked yet
     */
    public void sinceLatestSpikes(int step, int[] sinceMs) {
        Arrays.fill(sinceMs, NEVER);
        for (int i = 0; i < count; i++) {
            int word = step >>> 6;
            long until = spikes[i * words + word] & -1L >>> WORD - 1 - (step & WORD - 1);
            while (until == 0 && word > 0) {
                until = spikes[i * words + --word];
            }
            if (until != 0) {
                sinceMs[rows[i]] = step - (word * WORD + WORD - 1 - Long.numberOfLeadingZeros(until));
            }
        }
    }

    /** Whether an input spikes at a step; for rasters, not for loops. */
    public boolean spikesAt(int row, int step) {
        int i = Arrays.binarySearch(rows, 0, count, row);
        return i >= 0 && (spikes[i * words + (step >>> 6)] >>> step & 1) != 0;
    }

    /** active = spikes, each repeated in the window − 1 steps that follow it. */
    private void spread(int start) {
        if (words == 1) {
            long bits = spikes[start];
            for (int covered = 1; covered < window; ) {
                int shift = Math.min(covered, window - covered);
                bits |= bits << shift;
                covered += shift;
            }
            active[start] = bits;
            return;
        }
        for (int w = 0; w < words; w++) {
            active[start + w] = spikes[start + w];
        }
        for (int covered = 1; covered < window; ) {
            int shift = Math.min(covered, window - covered);
            for (int w = words - 1; w >= 0; w--) {
                long carried = w > 0 ? active[start + w - 1] >>> WORD - shift : 0;
                active[start + w] |= active[start + w] << shift | carried;
            }
            covered += shift;
        }
    }

    private static long firstSteps(int steps) {
        return steps <= 0 ? 0 : steps >= WORD ? -1L : (1L << steps) - 1;
    }
}
