/** What counts cost: area, latency, energy and leakage of the synaptic core, as pure functions of immutable records. */
package crosspike.circuit;
