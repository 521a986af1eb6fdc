package crosspike.spice.export;

import crosspike.input.UserError;

/**
 * A leaky integrate-and-fire neuron at each column, fed by a copy of the column's current.
 *
 * @param farads capacitance of the membrane in F
 * @param leakOhms from the membrane to ground, in ohm
 * @param thresholdVolts at which it fires, in V
 */
public record Lif(double farads, double leakOhms, double thresholdVolts) {
    public Lif {
        if (!(farads > 0 && farads <= 1)) {
            throw new UserError("membrane is " + farads + " F; expected a capacitance above 0, at most 1 F");
        }
        if (!(leakOhms > 0 && leakOhms <= 1e18)) {
            throw new UserError("membrane leak is " + leakOhms + " ohm; expected a resistance above 0, at most 1e18");
        }
        if (!(thresholdVolts > 0 && thresholdVolts <= 100)) {
            throw new UserError("threshold is " + thresholdVolts + " V; expected a voltage above 0, at most 100 V");
        }
    }

    /**
     * One that fires four times in a pulse of the given current, with a threshold of 0.5 V and a leak that is slow
     * beside the pulse. Its charge is that of four and a half firings, so that neither leak nor resets cost the fourth.
     */
    public static Lif suiting(double amps, double pulseSeconds) {
        double farads = Math.max(Math.abs(amps), 1e-15) * pulseSeconds / (4.5 * 0.5);
        return new Lif(farads, 20 * pulseSeconds / farads, 0.5);
    }
}
