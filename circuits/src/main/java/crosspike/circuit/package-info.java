/**
 * What a synaptic core costs: a layer of a network laid out on tiles, with its read-outs, neurons and prune flags, and the
 * price of what a run counted. The tiles come from {@link crosspike.circuit.subarray}.
 */
package crosspike.circuit;
