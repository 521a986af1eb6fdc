package crosspike.spice;

import crosspike.input.UserError;
import crosspike.spice.Verification.ColumnCheck;
import crosspike.spice.Verification.TileCheck;
import crosspike.wire.CrossbarCircuit;
import crosspike.wire.NodalSolver;
import crosspike.wire.OperatingPoint;
import crosspike.wire.Wires;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Has ngspice read parts of an array and compares with our solver and the dot product. Results do not depend on how many
 * simulations run at a time.
 *
 * @param ngspice the simulator
 * @param folder where the netlists stay; made if it is not there
 * @param processes how many circuits are simulated at a time, at least 1
 */
public record ArrayVerifier(Ngspice ngspice, Path folder, int processes) {

    /**
     * Differences between currents smaller than this, in A, are taken relative to it. It is far below any cell (1 nS at
     * 1 mV is 1 pA), and gives a column through which no current can flow a criterion of its own: with a tolerance of
     * 1e-9 ngspice must find less than 1e-27 A there, and it finds 0.
     */
    public static final double SMALLEST_AMPS = 1e-18;

    /** More is not put down to rounding; a segment off by 1 % or a cell off by 0.1 % shows beyond it. */
    private static final double MOST_ROUNDING = 1e-7;

    /** What is simulated of a column on ideal wires. */
    public static final String IDEAL_CIRCUIT =
            "each column as one resistor for each cell between its word line and the bit"
                    + " line, ideal row drivers, bit line held at 0 V by an ammeter; compared with the dot product and our solver";

    /** What is simulated of a column with wires. */
    public static final String WIRED_CIRCUIT =
            "each column with its bit-line segments and terminals, its cells driven by the"
                    + " voltages that our solution of the whole array has at the word-line nodes; compared with the column current of"
                    + " that solution";

    /** What is simulated of a tile. */
    public static final String TILE_CIRCUIT =
            "each tile as a crossbar of its own with all wires: rows driven at its left"
                    + " edge, columns held at 0 V at its bottom edge; all voltages, currents and the power compared with our solver";

    public ArrayVerifier {
        if (processes < 1) throw new UserError("processes is " + processes + "; expected 1 or more");
    }

    /**
     * Checks columns on ideal wires; the netlist of column 3 stays as {@code column-0003.cir}.
     *
     * @param array what is read
     * @param columns column numbers, ascending, as from {@link ColumnSelection}
     * @throws SpiceFailure if ngspice fails on a column: of several, the first in the order given
     * @throws UserError if a value cannot stand in a netlist, or a netlist cannot be written
     */
    public List<ColumnCheck> idealColumns(DrivenArray array, int[] columns) {
        List<Callable<ColumnCheck>> checks = new ArrayList<>();
        for (int column : columns) {
            ColumnNetlist netlist = new ColumnNetlist(array.name(), column, array.siemens(), array.rowVolts());
            checks.add(() -> ideal(array, column, netlist));
        }
        return Simulations.run(checks, processes);
    }

    private ColumnCheck ideal(DrivenArray array, int column, ColumnNetlist netlist) {
        String name = String.format(Locale.ROOT, "column-%04d.cir", column);
        double spiceAmps = ngspice.run(netlist.netlist(), folder.resolve(name)).value(ColumnNetlist.CURRENT);
        DrivenArray alone = array.part(new Tile(0, array.rows(), column, column + 1));
        double solverAmps = columnAmps(
                NodalSolver.solve(ArrayWires.ideal(array.rows(), 1).read(alone.siemens(), alone.rowVolts())), 0);
        double idealAmps = netlist.idealAmps();
        double apart = Math.max(Math.abs(spiceAmps - idealAmps), Math.abs(spiceAmps - solverAmps));
        return new ColumnCheck(
                Verification.IDEAL, column, idealAmps, solverAmps, spiceAmps, apart / scale(netlist), kept(name));
    }

    private static double scale(ColumnNetlist column) {
        return Math.max(column.magnitudeAmps(), SMALLEST_AMPS);
    }

    private static double columnAmps(OperatingPoint point, int column) {
        return point.bottomAmps()[column] + point.topAmps()[column] + 0.0; // no negative zero
    }

    private String kept(String name) {
        return folder.getFileName() + "/" + name;
    }

    /**
     * Checks columns with wires; the netlist of column 3 stays as {@code column-0003-wired.cir}.
     *
     * @param array what is read
     * @param wires of the whole array
     * @param columns column numbers, ascending
     * @throws SpiceFailure if ngspice fails on a column: of several, the first in the order given
     */
    public List<ColumnCheck> wiredColumns(DrivenArray array, ArrayWires wires, int[] columns) {
        OperatingPoint whole = NodalSolver.solve(wires.read(array.siemens(), array.rowVolts()));
        List<Callable<ColumnCheck>> checks = new ArrayList<>();
        for (int column : columns) checks.add(() -> wired(array, wires.wires(), whole, column));
        return Simulations.run(checks, processes);
    }

    private ColumnCheck wired(DrivenArray array, Wires wires, OperatingPoint whole, int column) {
        String name = String.format(Locale.ROOT, "column-%04d-wired.cir", column);
        int rows = array.rows();
        double[] nodeVolts = new double[rows];
        double[][] segments = new double[rows - 1][1];
        for (int i = 0; i < rows; i++) {
            nodeVolts[i] = whole.wordVolts()[i][column];
            if (i + 1 < rows) segments[i][0] = wires.bitSegmentOhms()[i][column];
        }
        double[] open = new double[rows];
        Arrays.fill(open, Double.POSITIVE_INFINITY);
        Wires alone = new Wires(
                new double[rows][0],
                segments,
                new double[rows],
                open,
                new double[] {wires.topOhms()[column]},
                new double[] {wires.bottomOhms()[column]});
        DrivenArray part = array.part(new Tile(0, rows, column, column + 1)).drivenBy(nodeVolts);
        CrossbarCircuit circuit = part.circuit(alone);
        String comment = "column " + column + " of array " + array.name()
                + "; rows driven as the word lines of the whole" + " array are at this column; its solution has "
                + columnAmps(whole, column) + " A at the end of the column";
        OperatingPoint spice = new CircuitNetlist("crosspike column " + column + " with wires", comment, circuit)
                .solve(ngspice, folder.resolve(name));
        double solverAmps = columnAmps(whole, column);
        double spiceAmps = columnAmps(spice, 0);
        ColumnNetlist onIdealWires = new ColumnNetlist(array.name(), column, array.siemens(), array.rowVolts());
        return new ColumnCheck(
                Verification.WIRED,
                column,
                onIdealWires.idealAmps(),
                solverAmps,
                spiceAmps,
                Math.abs(spiceAmps - solverAmps) / scale(onIdealWires),
                kept(name));
    }

    /**
     * Checks tiles, each as an array of its own; netlists stay as {@code tile-0_64-128_192.cir}.
     *
     * @param array what is read
     * @param wires of the whole array
     * @throws SpiceFailure if ngspice fails on a tile: of several, the first in the order given
     */
    public List<TileCheck> tiles(DrivenArray array, ArrayWires wires, List<Tile> tiles) {
        List<Callable<TileCheck>> checks = new ArrayList<>();
        for (Tile tile : tiles) checks.add(() -> check(array, wires.part(tile), tile));
        return Simulations.run(checks, processes);
    }

    private TileCheck check(DrivenArray array, Wires wires, Tile tile) {
        String name = "tile-" + tile.toString().replace(':', '_').replace(',', '-') + ".cir";
        CrossbarCircuit circuit = array.part(tile).circuit(wires);
        String comment = "rows " + tile.firstRow() + " to " + (tile.endRow() - 1) + ", columns " + tile.firstColumn()
                + " to " + (tile.endColumn() - 1) + " of array " + array.name() + ", numbered from 0 here";
        OperatingPoint spice =
                new CircuitNetlist("crosspike tile " + tile, comment, circuit).solve(ngspice, folder.resolve(name));
        OperatingPoint ours = NodalSolver.solve(circuit);
        Agreement agreement = Agreement.of(circuit.drive(), ours, spice);
        return new TileCheck(
                tile.toString(),
                agreement.volts(),
                agreement.amps(),
                agreement.worst(),
                Math.min(Agreement.rounding(circuit, ours), MOST_ROUNDING),
                kept(name));
    }
}
