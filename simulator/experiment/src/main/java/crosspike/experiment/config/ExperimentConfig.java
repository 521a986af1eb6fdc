package crosspike.experiment.config;

import crosspike.crossbar.PruneHardware;
import crosspike.device.nonideality.Nonideality;
import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.input.UserError;
import crosspike.snn.wta.Pruning;
import crosspike.snn.wta.PruningMethod;
import crosspike.snn.wta.Schedule;
import crosspike.spice.ColumnSelection;
import java.math.BigInteger;
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

    /** The same on other cells. */
    ExperimentConfig with(DeviceConfig otherDevice) {
        return with(otherDevice, synapse, nonidealities, seed);
    }

    /**
     * @param set name of a data set
     * @param training images to learn from
     * @param labelling images to label the neurons with
     * @param test images to be tested on
     */
    public record DataConfig(
            @Key(doc = "Data set; `crosspike data list` names them.", defaultValue = "digits")
            String set,

            @Key(doc = "Training images, from the first; absent: all.", optional = true, min = 1, max = 1e9)
            Integer training,

            @Key(
                    doc = "Training images to label the neurons with; absent: as many as for training.",
                    optional = true,
                    min = 1,
                    max = 1e9)
            Integer labelling,

            @Key(doc = "Test images, from the first; absent: all.", optional = true, min = 1, max = 1e9)
            Integer test) {}

    /** Networks by name. */
    public enum NetworkKind {
        /** The winner-take-all network of Shi et al. 2019. */
        SHI2019
    }

    /**
     * @param kind which network
     * @param outputs output neurons
     * @param inputHertz rate of the brightest pixel
     * @param outputHertz rate of the output layer while training and labelling
     * @param testOutputHertz rate of the output layer while testing
     * @param displaySeconds input spikes while training and labelling
     * @param testDisplaySeconds input spikes while testing
     * @param blankSeconds time without input spikes at the end of each presentation
     * @param windowSeconds how long a spike keeps its input active
     * @param softmaxGain β of the softmax
     * @param background pixels that are 0 in at least this fraction of the training images have no row
     * @param neuronRemoval threshold of the selective vote
     */
    public record NetworkConfig(
            @Key(doc = "Kind of network.", defaultValue = "shi2019")
            NetworkKind kind,

            @Key(doc = "Output neurons.", min = 1, max = 100_000, defaultValue = "500")
            int outputs,

            @Key(
                    doc = "Spike rate of the brightest pixel.",
                    dimension = Dimension.FREQUENCY,
                    name = "input_rate",
                    above = 0,
                    max = 10_000,
                    defaultValue = "200 Hz")
            double inputHertz,

            @Key(
                    doc = "Spike rate of the output layer as a whole, in training and labelling.",
                    dimension = Dimension.FREQUENCY,
                    name = "output_rate",
                    above = 0,
                    max = 10_000,
                    defaultValue = "200 Hz")
            double outputHertz,

            @Key(
                    doc = "Spike rate of the output layer as a whole, in the test.",
                    dimension = Dimension.FREQUENCY,
                    name = "test_output_rate",
                    above = 0,
                    max = 10_000,
                    defaultValue = "600 Hz")
            double testOutputHertz,

            @Key(
                    doc = "Time an image spikes in training and labelling; whole ms.",
                    dimension = Dimension.TIME,
                    min = 0.001,
                    max = 5,
                    defaultValue = "40 ms")
            double displaySeconds,

            @Key(
                    doc = "Time an image spikes in the test; whole ms.",
                    dimension = Dimension.TIME,
                    min = 0.001,
                    max = 5,
                    defaultValue = "190 ms")
            double testDisplaySeconds,

            @Key(
                    doc = "Time without input spikes at the end of each presentation; whole ms.",
                    dimension = Dimension.TIME,
                    min = 0,
                    max = 5,
                    defaultValue = "10 ms")
            double blankSeconds,

            @Key(
                    doc = "Time for which a spike keeps its input active; whole ms.",
                    dimension = Dimension.TIME,
                    min = 0.001,
                    max = 0.064,
                    defaultValue = "10 ms")
            double windowSeconds,

            @Key(doc = "Gain of the softmax that draws the winner.", above = 0, max = 1000, defaultValue = "1")
            double softmaxGain,

            @Key(
                    doc = "Pixels that are 0 in at least this fraction of the training images get no row.",
                    dimension = Dimension.FRACTION,
                    above = 0,
                    max = 2,
                    defaultValue = "94.98 %")
            double background,

            @Key(
                    doc = "Neurons less certain than this take no part in the selective vote.",
                    dimension = Dimension.FRACTION,
                    min = 0,
                    max = 1,
                    defaultValue = "75 %")
            double neuronRemoval) {

        public NetworkConfig {
            requireWholeMs("display", displaySeconds);
            requireWholeMs("test_display", testDisplaySeconds);
            requireWholeMs("blank", blankSeconds);
            requireWholeMs("window", windowSeconds);
        }

        /** How images are shown in training and labelling. */
        public Schedule trainingSchedule() {
            return new Schedule(ms(displaySeconds), ms(blankSeconds), outputHertz);
        }

        /** How images are shown in the test. */
        public Schedule testSchedule() {
            return new Schedule(ms(testDisplaySeconds), ms(blankSeconds), testOutputHertz);
        }

        /** How long a spike keeps its input active, in ms. */
        public int windowMs() {
            return ms(windowSeconds);
        }

        private static int ms(double seconds) {
            return (int) Math.rint(seconds * 1e3);
        }

        private static void requireWholeMs(String key, double seconds) {
            if (Math.abs(seconds * 1e3 - ms(seconds)) > 1e-6) {
                throw new UserError(key + " is " + Dimension.TIME.format(seconds)
                        + "; expected whole ms, the time step of the network");
            }
        }
    }

    /**
     * @param epochs passes over the training images
     * @param a largest potentiation
     * @param b how fast potentiation falls with the weight
     * @param c depression
     */
    public record LearningConfig(
            @Key(doc = "Passes over the training images.", above = 0, max = 10_000, defaultValue = "3")
            double epochs,

            @Key(
                    doc = "Largest potentiation of a weight, Shi 2019 Table 1.",
                    above = 0,
                    max = 2,
                    defaultValue = "0.0667")
            double a,

            @Key(
                    doc = "How fast potentiation falls with the weight; 0: not at all, and no read before a write.",
                    min = 0,
                    max = 16,
                    defaultValue = "2.5")
            double b,

            @Key(doc = "Depression of a weight.", min = 0, max = 2, defaultValue = "0.0167")
            double c) {}

    /**
     * @param method which weights, and what becomes of them
     * @param fraction weights of each neuron that are pruned
     * @param when during or after training
     * @param run output spikes in a row that make an occurrence
     * @param occurrences occurrences that make a neuron developed
     * @param hardware how pruned weights are remembered; null: a flag device if something is pruned
     */
    public record PruningConfig(
            @Key(
                    doc = "none; prune: weights near 0 become 0; soft: the lowest weights become -1.",
                    defaultValue = "none")
            PruningMethod method,

            @Key(
                    doc = "Weights of each neuron that are pruned.",
                    dimension = Dimension.FRACTION,
                    min = 0,
                    max = 1,
                    defaultValue = "0 %")
            double fraction,

            @Key(
                    doc = "during: each neuron when it is developed; after: all neurons after training.",
                    defaultValue = "during")
            Pruning.When when,

            @Key(
                    doc = "Output spikes in a row within one presentation that make an occurrence.",
                    min = 1,
                    max = 10_000,
                    defaultValue = "8")
            int run,

            @Key(doc = "Occurrences that make a neuron developed.", min = 1, max = 1_000_000, defaultValue = "10")
            int occurrences,

            @Key(
                    doc =
                            "How pruned weights are remembered. none: the network knows; flag-device: a binary device more for"
                                    + " each weight; deep-reset: the cell itself, reset to below its range; absent: flag-device if"
                                    + " something is pruned.",
                    optional = true)
            PruneHardware hardware) {

        /** The pruning. */
        public Pruning pruning() {
            return new Pruning(method, fraction, when, run, occurrences);
        }
    }

    /**
     * @param columns which columns
     * @param tolerance largest relative difference that passes
     */
    public record VerifyConfig(
            @Key(
                    doc = "Columns to check: all, a number of evenly spread ones (all, if the array has fewer), or a"
                            + " list such as 0,3,17 or 4-9.",
                    defaultValue = "8")
            String columns,

            @Key(doc = "Largest relative difference that passes.", above = 0, max = 1, defaultValue = "1e-9")
            double tolerance) {

        public VerifyConfig {
            if (!ColumnSelection.isSelection(columns)) {
                throw new UserError("columns is \"" + columns + "\"; expected " + ColumnSelection.EXPECTED);
            }
        }

        /** The columns for an array of this many, as {@link ColumnSelection} reads it. */
        public String columnsOf(int available) {
            boolean isSample = columns.matches("\\s*\\d+\\s*");
            return isSample && new BigInteger(columns.strip()).compareTo(BigInteger.valueOf(available)) > 0
                    ? "all"
                    : columns;
        }
    }
}
