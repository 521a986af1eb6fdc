package crosspike.circuit.subarray;

/**
 * The programming pulse of one polarity and what it does.
 *
 * @param volts amplitude in V, above 0
 * @param seconds width in s
 * @param levels pulses from one end of the conductance range to the other
 * @param nonlinearity NeuroSim's label of the curvature, −10 to 10; negative for a curve that is steep at its upper end
 */
public record WritePulse(double volts, double seconds, int levels, double nonlinearity) {

    /** Names of the values in an error. */
    static final String VOLTS = "write voltage";

    static final String SECONDS = "write pulse width";
    static final String LEVELS = "number of levels";
    static final String LABEL = "nonlinearity label";

    /** The furthest a saturating curve can leave the diagonal is 10.1 labels. */
    private static final double LARGEST_NONLINEARITY = 10;

    public WritePulse {
        Cell.require(volts > 0 && volts <= 20, VOLTS, volts, "above 0 and at most 20 V");
        Cell.require(seconds > 0 && seconds <= 1, SECONDS, seconds, "above 0 and at most 1 s");
        Cell.require(levels >= 1, LEVELS, levels, "at least 1");
        Cell.require(Math.abs(nonlinearity) <= LARGEST_NONLINEARITY, LABEL, nonlinearity, "a label of -10 to 10");
    }
}
