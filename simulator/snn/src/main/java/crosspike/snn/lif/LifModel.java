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
        Require.within("input rate in Hz", brightestHertz, 1e-3, 1e5);
        Require.that(
                neuron.thresholdVolts() + threshold.lowestVolts() > neuron.resetVolts(),
                "lowest adaptation of the threshold in V",
                threshold.lowestVolts(),
                "a threshold that stays above the reset potential of " + neuron.resetVolts() + " V");
    }

    public LifModel withBoost(Boost other) {
        return new LifModel(neuron, threshold, inhibition, timing, brightestHertz, other);
    }
}
