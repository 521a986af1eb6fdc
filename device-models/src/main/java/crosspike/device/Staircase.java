package crosspike.device;

import crosspike.input.UserError;

/**
 * How the pulses of a train differ from the first: the pulse at state P, counted from the start of the swing, has the
 * amplitude {@code V0 + P·dV} and the width {@code w0 + P·dw}. With both steps 0 all pulses are the same.
 *
 * @param voltsPerPulse dV in V, in the direction of V0 if positive; 0 to 10
 * @param secondsPerPulse dw in s, 0 to 10
 * @see "P.-Y. Chen, X. Peng, S. Yu, NeuroSim: a circuit-level macro model, IEEE TCAD 37 (2018) 3067 (non-identical pulses)"
 */
public record Staircase(double voltsPerPulse, double secondsPerPulse) {
    /** All pulses the same. */
    public static final Staircase FLAT = new Staircase(0, 0);

    public Staircase {
        if (!(voltsPerPulse >= 0 && voltsPerPulse <= 10)) {
            throw new UserError("voltage step is " + voltsPerPulse + " V; expected 0 to 10 V");
        }
        if (!(secondsPerPulse >= 0 && secondsPerPulse <= 10)) {
            throw new UserError("width step is " + secondsPerPulse + " s; expected 0 to 10 s");
        }
    }

    /** Whether all pulses are the same. */
    public boolean isFlat() {
        return voltsPerPulse == 0 && secondsPerPulse == 0;
    }

    /**
     * ΣV²·w over a train, in V²·s; times a conductance it is the energy in J.
     *
     * @param first the pulse at the start of the swing
     * @param start pulses from the start of the swing to the state before the train, at least 0
     * @param count pulses of the train
     */
    public double joulesPerSiemens(Pulse first, double start, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double volts = Math.abs(first.volts()) + (start + i) * voltsPerPulse;
            sum += volts * volts * (first.seconds() + (start + i) * secondsPerPulse);
        }
        return sum;
    }

    /** Length of a train in s; parameters as for {@link #joulesPerSiemens}. */
    public double seconds(Pulse first, double start, int count) {
        return count * (first.seconds() + (start + (count - 1) / 2.0) * secondsPerPulse);
    }
}
