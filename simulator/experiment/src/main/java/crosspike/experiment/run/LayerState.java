package crosspike.experiment.run;

import crosspike.snn.lif.Compression;
import crosspike.snn.lif.LifNetwork;
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
 */
public record LayerState(
        long connections,
        int silentNeurons,
        double meanThresholdVolts,
        double lowestThresholdVolts,
        double highestThresholdVolts,
        List<BatchCompression.Step> compression) {

    /** The state of a trained layer. */
    public static LayerState of(LifNetwork network, int[] labels, Compression compression) {
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
                compression instanceof BatchCompression batches ? batches.steps() : List.of());
    }
}
