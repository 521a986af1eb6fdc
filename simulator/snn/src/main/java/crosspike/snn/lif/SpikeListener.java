package crosspike.snn.lif;

/** Hears of the output spikes of a presentation. */
public interface SpikeListener {
    /** Nobody. */
    SpikeListener NONE = (step, neuron) -> {};

    /** @param step since the presentation began */
    void spike(int step, int neuron);
}
