package crosspike.snn.lif;

import java.util.Arrays;

/** Spikes by steps; within a step in the order in which they are given. Filled anew for each presentation. */
public final class SpikeTrain {
    private final int[] starts;
    private final int[] next;
    private int[] inputs;
    private int[] steps;

    SpikeTrain(int steps) {
        this(steps, 4096);
    }

    private SpikeTrain(int steps, int capacity) {
        this.starts = new int[steps + 1];
        this.next = new int[steps];
        this.inputs = new int[capacity];
        this.steps = new int[capacity];
    }

    /** @param inputsOfSteps the inputs that spike in each step */
    public static SpikeTrain of(int[]... inputsOfSteps) {
        int steps = inputsOfSteps.length;
        SpikeTrain train = new SpikeTrain(
                steps, Arrays.stream(inputsOfSteps).mapToInt(s -> s.length).sum());
        int count = 0;
        for (int s = 0; s < steps; s++) {
            for (int input : inputsOfSteps[s]) {
                train.inputs[count] = input;
                train.steps[count++] = s;
            }
            train.starts[s + 1] = count;
        }
        return train;
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
    public int[] inputs() {
        return inputs;
    }

    /** Step of each spike, ascending. Not to be modified. */
    public int[] steps() {
        return steps;
    }

    /** Index into {@link #inputs} of the first spike in each step, and after the last. Not to be modified. */
    public int[] starts() {
        return starts;
    }

    /** Number of spikes. */
    public int count() {
        return starts[starts.length - 1];
    }
}
