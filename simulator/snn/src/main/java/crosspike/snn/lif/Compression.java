package crosspike.snn.lif;

import crosspike.crossbar.Session;

/** What is done to the synapses between batches of training images. */
public interface Compression {

    /** Nothing. */
    Compression NONE = (batch, synapses, session) -> {};

    /** Called after each batch; changes the synapses as it likes. */
    void after(Batch batch, Synapses synapses, Session session);

    /**
     * A batch that has been learnt.
     *
     * @param number 1 for the first
     * @param images training images shown so far
     * @param isLast whether the training ends with it
     * @param spikes of each neuron in this batch. Not to be modified.
     */
    record Batch(int number, long images, boolean isLast, long[] spikes) {}
}
