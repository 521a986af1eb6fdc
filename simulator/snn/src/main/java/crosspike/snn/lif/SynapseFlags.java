package crosspike.snn.lif;

import java.util.Arrays;

/** Which synapses are frozen or removed, and how many are not. Only the synapses they belong to change them. */
public final class SynapseFlags {
    private final boolean[][] frozen;
    private final boolean[][] removed;
    private final int[] liveOfInput;
    private final int[] plasticOfInput;
    private final int[] plasticOfNeuron;
    private boolean any;

    SynapseFlags(int inputs, int neurons) {
        frozen = new boolean[inputs][neurons];
        removed = new boolean[inputs][neurons];
        liveOfInput = new int[inputs];
        plasticOfInput = new int[inputs];
        plasticOfNeuron = new int[neurons];
        Arrays.fill(liveOfInput, neurons);
        Arrays.fill(plasticOfInput, neurons);
        Arrays.fill(plasticOfNeuron, inputs);
    }

    /** Whether any synapse is frozen. */
    boolean any() {
        return any;
    }

    boolean isFrozen(int input, int neuron) {
        return frozen[input][neuron];
    }

    boolean isRemoved(int input, int neuron) {
        return removed[input][neuron];
    }

    /**
     * Synapses of spiking inputs that are not removed, summed over the spikes.
     *
     * @param spikes numbers of inputs; the first {@code count} are used. Not modified.
     */
    public long operations(int[] spikes, int count) {
        return sum(liveOfInput, spikes, count);
    }

    /**
     * Updates that input spikes would make without knowing which neurons fired lately: for each, the synapses of its input that
     * are not frozen.
     *
     * @param spikes numbers of inputs; the first {@code count} are used. Not modified.
     */
    public long updates(int[] spikes, int count) {
        return sum(plasticOfInput, spikes, count);
    }

    private long sum(int[] synapsesOfInput, int[] spikes, int count) {
        if (!any) {
            return (long) count * plasticOfNeuron.length;
        }
        long sum = 0;
        for (int k = 0; k < count; k++) {
            sum += synapsesOfInput[spikes[k]];
        }
        return sum;
    }

    /** Synapses of a neuron that are not frozen. */
    public int plasticOfNeuron(int neuron) {
        return plasticOfNeuron[neuron];
    }

    /** Synapses that are not frozen. */
    public long plastic() {
        return Arrays.stream(plasticOfNeuron).asLongStream().sum();
    }

    /** Neurons of which synapses are frozen or removed. */
    public int prunedNeurons() {
        return (int) Arrays.stream(plasticOfNeuron)
                .filter(plastic -> plastic < plasticOfInput.length)
                .count();
    }

    /**
     * Synapses of a neuron with some inputs that are not frozen.
     *
     * @param inputs numbers of inputs; those from {@code from} to {@code to} − 1 are used. Not modified.
     */
    int plasticOfNeuron(int neuron, int[] inputs, int from, int to) {
        int plastic = to - from;
        for (int k = from; any && k < to; k++) {
            plastic -= frozen[inputs[k]][neuron] ? 1 : 0;
        }
        return plastic;
    }

    void freeze(boolean[][] which) {
        for (int i = 0; i < which.length; i++) {
            for (int j = 0; j < which[i].length; j++) {
                if (which[i][j]) {
                    freeze(i, j);
                }
            }
        }
    }

    void remove(boolean[][] which) {
        for (int i = 0; i < which.length; i++) {
            for (int j = 0; j < which[i].length; j++) {
                if (which[i][j]) {
                    freeze(i, j);
                    liveOfInput[i] -= removed[i][j] ? 0 : 1;
                    removed[i][j] = true;
                }
            }
        }
    }

    private void freeze(int input, int neuron) {
        plasticOfInput[input] -= frozen[input][neuron] ? 0 : 1;
        plasticOfNeuron[neuron] -= frozen[input][neuron] ? 0 : 1;
        frozen[input][neuron] = true;
        any = true;
    }

    /** A copy of the flags of frozen synapses, {@code [inputs][neurons]}; removed ones are frozen too. */
    public boolean[][] frozen() {
        return copy(frozen);
    }

    /** A copy of the flags of removed synapses, {@code [inputs][neurons]}. */
    public boolean[][] removed() {
        return copy(removed);
    }

    private static boolean[][] copy(boolean[][] flags) {
        boolean[][] copy = new boolean[flags.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = flags[i].clone();
        }
        return copy;
    }
}
