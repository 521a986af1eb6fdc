package crosspike.experiment;

import crosspike.device.nonideality.IvNonlinearity;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.config.WiresConfig;
import crosspike.experiment.run.RasterSpike;
import crosspike.experiment.run.RunDirectory;
import crosspike.wire.CrossbarCircuit;
import crosspike.wire.Devices;
import crosspike.wire.Drive;
import crosspike.wire.IrDrop;
import crosspike.wire.WireCrossbar;
import crosspike.wire.Wires;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads of the trained array of a run through its wires.
 *
 * @param allRows all rows active: the worst there is
 * @param image the rows active that spiked while the first test image was shown
 */
public record WiredRead(IrDrop allRows, IrDrop image) {

    /** The reads of a run; none if its config has no wires. */
    public static Optional<WiredRead> of(RunDirectory run, ExperimentConfig config) {
        if (!config.crossbar().backend().hasWires()) {
            return Optional.empty();
        }
        float[][] siemens = run.conductance();
        double[] volts = new double[siemens.length];
        Arrays.fill(volts, run.array().readVolts());
        IrDrop all = IrDrop.of(circuit(config, siemens, run.array().readVolts(), volts));
        Arrays.fill(volts, 0);
        List<RasterSpike> raster = run.raster();
        raster.stream()
                .filter(spike -> spike.sample() == 0 && spike.layer().equals(RasterSpike.INPUT))
                .forEach(spike -> volts[spike.neuron()] = run.array().readVolts());
        return Optional.of(new WiredRead(
                all, IrDrop.of(circuit(config, siemens, run.array().readVolts(), volts))));
    }

    /** The circuit of a read. */
    static CrossbarCircuit circuit(ExperimentConfig config, float[][] siemens, double readVolts, double[] volts) {
        int rows = siemens.length;
        int columns = siemens[0].length;
        double curvature = config.nonidealities().stream()
                .filter(IvNonlinearity.class::isInstance)
                .mapToDouble(curve -> ((IvNonlinearity) curve).curvature())
                .sum();
        double atZero = curvature > 0 ? curvature / StrictMath.sinh(curvature) : 1;
        double[][] ohms = new double[rows][columns];
        double[][] perVolt = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                ohms[i][j] = 1.0 / (siemens[i][j] * atZero);
                perVolt[i][j] = curvature / readVolts;
            }
        }
        WiresConfig configured = config.crossbar().wires();
        Wires wires = ConfiguredCrossbar.wires(config, rows, columns);
        if (configured.unselected() == WireCrossbar.Unselected.FLOATING) {
            wires = wires.withoutRowsAtZero(volts);
        }
        double[] zero = new double[columns];
        return new CrossbarCircuit(
                wires, new Devices(ohms, new double[rows][columns], perVolt), new Drive(volts, volts, zero, zero));
    }
}
