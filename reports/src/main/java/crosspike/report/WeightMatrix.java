package crosspike.report;

import crosspike.experiment.run.ArrayLayout;
import crosspike.input.UserError;
import java.util.OptionalInt;

/** The weights that conductances stand for, in [−1, 1] for conductances within the range of the cell. */
public final class WeightMatrix {
    static final String SINGLE = "single";
    static final String PAIR = "pair";
    static final String UNIDIRECTIONAL_PAIR = "unidirectional-pair";
    static final String REFERENCE_COLUMN = "reference-column";

    private WeightMatrix() {}

    /** Whether a weight is two cells. */
    static boolean isPair(ArrayLayout array) {
        return array.mapping().equals(PAIR) || array.mapping().equals(UNIDIRECTIONAL_PAIR);
    }

    /** Cells of a weight; a reference column belongs to none. */
    static int cells(ArrayLayout array) {
        return array.mapping().equals(REFERENCE_COLUMN) ? 1 : array.columns() / array.outputs();
    }

    /**
     * Weights from conductances: {@code (2G − Gmax − Gmin)/(Gmax − Gmin)} for a single cell (Shi 2019, Eq. 6, solved for
     * w), {@code (G+ − G−)/(Gmax − Gmin)} for a pair, {@code 2·level/(levels − 1) − 1} for the digits of a sliced weight.
     *
     * @param siemens {@code [rows][columns]} in S, not modified
     * @return {@code [rows][outputs]}
     * @throws UserError if the mapping is unknown
     */
    public static float[][] of(ArrayLayout array, float[][] siemens) {
        double min = array.minSiemens();
        double max = array.maxSiemens();
        OptionalInt sliceBits = array.sliceBits();
        if (sliceBits.isPresent()) return sliced(array, siemens, sliceBits.getAsInt());
        float[][] weights = new float[array.rows()][array.outputs()];
        for (int row = 0; row < array.rows(); row++) {
            for (int output = 0; output < array.outputs(); output++) {
                weights[row][output] = (float)
                        switch (array.mapping()) {
                            case SINGLE, REFERENCE_COLUMN -> (2.0 * siemens[row][output] - max - min) / (max - min);
                            case PAIR, UNIDIRECTIONAL_PAIR ->
                                ((double) siemens[row][2 * output] - siemens[row][2 * output + 1]) / (max - min);
                            default ->
                                throw new UserError("array.json: mapping is \"" + array.mapping() + "\"; expected "
                                        + String.join(
                                                ", ",
                                                SINGLE,
                                                PAIR,
                                                UNIDIRECTIONAL_PAIR,
                                                REFERENCE_COLUMN,
                                                "sliced-1-bit"));
                        };
            }
        }
        return weights;
    }

    /** Digits as the cells hold them, between two states too. */
    private static float[][] sliced(ArrayLayout array, float[][] siemens, int bits) {
        int slices = cells(array);
        double highestDigit = Math.pow(2, bits) - 1;
        double highestLevel = Math.pow(2, bits * slices) - 1;
        double perSiemens = highestDigit / (array.maxSiemens() - array.minSiemens());
        float[][] weights = new float[array.rows()][array.outputs()];
        for (int row = 0; row < array.rows(); row++) {
            for (int output = 0; output < array.outputs(); output++) {
                double level = 0;
                for (int p = 0; p < slices; p++) {
                    double digit = (siemens[row][output * slices + p] - array.minSiemens()) * perSiemens;
                    level = level * (highestDigit + 1) + digit;
                }
                weights[row][output] = (float) (2 * level / highestLevel - 1);
            }
        }
        return weights;
    }
}
