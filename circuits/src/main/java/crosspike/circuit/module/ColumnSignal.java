package crosspike.circuit.module;

/**
 * What a read-out sees at its column.
 *
 * @param columnFarads capacitance of column and multiplexer in F
 * @param readVolts read voltage in V
 * @param largestAmperes current of a column with all cells on, in A
 * @param clockHertz clock in Hz
 */
public record ColumnSignal(double columnFarads, double readVolts, double largestAmperes, double clockHertz) {

    /** Half of the smallest step a read-out of so many bits resolves, in A: how far a current may be from a threshold. */
    public double halfStepAmperes(int bits) {
        return largestAmperes / Math.scalb(1.0, bits + 1);
    }
}
