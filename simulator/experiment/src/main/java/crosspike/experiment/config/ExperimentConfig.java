package crosspike.experiment.config;

import crosspike.crossbar.Mapping;
import crosspike.crossbar.Programming;
import crosspike.crossbar.PruneHardware;
import crosspike.device.nonideality.IvNonlinearity;
import crosspike.device.nonideality.Nonideality;
import crosspike.input.Key;
import crosspike.input.RecordWriter;
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
 * @param crossbar what computes the currents of a read
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

        @Key(doc = "Neurons and their timing.", defaultKind = NetworkConfig.USUAL)
        NetworkConfig network,

        @Key(doc = "Learning rule and length of training.", defaultKind = NetworkConfig.USUAL, kindOf = "network")
        LearningConfig learning,

        @Key(doc = "Which weights are given up, and when.", defaultKind = NetworkConfig.USUAL, kindOf = "network")
        PruningConfig pruning,

        @Key(doc = "The cells.") DeviceConfig device,
        @Key(doc = "How weights lie in cells.") SynapseConfig synapse,

        @Key(doc = "What the cells do beyond their pulse response: layers that act in this order.", defaultValue = "[]")
        List<Nonideality> nonidealities,

        @Key(doc = "How cells are written.") ProgrammingConfig programming,

        @Key(doc = "What computes the currents of a read.") CrossbarConfig crossbar,

        @Key(doc = "What happens to the cells between training and inference.")
        InferenceConfig inference,

        @Key(doc = "What prices the counts.") CircuitConfig circuit,
        @Key(doc = "Check of array columns by ngspice.") VerifyConfig verify) {

    public ExperimentConfig {
        nonidealities = List.copyOf(nonidealities);
        Mapping mapping = synapse.layout();
        if (pruning instanceof Shi2019Pruning shi) requireSuitable(shi, mapping.isPair());
        if (learning instanceof Shi2019Learning shi) requireSuitable(shi, mapping, programming);
        if (mapping.kind() == Mapping.Kind.SLICED && programming.scheme() == Programming.Scheme.BLIND) {
            throw new UserError(
                    "programming.scheme is blind, but digits of sliced weights cannot be changed without reading"
                            + " them; expected open-loop or write-verify");
        }
        requireFitForInstruments(network, crossbar, inference);
        if (inference.resistors() != null) requireFitForResistors(pruning, mapping, inference);
        if (network instanceof DiehlCookNetwork layer) layer.model(); // refuses what contradicts itself
        verify.requireColumnsWithin(mapping.columns(network.outputs()));
        boolean curved = nonidealities.stream().anyMatch(IvNonlinearity.class::isInstance);
        if (crossbar.backend() == CrossbarConfig.Backend.NGSPICE && curved) {
            throw new UserError(
                    "nonidealities has iv-nonlinearity, which crossbar.backend ngspice does not know; expected"
                            + " crossbar.backend: device or wire, or layers without it");
        }
        if (crossbar.check().every() > 0 && curved) {
            throw new UserError("nonidealities has iv-nonlinearity, which crossbar.check does not know; expected"
                    + " crossbar.check.every: 0, or layers without it");
        }
    }

    private static void requireFitForResistors(PruningConfig pruning, Mapping mapping, InferenceConfig inference) {
        if (!(pruning instanceof DiehlCookPruning layer && layer.levels() != null && layer.levels() == 2)) {
            throw new UserError("inference.resistors are all alike, which takes weights of two values; expected"
                    + " network.kind: diehl-cook and pruning.levels: 2");
        }
        if (mapping.columnsPerNeuron() != 1 || layer.flags() != PruneHardware.NONE) {
            throw new UserError("inference.resistors are there or not, one for each weight; expected synapse.mapping:"
                    + " single and pruning.hardware: none");
        }
        if (inference.afterSeconds() > 0 || Boolean.TRUE.equals(inference.transfer())) {
            throw new UserError("inference.resistors neither age nor are programmed; expected neither inference.after"
                    + " nor inference.transfer");
        }
    }

    private static void requireFitForInstruments(
            NetworkConfig network, CrossbarConfig crossbar, InferenceConfig inference) {
        if (crossbar.backend() != CrossbarConfig.Backend.INSTRUMENT) return;
        if (network instanceof DiehlCookNetwork) {
            throw new UserError(
                    "crossbar.backend is instrument, which networks of kind diehl-cook do not use yet; expected"
                            + " network.kind: shi2019, or another backend");
        }
        if (crossbar.check().every() > 0) {
            throw new UserError(
                    "crossbar.check.every is " + crossbar.check().every() + ", but reads of an instrument are"
                            + " compared with the model anyway; expected crossbar.check.every: 0");
        }
        if (inference.afterSeconds() > 0 || Boolean.TRUE.equals(inference.transfer())) {
            throw new UserError(
                    "inference wants cells that age or are transferred, but those of an instrument do so by"
                            + " themselves; expected neither inference.after nor inference.transfer with crossbar.backend: instrument");
        }
    }

    private static void requireSuitable(Shi2019Pruning pruning, boolean pair) {
        if (pruning.hardware() != PruneHardware.DEEP_RESET) return;
        if (pruning.method().freezes()) {
            throw new UserError("pruning.hardware is deep-reset, but " + RecordWriter.name(pruning.method())
                    + " leaves weights where they are; expected flag-device or none");
        }
        if (pruning.method() == PruningMethod.PRUNE && !pair) {
            throw new UserError("pruning.hardware is deep-reset, but one cell that is reset deeply is weight -1, not 0;"
                    + " expected pruning.method: soft, or a pair of cells");
        }
        if (pruning.method() == PruningMethod.FREEZE_HIGHEST && !pair) {
            throw new UserError("pruning.hardware is deep-reset, but one cell that is reset deeply is weight -1, not 1;"
                    + " expected pruning.method: soft, or a pair of cells");
        }
    }

    private static void requireSuitable(Shi2019Learning learning, Mapping mapping, ProgrammingConfig programming) {
        boolean oneCell = mapping.columnsPerNeuron() == 1;
        boolean ofConductance = learning.rule() == Shi2019Learning.Rule.MEASURED_WINDOW
                && learning.window().changeUnit() == WindowConfig.ChangeUnit.CONDUCTANCE;
        if (ofConductance && (!oneCell || programming.scheme() == Programming.Scheme.BLIND)) {
            throw new UserError("learning.window.change_unit is conductance, but "
                    + (oneCell
                            ? "blind programming does not know it"
                            : "a weight in " + (mapping.isPair() ? "a pair of" : "several")
                                    + " cells has none of its own")
                    + "; expected range or siemens");
        }
    }

    /** How pruned weights are remembered. */
    public PruneHardware pruneHardware() {
        return pruning.flags();
    }

    /** The same with another seed and other layers, which are all there are: those of the data sheet are among them or left out. */
    public ExperimentConfig withLayers(List<Nonideality> layers, long otherSeed) {
        return copy(name, otherSeed, data, learning, device.bare(), synapse, layers, circuit, verify);
    }

    /** All layers over the cells, those of the data sheet among them. */
    public List<Nonideality> layers() {
        return CellLayers.explicit(this);
    }

    /**
     * The same with nothing left open: the data sheet of its device written out, rounding decided. It stands on
     * its own, so that a run can be repeated from it alone.
     *
     * @throws UserError if there is no such device, or its cells cannot be used as {@code synapse} says
     */
    public ExperimentConfig resolved() {
        ExperimentConfig onCells = with(device.resolved());
        boolean fractional = CellLayers.of(onCells).response().takesFractionalPulses();
        return copy(
                name,
                seed,
                data,
                learning.resolved(),
                onCells.device,
                synapse.resolved(fractional),
                nonidealities,
                circuit,
                verify);
    }

    /**
     * What decides the training: the same without name, circuit and checks, as far as they only price and judge what was
     * trained. Configs for which this is equal are trained alike.
     */
    public ExperimentConfig forTraining() {
        return copy(
                "",
                seed,
                data,
                learning,
                device,
                synapse,
                nonidealities,
                circuitForTraining(),
                new VerifyConfig("8", 1e-9));
    }

    /** What of the circuit the training sees: all of it where cells are read through its wires. */
    public CircuitConfig circuitForTraining() {
        boolean throughItsWires =
                crossbar.backend().hasWires() && crossbar.wires().needsCircuit();
        return throughItsWires ? circuit : circuit.forTraining();
    }

    /** The same with other numbers of images, shown for so many epochs: a slice to be timed. */
    public ExperimentConfig withImages(int training, int labelling, int test, double epochs) {
        DataConfig images = new DataConfig(data.set(), training, labelling, test, data.heldOut());
        return copy(name, seed, images, learning.withEpochs(epochs), device, synapse, nonidealities, circuit, verify);
    }

    /** The same on another circuit. */
    public ExperimentConfig with(CircuitConfig otherCircuit) {
        return copy(name, seed, data, learning, device, synapse, nonidealities, otherCircuit, verify);
    }

    /** The same with another learning. */
    ExperimentConfig with(LearningConfig otherLearning) {
        return copy(name, seed, data, otherLearning, device, synapse, nonidealities, circuit, verify);
    }

    /** The same with another seed. */
    public ExperimentConfig withSeed(long other) {
        return copy(name, other, data, learning, device, synapse, nonidealities, circuit, verify);
    }

    /** The same with another pruning. */
    public ExperimentConfig with(PruningConfig otherPruning) {
        return new ExperimentConfig(
                format,
                name,
                seed,
                data,
                network,
                learning,
                otherPruning,
                device,
                synapse,
                nonidealities,
                programming,
                crossbar,
                inference,
                circuit,
                verify);
    }

    /** The same on other cells. */
    ExperimentConfig with(DeviceConfig otherDevice) {
        return copy(name, seed, data, learning, otherDevice, synapse, nonidealities, circuit, verify);
    }

    private ExperimentConfig copy(
            String otherName,
            long otherSeed,
            DataConfig otherData,
            LearningConfig otherLearning,
            DeviceConfig otherDevice,
            SynapseConfig otherSynapse,
            List<Nonideality> layers,
            CircuitConfig otherCircuit,
            VerifyConfig otherVerify) {
        return new ExperimentConfig(
                format,
                otherName,
                otherSeed,
                otherData,
                network,
                otherLearning,
                pruning,
                otherDevice,
                otherSynapse,
                layers,
                programming,
                crossbar,
                inference,
                otherCircuit,
                otherVerify);
    }
}
