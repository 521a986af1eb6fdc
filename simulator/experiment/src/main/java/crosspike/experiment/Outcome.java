package crosspike.experiment;

import crosspike.crossbar.Activity;
import crosspike.crossbar.Crossbar;
import crosspike.crossbar.Energy;
import crosspike.crossbar.Usage;
import crosspike.experiment.run.Checkpoint;
import crosspike.experiment.run.LayerState;
import crosspike.experiment.run.NeuronRow;
import crosspike.experiment.run.Phases;
import crosspike.experiment.run.RasterSpike;
import crosspike.experiment.run.RunResult;
import crosspike.snn.vote.Classification;
import crosspike.snn.vote.Vote;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an experiment found, whatever its network.
 *
 * @param accuracy fraction of test images classified correctly, by vote
 * @param confusion {@code [true class][class by Eq. 5]}, in images
 * @param labels class of each output neuron; −1 for one that never fired
 * @param checkpoints learning curve
 * @param neurons how each neuron fared in training
 * @param crossbar the cells as they are at the end
 * @param flags prune flags, {@code [rows][outputs]}
 * @param raster spikes of a few test images
 * @param usage counts and energies by phase
 * @param prunedNeurons neurons that were pruned
 * @param layer state of a layer of Diehl and Cook's network; empty for other kinds
 * @param phaseSeconds wall-clock time of each phase in s
 */
record Outcome(
        RunResult.Accuracy accuracy,
        int[][] confusion,
        int[] labels,
        List<Checkpoint> checkpoints,
        List<NeuronRow> neurons,
        Crossbar crossbar,
        boolean[][] flags,
        List<RasterSpike> raster,
        Phases<Usage> usage,
        int prunedNeurons,
        Optional<LayerState> layer,
        Map<String, Double> phaseSeconds) {

    static RunResult.Accuracy accuracy(Classification test) {
        return new RunResult.Accuracy(
                test.accuracy(Vote.EQ5),
                test.accuracy(Vote.EQ5_SELECTIVE),
                test.accuracy(Vote.SPIKE_SUM),
                test.accuracy(Vote.Z_WEIGHTED));
    }

    Phases<Activity> activity() {
        return usage.map(Usage::activity);
    }

    Phases<Energy> energy() {
        return usage.map(Usage::energy);
    }

    /** Output neurons. */
    int outputs() {
        return labels.length;
    }

    long weights() {
        return (long) flags.length * outputs();
    }

    /** Connections there are: weights above 0 in a layer of Diehl and Cook's network, else those that are not pruned. */
    long connections() {
        return layer.map(LayerState::connections).orElse(weights() - prunedWeights());
    }

    long prunedWeights() {
        return neurons.stream().mapToLong(NeuronRow::prunedWeights).sum();
    }
}
