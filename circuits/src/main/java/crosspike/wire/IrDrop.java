package crosspike.wire;

import java.util.Arrays;

/**
 * What wires do to a read: how much voltage they take from each cell, and how much they leave on cells that nobody reads.
 * A cell is selected if the terminals of its lines put more than half of the largest voltage there is across it; the other
 * cells are those of lines that are grounded, float, or are biased as in the V/2 and V/3 schemes.
 *
 * @param point the solution
 * @param lostShare {@code [rows][columns]}: share of the terminals' voltage that does not reach the cell; NaN for cells
 *     that are not selected. Of an ohmic cell it is the share of its current, too
 * @param unselectedVolts magnitudes of the voltages across the cells that are not selected, ascending, in V: read disturb
 */
public record IrDrop(OperatingPoint point, double[][] lostShare, double[] unselectedVolts) {
    private static final double SELECTED_SHARE = 0.5 + 1e-9;

    /** Solves a circuit. Throws what {@link NodalSolver#solve} does. */
    public static IrDrop of(CrossbarCircuit circuit) {
        OperatingPoint point = NodalSolver.solve(circuit);
        Wires wires = circuit.wires();
        Drive drive = circuit.drive();
        double[] word = applied(wires.leftOhms(), drive.left(), wires.rightOhms(), drive.right());
        double[] bit = applied(wires.topOhms(), drive.top(), wires.bottomOhms(), drive.bottom());
        double largest = 0;
        for (double w : word) {
            for (double b : bit) {
                largest = Double.isNaN(w - b) ? largest : Math.max(largest, Math.abs(w - b));
            }
        }
        double[][] lost = new double[word.length][bit.length];
        double[] others = new double[word.length * bit.length];
        int count = 0;
        for (int i = 0; i < word.length; i++) {
            for (int j = 0; j < bit.length; j++) {
                double across = point.wordVolts()[i][j] - point.bitVolts()[i][j];
                double wanted = word[i] - bit[j];
                if (Math.abs(wanted) > SELECTED_SHARE * largest) {
                    lost[i][j] = 1 - across / wanted;
                } else {
                    lost[i][j] = Double.NaN;
                    others[count++] = Double.isNaN(across) ? 0 : Math.abs(across);
                }
            }
        }
        double[] unselected = Arrays.copyOf(others, count);
        Arrays.sort(unselected);
        return new IrDrop(point, lost, unselected);
    }

    /** Voltage of the terminals of each line; NaN where there are none, or two that differ. */
    private static double[] applied(double[] oneOhms, double[] oneVolts, double[] otherOhms, double[] otherVolts) {
        double[] volts = new double[oneOhms.length];
        for (int i = 0; i < volts.length; i++) {
            boolean hasOne = oneOhms[i] < Double.POSITIVE_INFINITY;
            boolean hasOther = otherOhms[i] < Double.POSITIVE_INFINITY;
            boolean isOneVoltage = !hasOne || !hasOther || oneVolts[i] == otherVolts[i];
            volts[i] = !isOneVoltage ? Double.NaN : hasOne ? oneVolts[i] : hasOther ? otherVolts[i] : Double.NaN;
        }
        return volts;
    }

    /** The largest {@link #lostShare}; 0 if no cell is selected. */
    public double largestLostShare() {
        return Arrays.stream(lostShare)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .max()
                .orElse(0);
    }

    /** The mean {@link #lostShare} of the selected cells; 0 if there are none. */
    public double meanLostShare() {
        return Arrays.stream(lostShare)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .average()
                .orElse(0);
    }

    /** The largest voltage across a cell that is not selected, in V; 0 if all are. */
    public double largestUnselectedVolts() {
        return unselectedVolts.length == 0 ? 0 : unselectedVolts[unselectedVolts.length - 1];
    }
}
