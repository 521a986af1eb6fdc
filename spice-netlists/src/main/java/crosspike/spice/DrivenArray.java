package crosspike.spice;

import crosspike.input.UserError;
import crosspike.wire.CrossbarCircuit;
import crosspike.wire.Devices;
import crosspike.wire.Drive;
import crosspike.wire.Wires;
import java.util.Arrays;

/**
 * An array during a read. Arrays are not copied.
 *
 * @param name for the comments of netlists; anything may stand in it
 * @param siemens conductances of the cells, {@code [rows][columns]}; 0 is open
 * @param rowVolts on the word lines, in V
 */
public record DrivenArray(String name, float[][] siemens, double[] rowVolts) {
    public DrivenArray {
        if (rowVolts.length != siemens.length) {
            throw new UserError("array \"" + name + "\" has " + siemens.length + " rows but " + rowVolts.length
                    + " read voltages; expected one for each row");
        }
    }

    int rows() {
        return siemens.length;
    }

    /** Some of its rows and columns. */
    DrivenArray part(Tile tile) {
        float[][] some = new float[tile.rows()][];
        for (int i = 0; i < some.length; i++) {
            some[i] = Arrays.copyOfRange(siemens[tile.firstRow() + i], tile.firstColumn(), tile.endColumn());
        }
        return new DrivenArray(name, some, Arrays.copyOfRange(rowVolts, tile.firstRow(), tile.endRow()));
    }

    /** The same at other voltages. */
    DrivenArray drivenBy(double[] volts) {
        return new DrivenArray(name, siemens, volts);
    }

    /** The read as a circuit; rows are driven at both ends where both have a driver, columns are held at 0 V. */
    CrossbarCircuit circuit(Wires wires) {
        double[][] ohms = new double[siemens.length][];
        for (int i = 0; i < ohms.length; i++) {
            ohms[i] = new double[siemens[i].length];
            for (int j = 0; j < ohms[i].length; j++) ohms[i][j] = 1 / (double) siemens[i][j];
        }
        double[] zero = new double[wires.columns()];
        return new CrossbarCircuit(wires, Devices.linear(ohms), new Drive(rowVolts, rowVolts, zero, zero));
    }
}
