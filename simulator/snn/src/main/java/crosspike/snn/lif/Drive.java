package crosspike.snn.lif;

import java.util.Arrays;

/**
 * What some steps add to the conductances of a part of the layer: for each step the arrays whose sum it is, so that rows of
 * weights need not be copied. Belongs to one thread.
 */
public final class Drive {
    private final int width;
    private float[][] rows = new float[64][];
    private final int[] ends;
    private int steps;
    private int count;
    private final float[][] scratch;
    private int scratchUsed;
    private int[] slice = new int[0];

    /**
     * @param width length of the arrays
     * @param mostSteps most steps it holds
     */
    Drive(int width, int mostSteps) {
        this.width = width;
        this.ends = new int[mostSteps];
        this.scratch = new float[mostSteps][];
    }

    /** Empties it. */
    void clear() {
        steps = 0;
        count = 0;
        scratchUsed = 0;
    }

    /** Adds an array to the sum of the step at hand. Neither copied nor modified. */
    public void add(float[] row) {
        if (count == rows.length) {
            rows = Arrays.copyOf(rows, 2 * count);
        }
        rows[count++] = row;
    }

    /** An array of the right length to be filled and added. */
    public float[] scratch() {
        if (scratch[scratchUsed] == null) {
            scratch[scratchUsed] = new float[width];
        }
        return scratch[scratchUsed++];
    }

    /** Ends the step at hand. */
    void endStep() {
        ends[steps++] = count;
    }

    /** The arrays of all steps, one step after the other. Not to be modified. */
    float[][] rows() {
        return rows;
    }

    /** Index of the first array of a step. */
    int from(int step) {
        return step == 0 ? 0 : ends[step - 1];
    }

    /** Index after the last array of a step. */
    int to(int step) {
        return ends[step];
    }

    /** Some of the spikes, from the beginning of an array. */
    int[] slice(int[] spikes, int from, int to) {
        if (slice.length < to - from) {
            slice = new int[2 * (to - from)];
        }
        System.arraycopy(spikes, from, slice, 0, to - from);
        return slice;
    }
}
