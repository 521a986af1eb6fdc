/** Rules of spike-timing dependent plasticity, as functions of weights and traces. */
package crosspike.snn.lif.learning;
