package crosspike.experiment;

import crosspike.crossbar.Crossbar;
import crosspike.crossbar.PruneHardware;
import crosspike.crossbar.SynapseArray;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.random.Streams;
import crosspike.snn.lif.Synapses;
import crosspike.spice.ReadChecks;
import java.util.Optional;

/**
 * Weights as numbers: what their cells dissipate is not known while they are learnt, and exactly known from then on.
 *
 * @param config resolved
 * @param synapses the weights
 */
record NumberCells(ExperimentConfig config, Synapses synapses) implements LayerCells {

    @Override
    public Optional<ReadChecks> readChecks() {
        return Optional.empty();
    }

    /** Numbers stay what they are. */
    @Override
    public void transfer(Streams random) {}

    /** Numbers do not age. */
    @Override
    public void age(Streams random) {}

    /** Removed synapses have no cell and dissipate nothing; a column that all neurons share has its cells. */
    @Override
    public Synapses trained(Crossbar crossbar) {
        float[][] siemens = crossbar.conductances();
        boolean[][] removed = synapses.flags().removed();
        int columnsPerNeuron = config.synapse().layout().columnsPerNeuron();
        for (int i = 0; i < siemens.length; i++) {
            for (int c = 0; c < columnsPerNeuron * synapses.neurons(); c++) {
                siemens[i][c] = removed[i][c / columnsPerNeuron] ? 0 : siemens[i][c];
            }
        }
        return MeteredSynapses.of(
                synapses, siemens, config.device().sheet().waveforms().read().joulesPerSiemens());
    }

    @Override
    public Crossbar crossbar() {
        int inputs = synapses.inputs();
        Crossbar crossbar = ConfiguredCrossbar.of(config, inputs, 1);
        SynapseArray array = new SynapseArray(
                crossbar,
                config.synapse().layout(),
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

    /** Nothing runs. */
    @Override
    public void close() {}
}
