package crosspike.snn.lif;

import crosspike.crossbar.Session;

/**
 * The plastic synapses from all inputs to all neurons of the layer, weights in [0, 1]. A synapse can be frozen (it conducts
 * and is never updated again) or removed (it is 0 and never updated, read or counted again).
 *
 * <p>{@link #drive} and {@link #account} may be asked by several sessions at once while nothing learns; everything else is for
 * one thread.
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
     * How many steps may be asked for ahead of time. If a neuron fires in between, those after it are asked for again; so 1 if
     * asking costs something.
     */
    default int stepsAhead() {
        return 1;
    }

    /**
     * What steps add to the conductances of a part: Σ of the weights of the inputs that spike in each.
     *
     * @param spikes of all steps. Neither copied nor modified.
     * @param step the first step; as many as {@link #stepsAhead} may follow
     * @param drive set
     */
    void drive(int part, SpikeTrain spikes, int step, Drive drive, Session session);

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
     * Changes weights of one neuron at spikes of its inputs, as far as their range and their flags allow. Done at the end of
     * the presentation at the latest.
     *
     * @param spikes those from index {@code from} to {@code to} − 1 are used. Not modified.
     * @param changes wanted change at a spike in each step, in {@code step} first. Not modified.
     */
    void changeAtSpikes(int neuron, SpikeTrain spikes, int from, int to, float[] changes, int step, Session session);

    /** Ends a presentation: what an implementation has put off is done. */
    void settle(Session session);

    /**
     * Scales the weights of every neuron that changed since the last call so that they sum to {@code sum}. Frozen weights
     * are scaled too if they are numbers; a frozen cell is never written, so that the sum may be missed.
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

    /** Which synapses are frozen or removed. */
    SynapseFlags flags();

    /**
     * Takes the input spikes of a presentation into account: for each, the synapses of its input that are not removed are so
     * many synaptic operations.
     *
     * @param spikes numbers of inputs; the first {@code count} are used. Not modified.
     */
    default void account(int[] spikes, int count, Session session) {
        session.synapticOperations += flags().operations(spikes, count);
    }
}
