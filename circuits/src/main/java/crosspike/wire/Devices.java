package crosspike.wire;

/**
 * The devices at the crossings, {@code [rows][columns]} each. The current of a device at V across it is
 * sinh(b·V)/(b·R), which is V/R for b = 0; the access resistance is in series. Arrays are not copied.
 *
 * @param ohms R: 0 is a short, infinity an open device
 * @param accessOhms of the access transistor that is switched on; 0 for a passive array, infinity if it is off
 * @param sinhPerVolt b, at least 0
 */
public record Devices(double[][] ohms, double[][] accessOhms, double[][] sinhPerVolt) {
    public Devices {
        int rows = ohms.length;
        int columns = rows == 0 ? 0 : ohms[0].length;
        Checks.ohms("device_resistance_ohm", ohms, rows, columns);
        Checks.ohms("access_resistance_ohm", accessOhms, rows, columns);
        Checks.steepness("nonlinear_sinh_b_per_volt", sinhPerVolt, rows, columns);
    }

    /** Linear devices without access transistors. */
    public static Devices linear(double[][] ohms) {
        double[][] zeros = new double[ohms.length][ohms.length == 0 ? 0 : ohms[0].length];
        return new Devices(ohms, zeros, zeros);
    }
}
