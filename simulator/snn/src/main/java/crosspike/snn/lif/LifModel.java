package crosspike.snn.lif;

import crosspike.snn.Require;

/**
 * All of the network but its weights, thresholds and learning.
 *
 * @param neuron the neurons of the layer
 * @param threshold adaptation of their thresholds
 * @param inhibition how they compete
 * @param timing steps and presentations
 * @param brightestHertz rate of an input whose pixel is 255, in Hz; others in proportion
 * @param boost when an image is shown again
 */
public record LifModel(
        LifNeuron neuron,
        AdaptiveThreshold threshold,
        LateralInhibition inhibition,
        Timing timing,
        double brightestHertz,
        Boost boost) {

    public LifModel {
        Require.that(
                neuron != null && threshold != null && inhibition != null && timing != null && boost != null,
                "LIF model",
                "incomplete",
                "all of its parts");
        requireShortSteps(timing, neuron, inhibition);
        Require.within("input rate in Hz", brightestHertz, 1e-3, 1e5);
        Require.that(
                neuron.thresholdVolts() + threshold.lowestVolts() > neuron.resetVolts(),
                "lowest adaptation of the threshold in V",
                threshold.lowestVolts(),
                "a threshold that stays above the reset potential of " + neuron.resetVolts() + " V");
    }

    private static void requireShortSteps(Timing timing, LifNeuron neuron, LateralInhibition inhibition) {
        if (timing.decay() == Timing.Decay.EULER) {
            Require.that(
                    timing.stepSeconds() <= Math.min(neuron.excitatorySeconds(), neuron.inhibitorySeconds()),
                    "step in s",
                    timing.stepSeconds(),
                    "at most the time constants of the conductances with Euler decay, which would change their sign");
        }
        if (inhibition.kind() == LateralInhibition.Kind.EXPLICIT) {
            Require.that(
                    timing.stepSeconds() <= inhibition.neuron().excitatorySeconds(),
                    "step in s",
                    timing.stepSeconds(),
                    "at most " + inhibition.neuron().excitatorySeconds()
                            + " with explicit inhibitory neurons, whose conductance decays by Euler steps");
        }
    }

    public LifModel withBoost(Boost other) {
        return new LifModel(neuron, threshold, inhibition, timing, brightestHertz, other);
    }
}
