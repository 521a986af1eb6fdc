package crosspike.spice;

import crosspike.input.UserError;
import crosspike.wire.CrossbarCircuit;
import crosspike.wire.WireCrossbar.Unselected;
import crosspike.wire.Wires;
import java.util.Arrays;

/**
 * What lies around the cells of an array that is read.
 *
 * @param wires segments and terminals; those at the left and right drive the rows, those at the top and bottom hold the columns
 *     at 0 V
 * @param unselected what rows do that have no voltage
 */
public record ArrayWires(Wires wires, Unselected unselected) {

    /** Wires without resistance. */
    public static ArrayWires ideal(int rows, int columns) {
        return uniform(rows, columns, 0);
    }

    /**
     * Equal segments, ideal terminals at the left and at the bottom.
     *
     * @param segmentOhms of each segment
     */
    public static ArrayWires uniform(int rows, int columns, double segmentOhms) {
        return new ArrayWires(Wires.uniform(rows, columns, segmentOhms, 0, 0), Unselected.GROUNDED);
    }

    /** Whether rows without a voltage are connected to nothing. */
    public boolean floats() {
        return unselected == Unselected.FLOATING;
    }

    /**
     * The circuit of a read.
     *
     * @param siemens conductances of the cells, {@code [rows][columns]}; 0 is open. Not modified.
     * @param volts on the word lines, at both ends where both are driven
     * @throws UserError if the shapes differ
     */
    public CrossbarCircuit read(float[][] siemens, double[] volts) {
        return new DrivenArray("", siemens, volts).circuit(floats() ? wires.withoutRowsAtZero(volts) : wires);
    }

    /** The wires of a part, each line with the terminals of the whole at the ends of the part. */
    Wires part(Tile tile) {
        return new Wires(
                part(wires.wordSegmentOhms(), tile.firstRow(), tile.endRow(), tile.firstColumn(), tile.endColumn() - 1),
                part(wires.bitSegmentOhms(), tile.firstRow(), tile.endRow() - 1, tile.firstColumn(), tile.endColumn()),
                Arrays.copyOfRange(wires.leftOhms(), tile.firstRow(), tile.endRow()),
                Arrays.copyOfRange(wires.rightOhms(), tile.firstRow(), tile.endRow()),
                Arrays.copyOfRange(wires.topOhms(), tile.firstColumn(), tile.endColumn()),
                Arrays.copyOfRange(wires.bottomOhms(), tile.firstColumn(), tile.endColumn()));
    }

    private static double[][] part(double[][] whole, int firstRow, int endRow, int firstColumn, int endColumn) {
        double[][] some = new double[endRow - firstRow][];
        for (int i = 0; i < some.length; i++) {
            some[i] = Arrays.copyOfRange(whole[firstRow + i], firstColumn, endColumn);
        }
        return some;
    }
}
