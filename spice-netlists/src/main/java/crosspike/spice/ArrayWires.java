package crosspike.spice;

import crosspike.input.UserError;
import crosspike.wire.CrossbarCircuit;
import crosspike.wire.Devices;
import crosspike.wire.Drive;
import crosspike.wire.Wires;

/**
 * What lies around the cells of an array that is read.
 *
 * @param wires segments and terminals; those at the left and right drive the rows, those at the top and bottom hold the columns
 *     at 0 V
 * @param accessOhms in series with each cell, in ohm; 0 for a passive array
 */
public record ArrayWires(Wires wires, double accessOhms) {
    public ArrayWires {
        if (!(accessOhms >= 0 && accessOhms < Double.POSITIVE_INFINITY)) {
            throw new UserError("access resistance is " + accessOhms + " ohm; expected 0 or more");
        }
    }

    /** Wires without resistance, and no access transistors. */
    public static ArrayWires ideal(int rows, int columns) {
        return new ArrayWires(Wires.uniform(rows, columns, 0, 0, 0), 0);
    }

    /**
     * The circuit of a read.
     *
     * @param siemens conductances of the cells, {@code [rows][columns]}; 0 is open. Not modified.
     * @param volts on the word lines, at both ends where both are driven
     */
    public CrossbarCircuit read(float[][] siemens, double[] volts) {
        int rows = wires.rows();
        int columns = wires.columns();
        double[][] ohms = new double[rows][columns];
        double[][] access = new double[rows][columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                ohms[i][j] = 1 / (double) siemens[i][j];
                access[i][j] = accessOhms;
            }
        }
        double[] zero = new double[columns];
        return new CrossbarCircuit(
                wires, new Devices(ohms, access, new double[rows][columns]), new Drive(volts, volts, zero, zero));
    }
}
