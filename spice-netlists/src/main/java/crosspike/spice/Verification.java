package crosspike.spice;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * Parts of a trained array, read by ngspice, by our solver and by the dot product.
 *
 * @param engine name and version of the circuit simulator
 * @param tolerance largest relative difference that passes
 * @param circuits what was simulated, in one sentence for each of the names that {@code columns} and {@code tiles} use
 * @param columns one entry for each column and circuit: circuit by circuit, in ascending order
 * @param tiles one entry for each tile
 * @param energy one entry if read pulses were simulated, otherwise none
 */
public record Verification(
        String engine,
        double tolerance,
        Map<String, String> circuits,
        List<ColumnCheck> columns,
        List<TileCheck> tiles,
        List<ReadEnergy> energy) {

    /** A column on ideal wires. */
    public static final String IDEAL = "ideal";

    /** A column with the resistance of its bit line, between word lines as the whole array leaves them. */
    public static final String WIRED = "wired";

    /** A part of the array, as an array of its own. */
    public static final String TILE = "tile";

    public Verification {
        circuits = Map.copyOf(circuits);
        columns = List.copyOf(columns);
        tiles = List.copyOf(tiles);
        energy = List.copyOf(energy);
    }

    /**
     * One column in one circuit.
     *
     * @param circuit {@link #IDEAL} or {@link #WIRED}
     * @param column column number in the array
     * @param idealAmps Σ V·G of the column in A
     * @param solverAmps current our solver found, in A
     * @param spiceAmps current ngspice found, in A
     * @param relativeDifference of ngspice to our solver, and on ideal wires also to the dot product: the larger of both,
     *     over max(Σ |V·G|, {@link ArrayVerifier#SMALLEST_AMPS})
     * @param netlist path of the netlist, relative to the run directory
     */
    public record ColumnCheck(
            String circuit,
            int column,
            double idealAmps,
            double solverAmps,
            double spiceAmps,
            double relativeDifference,
            String netlist) {}

    /**
     * One tile: all its voltages and currents.
     *
     * @param tile rows and columns as in {@link Tile#toString}
     * @param voltageDifference largest difference of a node voltage, over the largest voltage that drives a row
     * @param currentDifference largest difference of a device or terminal current, over the largest current
     * @param relativeDifference the largest of all, power included
     * @param rounding of the largest current: what node voltages in double precision leave uncertain in currents
     * @param netlist path of the netlist, relative to the run directory
     */
    public record TileCheck(
            String tile,
            double voltageDifference,
            double currentDifference,
            double relativeDifference,
            double rounding,
            String netlist) {

        /** Voltages are within the tolerance, currents and power within it or within rounding. */
        public boolean passes(double tolerance) {
            return voltageDifference <= tolerance && relativeDifference <= Math.max(tolerance, rounding);
        }
    }

    /**
     * The energy of one read pulse on all rows, of the columns that were simulated.
     *
     * @param columns how many
     * @param spiceJoules what ngspice's drivers deliver over the pulse, by integration
     * @param spicePlateauJoules their power at the end of the pulse times its width
     * @param cellJoules V²·ΣG·t, the cells of the macro model
     * @param wireJoules C·V² of the wires over these columns, as the macro model charges them for one read
     * @param explanation why they differ
     */
    public record ReadEnergy(
            int columns,
            double spiceJoules,
            double spicePlateauJoules,
            double cellJoules,
            double wireJoules,
            List<String> explanation) {
        public ReadEnergy {
            explanation = List.copyOf(explanation);
        }
    }

    private DoubleStream differences() {
        return DoubleStream.concat(
                columns.stream().mapToDouble(ColumnCheck::relativeDifference),
                tiles.stream().mapToDouble(TileCheck::relativeDifference));
    }

    /** Largest relative difference of columns and tiles; 0 if nothing was checked. */
    public double worst() {
        return differences().max().orElse(0);
    }

    /** Mean relative difference of the columns; 0 if none was checked. */
    public double mean() {
        return columns.stream()
                .mapToDouble(ColumnCheck::relativeDifference)
                .average()
                .orElse(0);
    }

    /** The column with the largest relative difference. */
    public Optional<ColumnCheck> worstColumn() {
        return columns.stream().max(Comparator.comparingDouble(ColumnCheck::relativeDifference));
    }

    /** How many different columns were checked. */
    public int columnCount() {
        return (int) columns.stream().mapToInt(ColumnCheck::column).distinct().count();
    }

    /** Whether something was checked, and everything is within the tolerance. */
    public boolean passed() {
        return (!columns.isEmpty() || !tiles.isEmpty())
                && columns.stream().allMatch(column -> column.relativeDifference() <= tolerance)
                && tiles.stream().allMatch(tile -> tile.passes(tolerance));
    }
}
