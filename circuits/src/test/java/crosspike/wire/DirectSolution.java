package crosspike.wire;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;

/**
 * The same circuit by the sparse tableau and a dense LU decomposition: an unknown for every node and every branch, V = R·I
 * for each branch, Kirchhoff's current law for each node. It shares nothing with the solver under test.
 */
final class DirectSolution {
    private final CrossbarCircuit circuit;
    private final int rows;
    private final int columns;
    private final DMatrixRMaj matrix;
    private final DMatrixRMaj right;
    private int branch;

    private DirectSolution(CrossbarCircuit circuit) {
        this.circuit = circuit;
        this.rows = circuit.wires().rows();
        this.columns = circuit.wires().columns();
        int nodes = 2 * rows * columns;
        int branches = rows * columns + rows * (columns - 1) + (rows - 1) * columns + 2 * rows + 2 * columns;
        this.matrix = new DMatrixRMaj(nodes + branches, nodes + branches);
        this.right = new DMatrixRMaj(nodes + branches, 1);
        this.branch = nodes;
    }

    /** Linear devices only; every node must be connected to a terminal. Iterations and residual are 0. */
    static OperatingPoint of(CrossbarCircuit circuit) {
        return new DirectSolution(circuit).solve();
    }

    private OperatingPoint solve() {
        Wires wires = circuit.wires();
        int firstDevice = branch;
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                double ohms = circuit.devices().ohms()[i][j] + circuit.devices().accessOhms()[i][j];
                branch(word(i, j), bit(i, j), ohms, 0);
            }
        }
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j + 1 < columns; j++) {
                branch(word(i, j), word(i, j + 1), wires.wordSegmentOhms()[i][j], 0);
            }
        }
        for (int i = 0; i + 1 < rows; i++) {
            for (int j = 0; j < columns; j++) {
                branch(bit(i, j), bit(i + 1, j), wires.bitSegmentOhms()[i][j], 0);
            }
        }
        Drive drive = circuit.drive();
        int firstTerminal = branch;
        for (int i = 0; i < rows; i++) {
            branch(-1, word(i, 0), wires.leftOhms()[i], drive.left()[i]);
            branch(-1, word(i, columns - 1), wires.rightOhms()[i], drive.right()[i]);
        }
        for (int j = 0; j < columns; j++) {
            branch(-1, bit(rows - 1, j), wires.bottomOhms()[j], drive.bottom()[j]);
            branch(-1, bit(0, j), wires.topOhms()[j], drive.top()[j]);
        }
        DMatrixRMaj solution = new DMatrixRMaj(matrix.numRows, 1);
        var lu = LinearSolverFactory_DDRM.lu(matrix.numRows);
        if (!lu.setA(matrix)) {
            throw new IllegalStateException("singular");
        }
        lu.solve(right, solution);
        return read(solution, firstDevice, firstTerminal);
    }

    private OperatingPoint read(DMatrixRMaj solution, int firstDevice, int firstTerminal) {
        double[][] word = new double[rows][columns];
        double[][] bit = new double[rows][columns];
        double[][] amps = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                word[i][j] = solution.get(word(i, j), 0);
                bit[i][j] = solution.get(bit(i, j), 0);
                amps[i][j] = solution.get(firstDevice + i * columns + j, 0);
            }
        }
        double[] left = new double[rows];
        double[] rightAmps = new double[rows];
        double[] bottom = new double[columns];
        double[] top = new double[columns];
        double watts = 0;
        Drive drive = circuit.drive();
        for (int i = 0; i < rows; i++) {
            left[i] = solution.get(firstTerminal + 2 * i, 0);
            rightAmps[i] = solution.get(firstTerminal + 2 * i + 1, 0);
            watts += drive.left()[i] * left[i] + drive.right()[i] * rightAmps[i];
        }
        for (int j = 0; j < columns; j++) {
            bottom[j] = -solution.get(firstTerminal + 2 * rows + 2 * j, 0);
            top[j] = -solution.get(firstTerminal + 2 * rows + 2 * j + 1, 0);
            watts -= drive.bottom()[j] * bottom[j] + drive.top()[j] * top[j];
        }
        return new OperatingPoint(word, bit, amps, left, rightAmps, bottom, top, watts, 0, 0);
    }

    private int word(int i, int j) {
        return i * columns + j;
    }

    private int bit(int i, int j) {
        return (rows + i) * columns + j;
    }

    /** A resistance from a node, or from a source if it is −1, to another node. */
    private void branch(int from, int to, double ohms, double sourceVolts) {
        if (from >= 0) {
            matrix.add(from, branch, -1);
        }
        matrix.add(to, branch, 1);
        if (ohms == Double.POSITIVE_INFINITY) {
            matrix.set(branch, branch, 1);
        } else {
            if (from >= 0) {
                matrix.set(branch, from, 1);
            }
            matrix.set(branch, to, -1);
            matrix.set(branch, branch, -ohms);
            right.set(branch, 0, -sourceVolts);
        }
        branch++;
    }
}
