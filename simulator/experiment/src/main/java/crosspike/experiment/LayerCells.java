package crosspike.experiment;

import crosspike.crossbar.Crossbar;
import crosspike.crossbar.Mapping;
import crosspike.crossbar.SynapseArray;
import crosspike.device.ContinuousResponse;
import crosspike.experiment.config.CellLayers;
import crosspike.experiment.config.CrossbarConfig;
import crosspike.experiment.config.DiehlCookNetwork;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.input.UserError;
import crosspike.random.Streams;
import crosspike.snn.lif.ArraySynapses;
import crosspike.snn.lif.IdealSynapses;
import crosspike.snn.lif.Synapses;
import crosspike.spice.ReadChecks;
import java.util.Optional;

/** The synapses of a layer of Diehl and Cook's network, and the cells that they are in. */
interface LayerCells {

    /**
     * The synapses of a config, with their initial weights: numbers if its cells are ideal and nothing lies between them and
     * the network, which is fast; else cells.
     *
     * @param config resolved
     * @param threads threads a backend may use; results do not depend on it
     * @throws crosspike.input.UserError if the cells cannot hold the weights as the config says
     */
    static LayerCells of(ExperimentConfig config, int inputs, int threads) {
        DiehlCookNetwork network = (DiehlCookNetwork) config.network();
        float[][] weights = IdealSynapses.uniform(
                inputs,
                network.outputs(),
                network.lowestWeight(),
                network.highestWeight(),
                Streams.of(config.seed(), "initial weights").stream(0));
        if (areIdeal(config)) {
            IdealSynapses synapses = network.delays() == null
                    ? new IdealSynapses(weights)
                    : new IdealSynapses(weights, network.delays().neurons());
            NumberCells numbers = new NumberCells(config, synapses);
            return config.inference().resistors() == null ? numbers : new ResistorCells(numbers);
        }
        if (config.inference().resistors() != null) {
            throw new UserError("inference.resistors take over weights that are learnt as numbers; expected"
                    + " device.preset: ideal, no nonidealities, crossbar.backend: device and no crossbar.check");
        }
        if (network.delays() != null && network.delays().neurons() < network.outputs()) {
            throw new UserError("network.delays.neurons is " + network.delays().neurons()
                    + ", but a row of cells is read at once; expected at least network.outputs, " + network.outputs());
        }
        Crossbar crossbar = ConfiguredCrossbar.of(config, inputs, threads);
        try {
            SynapseArray array = new SynapseArray(
                    crossbar,
                    config.synapse().layout(),
                    config.synapse().rounding(),
                    config.pruneHardware(),
                    config.programming().programming());
            return new ArrayCells(config, new ArraySynapses(array, weights));
        } catch (RuntimeException e) {
            ConfiguredCrossbar.close(crossbar);
            throw e;
        }
    }

    private static boolean areIdeal(ExperimentConfig config) {
        CellLayers cells = CellLayers.of(config);
        return cells.response() instanceof ContinuousResponse
                && config.synapse().mapping() != Mapping.Kind.SLICED
                && cells.layers().isEmpty()
                && config.crossbar().backend() == CrossbarConfig.Backend.DEVICE
                && config.crossbar().check().every() == 0;
    }

    /** Weights as they are learnt. */
    Synapses synapses();

    /** Reads that were repeated and compared, if the config wants that. */
    Optional<ReadChecks> readChecks();

    /** Programs trained weights once more, if the config wants that. */
    void transfer(Streams random);

    /** Lets the time pass that the config puts between training and test. */
    void age(Streams random);

    /** The cells as they are; those that numbers would be in, if there are none. */
    Crossbar crossbar();

    /**
     * The trained synapses, whose reads are charged to their cells.
     *
     * @param crossbar {@link #crossbar}
     */
    Synapses trained(Crossbar crossbar);

    /** Ends what runs outside of this program. */
    void close();
}
