package crosspike.crossbar;

import java.util.Arrays;

/** The weights of some neurons that are flagged as pruned: they are never updated again. For one thread. */
final class FlaggedWeights {
    private final int rows;
    private final boolean[][] flagged; // [neuron][row]; null where none is
    private final float[][] keep; // 0 where a weight is flagged, else 1
    private final int[] count;

    FlaggedWeights(int neurons, int rows) {
        this.rows = rows;
        this.flagged = new boolean[neurons][];
        this.keep = new float[neurons][];
        this.count = new int[neurons];
    }

    /**
     * Flags some weights of a neuron.
     *
     * @param wanted by row. Not modified.
     * @return true where there was no flag yet
     */
    boolean[] add(int neuron, boolean[] wanted) {
        if (flagged[neuron] == null) {
            flagged[neuron] = new boolean[rows];
            keep[neuron] = new float[rows];
            Arrays.fill(keep[neuron], 1f);
        }
        boolean[] added = new boolean[rows];
        for (int i = 0; i < rows; i++) {
            if (wanted[i] && !flagged[neuron][i]) {
                added[i] = true;
                flagged[neuron][i] = true;
                keep[neuron][i] = 0f;
                count[neuron]++;
            }
        }
        return added;
    }

    boolean has(int neuron, int row) {
        return flagged[neuron] != null && flagged[neuron][row];
    }

    /** Flagged weights of a neuron. */
    int count(int neuron) {
        return count[neuron];
    }

    /** Sets the changes of the flagged weights of a neuron to 0. */
    void clear(int neuron, float[] changes) {
        float[] factors = keep[neuron];
        if (factors == null) return;
        for (int i = 0; i < rows; i++) {
            changes[i] *= factors[i];
        }
    }

    /** A copy, {@code [rows][neurons]}. */
    boolean[][] copy() {
        boolean[][] copy = new boolean[rows][flagged.length];
        for (int k = 0; k < flagged.length; k++) {
            for (int r = 0; flagged[k] != null && r < rows; r++) {
                copy[r][k] = flagged[k][r];
            }
        }
        return copy;
    }
}
