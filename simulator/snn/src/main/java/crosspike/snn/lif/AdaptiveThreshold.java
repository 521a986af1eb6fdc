package crosspike.snn.lif;

import crosspike.snn.Require;

/**
 * The part θ of the threshold that follows the neuron's own activity: each spike raises it, and between spikes
 * {@code dθ/dt = −(θ − towards)/τ}. Learnt with the weights and frozen with them.
 *
 * <p>Diehl and Cook's code starts at θ = 20 mV, decays to 0 and subtracts 20 mV: the same as a start at 0 and a decay
 * towards −20 mV. Without a lowest value a threshold can fall below rest, and the neuron fires without input.
 *
 * @param startVolts θ of a new network, in V
 * @param stepVolts rise at each spike, in V
 * @param decaySeconds τ in s
 * @param towardsVolts where θ decays to, in V
 * @param lowestVolts lowest θ, in V
 */
public record AdaptiveThreshold(
        double startVolts, double stepVolts, double decaySeconds, double towardsVolts, double lowestVolts) {

    public AdaptiveThreshold {
        Require.within("threshold step in V", stepVolts, 0, 1);
        Require.within("threshold decay time in s", decaySeconds, 1e-3, 1e30);
        Require.within("threshold decays towards, in V,", towardsVolts, -1, 1);
        Require.within("lowest adaptation of the threshold in V", lowestVolts, -1, 1);
        Require.within("adaptation of the threshold at the start in V", startVolts, lowestVolts, 1);
    }

    /** Lets θ decay without spikes. */
    void decay(float[] theta, double seconds) {
        float left = (float) StrictMath.exp(-seconds / decaySeconds);
        float towards = (float) towardsVolts;
        float lowest = (float) lowestVolts;
        for (int j = 0; j < theta.length; j++) {
            theta[j] = Math.max(lowest, towards + (theta[j] - towards) * left);
        }
    }
}
