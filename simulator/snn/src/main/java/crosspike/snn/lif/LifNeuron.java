package crosspike.snn.lif;

import crosspike.snn.Require;

/**
 * A leaky integrate-and-fire neuron with conductance synapses (Diehl and Cook 2015):
 *
 * <pre>
 *   τ dv/dt = (Erest − v) + gain·ge·(Ee − v) + gi·(Ei − v),   dge/dt = −ge/τe,   dgi/dt = −gi/τi
 * </pre>
 *
 * Conductances are multiples of the leak; an input spike adds its weight to ge. When v exceeds the threshold, the neuron
 * fires and v is held at the reset potential.
 *
 * @param restVolts Erest in V
 * @param resetVolts potential after a spike, in V
 * @param thresholdVolts threshold before adaptation, in V; above rest and reset
 * @param membraneSeconds τ in s
 * @param excitatoryVolts Ee, reversal potential of excitation, in V; above the threshold
 * @param inhibitoryVolts Ei, reversal potential of inhibition, in V; at most Erest
 * @param excitatorySeconds τe in s
 * @param inhibitorySeconds τi in s
 * @param gain conductance of a synapse of weight 1, in leak conductances; no paper states it
 * @param refractorySeconds how long v is held after a spike, in s
 * @param blockSeconds how long the neuron cannot fire after a spike, in s; at least {@code refractorySeconds}
 */
public record LifNeuron(
        double restVolts,
        double resetVolts,
        double thresholdVolts,
        double membraneSeconds,
        double excitatoryVolts,
        double inhibitoryVolts,
        double excitatorySeconds,
        double inhibitorySeconds,
        double gain,
        double refractorySeconds,
        double blockSeconds) {

    public LifNeuron {
        Require.within("rest potential in V", restVolts, -1, 1);
        Require.within("reset potential in V", resetVolts, -1, 1);
        Require.that(
                thresholdVolts > restVolts && thresholdVolts > resetVolts && thresholdVolts <= 1,
                "threshold in V",
                thresholdVolts,
                "more than the rest and reset potentials, at most 1");
        Require.that(
                excitatoryVolts > thresholdVolts && excitatoryVolts <= 1,
                "excitatory reversal potential in V",
                excitatoryVolts,
                "more than the threshold, at most 1");
        Require.that(
                inhibitoryVolts <= restVolts && inhibitoryVolts >= -1,
                "inhibitory reversal potential in V",
                inhibitoryVolts,
                "at most the rest potential, at least -1");
        Require.within("membrane time constant in s", membraneSeconds, 1e-4, 10);
        Require.within("excitatory time constant in s", excitatorySeconds, 1e-5, 1);
        Require.within("inhibitory time constant in s", inhibitorySeconds, 1e-5, 1);
        Require.within("synaptic gain", gain, 1e-6, 1e6);
        Require.within("refractory time in s", refractorySeconds, 0, 1);
        Require.within("spike block in s", blockSeconds, refractorySeconds, 1);
    }

    /** The excitatory neuron of Diehl and Cook's code: −65/−52 mV, 100 ms, 5 ms refractory. */
    public static LifNeuron diehlCook(double gain) {
        return new LifNeuron(-0.065, -0.065, -0.052, 0.1, 0, -0.1, 1e-3, 2e-3, gain, 5e-3, 5e-3);
    }

    /** Guo 2020, Table 1: −60/−50 mV; the rest as Diehl and Cook. */
    public static LifNeuron guo(double gain) {
        return new LifNeuron(-0.060, -0.060, -0.050, 0.1, 0, -0.1, 1e-3, 2e-3, gain, 5e-3, 5e-3);
    }
}
