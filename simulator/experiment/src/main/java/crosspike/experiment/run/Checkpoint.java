package crosspike.experiment.run;

/**
 * One row of {@code epochs.csv}, the learning curve.
 *
 * @param presentations training images shown so far
 * @param epoch presentations / size of the training set
 * @param runningAccuracy fraction of the latest images whose class the spikes told, with neurons labelled by their own
 *     earlier spikes; NaN before the first neuron is labelled. The labels never reach the learning rule.
 * @param nominalUpdates weight updates so far
 * @param deviceWrites cells that received a pulse so far
 * @param prunedNeurons neurons pruned so far
 */
public record Checkpoint(
        long presentations,
        double epoch,
        double runningAccuracy,
        long nominalUpdates,
        long deviceWrites,
        int prunedNeurons) {}
