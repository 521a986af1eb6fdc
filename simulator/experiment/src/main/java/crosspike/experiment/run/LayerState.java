package crosspike.experiment.run;

import crosspike.snn.lif.SynapticOperations;
import crosspike.snn.lif.compression.BatchCompression;
import java.util.List;

/**
 * {@code layer.json}: what there is to say of a layer of Diehl and Cook's network beside {@code result.json}.
 *
 * @param connections weights above 0
 * @param silentNeurons neurons that never fired in labelling
 * @param meanThresholdVolts mean adaptation of the thresholds in V
 * @param lowestThresholdVolts lowest of them
 * @param highestThresholdVolts highest of them
 * @param compression steps of compression, in order
 * @param plastic weights that could still learn at the end
 * @param initialThreshold threshold of the first pruning, given or found
 * @param operations synaptic operations of the training, as Guo 2020 counts them
 * @param dynamics what happened in each batch of the training
 * @param remarks what strikes about the network, such as neurons that run away, in sentences
 */
public record LayerState(
        long connections,
        int silentNeurons,
        double meanThresholdVolts,
        double lowestThresholdVolts,
        double highestThresholdVolts,
        List<BatchCompression.Step> compression,
        long plastic,
        double initialThreshold,
        SynapticOperations operations,
        List<Batch> dynamics,
        List<String> remarks) {
    public LayerState {
        remarks = List.copyOf(remarks);
    }

    /**
     * A batch of the training (Guo 2020, Figure 2).
     *
     * @param images training images shown up to its end
     * @param meanSpikes spikes of a neuron in it, on average
     * @param meanChange mean of the wanted weight changes
     * @param changeVariance variance of the wanted weight changes
     */
    public record Batch(long images, double meanSpikes, double meanChange, double changeVariance) {}

    /** A count of the whole training by image. */
    public double perImage(long count) {
        return dynamics.isEmpty()
                ? 0
                : (double) count / dynamics.get(dynamics.size() - 1).images();
    }
}
