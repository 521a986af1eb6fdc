package crosspike.device;

import crosspike.input.UserError;

/**
 * A rectangular voltage pulse across a cell.
 *
 * @param volts amplitude in V, within ±100, not 0; its sign is that of the device's paper
 * @param seconds width in s, greater than 0 and at most 1,000
 */
public record Pulse(double volts, double seconds) {
    public Pulse {
        if (!(volts != 0 && Math.abs(volts) <= 100)) {
            throw new UserError("pulse amplitude is " + volts + " V; expected a voltage within ±100 V, not 0");
        }
        if (!(seconds > 0 && seconds <= 1_000)) {
            throw new UserError("pulse width is " + seconds + " s; expected more than 0 s and at most 1000 s");
        }
    }

    /** V²·t in V²·s; times a conductance it is the energy in J. */
    public double joulesPerSiemens() {
        return volts * volts * seconds;
    }
}
