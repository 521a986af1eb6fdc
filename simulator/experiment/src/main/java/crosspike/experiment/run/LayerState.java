package crosspike.experiment.run;

import crosspike.snn.lif.Compression;
import crosspike.snn.lif.LifNetwork;
import crosspike.snn.lif.LifTrainer;
import crosspike.snn.lif.Synapses;
import crosspike.snn.lif.SynapticOperations;
import crosspike.snn.lif.compression.BatchCompression;
import java.util.ArrayList;
import java.util.Arrays;
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
 * @param remarks what strikes about the network, such as neurons that run away, in sentences; none in files of older runs
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
        remarks = remarks == null ? List.of() : List.copyOf(remarks);
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

    /** Synapses that can still learn. */
    public static long plastic(Synapses synapses) {
        long plastic = 0;
        for (int k = 0; k < synapses.neurons(); k++) {
            plastic += synapses.flags().plasticOfNeuron(k);
        }
        return plastic;
    }

    /**
     * The state of a trained layer.
     *
     * @param remarks on how it was trained; those on its health in the last batch follow
     */
    public static LayerState of(
            LifNetwork network,
            int[] labels,
            Compression compression,
            LifTrainer trainer,
            double initialThreshold,
            List<String> remarks) {
        List<LifTrainer.Dynamics> batches = trainer.dynamics();
        List<String> all = new ArrayList<>(remarks);
        if (!batches.isEmpty()) {
            all.addAll(batches.get(batches.size() - 1).health().remarks());
        }
        long connections = 0;
        for (float[] row : network.synapses().weights()) {
            for (float weight : row) {
                connections += weight > 0 ? 1 : 0;
            }
        }
        int silent = 0;
        for (int label : labels) {
            silent += label < 0 ? 1 : 0;
        }
        double sum = 0;
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (float volts : network.adaptation()) {
            sum += volts;
            lowest = Math.min(lowest, volts);
            highest = Math.max(highest, volts);
        }
        return new LayerState(
                connections,
                silent,
                sum / network.neurons(),
                lowest,
                highest,
                compression instanceof BatchCompression byBatch ? byBatch.steps() : List.of(),
                plastic(network.synapses()),
                initialThreshold,
                trainer.operations(),
                batches.stream()
                        .map(batch -> new Batch(
                                batch.images(),
                                Arrays.stream(batch.spikes()).average().orElse(0),
                                batch.meanChange(),
                                batch.changeVariance()))
                        .toList(),
                all);
    }
}
