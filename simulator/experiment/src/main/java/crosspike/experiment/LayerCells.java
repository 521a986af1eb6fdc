package crosspike.experiment;

import crosspike.crossbar.Crossbar;
import crosspike.crossbar.PruneHardware;
import crosspike.crossbar.SynapseArray;
import crosspike.device.ContinuousResponse;
import crosspike.experiment.config.CellLayers;
import crosspike.experiment.config.DiehlCookNetwork;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.input.UserError;
import crosspike.random.Streams;
import crosspike.snn.lif.IdealSynapses;
import crosspike.snn.lif.Synapses;
import crosspike.spice.ReadChecks;
import java.util.Optional;

/**
 * The synapses of a layer of Diehl and Cook's network. On ideal cells they are numbers, which is fast: what their cells dissipate is
 * not known while they learn, and exactly known from then on.
 */
final class LayerCells {
    private final ExperimentConfig config;
    private final int inputs;
    private final Synapses synapses;

    private LayerCells(ExperimentConfig config, int inputs, Synapses synapses) {
        this.config = config;
        this.inputs = inputs;
        this.synapses = synapses;
    }

    /**
     * The synapses of a config, with their initial weights.
     *
     * @throws UserError if it names cells that such a layer cannot be on
     */
    static LayerCells of(ExperimentConfig config, int inputs, int threads) {
        DiehlCookNetwork network = (DiehlCookNetwork) config.network();
        CellLayers cells = CellLayers.of(config);
        if (!(cells.response() instanceof ContinuousResponse) || !cells.layers().isEmpty()) {
            throw new UserError(
                    "network.kind is diehl-cook, which learns on ideal cells only so far; expected no device,"
                            + " or device.response: continuous without nonidealities");
        }
        float[][] weights = IdealSynapses.uniform(
                inputs,
                network.outputs(),
                network.lowestWeight(),
                network.highestWeight(),
                Streams.of(config.seed(), "initial weights").stream(0));
        return new LayerCells(config, inputs, new IdealSynapses(weights));
    }

    Synapses synapses() {
        return synapses;
    }

    /** Whether weights are numbers and not cells. */
    boolean areNumbers() {
        return true;
    }

    Optional<ReadChecks> readChecks() {
        return Optional.empty();
    }

    void transfer(Streams random) {
        // numbers stay what they are
    }

    void age(Streams random) {
        // likewise
    }

    /** The trained synapses, which charge what the cells that are there dissipate in reads. */
    Synapses trained(Crossbar crossbar) {
        float[][] siemens = crossbar.conductances();
        boolean[][] removed = synapses.removed();
        for (int i = 0; i < siemens.length; i++) {
            for (int k = 0; k < siemens[i].length; k++) {
                siemens[i][k] = removed[i][k] ? 0 : siemens[i][k];
            }
        }
        return MeteredSynapses.of(
                synapses, siemens, config.device().sheet().waveforms().read().joulesPerSiemens());
    }

    /** The cells as they are; those that numbers would be in, if there are none. */
    Crossbar crossbar() {
        Crossbar crossbar = ConfiguredCrossbar.of(config, inputs, 1);
        SynapseArray array = new SynapseArray(
                crossbar,
                config.synapse().mapping(),
                config.synapse().rounding(),
                PruneHardware.NONE,
                config.programming().programming());
        float[][] weights = synapses.weights();
        float[][] signed = new float[synapses.neurons()][inputs];
        for (int k = 0; k < signed.length; k++) {
            for (int i = 0; i < inputs; i++) {
                signed[k][i] = 2 * weights[i][k] - 1; // 0 is the lowest conductance, 1 the highest
            }
        }
        array.preset(signed);
        return crossbar;
    }

    void close() {
        // nothing runs
    }
}
