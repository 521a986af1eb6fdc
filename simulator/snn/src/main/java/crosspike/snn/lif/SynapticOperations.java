package crosspike.snn.lif;

/**
 * Operations on synapses, as Guo 2020 counts them.
 *
 * @param accumulations at each input spike, synapses of the input that are not removed
 * @param inputUpdates weights that the rule changes at input spikes: those to neurons that fired lately (event-driven), without
 *     frozen ones
 * @param denseInputUpdates at each input spike, synapses of the input that are not frozen, as a machine without that knowledge
 *     would update them; 0 for a rule that does not learn from input spikes
 * @param outputUpdates at each output spike, synapses of the neuron that are not frozen
 * @param visitedUpdates at each output spike, weights that the rule visits (event-driven), without frozen ones
 */
public record SynapticOperations(
        long accumulations, long inputUpdates, long denseInputUpdates, long outputUpdates, long visitedUpdates) {}
