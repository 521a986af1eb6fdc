package crosspike.wire;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.LUDecomposition;

/**
 * A crossbar of fixed conductances as seen from its terminals, with the bit lines held at 0 V: currents of columns and rows
 * are linear in the row voltages. One solution of the wires for each row, then a read is a dot product. Where a row is
 * driven at both ends, both have the same voltage.
 */
public final class TransferMatrix {
    private static final double TOLERANCE = 1e-13;

    private final double[][] siemens;
    private final double[][] columnSiemens;
    private final double[][] rowSiemens;
    private final LinearNetwork network;
    private final double[] zeroRows;
    private final double[] zeroColumns;
    private boolean isFactored = true;

    /** A device with another conductance. */
    public record Change(int row, int column, double siemens) {}

    /**
     * Solves the wires once for each row.
     *
     * @param siemens conductances of the devices, {@code [rows][columns]}; copied
     * @param threads that share the rows; the bits do not depend on it
     */
    public TransferMatrix(Wires wires, double[][] siemens, int threads) {
        int rows = wires.rows();
        int columns = wires.columns();
        this.siemens = Arrays.stream(siemens).map(double[]::clone).toArray(double[][]::new);
        this.network = new LinearNetwork(wires, this.siemens, 1);
        this.columnSiemens = new double[rows][columns];
        this.rowSiemens = new double[rows][rows];
        this.zeroRows = new double[rows];
        this.zeroColumns = new double[columns];
        int parts = Math.max(1, Math.min(threads, rows));
        IntStream.range(0, parts).parallel().forEach(part -> {
            LinearNetwork own = part == 0 ? network : new LinearNetwork(wires, this.siemens, 1);
            double[] volts = new double[rows];
            Drive drive = new Drive(volts, volts, zeroColumns, zeroColumns);
            for (int i = part; i < rows; i += parts) {
                volts[i] = 1;
                own.solve(drive, null, false, TOLERANCE);
                own.sumCurrents(rowSiemens[i], columnSiemens[i]);
                volts[i] = 0;
            }
        });
    }

    /** Current out of each column per volt on one row, in S. Not to be changed. */
    public double[] columnSiemens(int row) {
        return columnSiemens[row];
    }

    /** Current into each row per volt on one row, in S: negative for the others, which take current at 0 V. */
    public double[] rowSiemens(int row) {
        return rowSiemens[row];
    }

    /**
     * Currents out of the columns.
     *
     * @param volts of the rows. Not modified.
     * @param amps overwritten
     */
    public void read(double[] volts, double[] amps) {
        Arrays.fill(amps, 0);
        for (int i = 0; i < volts.length; i++) {
            if (volts[i] != 0) {
                addScaled(volts[i], columnSiemens[i], amps);
            }
        }
    }

    static void addScaled(double factor, double[] values, double[] sum) {
        for (int j = 0; j < sum.length; j++) {
            sum[j] += factor * values[j];
        }
    }

    /**
     * Changes k devices by the formula of Woodbury, at the price of k solutions: cheaper than a new matrix if k is well
     * below the number of rows. The change Δ·v of a device's current is a current source beside it; the sources follow
     * from the voltages they themselves cause.
     */
    public void change(List<Change> changes) {
        int k = changes.size();
        if (k == 0) {
            return;
        }
        if (!isFactored) {
            network.factor();
        }
        double[][] toRows = new double[k][zeroRows.length];
        double[][] toColumns = new double[k][zeroColumns.length];
        double[][] toDevices = respond(changes, toRows, toColumns);
        double[] steps = new double[k];
        double[][] equations = new double[k][k];
        for (int a = 0; a < k; a++) {
            Change change = changes.get(a);
            steps[a] = change.siemens() - siemens[change.row()][change.column()];
        }
        for (int a = 0; a < k; a++) {
            for (int b = 0; b < k; b++) {
                equations[a][b] = (a == b ? 1 : 0) - toDevices[b][a] * steps[b];
            }
        }
        double[][] inverse = new LUDecomposition(new Array2DRowRealMatrix(equations, false), 0)
                .getSolver()
                .getInverse()
                .getData();
        for (int i = 0; i < zeroRows.length; i++) {
            for (int a = 0; a < k; a++) {
                double volts = 0; // across device a after the change, per volt on row i; toRows by reciprocity
                for (int b = 0; b < k; b++) {
                    volts += inverse[a][b] * toRows[b][i];
                }
                addScaled(steps[a] * volts, toColumns[a], columnSiemens[i]);
                addScaled(steps[a] * volts, toRows[a], rowSiemens[i]);
            }
        }
        for (Change change : changes) {
            siemens[change.row()][change.column()] = change.siemens();
        }
        isFactored = false;
    }

    /** What 1 A from word to bit line beside each device causes: currents at the terminals, voltages across the devices. */
    private double[][] respond(List<Change> changes, double[][] toRows, double[][] toColumns) {
        double[][] sources = new double[zeroRows.length][zeroColumns.length];
        double[][] toDevices = new double[changes.size()][changes.size()];
        double[] wordVolts = new double[zeroColumns.length];
        Drive none = new Drive(zeroRows, zeroRows, zeroColumns, zeroColumns);
        for (int a = 0; a < changes.size(); a++) {
            Change source = changes.get(a);
            sources[source.row()][source.column()] = 1;
            network.solve(none, sources, false, TOLERANCE);
            network.sumCurrents(toRows[a], toColumns[a]);
            toRows[a][source.row()] += 1;
            toColumns[a][source.column()] += 1;
            for (int b = 0; b < changes.size(); b++) {
                Change device = changes.get(b);
                network.wordVolts(device.row(), siemens[device.row()], wordVolts);
                toDevices[a][b] = wordVolts[device.column()] - network.bitVolts()[device.row()][device.column()];
            }
            sources[source.row()][source.column()] = 0;
        }
        return toDevices;
    }
}
