package crosspike.experiment;

import crosspike.circuit.SynapticCore;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.ArrayLayout;
import crosspike.spice.ArrayWires;
import crosspike.spice.DrivenArray;
import crosspike.spice.Ngspice;
import crosspike.spice.Simulations;
import crosspike.spice.Verification.ReadEnergy;
import crosspike.spice.export.CellModel;
import crosspike.spice.export.LineModel;
import crosspike.spice.export.PulseShape;
import crosspike.spice.export.TransientRead;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * The energy of one read pulse on all rows: from ngspice, column by column, and from the macro model.
 *
 * @param volts of the pulse
 * @param seconds of the pulse
 * @param segmentOhms of a bit line from cell to cell
 * @param segmentFarads of a line at each cell, as in the macro model
 * @param groups in how many turns the macro model reads the columns of an array, charging the rows each time
 */
record ReadPulses(double volts, double seconds, double segmentOhms, double segmentFarads, int groups) {

    static ReadPulses of(ExperimentConfig config, ArrayLayout array, Optional<ArrayWires> wires) {
        SynapticCore core = CorePricing.core(config, array.rows());
        double segmentOhms = wires.filter(around -> around.wires().rows() > 1)
                .map(around -> around.wires().bitSegmentOhms()[0][0])
                .orElse(0.0);
        return new ReadPulses(
                array.readVolts(),
                config.device().sheet().waveforms().read().seconds(),
                segmentOhms,
                core.tile().array().rowFarads() / core.tile().array().columns(),
                core.tile().design().columnsPerReadCircuit());
    }

    ReadEnergy energy(Ngspice ngspice, Path netlists, DrivenArray array, int[] columns, int processes) {
        TransientRead pulse = new TransientRead(
                ngspice,
                netlists,
                PulseShape.ofWidth(seconds),
                new LineModel(segmentOhms, segmentFarads, 0, 0),
                CellModel.PASSIVE);
        double[] all = new double[array.siemens().length];
        Arrays.fill(all, volts);
        List<Callable<TransientRead.Read>> reads = new ArrayList<>();
        for (int column : columns) {
            reads.add(() -> pulse.read(array.name(), column, array.siemens(), all));
        }
        double joules = 0;
        double plateau = 0;
        for (TransientRead.Read read : Simulations.run(reads, processes)) {
            joules += read.energyJoules();
            plateau += read.plateauJoules();
        }
        double siemens = 0;
        for (float[] row : array.siemens()) {
            for (int column : columns) {
                siemens += row[column];
            }
        }
        double cells = volts * volts * siemens * seconds;
        double wires = all.length * segmentFarads * columns.length * volts * volts * groups;
        return new ReadEnergy(
                columns.length, joules, plateau, cells, wires, explanation(joules, plateau, cells, wires));
    }

    private List<String> explanation(double joules, double plateau, double cells, double wires) {
        return List.of(
                text(
                        "Cells: the power at the end of the pulse times its width is %.4g J, the macro model's V2*G*t"
                                + " %.4g J, %+.2g %%: %s.",
                        plateau,
                        cells,
                        100 * (plateau / cells - 1),
                        segmentOhms > 0
                                ? text(
                                        "behind segments of %.4g ohm cells have less than the read voltage, here by the"
                                                + " current of their own column alone",
                                        segmentOhms)
                                : "the same current on ideal wires"),
                text(
                        "Edges: the integral over the whole pulse is %.4g J, %+.2g %% of that: edges, of a hundredth of the"
                                + " width, charge and discharge the wires through their resistance. Each column is"
                                + " simulated with word lines of its own from the drivers to its place, which columns of"
                                + " the array share.",
                        joules, 100 * (joules / plateau - 1)),
                text(
                        "Wires: the macro model counts %.4g J, C*V2 for %.4g F at each cell of a row in each of %d groups of"
                                + " columns, as logic spends it that charges from a supply and discharges to ground. The"
                                + " ideal drivers of the netlist take the charge back when the pulse ends, and read all"
                                + " columns at once.",
                        wires, segmentFarads, groups),
                "Not in these netlists: word-line decoder and drivers, switches, multiplexer and read-out, which cost.json"
                        + " lists as components of their own.");
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
