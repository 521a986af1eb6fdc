package crosspike.device;

import crosspike.input.UserError;

/**
 * One direction of an exponential pulse response, on conductances as fractions x of the range. Rising:
 * {@code x(n) = (1 − e^(−n/A))/(1 − e^(−P/A))}, {@code A = a·P}. Falling walks the curve of its own label down from the
 * top, {@code 1 − x(n) = (e^(n/A) − 1)/(e^(P/A) − 1)}: the rising curve of the opposite label, upside down.
 *
 * <p>With s the way gone from the start of the swing, a train of n pulses is the line {@code s' = start(n) + s·decay(n)}.
 * Both factors are tabulated once, so programming needs no exponential, and from s = 0 no digits cancel.
 */
public final class PulseCurve {
    /** Most pulses of a full swing. */
    public static final int MAX_PULSES = 65_536;

    private final int pulses;
    private final double label;
    private final boolean rising;
    private final double curvature;
    private final double[] start;
    private final double[] decay;

    private PulseCurve(int pulses, double label, boolean rising) {
        if (pulses < 1 || pulses > MAX_PULSES) {
            throw new UserError("pulses of a full swing is " + pulses + "; expected 1 to " + MAX_PULSES);
        }
        this.curvature = (rising ? 1 : -1) / Nonlinearity.shape(label);
        this.pulses = pulses;
        this.label = label;
        this.rising = rising;
        this.start = new double[pulses + 1];
        this.decay = new double[pulses + 1];
        for (int n = 0; n <= pulses; n++) {
            double fraction = (double) n / pulses;
            double exponent = -curvature * fraction;
            decay[n] = StrictMath.exp(exponent);
            start[n] = curvature == 0 ? fraction : StrictMath.expm1(exponent) / StrictMath.expm1(-curvature);
        }
    }

    /**
     * The curve that potentiation climbs.
     *
     * @param pulses pulses P from Gmin to Gmax, 1 to 65,536
     * @param label nonlinearity label NL, −9 to 9
     */
    public static PulseCurve rising(int pulses, double label) {
        return new PulseCurve(pulses, label, true);
    }

    /** The curve that depression walks down; a negative label is steep near Gmax and flat near Gmin. */
    public static PulseCurve falling(int pulses, double label) {
        return new PulseCurve(pulses, label, false);
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
        return rising ? start[train] + x * decay[train] : 1 - (start[train] + (1 - x) * decay[train]);
    }

    /**
     * Pulses from the start of the swing to a position, a fraction of the range from 0 to 1: the inverse of the curve. At the
     * end of a swing that is steep at first, what is left of it is too little for a double, and the logarithm infinite.
     */
    double pulsesTo(double x) {
        double gone = rising ? x : 1 - x;
        if (label == 0) {
            return gone * pulses;
        }
        return Math.min(pulses, -pulses * StrictMath.log1p(gone * StrictMath.expm1(-curvature)) / curvature);
    }
}
