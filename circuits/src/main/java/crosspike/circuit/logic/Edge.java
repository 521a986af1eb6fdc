package crosspike.circuit.logic;

/**
 * A signal edge on its way through gates: when it arrives and how steep it is. Each gate delays it by Horowitz' formula with
 * a switching threshold of Vdd/2, {@code d = τ·√(ln²½ + ½/(s·τ))}, and passes on a slope of {@code 0.5/d}. Section 2.6 of
 * {@code docs/circuit-model.md}.
 *
 * @param seconds delay so far in s
 * @param slope slope in Vdd per s
 * @see "M. Horowitz, Timing models for MOS circuits, Stanford University technical report SEL83-003, 1983"
 */
public record Edge(double seconds, double slope) {

    /** An edge so steep that a gate answers after {@code ln 2 · τ}. */
    public static final Edge STEP = new Edge(0, 1e20);

    private static final double LN_HALF_SQUARED = Math.log(0.5) * Math.log(0.5);

    /** The edge behind a gate of time constant τ in s. */
    public Edge through(double tauSeconds) {
        double delay = tauSeconds * Math.sqrt(LN_HALF_SQUARED + 0.5 / (slope * tauSeconds));
        return new Edge(seconds + delay, 0.5 / delay);
    }

    /** Delay in s of a step through one time constant. */
    public static double step(double tauSeconds) {
        return STEP.through(tauSeconds).seconds;
    }
}
