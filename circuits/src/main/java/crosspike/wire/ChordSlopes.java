package crosspike.wire;

/**
 * How steep the companion of each device may be, in S. A tangent much steeper than the wires at the device loses the digits of
 * its current in the difference of two node voltages; a chord of {@value #STEEPEST_TO_WIRES} times their conductance keeps
 * them and gains two digits with each step. At a node without any wire those of the other side count, unless that is an
 * ideal terminal: then the other devices of the line are all there is. Between two ideal terminals the voltage is given, and
 * any tangent is exact.
 */
final class ChordSlopes {
    private static final double STEEPEST_TO_WIRES = 100;

    /** Below this no wire is good enough to matter, in S. */
    private static final double LEAST = 1;

    private final Islands islands;
    private final double[] siemens; // of all wires that leave the nodes of one voltage, under the number of these nodes

    private ChordSlopes(CrossbarCircuit circuit) {
        Wires wires = circuit.wires();
        int rows = wires.rows();
        int columns = wires.columns();
        this.islands = Islands.ofIdealWires(circuit);
        this.siemens = new double[islands.ground() + 1];
        for (int i = 0; i < rows; i++) {
            add(islands.word(i, 0), wires.leftOhms()[i]);
            add(islands.word(i, columns - 1), wires.rightOhms()[i]);
            for (int j = 0; j < columns; j++) {
                if (j + 1 < columns) {
                    add(islands.word(i, j), islands.word(i, j + 1), wires.wordSegmentOhms()[i][j]);
                }
                if (i + 1 < rows) {
                    add(islands.bit(i, j), islands.bit(i + 1, j), wires.bitSegmentOhms()[i][j]);
                }
            }
        }
        for (int j = 0; j < columns; j++) {
            add(islands.bit(0, j), wires.topOhms()[j]);
            add(islands.bit(rows - 1, j), wires.bottomOhms()[j]);
        }
    }

    /** The steepest companion of each device, {@code [rows][columns]}; infinite where any will do. */
    static double[][] of(CrossbarCircuit circuit) {
        ChordSlopes slopes = new ChordSlopes(circuit);
        double[][] steepest = new double[circuit.wires().rows()][circuit.wires().columns()];
        for (int i = 0; i < steepest.length; i++) {
            for (int j = 0; j < steepest[i].length; j++) {
                double word = slopes.siemens[slopes.islands.root(slopes.islands.word(i, j))];
                double bit = slopes.siemens[slopes.islands.root(slopes.islands.bit(i, j))];
                boolean floats = word == 0 || bit == 0;
                double around = floats ? Math.max(word, bit) : Math.min(word, bit);
                boolean hangs = floats && around == Double.POSITIVE_INFINITY; // from an ideal terminal
                steepest[i][j] = Math.max(LEAST, hangs ? 0 : STEEPEST_TO_WIRES * around);
            }
        }
        return steepest;
    }

    private void add(int node, int next, double ohms) {
        if (ohms > 0) {
            add(node, ohms);
            add(next, ohms);
        }
    }

    private void add(int node, double ohms) {
        siemens[islands.root(node)] += 1 / ohms;
    }
}
