package crosspike.device;

import crosspike.input.UserError;

/**
 * One direction of an exponential pulse response, on conductances as fractions x of the range. Rising:
 * {@code x(n) = b·(1 − e^(−n/A))}, {@code b = 1/(1 − e^(−P/A))}; falling walks down the curve of its own label.
 * The factors of whole trains are tabulated once, so programming needs no exponential.
 */
public final class PulseCurve {
    /** Most pulses of a full swing. */
    public static final int MAX_PULSES = 65_536;

    private final int pulses;
    private final double label;
    private final int direction;
    private final double plateau;
    private final double[] decay;

    private PulseCurve(int pulses, double label, int direction) {
        if (pulses < 1 || pulses > MAX_PULSES) {
            throw new UserError("pulses of a full swing is " + pulses + "; expected 1 to " + MAX_PULSES);
        }
        double perPulse = 1 / (Nonlinearity.shape(label) * pulses);
        this.pulses = pulses;
        this.label = label;
        this.direction = direction;
        this.plateau = -1 / StrictMath.expm1(-pulses * perPulse);
        this.decay = new double[pulses + 1];
        for (int n = 0; n <= pulses; n++) {
            decay[n] = StrictMath.exp(-direction * n * perPulse);
        }
    }

    /**
     * The curve that potentiation climbs.
     *
     * @param pulses pulses P from Gmin to Gmax, 1 to 65,536
     * @param label nonlinearity label NL, −9 to 9
     */
    public static PulseCurve rising(int pulses, double label) {
        return new PulseCurve(pulses, label, 1);
    }

    /** The curve that depression walks down; a negative label is steep near Gmax and flat near Gmin. */
    public static PulseCurve falling(int pulses, double label) {
        return new PulseCurve(pulses, label, -1);
    }

    /** Pulses of a full swing. */
    public int pulses() {
        return pulses;
    }

    /** Nonlinearity label NL. */
    public double label() {
        return label;
    }

    /**
     * Position after a train.
     *
     * @param x position before, a fraction of the conductance range
     * @param n pulses, at least 0; a longer train than the full swing counts as the full swing
     * @return position after, not clipped to [0, 1]
     */
    public double after(double x, int n) {
        int train = Math.min(n, pulses);
        if (label == 0) {
            return x + direction * (double) train / pulses;
        }
        return plateau - (plateau - x) * decay[train];
    }
}
