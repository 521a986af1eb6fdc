package crosspike.snn.lif;

import crosspike.crossbar.Session;

/**
 * The plastic synapses from all inputs to all neurons of the layer, weights in [0, 1]. A synapse can be frozen (it conducts
 * and is never updated again) or removed (it is 0 and never updated, read or counted again).
 *
 * <p>{@link #drive} may be asked by several sessions at once while nothing learns; everything else is for one thread.
 */
public interface Synapses {

    int inputs();

    int neurons();

    /** The layer is cut into so many parts of neighbouring neurons, each with arrays of its own. */
    default int parts() {
        return 1;
    }

    /** Neurons of each part but the last, which may have fewer. */
    default int partWidth() {
        return neurons();
    }

    /**
     * What one step adds to the conductances of a part: Σ of the weights of the inputs that spike in it.
     *
     * @param spikes numbers of inputs, ascending: those from index {@code from} to {@code to} − 1. Not modified.
     * @param drive set
     */
    void drive(int part, int[] spikes, int from, int to, Drive drive, Session session);

    /**
     * Weights of one neuron from some inputs.
     *
     * @param inputs ascending; the first {@code count} are used. Not modified.
     * @param weights overwritten: in the order of {@code inputs}
     */
    void read(int neuron, int[] inputs, int count, float[] weights, Session session);

    /**
     * Changes weights of one neuron, as far as their range and their flags allow.
     *
     * @param inputs ascending; the first {@code count} are used. Not modified.
     * @param changes wanted changes, in the order of {@code inputs}. May be modified.
     */
    void change(int neuron, int[] inputs, int count, float[] changes, Session session);

    /**
     * Weights from one input to some neurons.
     *
     * @param neurons the first {@code count} are used. Not modified.
     * @param weights overwritten: in the order of {@code neurons}
     */
    void readRow(int input, int[] neurons, int count, float[] weights, Session session);

    /**
     * Changes weights of some inputs to some neurons, as far as their range and their flags allow.
     *
     * @param inputs those from index {@code from} to {@code to} − 1. Not modified.
     * @param neurons the first {@code count} are used. Not modified.
     * @param changes wanted changes, in the order of {@code neurons}, the same for each input. Not modified.
     */
    void changeRows(int[] inputs, int from, int to, int[] neurons, int count, float[] changes, Session session);

    /** Ends a presentation: what an implementation has put off is done. */
    void settle(Session session);

    /**
     * Scales the weights of every neuron that changed since the last call so that they sum to {@code sum}. Frozen weights
     * are scaled too.
     */
    void normalise(double sum, Session session);

    /** A copy of all weights, {@code [inputs][neurons]}. */
    float[][] weights();

    /**
     * Puts weights at given values; those of frozen and removed synapses stay.
     *
     * @param weights {@code [inputs][neurons]}, in [0, 1]; NaN leaves a weight alone. Not modified.
     */
    void place(float[][] weights, Session session);

    /**
     * Freezes synapses where they are.
     *
     * @param which {@code [inputs][neurons]}. Not modified.
     */
    void freeze(boolean[][] which, Session session);

    /**
     * Removes synapses for ever.
     *
     * @param which {@code [inputs][neurons]}. Not modified.
     */
    void remove(boolean[][] which, Session session);

    /** A copy of the flags of frozen synapses, {@code [inputs][neurons]}; removed ones are frozen too. */
    boolean[][] frozen();

    /** A copy of the flags of removed synapses, {@code [inputs][neurons]}. */
    boolean[][] removed();

    /**
     * Synaptic operations of input spikes: for each, the synapses of its input that are not removed.
     *
     * @param spikes numbers of inputs; the first {@code count} are used. Not modified.
     */
    long operations(int[] spikes, int count);

    /**
     * Updates that input spikes would make without knowing which neurons fired lately: for each, the synapses of its input that
     * are not frozen.
     *
     * @param spikes numbers of inputs; the first {@code count} are used. Not modified.
     */
    long updates(int[] spikes, int count);

    /** Synapses of a neuron that are not frozen. */
    int plasticOfNeuron(int neuron);
}
