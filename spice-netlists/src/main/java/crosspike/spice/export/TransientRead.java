package crosspike.spice.export;

import crosspike.spice.Ngspice;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Has ngspice read single columns with a pulse. A column has word lines of its own; other columns are not in its netlist.
 * Immutable; one instance may serve many threads.
 *
 * @param ngspice the simulator
 * @param folder where the netlists stay, as {@code column-0003-pulse.cir}; made if it is not there
 * @param pulse the read pulse, such as {@code PulseShape.ofWidth(50e-9)}
 * @param lines wires of the column, or {@link LineModel#IDEAL}
 * @param cells {@link CellModel#PASSIVE}, or what stands at each crossing
 */
public record TransientRead(Ngspice ngspice, Path folder, PulseShape pulse, LineModel lines, CellModel cells) {

    /**
     * A column read once.
     *
     * @param column column number
     * @param settledAmps current at the end of the pulse
     * @param chargeCoulombs ∫ I dt of the column
     * @param energyJoules ∫ Σ V·I dt of all row drivers
     * @param plateauJoules power at the end of the pulse times its width: differs from the energy by the edges and by
     *     what charges the wires
     * @param netlist name of the netlist in the folder
     */
    public record Read(
            int column,
            double settledAmps,
            double chargeCoulombs,
            double energyJoules,
            double plateauJoules,
            String netlist) {}

    /**
     * Reads one column.
     *
     * @param array name of the array, for the netlist's comments
     * @param column column number
     * @param siemens {@code [rows][columns]}, in S; not modified
     * @param rowVolts height of the pulse on each row in V; not modified
     * @throws crosspike.spice.SpiceFailure if ngspice fails
     * @throws crosspike.input.UserError if a value cannot stand in a netlist, or the netlist cannot be written
     */
    public Read read(String array, int column, float[][] siemens, double[] rowVolts) {
        int[] rows = new int[siemens.length];
        for (int row = 0; row < rows.length; row++) rows[row] = row;
        ArrayExport export = new ArrayExport(
                Excerpt.of(array, siemens, rows, new int[] {column}),
                lines,
                cells,
                Stimulus.read(rowVolts, 1).pulsed(pulse),
                Optional.empty(),
                Templates.installed());
        String name = String.format(Locale.ROOT, "column-%04d-pulse.cir", column);
        Measured found = Measured.of(export, ngspice.run(export.netlist(), folder.resolve(name)));
        return new Read(
                column,
                found.bitLines().get(0).amps(),
                found.coulombs(),
                found.joules().orElseThrow(),
                found.watts() * pulse.widthSeconds(),
                name);
    }
}
