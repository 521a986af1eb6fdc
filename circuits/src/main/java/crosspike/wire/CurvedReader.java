package crosspike.wire;

import java.util.Arrays;

/**
 * Reads cells with a nonlinear curve, {@code I(V) = G·Vr·sinh(κ·V/Vr)/sinh κ}, through their wires by Newton's method. Each read
 * starts from silence, so that it does not depend on the one before. Not thread-safe.
 */
final class CurvedReader {
    private final Wires wires;
    private final boolean silentRowsFloat;
    private final double[][] siemens;
    private final double atZero; // conductance at 0 V over that at the read voltage
    private final Devices devices;
    private final double[] zero;

    /**
     * @param siemens conductances at the read voltage; not copied
     * @param curvature κ, above 0
     * @param readVolts Vr
     */
    CurvedReader(Wires wires, boolean silentRowsFloat, double[][] siemens, double curvature, double readVolts) {
        int rows = wires.rows();
        int columns = wires.columns();
        this.wires = wires;
        this.silentRowsFloat = silentRowsFloat;
        this.siemens = siemens;
        this.atZero = curvature / StrictMath.sinh(curvature);
        double[][] perVolt = new double[rows][columns];
        for (double[] row : perVolt) {
            Arrays.fill(row, curvature / readVolts);
        }
        this.devices = new Devices(new double[rows][columns], new double[rows][columns], perVolt);
        this.zero = new double[columns];
    }

    /** As {@link WireReader#read}. */
    double read(double[] rowVolts, double[] columnAmps) {
        for (int i = 0; i < siemens.length; i++) {
            for (int j = 0; j < siemens[i].length; j++) {
                devices.ohms()[i][j] = 1 / (siemens[i][j] * atZero);
            }
        }
        Wires connected = silentRowsFloat ? wires.withoutRowsAtZero(rowVolts) : wires;
        OperatingPoint point =
                NodalSolver.solve(new CrossbarCircuit(connected, devices, new Drive(rowVolts, rowVolts, zero, zero)));
        for (int j = 0; j < columnAmps.length; j++) {
            columnAmps[j] = point.bottomAmps()[j] + point.topAmps()[j];
        }
        return point.supplyWatts();
    }
}
