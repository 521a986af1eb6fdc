package crosspike.snn.lif;

import crosspike.crossbar.Session;
import crosspike.random.RandomStream;
import java.util.Arrays;

/** Weights as numbers: any value in [0, 1], no cost. One array for each input. */
public final class IdealSynapses implements Synapses {
    private final int neurons;
    private final float[][] rows;
    private final SynapseFlags flags;
    private final DirtyColumns dirty;

    /** @param weights {@code [inputs][neurons]}, in [0, 1]. Copied. */
    public IdealSynapses(float[][] weights) {
        this.neurons = weights[0].length;
        this.rows = new float[weights.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = weights[i].clone();
        }
        this.flags = new SynapseFlags(rows.length, neurons);
        this.dirty = new DirtyColumns(neurons);
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
        return rows.length;
    }

    @Override
    public int neurons() {
        return neurons;
    }

    @Override
    public void accumulate(int[] spikes, int from, int to, float[] drive, Session session) {
        Arrays.fill(drive, 0, neurons, 0f);
        for (int k = from; k < to; k++) {
            float[] row = rows[spikes[k]];
            for (int j = 0; j < neurons; j++) {
                drive[j] += row[j];
            }
            session.synapticOperations += flags.liveOfInput(spikes[k]);
        }
    }

    @Override
    public void read(int neuron, int[] inputs, int count, float[] weights, Session session) {
        for (int k = 0; k < count; k++) {
            weights[k] = rows[inputs[k]][neuron];
        }
    }

    @Override
    public void change(int neuron, int[] inputs, int count, float[] changes, Session session) {
        for (int k = 0; k < count; k++) {
            float[] row = rows[inputs[k]];
            if (!flags.isFrozen(inputs[k], neuron)) {
                row[neuron] = clip(row[neuron] + changes[k]);
            }
        }
        dirty.mark(neuron);
    }

    @Override
    public void readRow(int input, int[] neurons, int count, float[] weights, Session session) {
        for (int k = 0; k < count; k++) {
            weights[k] = rows[input][neurons[k]];
        }
    }

    @Override
    public void changeRow(int input, int[] neurons, int count, float[] changes, Session session) {
        float[] row = rows[input];
        for (int k = 0; k < count; k++) {
            int j = neurons[k];
            if (!flags.isFrozen(input, j)) {
                row[j] = clip(row[j] + changes[k]);
            }
            dirty.mark(j);
        }
    }

    private static float clip(float weight) {
        return Math.min(1f, Math.max(0f, weight));
    }

    @Override
    public void settle(Session session) {
        // nothing is put off
    }

    @Override
    public void normalise(double sum, Session session) {
        for (int k = 0; k < dirty.count(); k++) {
            int j = dirty.get(k);
            float present = 0;
            for (float[] row : rows) {
                present += row[j];
            }
            if (present > 0) {
                float factor = (float) sum / present;
                for (float[] row : rows) {
                    row[j] *= factor;
                }
            }
        }
        dirty.clear();
    }

    @Override
    public float[][] weights() {
        float[][] copy = new float[rows.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = Arrays.copyOf(rows[i], neurons);
        }
        return copy;
    }

    @Override
    public void place(float[][] weights, Session session) {
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < neurons; j++) {
                if (!Float.isNaN(weights[i][j]) && !flags.isFrozen(i, j)) {
                    rows[i][j] = clip(weights[i][j]);
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
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < neurons; j++) {
                rows[i][j] = which[i][j] ? 0f : rows[i][j];
            }
        }
        dirty.markAll();
    }

    @Override
    public boolean[][] frozen() {
        return flags.frozen();
    }

    @Override
    public boolean[][] removed() {
        return flags.removed();
    }

    @Override
    public int liveOfInput(int input) {
        return flags.liveOfInput(input);
    }

    @Override
    public int plasticOfNeuron(int neuron) {
        return flags.plasticOfNeuron(neuron);
    }
}
