package crosspike.snn.lif.compression;

import crosspike.random.RandomStream;
import java.util.Arrays;

/** Connections to remove before or after training, for comparison (Rathi 2018, section V-C). */
public final class Removal {
    private Removal() {}

    /**
     * Connections drawn at random.
     *
     * @param kept fraction that stays, on average
     * @return {@code [inputs][neurons]}: those to remove
     */
    public static boolean[][] random(int inputs, int neurons, double kept, RandomStream random) {
        boolean[][] which = new boolean[inputs][neurons];
        for (boolean[] row : which) {
            for (int j = 0; j < neurons; j++) {
                row[j] = random.uniformDouble() >= kept;
            }
        }
        return which;
    }

    /** Connections with a weight of at most {@code threshold}. */
    public static boolean[][] upTo(double threshold, float[][] weights) {
        boolean[][] which = new boolean[weights.length][];
        for (int i = 0; i < which.length; i++) {
            which[i] = new boolean[weights[i].length];
            for (int j = 0; j < which[i].length; j++) {
                which[i][j] = weights[i][j] <= (float) threshold;
            }
        }
        return which;
    }

    /**
     * The connections with the lowest weights, exactly as many as are to go, and all others that are 0. Cells of few levels
     * have many equal weights: of those some go, evenly spread over rows and columns.
     *
     * @param kept fraction that stays
     */
    public static boolean[][] lowest(double kept, float[][] weights) {
        float[] sorted = new float[weights.length * weights[0].length];
        int count = 0;
        for (float[] row : weights) {
            System.arraycopy(row, 0, sorted, count, row.length);
            count += row.length;
        }
        Arrays.sort(sorted);
        int removed = (int) Math.round((1 - kept) * count);
        float highest = removed == 0 ? -1 : sorted[removed - 1];
        boolean[][] which = upTo(highest, weights);
        if (highest > 0) {
            int lower = removed;
            while (lower > 0 && sorted[lower - 1] == highest) {
                lower--;
            }
            int last = removed;
            while (last < count && sorted[last] == highest) {
                last++;
            }
            spare(highest, removed - lower, last - lower, weights, which);
        }
        return which;
    }

    /** Of weights that are equal, so many of all stay marked: a share of each row, and that of the next row beside it. */
    private static void spare(float equal, long marked, long all, float[][] weights, boolean[][] which) {
        long above = 0;
        for (int i = 0; i < which.length; i++) {
            int count = 0;
            for (float weight : weights[i]) {
                count += weight == equal ? 1 : 0;
            }
            long ofRow = (above + count) * marked / all - above * marked / all;
            above += count;
            long k = i;
            for (int j = 0; j < which[i].length; j++) {
                if (weights[i][j] == equal) {
                    long place = k++ % count;
                    which[i][j] = (place + 1) * ofRow / count > place * ofRow / count;
                }
            }
        }
    }
}
