package crosspike.experiment.run;

import crosspike.crossbar.Activity;
import crosspike.crossbar.Energy;

/**
 * {@code result.json}: what a run found. It holds no time and no name of a machine: the same config and seed give the same
 * bytes.
 *
 * @param name name of the experiment
 * @param network kind of network, such as {@code shi2019}
 * @param device name of the device, such as {@code ag-asi-jo2010}
 * @param seed seed of all random draws
 * @param accuracy fraction of test images classified correctly, by vote
 * @param trainingImages images in the training set; each is shown once in an epoch
 * @param epochs passes over the training set
 * @param labellingImages images shown to label the neurons
 * @param testImages images classified
 * @param confusion {@code [true class][predicted class]} of the Eq. 5 vote, in images
 * @param neuronLabels class of each output neuron; −1 for a neuron that never fired
 * @param prunedNeurons output neurons whose weights were pruned
 * @param prunedWeights weights flagged as pruned
 * @param weights all weights of the network
 * @param conventionalStdpUpdates weight updates of conventional STDP with the same output spikes: every weight of the neuron
 *     that fires, pruned or not (Shi 2019, Table 2). The updates of this training are its {@code nominal_updates}.
 * @param activity counts by phase
 * @param cellEnergy energy of the cells by phase
 */
public record RunResult(
        String name,
        String network,
        String device,
        long seed,
        Accuracy accuracy,
        int trainingImages,
        double epochs,
        int labellingImages,
        int testImages,
        int[][] confusion,
        int[] neuronLabels,
        int prunedNeurons,
        long prunedWeights,
        long weights,
        long conventionalStdpUpdates,
        Phases<Activity> activity,
        Phases<Energy> cellEnergy) {

    /** Images of each phase, an image of the training once for each epoch; a network may have been shown them more than once. */
    public Phases<Long> images() {
        return new Phases<>(Math.round(epochs * trainingImages), (long) labellingImages, (long) testImages);
    }

    /**
     * Accuracy by vote, each a fraction in [0, 1].
     *
     * @param eq5 mean spikes per neuron of a class, Shi 2019 Eq. 5
     * @param eq5Selective the same without neurons below the removal threshold
     * @param spikeSum total spikes of the neurons of a class
     * @param zWeighted spikes weighted with each neuron's response probabilities Z, Shi 2019 Eq. 4
     */
    public record Accuracy(double eq5, double eq5Selective, double spikeSum, double zWeighted) {}
}
