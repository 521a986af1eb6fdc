package crosspike.snn.lif;

import crosspike.snn.Require;

/**
 * How a spike of one neuron holds the others back.
 *
 * @param kind through inhibitory neurons, or directly
 * @param weight added to gi of all other neurons by an inhibitory spike
 * @param neuron the inhibitory neuron that belongs to each excitatory one; without effect if {@code kind} is direct
 */
public record LateralInhibition(Kind kind, double weight, Inhibitor neuron) {

    /** The path of inhibition. */
    public enum Kind {
        /** Each neuron drives an inhibitory neuron of its own, which inhibits all others (Diehl and Cook 2015). */
        EXPLICIT,
        /** A spike inhibits all others in the next step. */
        DIRECT
    }

    /** Weight 17 by neurons of their own, as in Diehl and Cook's code. */
    public static final LateralInhibition DIEHL_COOK = new LateralInhibition(Kind.EXPLICIT, 17, Inhibitor.DIEHL_COOK);

    public LateralInhibition {
        Require.within("inhibitory weight", weight, 0, 1e6);
    }

    /**
     * An inhibitory neuron, integrated by forward Euler steps as in the published code.
     *
     * @param restVolts rest potential in V
     * @param resetVolts potential after a spike, in V
     * @param thresholdVolts threshold in V
     * @param membraneSeconds membrane time constant in s
     * @param excitatoryVolts reversal potential of its input, in V
     * @param excitatorySeconds time constant of its input, in s
     * @param weight added to its conductance by a spike of its excitatory neuron
     * @param refractorySeconds how long its potential is held after a spike, in s
     */
    public record Inhibitor(
            double restVolts,
            double resetVolts,
            double thresholdVolts,
            double membraneSeconds,
            double excitatoryVolts,
            double excitatorySeconds,
            double weight,
            double refractorySeconds) {

        /** The inhibitory neuron of Diehl and Cook's code. */
        public static final Inhibitor DIEHL_COOK = new Inhibitor(-0.060, -0.045, -0.040, 0.01, 0, 1e-3, 10.4, 2e-3);

        public Inhibitor {
            Require.that(
                    thresholdVolts > restVolts && thresholdVolts <= 1,
                    "inhibitory neuron: threshold in V",
                    thresholdVolts,
                    "more than the rest potential, at most 1");
            Require.within("inhibitory neuron: rest potential in V", restVolts, -1, 1);
            Require.within("inhibitory neuron: reset potential in V", resetVolts, -1, thresholdVolts);
            Require.within("inhibitory neuron: membrane time constant in s", membraneSeconds, 1e-4, 10);
            Require.within("inhibitory neuron: reversal potential in V", excitatoryVolts, thresholdVolts, 1);
            Require.within("inhibitory neuron: excitatory time constant in s", excitatorySeconds, 1e-5, 1);
            Require.within("inhibitory neuron: weight", weight, 0, 1e6);
            Require.within("inhibitory neuron: refractory time in s", refractorySeconds, 0, 1);
        }

        /** The same with another weight. */
        public Inhibitor withWeight(double other) {
            return new Inhibitor(
                    restVolts,
                    resetVolts,
                    thresholdVolts,
                    membraneSeconds,
                    excitatoryVolts,
                    excitatorySeconds,
                    other,
                    refractorySeconds);
        }
    }
}
