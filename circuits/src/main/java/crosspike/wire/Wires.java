package crosspike.wire;

import crosspike.input.UserError;
import java.util.Arrays;

/**
 * Everything of a crossbar but its devices: resistances of the wire segments and of what is connected to their ends, in
 * ohm. 0 is ideal; infinity is a broken segment, or an end that is connected to nothing. Arrays are not copied.
 *
 * @param wordSegmentOhms {@code [rows][columns - 1]}: between the cells (i, j) and (i, j + 1) of a word line; rows may
 *     be one and the same array
 * @param bitSegmentOhms {@code [rows - 1][columns]}: between the cells (i, j) and (i + 1, j) of a bit line
 * @param leftOhms driver before column 0, for each word line
 * @param rightOhms driver after the last column
 * @param topOhms termination before row 0, for each bit line
 * @param bottomOhms termination after the last row
 */
public record Wires(
        double[][] wordSegmentOhms,
        double[][] bitSegmentOhms,
        double[] leftOhms,
        double[] rightOhms,
        double[] topOhms,
        double[] bottomOhms) {

    public Wires {
        int rows = leftOhms.length;
        int columns = bottomOhms.length;
        if (rows < 1 || columns < 1) {
            throw new UserError("crossbar is " + rows + " x " + columns + "; expected at least one row and one column");
        }
        Checks.ohms("wl_segment_ohm", wordSegmentOhms, rows, columns - 1);
        Checks.ohms("bl_segment_ohm", bitSegmentOhms, rows - 1, columns);
        Checks.ohms("left.resistance", leftOhms, rows);
        Checks.ohms("right.resistance", rightOhms, rows);
        Checks.ohms("top.resistance", topOhms, columns);
        Checks.ohms("bottom.resistance", bottomOhms, columns);
    }

    /**
     * Equal wires, driven at the left and sensed at the bottom.
     *
     * @param segmentOhms resistance of every segment
     * @param driverOhms between the drivers and column 0
     * @param senseOhms between the last row and the sense amplifiers
     */
    public static Wires uniform(int rows, int columns, double segmentOhms, double driverOhms, double senseOhms) {
        return new Wires(
                same(rows, columns - 1, segmentOhms),
                same(rows - 1, columns, segmentOhms),
                filled(rows, driverOhms),
                filled(rows, Double.POSITIVE_INFINITY),
                filled(columns, Double.POSITIVE_INFINITY),
                filled(columns, senseOhms));
    }

    /**
     * The same with nothing connected to the rows at 0 V.
     *
     * @param rowVolts voltage of each row
     */
    public Wires withoutRowsAtZero(double[] rowVolts) {
        double[] left = leftOhms.clone();
        double[] right = rightOhms.clone();
        for (int i = 0; i < rowVolts.length; i++) {
            if (rowVolts[i] == 0) {
                left[i] = Double.POSITIVE_INFINITY;
                right[i] = Double.POSITIVE_INFINITY;
            }
        }
        return new Wires(wordSegmentOhms, bitSegmentOhms, left, right, topOhms, bottomOhms);
    }

    public int rows() {
        return leftOhms.length;
    }

    public int columns() {
        return bottomOhms.length;
    }

    private static double[][] same(int rows, int columns, double ohms) {
        double[][] matrix = new double[rows][];
        Arrays.fill(matrix, filled(columns, ohms));
        return matrix;
    }

    private static double[] filled(int length, double ohms) {
        double[] all = new double[length];
        Arrays.fill(all, ohms);
        return all;
    }
}
