package crosspike.experiment;

import crosspike.crossbar.CellOptions;
import crosspike.crossbar.Crossbar;
import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Selection;
import crosspike.device.BinaryResponse;
import crosspike.device.ConductanceRange;
import crosspike.random.Streams;
import crosspike.snn.lif.Synapses;
import crosspike.spice.ReadChecks;
import java.util.List;
import java.util.Optional;

/**
 * Weights that are learnt as numbers elsewhere and become fixed resistors then, one at each connection and nothing where there
 * is none. Weights have two values, so that all resistors are alike.
 *
 * @param learnt the numbers
 */
record ResistorCells(NumberCells learnt) implements LayerCells {

    @Override
    public Synapses synapses() {
        return learnt.synapses();
    }

    @Override
    public Optional<ReadChecks> readChecks() {
        return Optional.empty();
    }

    /** A resistor is what it is made as. */
    @Override
    public void transfer(Streams random) {}

    /** And stays so. */
    @Override
    public void age(Streams random) {}

    @Override
    public Crossbar crossbar() {
        var config = learnt.config();
        float siemens = (float) (1 / config.inference().resistors().ohms());
        Crossbar crossbar = new DeviceCrossbar(
                learnt.synapses().inputs(),
                synapses().neurons(),
                new BinaryResponse(new ConductanceRange(0, siemens), 1, 1),
                config.device().sheet().waveforms(),
                new CellOptions(List.of(), config.seed(), config.programming().programming(), Selection.CROSSPOINT));
        float[][] cells = synapses().weights();
        for (float[] row : cells) {
            for (int k = 0; k < row.length; k++) {
                row[k] = row[k] > 0 ? siemens : 0;
            }
        }
        crossbar.preset(cells);
        return crossbar;
    }

    @Override
    public Synapses trained(Crossbar crossbar) {
        return MeteredSynapses.of(
                synapses(),
                crossbar.conductances(),
                learnt.config().device().sheet().waveforms().read().joulesPerSiemens());
    }

    /** Nothing runs. */
    @Override
    public void close() {}
}
