package crosspike.snn.lif;

import crosspike.crossbar.Session;
import crosspike.crossbar.SynapseArray;
import crosspike.random.Streams;
import java.util.Arrays;

/**
 * Weights in the cells of a crossbar: w in [0, 1] is the signed weight 2w − 1, so that a weight of 0 is the lowest
 * conductance. Each step with input spikes is a read of the array, each change a write of a column.
 *
 * <p>What input spikes change is put off until the column is written anyway, at a spike of its neuron, or until the
 * presentation ends: one input spike changes a weight by less than any cell can follow. Normalising reads the columns that
 * changed and asks for the differences.
 *
 * <p>A removed synapse still conducts as much as its cell does at 0. But if the weights have flags that switch off their cells, it
 * conducts nothing, and the read-out, which knows the flags, makes up for the current that is missing.
 */
public final class ArraySynapses implements Synapses {
    private final SynapseArray array;
    private final SynapseFlags flags;
    private final DirtyColumns dirty;
    private final float[] column;
    private final float[] changes;
    private final float[][] pending;
    private final int[] waiting;
    private int waitingCount;
    private final boolean switchesOff;
    private final float missing;
    private final float[][] missingOfInput; // [input][neuron]; null where all cells conduct
    private final Session nobodys = new Session(Streams.of(0, "inspection").stream(0));

    /**
     * @param array as many rows as there are inputs
     * @param weights {@code [inputs][neurons]}, in [0, 1]: put into the cells at no cost. Not modified.
     */
    public ArraySynapses(SynapseArray array, float[][] weights) {
        this.array = array;
        int inputs = array.rows();
        int neurons = array.neurons();
        if (weights.length != inputs || weights[0].length != neurons) {
            throw new IllegalArgumentException("weights of " + weights.length + " inputs and " + weights[0].length
                    + " neurons on an array of " + inputs + " x " + neurons);
        }
        this.flags = new SynapseFlags(inputs, neurons);
        this.dirty = new DirtyColumns(neurons);
        this.column = new float[inputs];
        this.changes = new float[inputs];
        this.pending = new float[neurons][];
        this.waiting = new int[neurons];
        this.switchesOff = array.disconnects();
        this.missing = switchesOff ? -0.5f * (array.disconnectedWeight() + 1f) : 0f;
        this.missingOfInput = new float[inputs][];
        float[][] signed = new float[neurons][inputs];
        for (int j = 0; j < neurons; j++) {
            for (int i = 0; i < inputs; i++) {
                signed[j][i] = 2 * weights[i][j] - 1;
            }
        }
        array.preset(signed);
    }

    /** The cells, to look at. */
    public SynapseArray array() {
        return array;
    }

    @Override
    public int inputs() {
        return array.rows();
    }

    @Override
    public int neurons() {
        return array.neurons();
    }

    @Override
    public void drive(int part, SpikeTrain spikes, int step, Drive drive, Session session) {
        int[] inputs = spikes.inputs();
        int from = spikes.starts()[step];
        int to = spikes.starts()[step + 1];
        int count = to - from;
        if (count == 0) {
            drive.setNothing();
            return;
        }
        long operations = session.synapticOperations;
        float[] sums = drive.setSum();
        array.weightedSums(drive.slice(inputs, from, to), count, sums, session);
        session.synapticOperations = operations; // account counts those of live synapses
        for (int j = 0; j < array.neurons(); j++) {
            sums[j] = 0.5f * (sums[j] + count);
        }
        for (int k = from; switchesOff && k < to; k++) {
            float[] missed = missingOfInput[inputs[k]];
            for (int j = 0; missed != null && j < missed.length; j++) {
                sums[j] += missed[j];
            }
        }
    }

    @Override
    public void read(int neuron, int[] inputs, int count, float[] weights, Session session) {
        array.weights(neuron, column, session);
        for (int k = 0; k < count; k++) {
            weights[k] = 0.5f * (column[inputs[k]] + 1f);
        }
    }

    @Override
    public void change(int neuron, int[] inputs, int count, float[] wanted, Session session) {
        Arrays.fill(changes, 0f);
        for (int k = 0; k < count; k++) {
            changes[inputs[k]] = 2f * wanted[k];
        }
        if (pending[neuron] != null) {
            for (int i = 0; i < changes.length; i++) {
                changes[i] += 2f * pending[neuron][i];
                pending[neuron][i] = 0f;
            }
        }
        update(neuron, session);
    }

    private void update(int neuron, Session session) {
        array.update(neuron, changes, session);
        dirty.mark(neuron);
    }

    @Override
    public void changeAtSpikes(
            int neuron, SpikeTrain spikes, int from, int to, float[] wanted, int step, Session session) {
        if (pending[neuron] == null) {
            pending[neuron] = new float[array.rows()];
            waiting[waitingCount++] = neuron;
        }
        for (int k = from; k < to; k++) {
            pending[neuron][spikes.inputs()[k]] += wanted[spikes.steps()[k] - step];
        }
    }

    @Override
    public void settle(Session session) {
        for (int k = 0; k < waitingCount; k++) {
            int j = waiting[k];
            boolean isAny = false;
            for (int i = 0; i < changes.length; i++) {
                changes[i] = 2f * pending[j][i];
                isAny |= changes[i] != 0;
            }
            pending[j] = null;
            if (isAny) {
                update(j, session);
            }
        }
        waitingCount = 0;
    }

    @Override
    public void normalise(double sum, Session session) {
        for (int k = 0; k < dirty.count(); k++) {
            int j = dirty.get(k);
            array.weights(j, column, session);
            double present = 0;
            for (int i = 0; i < column.length; i++) {
                column[i] = flags.isRemoved(i, j) ? -1f : column[i];
                present += 0.5 * (column[i] + 1);
            }
            if (present > 0) {
                float grow = (float) (sum / present - 1);
                for (int i = 0; i < changes.length; i++) { // full cells would take pulses in vain
                    float room = Math.max(0f, 1f - column[i]);
                    changes[i] = Math.min(room, grow * (column[i] + 1f));
                }
                array.update(j, changes, session);
            }
        }
        dirty.clear();
    }

    /** What a read cell by cell shows, outside of all accounts; with noise, each time something else. */
    @Override
    public float[][] weights() {
        float[][] weights = new float[array.rows()][array.neurons()];
        for (int j = 0; j < array.neurons(); j++) {
            array.weights(j, column, nobodys);
            for (int i = 0; i < column.length; i++) {
                weights[i][j] = flags.isRemoved(i, j) ? 0f : Math.min(1f, Math.max(0f, 0.5f * (column[i] + 1f)));
            }
        }
        return weights;
    }

    @Override
    public void place(float[][] weights, Session session) {
        for (int j = 0; j < array.neurons(); j++) {
            boolean isAny = false;
            for (int i = 0; i < column.length; i++) {
                boolean stays = flags.isFrozen(i, j) || Float.isNaN(weights[i][j]);
                column[i] = stays ? Float.NaN : 2f * weights[i][j] - 1f;
                isAny |= !stays;
            }
            if (isAny) {
                array.place(j, column, session);
            }
        }
        dirty.markAll();
    }

    @Override
    public void freeze(boolean[][] which, Session session) {
        boolean[] rows = new boolean[array.rows()];
        for (int j = 0; j < array.neurons(); j++) {
            boolean isAny = false;
            for (int i = 0; i < rows.length; i++) {
                rows[i] = which[i][j];
                isAny |= rows[i];
            }
            if (isAny) {
                array.freeze(j, rows, session);
            }
        }
        flags.freeze(which);
    }

    /** Cells go to their lowest conductance and are flagged; those that are frozen already keep theirs. Flags may switch them off. */
    @Override
    public void remove(boolean[][] which, Session session) {
        for (int j = 0; j < array.neurons(); j++) {
            boolean isAny = false;
            for (int i = 0; i < column.length; i++) {
                column[i] = which[i][j] ? -1f : Float.NaN;
                isAny |= which[i][j];
            }
            if (isAny) {
                array.prune(j, column, session);
                switchOff(j);
            }
        }
        flags.remove(which);
        dirty.markAll();
    }

    /** Cells of a neuron whose entries in {@code column} are numbers. */
    private void switchOff(int neuron) {
        if (!switchesOff) return;
        boolean[] off = new boolean[column.length];
        for (int i = 0; i < off.length; i++) {
            off[i] = !Float.isNaN(column[i]);
            if (off[i] && missingOfInput[i] == null) {
                missingOfInput[i] = new float[array.neurons()];
            }
            if (off[i]) {
                missingOfInput[i][neuron] = missing;
            }
        }
        array.disconnect(neuron, off);
    }

    @Override
    public SynapseFlags flags() {
        return flags;
    }
}
