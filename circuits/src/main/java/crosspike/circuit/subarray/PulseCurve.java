package crosspike.circuit.subarray;

/**
 * Conductance after P identical pulses, {@code G(P) = Gmin + B·(1 − e^(−P/A))} with
 * {@code B = (Gmax − Gmin)/(1 − e^(−N/A))}. Section 7 of {@code docs/circuit-model.md}.
 *
 * @param minSiemens Gmin in S
 * @param maxSiemens Gmax in S
 * @param levels N, pulses from Gmin to Gmax
 * @param shape A/N; infinite for a straight line, negative for a curve that is steep at its upper end
 * @see "P.-Y. Chen, X. Peng, S. Yu, NeuroSim+, IEDM 2017"
 */
public record PulseCurve(double minSiemens, double maxSiemens, int levels, double shape) {

    /** One nonlinearity label is this far from the diagonal, measured across it, in the unit square. */
    private static final double LABEL = 0.07 * Math.sqrt(2);

    /** Labels below are straight lines to ten digits; the equation that is solved loses its digits there. */
    private static final double STRAIGHT = 1e-9;

    /** The curve of a cell under pulses of one polarity. */
    static PulseCurve of(Cell cell, WritePulse pulse, boolean exact) {
        double label = pulse.nonlinearity();
        return new PulseCurve(
                cell.minSiemens(), cell.maxSiemens(), pulse.levels(), exact ? shapeOf(label) : tabulatedShapeOf(label));
    }

    /**
     * The shape of which a nonlinearity label tells the largest distance from the straight line.
     *
     * @param label −10 to 10
     */
    public static double shapeOf(double label) {
        if (Math.abs(label) < STRAIGHT) return Double.POSITIVE_INFINITY;
        double target = LABEL * Math.abs(label);
        double u = 8 * target; // the distance is u/8 for small u and concave, so Newton's steps never overshoot
        for (int i = 0; i < 100; i++) {
            double rise = -Math.expm1(-u);
            double log = Math.log(u / rise);
            double distance = 1 / rise - (1 + log) / u;
            double decay = Math.exp(-u);
            double slope = -decay / (rise * rise) + decay / (u * rise) + log / (u * u);
            double step = (target - distance) / slope;
            u += step;
            if (step <= 1e-13 * u) break;
        }
        return Math.copySign(1 / u, label);
    }

    /**
     * The shape from a table of labels 0.01 to 9.00 with six decimals, as NeuroSim looks it up: binary rounding turns some
     * labels into the one below, 0 into −0.01, and all above 9 into 9.
     */
    static double tabulatedShapeOf(double label) {
        int hundredths = Math.min(900, Math.max(1, (int) (100 * Math.abs(label))));
        double shape = Math.rint(shapeOf(hundredths / 100.0) * 1e6) / 1e6;
        return label > 0 ? shape : -shape;
    }

    /** Conductance in S after {@code pulses} pulses from the lowest state, within the range. */
    public double siemens(double pulses) {
        double share = within(pulses / levels);
        double u = 1 / shape;
        double rise = share;
        if (u > 0) rise = Math.expm1(-share * u) / Math.expm1(-u);
        if (u < 0) rise = Math.exp((1 - share) * u) * Math.expm1(share * u) / Math.expm1(u); // e^(-u) may be infinite
        return Math.min(maxSiemens, Math.max(minSiemens, minSiemens + (maxSiemens - minSiemens) * rise));
    }

    /** Pulses from the lowest state to a conductance in S. */
    public double pulses(double siemens) {
        double rise = (siemens - minSiemens) / (maxSiemens - minSiemens);
        double u = 1 / shape;
        double share = rise;
        if (u > 0) share = -Math.log1p(rise * Math.expm1(-u)) / u;
        if (u < 0) share = 1 - Math.log(rise + (1 - rise) * Math.exp(u)) / u;
        return levels * within(share); // infinite at the flat end of a steep curve
    }

    private static double within(double share) {
        return Math.min(1, Math.max(0, share));
    }

    /** Conductance in S after {@code pulses} more pulses; fewer where negative. */
    public double after(double siemens, double pulses) {
        return siemens(pulses(siemens) + pulses);
    }
}
