package crosspike.report;

import crosspike.crossbar.Mapping;
import crosspike.experiment.run.ArrayLayout;

/** The weights that conductances stand for, in [−1, 1] for conductances within the range of the cell. */
public final class WeightMatrix {
    private WeightMatrix() {}

    /**
     * Weights from conductances: {@code (2G − Gmax − Gmin)/(Gmax − Gmin)} for a single cell (Shi 2019, Eq. 6, solved for
     * w), {@code (G+ − G−)/(Gmax − Gmin)} for a pair, {@code 2·level/(levels − 1) − 1} for the digits of a sliced weight.
     *
     * @param siemens {@code [rows][columns]} in S, not modified
     * @return {@code [rows][outputs]}
     */
    public static float[][] of(ArrayLayout array, float[][] siemens) {
        double min = array.minSiemens();
        double max = array.maxSiemens();
        Mapping cells = array.cells();
        if (cells.kind() == Mapping.Kind.SLICED) return sliced(array, siemens, cells);
        float[][] weights = new float[array.rows()][array.outputs()];
        for (int row = 0; row < array.rows(); row++) {
            for (int output = 0; output < array.outputs(); output++) {
                weights[row][output] = (float)
                        (cells.isPair()
                                ? ((double) siemens[row][2 * output] - siemens[row][2 * output + 1]) / (max - min)
                                : (2.0 * siemens[row][output] - max - min) / (max - min));
            }
        }
        return weights;
    }

    /** Digits as the cells hold them, between two states too. */
    private static float[][] sliced(ArrayLayout array, float[][] siemens, Mapping cells) {
        int bits = cells.bitsPerCell();
        int slices = cells.columnsPerNeuron();
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
