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
    private final int words;

    /** Steps with input spikes, in words of 64. */
    private final long[] shown;

    /** Inputs with spikes; their rows are the first of {@code rows}. */
    private int count;

    private final int[] rows;

    /** Probability of a spike of each lit input in a step, in units of 2⁻³². */
    private final long[] probabilities;

    /** By word of steps and input: the steps of its spikes. */
    private final long[][] spikes;

    /** By word of steps: for each 64 inputs, one word for each step, which tells which of them are active. */
    private final long[][] active;

    private final ActiveRows activeRows;
    private final long[] activeBits;
    private final BernoulliWords bernoulliWords;

    /**
     * @param rowPixels pixel that drives each row; −1 for a bias input, as bright as the brightest pixel
     * @param maxHertz rate of a pixel of value 255 in Hz; others in proportion
     * @param windowMs steps of 1 ms for which a spike keeps its input active, its own included, 1 to 64
     * @param displayMs steps in which an image is shown
     * @param totalMs steps in all; no input spikes in the rest
     */
    public SpikeTrains(int[] rowPixels, double maxHertz, int windowMs, int displayMs, int totalMs) {
        if (windowMs < 1 || windowMs > WORD) {
            throw new IllegalArgumentException("window is " + windowMs + " ms; expected 1 to " + WORD);
        }
        this.rowPixels = rowPixels;
        this.window = windowMs;
        this.thresholds = new long[GREY_LEVELS];
        Arrays.setAll(thresholds, v -> PoissonRate.threshold(maxHertz * v / (GREY_LEVELS - 1)));
        this.words = (totalMs + WORD - 1) / WORD;
        this.shown = new long[words];
        Arrays.setAll(shown, w -> firstSteps(displayMs - w * WORD));
        this.spikes = new long[words][rowPixels.length];
        this.active = new long[words][ActiveRows.words(rowPixels.length) * WORD];
        this.rows = new int[rowPixels.length];
        this.probabilities = new long[rowPixels.length];
        this.bernoulliWords = new BernoulliWords(rowPixels.length);
        this.activeRows = new ActiveRows(rowPixels.length);
        this.activeBits = new long[ActiveRows.words(rowPixels.length)];
    }

    /**
     * Draws the spikes of an image.
     *
     * @param image pixels, unsigned. Not modified.
     * @return number of input spikes
     */
    public int draw(byte[] image, RandomStream random) {
        int lit = lit(image);
        int total = 0;
        for (int w = 0; w < words; w++) {
            bernoulliWords.draw(probabilities, lit, shown[w], random.bits(), spikes[w]);
            total += bits(spikes[w], lit);
        }
        keepSpiking(lit);
        spread();
        turn();
        activeRows.begin(rows, count);
        return total;
    }

    /** Lists the inputs whose pixels are not dark; without branches, as the edges of a digit are hard to predict. */
    private int lit(byte[] image) {
        int lit = 0;
        for (int r = 0; r < rowPixels.length; r++) {
            int grey = rowPixels[r] < 0 ? GREY_LEVELS - 1 : image[rowPixels[r]] & 0xFF;
            rows[lit] = r;
            probabilities[lit] = thresholds[grey];
            lit += -grey >>> Integer.SIZE - 1; // the sign: 1 if grey is more than 0
        }
        return lit;
    }

    private static int bits(long[] trains, int count) {
        int bits = 0;
        for (int i = 0; i < count; i++) {
            bits += Long.bitCount(trains[i]);
        }
        return bits;
    }

    /** Of the first inputs, leaves those out that do not spike. */
    private void keepSpiking(int inputs) {
        count = 0;
        for (int i = 0; i < inputs; i++) {
            long any = 0;
            for (int w = 0; w < words; w++) {
                any |= spikes[w][i];
                spikes[w][count] = spikes[w][i];
            }
            rows[count] = rows[i];
            count += (int) ((any | -any) >>> WORD - 1); // the sign: 1 if there is any
        }
    }

    /** active = spikes of each input, each repeated in the window − 1 steps that follow it. */
    private void spread() {
        for (int w = 0; w < words; w++) {
            System.arraycopy(spikes[w], 0, active[w], 0, count);
            Arrays.fill(active[w], count, ActiveRows.words(count) * WORD, 0);
        }
        for (int covered = 1; covered < window; ) {
            int shift = Math.min(covered, window - covered);
            for (int w = words - 1; w > 0; w--) {
                repeat(active[w], active[w - 1], shift, count);
            }
            repeat(active[0], shift, count);
            covered += shift;
        }
    }

    /** From the steps in which each input is active to the inputs that are active in each step. */
    private void turn() {
        for (long[] word : active) {
            for (int i = 0; i < count; i += WORD) {
                BitMatrix.transpose(word, i);
            }
        }
    }

    private static void repeat(long[] trains, int steps, int count) {
        for (int i = 0; i < count; i++) {
            trains[i] |= trains[i] << steps;
        }
    }

    private static void repeat(long[] trains, long[] before, int steps, int count) {
        for (int i = 0; i < count; i++) {
            trains[i] |= trains[i] << steps | before[i] >>> WORD - steps;
        }
    }

    /**
     * Goes on to the rows that are active at a step.
     *
     * @param step 0 to totalMs − 1
     * @return the rows; the same object for all steps and images
     */
    public ActiveRows activeAt(int step) {
        for (int w = 0; w < ActiveRows.words(count); w++) {
            activeBits[w] = active[step / WORD][w * WORD + step % WORD];
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
            int word = step / WORD;
            long until = spikes[word][i] & -1L >>> WORD - 1 - (step & WORD - 1);
            while (until == 0 && word > 0) {
                until = spikes[--word][i];
            }
            if (until != 0) {
                sinceMs[rows[i]] = step - (word * WORD + WORD - 1 - Long.numberOfLeadingZeros(until));
            }
        }
    }

    /** Whether an input spikes at a step; for rasters, not for loops. */
    public boolean spikesAt(int row, int step) {
        int i = Arrays.binarySearch(rows, 0, count, row);
        return i >= 0 && (spikes[step / WORD][i] >>> step & 1) != 0;
    }

    private static long firstSteps(int steps) {
        return steps <= 0 ? 0 : steps >= WORD ? -1L : (1L << steps) - 1;
    }
}
