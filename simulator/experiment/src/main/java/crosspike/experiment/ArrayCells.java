package crosspike.experiment;

import crosspike.crossbar.Crossbar;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.random.Streams;
import crosspike.snn.lif.ArraySynapses;
import crosspike.snn.lif.Synapses;
import crosspike.spice.ReadChecks;
import java.util.Optional;

/**
 * Weights in cells, which are read in every step and written at every change.
 *
 * @param config resolved
 * @param synapses the cells as the network sees them
 */
record ArrayCells(ExperimentConfig config, ArraySynapses synapses) implements LayerCells {

    @Override
    public Optional<ReadChecks> readChecks() {
        return ConfiguredCrossbar.readChecks(crossbar());
    }

    @Override
    public void transfer(Streams random) {
        ConfiguredCrossbar.transfer(config, crossbar(), random);
    }

    @Override
    public void age(Streams random) {
        ConfiguredCrossbar.age(config, crossbar(), random);
    }

    @Override
    public Crossbar crossbar() {
        return synapses.array().crossbar();
    }

    @Override
    public Synapses trained(Crossbar crossbar) {
        return synapses;
    }

    @Override
    public void close() {
        ConfiguredCrossbar.close(crossbar());
    }
}
