package crosspike.device.calibration;

/** The monotone curve nearest to values, by pooling neighbours that are out of order. */
final class Isotonic {
    private Isotonic() {}

    /**
     * The non-decreasing values with the least sum of weighted squared differences.
     *
     * @return as many values as given, and the number of different ones
     * @see "R. E. Barlow et al., Statistical inference under order restrictions, 1972"
     */
    static Fit rising(double[] values, double[] weights) {
        double[] level = new double[values.length];
        double[] weight = new double[values.length];
        int[] size = new int[values.length];
        int blocks = 0;
        for (int i = 0; i < values.length; i++) {
            level[blocks] = values[i];
            weight[blocks] = weights[i];
            size[blocks] = 1;
            blocks++;
            while (blocks > 1 && level[blocks - 2] >= level[blocks - 1]) {
                double sum = weight[blocks - 2] + weight[blocks - 1];
                level[blocks - 2] =
                        (level[blocks - 2] * weight[blocks - 2] + level[blocks - 1] * weight[blocks - 1]) / sum;
                weight[blocks - 2] = sum;
                size[blocks - 2] += size[blocks - 1];
                blocks--;
            }
        }
        double[] fitted = new double[values.length];
        int i = 0;
        for (int block = 0; block < blocks; block++) {
            for (int k = 0; k < size[block]; k++) {
                fitted[i++] = level[block];
            }
        }
        return new Fit(fitted, blocks);
    }

    /**
     * @param values fitted
     * @param blocks how many are different
     */
    record Fit(double[] values, int blocks) {}
}
