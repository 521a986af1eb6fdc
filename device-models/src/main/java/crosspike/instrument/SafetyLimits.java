package crosspike.instrument;

import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.input.UserError;
import java.util.Locale;

/**
 * What may be done to the cells of an array. Checked before anything is sent, whatever asks for it.
 *
 * @param voltageVolts largest magnitude of a voltage in V
 * @param currentAmps largest current of a line in A; also the compliance of the instrument
 * @param pulseWidthSeconds longest pulse in s
 * @param pulses most pulses of one train
 * @param energyJoules most energy of one train into one cell in J
 */
public record SafetyLimits(
        @Key(doc = "Largest magnitude of a voltage.", dimension = Dimension.VOLTAGE, above = 0, max = 100)
        double voltageVolts,

        @Key(
                doc = "Largest current of a line; also the compliance that the instrument is told.",
                dimension = Dimension.CURRENT,
                above = 0,
                max = 10)
        double currentAmps,

        @Key(doc = "Longest pulse.", dimension = Dimension.TIME, above = 0, max = 1000)
        double pulseWidthSeconds,

        @Key(doc = "Most pulses of one train.", min = 1, max = 1_000_000)
        int pulses,

        @Key(
                doc = "Most energy of one train into one cell, taken at its highest conductance.",
                dimension = Dimension.ENERGY,
                above = 0)
        double energyJoules) {

    /** Refuses a voltage beyond the limit. */
    void checkVolts(double volts, String what) {
        if (!(Math.abs(volts) <= voltageVolts)) {
            throw beyond(what, volts, "V", "limits.voltage", voltageVolts);
        }
    }

    /** Refuses an expected current beyond the limit. */
    void checkAmps(double amps, String what) {
        if (!(Math.abs(amps) <= currentAmps)) {
            throw beyond(what, amps, "A", "limits.current", currentAmps);
        }
    }

    /**
     * Refuses a train of pulses beyond a limit.
     *
     * @param siemens highest conductance the cell can have, in S
     */
    void checkTrain(double volts, double seconds, double count, double siemens) {
        checkVolts(volts, "a pulse");
        if (!(seconds <= pulseWidthSeconds)) {
            throw beyond("a pulse", seconds, "s", "limits.pulse_width", pulseWidthSeconds);
        }
        if (!(count <= pulses)) {
            throw beyond("a train", count, "pulses", "limits.pulses", pulses);
        }
        double amps = Math.abs(volts) * siemens;
        checkAmps(amps, "a pulse");
        double joules = count * Math.abs(volts) * amps * seconds;
        if (!(joules <= energyJoules)) {
            throw beyond("a train", joules, "J", "limits.energy", energyJoules);
        }
    }

    private static UserError beyond(String what, double value, String unit, String key, double limit) {
        return new UserError(String.format(
                Locale.ROOT,
                "%s of %.4g %s is beyond %s of the instrument profile, %.4g %s; nothing was sent: expected a device or"
                        + " config that asks for less, or a profile for hardware that bears more",
                what,
                value,
                unit,
                key,
                limit,
                unit));
    }
}
