package crosspike.experiment;

import crosspike.crossbar.Activity;
import crosspike.crossbar.Energy;
import crosspike.experiment.run.LayerState;
import crosspike.experiment.run.Phases;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.run.RunResult;
import java.util.List;
import java.util.Optional;

/**
 * What a training left that is worth keeping when the network is not: enough to price it on any circuit.
 *
 * @param accuracy fraction of test images classified correctly, by vote
 * @param trainingImages images in the training set
 * @param labellingImages images shown to label the neurons
 * @param testImages images classified
 * @param rows word lines of the layer
 * @param outputs output neurons
 * @param prunedNeurons output neurons whose weights were pruned
 * @param prunedWeights weights flagged as pruned
 * @param weights all weights of the network
 * @param connections weights above 0 in a layer of Diehl and Cook's network, else those that are not pruned
 * @param layers what there is to say of the layer of Diehl and Cook's network; none for another
 * @param activity counts by phase
 * @param cellEnergy energy of the cells by phase
 */
public record Trained(
        RunResult.Accuracy accuracy,
        int trainingImages,
        int labellingImages,
        int testImages,
        int rows,
        int outputs,
        int prunedNeurons,
        long prunedWeights,
        long weights,
        long connections,
        List<LayerState> layers,
        Phases<Activity> activity,
        Phases<Energy> cellEnergy) {

    public Trained {
        layers = List.copyOf(layers);
    }

    /** The layer of Diehl and Cook's network, if it is one. */
    public Optional<LayerState> layer() {
        return layers.stream().findFirst();
    }

    /** What is kept of a whole run. */
    public static Trained of(RunDirectory run) {
        RunResult result = run.result();
        return new Trained(
                result.accuracy(),
                result.trainingImages(),
                result.labellingImages(),
                result.testImages(),
                run.array().rows(),
                run.array().outputs(),
                result.prunedNeurons(),
                result.prunedWeights(),
                result.weights(),
                run.layer().map(LayerState::connections).orElse(result.weights() - result.prunedWeights()),
                run.layer().stream().toList(),
                result.activity(),
                result.cellEnergy());
    }
}
