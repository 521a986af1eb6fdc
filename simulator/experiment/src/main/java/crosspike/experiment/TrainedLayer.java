package crosspike.experiment;

import crosspike.experiment.run.LayerState;
import crosspike.snn.lif.Health;
import crosspike.snn.lif.LifNetwork;
import crosspike.snn.lif.LifTrainer;
import crosspike.snn.lif.compression.BatchCompression;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A layer of Diehl and Cook's network that was trained and labelled.
 *
 * @param network the layer
 * @param learnt its training
 * @param labels class of each neuron; −1 for one that never fired
 */
record TrainedLayer(LifNetwork network, DiehlCookExperiment.Learnt learnt, int[] labels) {
    /**
     * What there is to say of it.
     *
     * @param initialThreshold of the first pruning
     * @param remarks on how it was trained; those on its health in the last batch follow
     */
    LayerState state(double initialThreshold, List<String> remarks) {
        Health.Theta theta = Health.Theta.of(network.adaptation());
        return new LayerState(
                connections(),
                (int) Arrays.stream(labels).filter(label -> label < 0).count(),
                theta.meanVolts(),
                theta.minVolts(),
                theta.maxVolts(),
                learnt.compression() instanceof BatchCompression byBatch ? byBatch.steps() : List.of(),
                network.synapses().flags().plastic(),
                initialThreshold,
                learnt.trainer().operations(),
                dynamics(),
                remarks(remarks));
    }

    private long connections() {
        long connections = 0;
        for (float[] row : network.synapses().weights()) {
            for (float weight : row) {
                connections += weight > 0 ? 1 : 0;
            }
        }
        return connections;
    }

    private List<LayerState.Batch> dynamics() {
        return learnt.trainer().dynamics().stream()
                .map(batch -> new LayerState.Batch(
                        batch.images(),
                        Arrays.stream(batch.spikes()).average().orElse(0),
                        batch.meanChange(),
                        batch.changeVariance()))
                .toList();
    }

    private List<String> remarks(List<String> onTraining) {
        List<String> all = new ArrayList<>(onTraining);
        List<LifTrainer.Dynamics> batches = learnt.trainer().dynamics();
        if (!batches.isEmpty()) {
            all.addAll(batches.get(batches.size() - 1).health().remarks());
        }
        return all;
    }
}
