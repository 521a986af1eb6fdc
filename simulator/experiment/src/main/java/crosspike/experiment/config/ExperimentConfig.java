package crosspike.experiment.config;

import crosspike.crossbar.PruneHardware;
import crosspike.device.nonideality.Nonideality;
import crosspike.input.Key;
import crosspike.input.UserError;
import crosspike.snn.wta.PruningMethod;
import java.util.List;

/**
 * An experiment: data, network, learning, devices, circuit and checks. The file {@code docs/config.md} lists all keys.
 *
 * @param format version of the file format
 * @param name name of the experiment, shown in reports
 * @param seed seed of all random draws
 * @param data images
 * @param network neurons and their timing
 * @param learning learning rule and length of training
 * @param pruning which weights are given up
 * @param device the cells
 * @param synapse how weights lie in cells
 * @param nonidealities what the cells do beyond their pulse response, in order
 * @param programming how cells are written
 * @param inference what happens to the cells between training and inference
 * @param circuit what prices the counts
 * @param verify the check by a circuit simulator
 */
public record ExperimentConfig(
        @Key(doc = "Version of this file format.", name = "crosspike", min = 1, max = 1)
        int format,

        @Key(doc = "Name of the experiment, shown in reports.", defaultValue = "experiment")
        String name,

        @Key(doc = "Seed of all random draws.", defaultValue = "1")
        long seed,

        @Key(doc = "Images to learn from and to be tested on.")
        DataConfig data,

        @Key(doc = "Neurons and their timing.") NetworkConfig network,
        @Key(doc = "Learning rule and length of training.") LearningConfig learning,
        @Key(doc = "Which weights are given up, and when.") PruningConfig pruning,
        @Key(doc = "The cells.") DeviceConfig device,
        @Key(doc = "How weights lie in cells.") SynapseConfig synapse,

        @Key(doc = "What the cells do beyond their pulse response: layers that act in this order.", defaultValue = "[]")
        List<Nonideality> nonidealities,

        @Key(doc = "How cells are written.") ProgrammingConfig programming,

        @Key(doc = "What happens to the cells between training and inference.")
        InferenceConfig inference,

        @Key(doc = "What prices the counts.") CircuitConfig circuit,
        @Key(doc = "Check of array columns by ngspice.") VerifyConfig verify) {

    public ExperimentConfig {
        nonidealities = List.copyOf(nonidealities);
        boolean oneCell = synapse.mapping().columnsPerNeuron() == 1;
        if (pruning.hardware() == PruneHardware.DEEP_RESET && pruning.method() == PruningMethod.PRUNE && oneCell) {
            throw new UserError("pruning.hardware is deep-reset, but one cell that is reset deeply is weight -1, not 0;"
                    + " expected pruning.method: soft, or a pair of cells");
        }
    }

    /** How pruned weights are remembered. */
    public PruneHardware pruneHardware() {
        if (pruning.hardware() != null) {
            return pruning.hardware();
        }
        return pruning.method() == PruningMethod.NONE ? PruneHardware.NONE : PruneHardware.FLAG_DEVICE;
    }

    /** The same with other layers, which are all there are: that of the data sheet is among them or left out. */
    public ExperimentConfig withLayers(List<Nonideality> layers, long otherSeed) {
        return with(device.withSigma(0), synapse, layers, otherSeed);
    }

    /** All layers over the cells, that of the data sheet among them. */
    public List<Nonideality> layers() {
        return CellLayers.explicit(this);
    }

    private ExperimentConfig with(
            DeviceConfig otherDevice, SynapseConfig otherSynapse, List<Nonideality> layers, long otherSeed) {
        return new ExperimentConfig(
                format,
                name,
                otherSeed,
                data,
                network,
                learning,
                pruning,
                otherDevice,
                otherSynapse,
                layers,
                programming,
                inference,
                circuit,
                verify);
    }

    /**
     * The same with nothing left open: the data sheet of its device written out, rounding decided. It stands on
     * its own, so that a run can be repeated from it alone.
     *
     * @throws UserError if there is no such device, or its cells cannot be used as {@code synapse} says
     */
    public ExperimentConfig resolved() {
        DeviceConfig sheet = device.resolved();
        ExperimentConfig onCells = with(sheet);
        boolean fractional = CellLayers.of(onCells).response().takesFractionalPulses();
        return with(sheet, synapse.resolved(fractional), nonidealities, seed);
    }

    /**
     * What decides the training: the same without name, circuit and checks, as far as they only price and judge what was
     * trained. Configs for which this is equal are trained alike.
     */
    public ExperimentConfig forTraining() {
        return new ExperimentConfig(
                format,
                "",
                seed,
                data,
                network,
                learning,
                pruning,
                device,
                synapse,
                nonidealities,
                programming,
                inference,
                circuit.forTraining(),
                new VerifyConfig("8", 1e-9));
    }

    /** The same on another circuit. */
    public ExperimentConfig with(CircuitConfig otherCircuit) {
        return new ExperimentConfig(
                format,
                name,
                seed,
                data,
                network,
                learning,
                pruning,
                device,
                synapse,
                nonidealities,
                programming,
                inference,
                otherCircuit,
                verify);
    }

    /** The same with other numbers of images, shown for so many epochs: a slice to be timed. */
    public ExperimentConfig withImages(int training, int labelling, int test, double epochs) {
        return new ExperimentConfig(
                format,
                name,
                seed,
                new DataConfig(data.set(), training, labelling, test),
                network,
                new LearningConfig(epochs, learning.a(), learning.b(), learning.c()),
                pruning,
                device,
                synapse,
                nonidealities,
                programming,
                inference,
                circuit,
                verify);
    }

    /** The same on other cells. */
    ExperimentConfig with(DeviceConfig otherDevice) {
        return with(otherDevice, synapse, nonidealities, seed);
    }
}
