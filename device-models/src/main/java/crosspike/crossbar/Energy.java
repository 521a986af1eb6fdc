package crosspike.crossbar;

/**
 * Energy the cells of an array dissipated, in J. It depends on the conductance at each moment, so it is summed while the
 * array works; everything that follows from counts is priced later.
 *
 * @param readJoules weighted sums: Σ V²·G·t over the cells of the active rows
 * @param cellReadJoules reads of single lines around an update
 * @param potentiationJoules pulses that raise a conductance: Σ n·V²·(G before + G after)/2·t
 * @param depressionJoules pulses that lower a conductance, likewise
 * @param verifyJoules reads that verify a write
 * @param halfSelectJoules cells of a crosspoint array that see half of the write voltage because another is written:
 *     Σ (V/2)²·G·t
 */
public record Energy(
        double readJoules,
        double cellReadJoules,
        double potentiationJoules,
        double depressionJoules,
        double verifyJoules,
        double halfSelectJoules) {

    public static final Energy NONE = new Energy(0, 0, 0, 0);

    /** Of an array that neither verifies nor half-selects. */
    public Energy(double readJoules, double cellReadJoules, double potentiationJoules, double depressionJoules) {
        this(readJoules, cellReadJoules, potentiationJoules, depressionJoules, 0, 0);
    }

    public Energy plus(Energy other) {
        return new Energy(
                readJoules + other.readJoules,
                cellReadJoules + other.cellReadJoules,
                potentiationJoules + other.potentiationJoules,
                depressionJoules + other.depressionJoules,
                verifyJoules + other.verifyJoules,
                halfSelectJoules + other.halfSelectJoules);
    }

    public double totalJoules() {
        return readJoules + cellReadJoules + potentiationJoules + depressionJoules + verifyJoules + halfSelectJoules;
    }
}
