package crosspike.snn.lif;

/**
 * Operations on synapses, as Guo 2020 counts them.
 *
 * @param accumulations at each input spike, synapses of the input that are not removed
 * @param inputUpdates weights that input spikes changed: those to neurons that fired lately (event-driven). Counted as a
 *     machine without that knowledge would, they are as many as {@code accumulations}
 * @param outputUpdates at each output spike, synapses of the neuron that are not frozen
 * @param visitedUpdates at each output spike, weights that the rule visited (event-driven)
 */
public record SynapticOperations(long accumulations, long inputUpdates, long outputUpdates, long visitedUpdates) {}
