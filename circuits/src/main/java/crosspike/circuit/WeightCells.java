package crosspike.circuit;

import crosspike.input.UserError;

/**
 * The cells that hold a weight, in neighbouring columns.
 *
 * @param columns how many
 * @param subtracted whether the readings of two columns are subtracted
 * @param sliceBits bits of the digit in each cell, whose readings are shifted and added; 0 if the cells are no digits
 */
public record WeightCells(int columns, boolean subtracted, int sliceBits) {
    /** One cell; signed weights are read against a reference column. */
    public static final WeightCells SINGLE = new WeightCells(1, false, 0);
    /** Two cells, G+ and G−, whose readings are subtracted. */
    public static final WeightCells PAIR = new WeightCells(2, true, 0);

    public WeightCells {
        boolean fits = sliceBits == 0 ? columns == (subtracted ? 2 : 1) : sliceBits > 0 && columns > 1 && !subtracted;
        if (!fits) {
            throw new UserError("a weight has " + columns + " columns with " + sliceBits + " bits each;"
                    + " expected one, a pair that is subtracted, or slices of at least a bit");
        }
    }

    /** Cells that hold the digits of a weight. */
    public static WeightCells sliced(int slices, int bits) {
        return new WeightCells(slices, false, bits);
    }

    /** Bits by which a weighted sum over all slices is longer than one reading. */
    int shiftedBits() {
        return sliceBits * (columns - 1);
    }
}
