package crosspike.snn.lif;

import crosspike.crossbar.Session;
import crosspike.random.RandomStream;
import crosspike.snn.Require;

/** Weights as numbers, any value, no cost: learning keeps them in [0, 1], normalising may lead beyond 1. Each part of the layer has one array for each input. */
public final class IdealSynapses implements Synapses {
    /** Neurons of a part: chosen, so that the state of a part stays in the first-level cache. */
    private static final int WIDTH = 800;

    private final int inputs;
    private final int neurons;
    private final int width;
    private final float[][][] parts; // [part][input][neuron of the part]
    private final SynapseFlags flags;
    private final DirtyColumns dirty;
    private final FourColumns columns = new FourColumns();

    /** @param weights {@code [inputs][neurons]}, in [0, 1]. Copied. */
    public IdealSynapses(float[][] weights) {
        this(weights, WIDTH);
    }

    /**
     * @param weights {@code [inputs][neurons]}, in [0, 1]. Copied.
     * @param most most neurons of a part
     */
    public IdealSynapses(float[][] weights, int most) {
        Require.within("neurons of a part", most, 1, WIDTH);
        this.inputs = weights.length;
        this.neurons = weights[0].length;
        int count = (neurons + most - 1) / most;
        this.width = (neurons + count - 1) / count;
        this.parts = new float[count][inputs][];
        for (int p = 0; p < count; p++) {
            for (int i = 0; i < inputs; i++) {
                parts[p][i] = new float[MembraneKernel.padded(width)];
                System.arraycopy(weights[i], p * width, parts[p][i], 0, size(p));
            }
        }
        this.flags = new SynapseFlags(inputs, neurons);
        this.dirty = new DirtyColumns(neurons);
    }

    private int size(int part) {
        return Math.min(width, neurons - part * width);
    }

    /**
     * Weights uniform between two bounds.
     *
     * @param random drawn input by input
     */
    public static float[][] uniform(int inputs, int neurons, double low, double high, RandomStream random) {
        float[][] weights = new float[inputs][neurons];
        for (float[] row : weights) {
            for (int j = 0; j < neurons; j++) {
                row[j] = (float) (low + (high - low) * random.uniform());
            }
        }
        return weights;
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public int neurons() {
        return neurons;
    }

    @Override
    public int parts() {
        return parts.length;
    }

    @Override
    public int partWidth() {
        return width;
    }

    @Override
    public int stepsAhead() {
        return Tile.STEPS;
    }

    @Override
    public void drive(int part, SpikeTrain spikes, int step, Drive drive, Session session) {
        drive.set(parts[part], spikes, step);
    }

    @Override
    public void read(int neuron, int[] from, int count, float[] weights, Session session) {
        float[][] rows = parts[neuron / width];
        int j = neuron % width;
        for (int k = 0; k < count; k++) {
            weights[k] = rows[from[k]][j];
        }
    }

    @Override
    public void change(int neuron, int[] from, int count, float[] changes, Session session) {
        float[][] rows = parts[neuron / width];
        int j = neuron % width;
        boolean anyFrozen = flags.any();
        for (int k = 0; k < count; k++) {
            float[] row = rows[from[k]];
            if (!anyFrozen || !flags.isFrozen(from[k], neuron)) {
                row[j] = changed(row[j], changes[k]);
            }
        }
        dirty.mark(neuron);
    }

    @Override
    public void changeAtSpikes(
            int neuron, SpikeTrain spikes, int from, int to, float[] changes, int step, Session session) {
        int[] inputs = spikes.inputs();
        int[] steps = spikes.steps();
        float[][] rows = parts[neuron / width];
        int j = neuron % width;
        boolean anyFrozen = flags.any();
        for (int k = from; k < to; k++) {
            float[] row = rows[inputs[k]];
            if (!anyFrozen || !flags.isFrozen(inputs[k], neuron)) {
                row[j] = changed(row[j], changes[steps[k] - step]);
            }
        }
        dirty.mark(neuron);
    }

    /**
     * A change raises no weight above 1 and lowers none below 0. Normalising may have put a weight above 1, where the few that
     * pruning leaves have to share the sum of all: what lowers it, or asks for nothing, does not cut it down to 1.
     */
    private static float changed(float weight, float change) {
        float sum = notNegative(weight + change);
        return sum > 1f && change > 0f ? 1f : sum;
    }

    /** Into [0, 1]. */
    private static float clip(float weight) {
        return Math.min(1f, notNegative(weight));
    }

    /** At least 0. Many weights are 0, so that a branch would often be mispredicted: the sign bit becomes a mask. */
    private static float notNegative(float weight) {
        int bits = Float.floatToRawIntBits(weight);
        return Float.intBitsToFloat(bits & ~(bits >> 31));
    }

    @Override
    public void settle(Session session) {
        // nothing is put off
    }

    @Override
    public void normalise(double sum, Session session) {
        for (int k = 0; k < dirty.count(); k++) {
            int part = dirty.get(k) / width;
            if (columns.isFull() || columns.rows() != parts[part]) {
                columns.normalise((float) sum);
                columns.take(parts[part]);
            }
            columns.add(dirty.get(k) % width);
        }
        columns.normalise((float) sum);
        dirty.clear();
    }

    @Override
    public float[][] weights() {
        float[][] copy = new float[inputs][neurons];
        for (int i = 0; i < inputs; i++) {
            for (int p = 0; p < parts.length; p++) {
                System.arraycopy(parts[p][i], 0, copy[i], p * width, size(p));
            }
        }
        return copy;
    }

    @Override
    public void place(float[][] weights, Session session) {
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j < neurons; j++) {
                if (!Float.isNaN(weights[i][j]) && !flags.isFrozen(i, j)) {
                    parts[j / width][i][j % width] = clip(weights[i][j]);
                }
            }
        }
        dirty.markAll();
    }

    @Override
    public void freeze(boolean[][] which, Session session) {
        flags.freeze(which);
    }

    @Override
    public void remove(boolean[][] which, Session session) {
        flags.remove(which);
        for (int i = 0; i < inputs; i++) {
            for (int j = 0; j < neurons; j++) {
                if (which[i][j]) {
                    parts[j / width][i][j % width] = 0f;
                }
            }
        }
        dirty.markAll();
    }

    @Override
    public SynapseFlags flags() {
        return flags;
    }
}
