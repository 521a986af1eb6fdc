package crosspike.wire;

import crosspike.input.UserError;

/**
 * A crossbar with all that decides its operating point.
 *
 * @param devices as many rows and columns as the wires have
 * @param drive voltages behind the terminals
 */
public record CrossbarCircuit(Wires wires, Devices devices, Drive drive) {
    public CrossbarCircuit {
        if (devices.ohms().length != wires.rows() || devices.ohms()[0].length != wires.columns()) {
            throw new UserError("device_resistance_ohm is " + devices.ohms().length + " x "
                    + (devices.ohms().length == 0 ? 0 : devices.ohms()[0].length) + "; expected " + wires.rows() + " x "
                    + wires.columns());
        }
        if (drive.left().length != wires.rows() || drive.bottom().length != wires.columns()) {
            throw new UserError("terminal voltages are for " + drive.left().length + " rows and "
                    + drive.bottom().length + " columns; expected " + wires.rows() + " and " + wires.columns());
        }
    }
}
