package crosspike.wire;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A crossbar of fixed conductances as seen from its terminals, with the bit lines held at 0 V: currents of columns and rows
 * are linear in the row voltages. One solution of the wires for each row, then a read is a dot product. Where a row is
 * driven at both ends, both have the same voltage.
 */
public final class TransferMatrix {
    private static final double TOLERANCE = 1e-13;

    private final double[][] columnSiemens;
    private final double[][] rowSiemens;

    /**
     * Solves the wires once for each row.
     *
     * @param siemens conductances of the devices, {@code [rows][columns]}; not kept
     * @param threads that share the rows; the bits do not depend on it
     */
    public TransferMatrix(Wires wires, double[][] siemens, int threads) {
        int rows = wires.rows();
        int columns = wires.columns();
        this.columnSiemens = new double[rows][columns];
        this.rowSiemens = new double[rows][rows];
        double[] zeroColumns = new double[columns];
        int parts = Math.max(1, Math.min(threads, rows));
        IntStream.range(0, parts).parallel().forEach(part -> {
            LinearNetwork network = new LinearNetwork(wires, siemens, 1);
            double[] volts = new double[rows];
            Drive drive = new Drive(volts, volts, zeroColumns, zeroColumns);
            for (int i = part; i < rows; i += parts) {
                volts[i] = 1;
                network.solve(drive, null, false, TOLERANCE);
                network.sumCurrents(rowSiemens[i], columnSiemens[i]);
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
}
