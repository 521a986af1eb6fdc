package crosspike.spice.export;

import crosspike.input.UserError;
import crosspike.spice.SpiceNumber;

/**
 * What stands at each crossing.
 *
 * @param access how the device is reached
 * @param accessOhms resistance of an open access transistor in ohm; of no meaning without one
 * @param gateVolts voltage of a gate that is on, in V; of no meaning without a transistor
 * @param sinhPerVolt b of the device current sinh(b·V)/(b·R), in 1/V; 0 is linear
 * @param readVolts voltage at which a device has the conductance of the array, in V; of no meaning if it is linear
 */
public record CellModel(Access access, double accessOhms, double gateVolts, double sinhPerVolt, double readVolts) {
    /** Linear devices between their lines. */
    public static final CellModel PASSIVE = new CellModel(Access.NONE, 0, 0, 0, 0);

    /** How a device is reached. */
    public enum Access {
        /** Without a transistor: 1R. */
        NONE(Template.CELL_1R),
        /** Through a switch in series: 1T1R at its fastest. */
        SWITCH(Template.CELL_1T1R_SWITCH),
        /** Through an NMOS transistor: 1T1R. */
        MOS(Template.CELL_1T1R_MOS);

        private final Template template;

        Access(Template template) {
            this.template = template;
        }

        Template template() {
            return template;
        }

        /** Whether there are gates, and a gate line for each row. */
        boolean hasGate() {
            return this != NONE;
        }
    }

    /** Steepness times read voltage, chosen, because sinh of it is far from the end of double. */
    private static final double MOST_BEND = 300;

    public CellModel {
        if (access != Access.NONE) {
            require(accessOhms > 0 && accessOhms <= 1e12, "access resistance", accessOhms, "1e-300 to 1e12 ohm");
            require(gateVolts > 0 && gateVolts <= 100, "gate voltage", gateVolts, "a voltage above 0 V, at most 100 V");
        }
        require(sinhPerVolt >= 0 && sinhPerVolt <= 1000, "sinh steepness", sinhPerVolt, "0 to 1000 per volt");
        if (sinhPerVolt > 0) {
            require(readVolts > 0, "read voltage", readVolts, "a voltage above 0 V");
            require(
                    sinhPerVolt * readVolts <= MOST_BEND,
                    "sinh steepness",
                    sinhPerVolt,
                    "at most " + MOST_BEND / readVolts + " per volt at its read voltage of " + readVolts + " V");
        }
    }

    private static void require(boolean holds, String what, double value, String expected) {
        if (!holds) throw new UserError("the " + what + " of a cell is " + value + "; expected " + expected);
    }

    Template device() {
        return sinhPerVolt == 0 ? Template.DEVICE_LINEAR : Template.DEVICE_SINH;
    }

    /** R in ohm of the device that has this conductance in S at the read voltage. */
    double ohms(double siemens) {
        double bend = sinhPerVolt * readVolts;
        return bend == 0 ? 1 / siemens : StrictMath.sinh(bend) / (bend * siemens);
    }

    /** Current in A of a device of this conductance, at the read voltage, with so many volts across it. */
    double amps(double siemens, double volts) {
        if (sinhPerVolt == 0 || siemens == 0) return volts * siemens;
        return StrictMath.sinh(sinhPerVolt * volts) / (sinhPerVolt * ohms(siemens));
    }

    /** Its parameters in a netlist. */
    String parameters(double siemens) {
        StringBuilder text = new StringBuilder("ohm=").append(number(ohms(siemens)));
        if (sinhPerVolt > 0) text.append(" b=").append(number(sinhPerVolt));
        if (access.hasGate()) {
            text.append(" ron=").append(number(accessOhms)).append(" vgate=").append(number(gateVolts));
        }
        return text.toString();
    }

    private static String number(double value) {
        return SpiceNumber.text(value);
    }
}
