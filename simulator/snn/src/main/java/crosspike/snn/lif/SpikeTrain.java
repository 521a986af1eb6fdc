package crosspike.snn.lif;

import java.util.Arrays;

/** Spikes by steps; within a step in the order in which they are given. Filled anew for each presentation. */
final class SpikeTrain {
    private final int[] starts;
    private final int[] next;
    private int[] inputs = new int[4096];
    private int[] steps = new int[4096];

    SpikeTrain(int steps) {
        this.starts = new int[steps + 1];
        this.next = new int[steps];
    }

    /** Forgets all spikes. */
    void clear() {
        Arrays.fill(starts, 0);
    }

    /** A spike to come in {@link #sort}. */
    void announce(int step) {
        starts[step + 1]++;
    }

    /**
     * Takes in the spikes that were announced.
     *
     * @param ofInput the input of each. Not modified.
     * @param step its step. Not modified.
     */
    void sort(int[] ofInput, int[] step, int count) {
        if (inputs.length < count) {
            inputs = new int[ofInput.length];
            steps = new int[ofInput.length];
        }
        for (int s = 0; s < next.length; s++) {
            starts[s + 1] += starts[s];
            next[s] = starts[s];
        }
        for (int k = 0; k < count; k++) {
            int at = next[step[k]]++;
            inputs[at] = ofInput[k];
            steps[at] = step[k];
        }
    }

    /** Numbers of the spiking inputs, step after step. Not to be modified. */
    int[] inputs() {
        return inputs;
    }

    /** Step of each spike, ascending. Not to be modified. */
    int[] steps() {
        return steps;
    }

    /** Index into {@link #inputs} of the first spike in each step, and after the last. Not to be modified. */
    int[] starts() {
        return starts;
    }

    /** Number of spikes. */
    int count() {
        return starts[starts.length - 1];
    }
}
