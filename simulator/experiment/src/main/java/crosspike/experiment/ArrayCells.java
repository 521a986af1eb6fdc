package crosspike.experiment;

import crosspike.crossbar.Ages;
import crosspike.crossbar.Crossbar;
import crosspike.crossbar.Session;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.random.Streams;
import crosspike.snn.lif.ArraySynapses;
import crosspike.snn.lif.Synapses;
import crosspike.spice.CheckedCrossbar;
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
        return crossbar() instanceof CheckedCrossbar<?> checked ? Optional.of(checked.checks()) : Optional.empty();
    }

    @Override
    public void transfer(Streams random) {
        if (ConfiguredCrossbar.transfers(config)) {
            ((Ages) crossbar()).transfer(new Session(random.stream(0)));
        }
    }

    @Override
    public void age(Streams random) {
        if (config.inference().afterSeconds() > 0) {
            ((Ages) crossbar())
                    .age(
                            config.inference().afterSeconds(),
                            config.inference().temperatureKelvin(),
                            new Session(random.stream(0)));
        }
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
