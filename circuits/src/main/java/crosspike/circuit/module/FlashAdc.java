package crosspike.circuit.module;

import crosspike.circuit.logic.Layout;
import crosspike.circuit.logic.StandardCells;
import crosspike.input.KeyError;
import crosspike.input.UserError;

/**
 * Flash converters: {@code 2^bits − 1} current sense amplifiers compare the column with all references at once (a
 * multilevel sense amplifier), and full adders count those that say more. Section 10.2 of {@code docs/circuit-model.md}.
 * Counting {@code 2^b − 1} decisions takes {@code 2^b − 1 − b} full adders, {@code 2b − 3} of them in a row.
 *
 * @param count converters
 * @param bits bits of a result
 * @param comparators sense amplifiers of all converters
 * @param fullAdder adder of one bit, of nine NANDs
 * @param encoderHeightMetres height of the adders in m
 * @see "E. Säll, M. Vesterbacka, Thermometer-to-binary decoders for flash analog-to-digital converters, ECCTD 2007"
 */
public record FlashAdc(
        int count, int bits, CurrentSenseAmplifier comparators, Adder fullAdder, double encoderHeightMetres)
        implements ReadOut {

    /** A flash converter of more bits has thousands of comparators that no offset lets decide. */
    private static final int MOST_BITS = 10;

    /**
     * Lays the converters out across an array of the given width in m.
     *
     * @throws UserError if there are more than 10 bits
     */
    public static FlashAdc of(StandardCells cells, int count, int bits, double widthMetres) {
        if (bits > MOST_BITS) {
            throw new KeyError(
                    "readCircuitBits",
                    "is " + bits + "; expected at most " + MOST_BITS
                            + " for a flash read-out, which has 2^bits - 1 comparators; take successive approximation for more");
        }
        Adder fullAdder = Adder.of(cells, 1, 1, widthMetres);
        int adders = count * adders(bits);
        double height = adders == 0
                ? 0
                : cells.heightMetres() * Layout.lines(adders, 9 * cells.nand().widthMetres(), widthMetres);
        return new FlashAdc(
                count,
                bits,
                CurrentSenseAmplifier.of(cells, count * ((1 << bits) - 1), widthMetres),
                fullAdder,
                height);
    }

    private static int adders(int bits) {
        return (1 << bits) - 1 - bits;
    }

    @Override
    public double areaSquareMetres() {
        return comparators.widthMetres() * (comparators.heightMetres() + encoderHeightMetres);
    }

    @Override
    public double leakageWatts() {
        return comparators.leakageWatts() + count * adders(bits) * fullAdder.leakageWatts();
    }

    @Override
    public double seconds(ColumnSignal signal) {
        return comparators.seconds(signal, bits) + Math.max(0, 2 * bits - 3) * fullAdder.seconds(0);
    }

    /** Every comparator sees its own copy of the column current. */
    @Override
    public double joules(ColumnSignal signal) {
        return ((1 << bits) - 1) * comparators.joules(signal, bits) + adders(bits) * fullAdder.joules();
    }
}
