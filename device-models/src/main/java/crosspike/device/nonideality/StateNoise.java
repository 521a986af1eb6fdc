package crosspike.device.nonideality;

import crosspike.random.RandomStream;

/**
 * Normal errors of cells put at a target, with a standard deviation that is a polynomial of g = G/Gmax, as a fraction of
 * Gmax; 0 where the polynomial is negative. Conductances do not go below 0.
 *
 * @param maxSiemens Gmax in S
 * @param coefficients of 1, g, g², ...
 * @param scale multiplies the standard deviation
 */
record StateNoise(double maxSiemens, double[] coefficients, double scale) implements Layer.Placement {

    /** From coefficients in µS, as papers print them. */
    static StateNoise ofMicrosiemens(CellArray array, double scale, double maxMicrosiemens, double... coefficients) {
        double[] fractions = new double[coefficients.length];
        for (int i = 0; i < fractions.length; i++) {
            fractions[i] = coefficients[i] / maxMicrosiemens;
        }
        return new StateNoise(array.range().maxSiemens(), fractions, scale);
    }

    /** Standard deviation in S at a conductance. */
    double sigma(double siemens) {
        double g = Math.min(1, siemens / maxSiemens);
        double sum = 0;
        for (int i = coefficients.length - 1; i >= 0; i--) {
            sum = sum * g + coefficients[i];
        }
        return scale * maxSiemens * Math.max(0, sum);
    }

    @Override
    public void placed(Cells cells, float[] targets, float[] after, RandomStream random) {
        for (int i = 0; i < cells.count(); i++) {
            if (!Float.isNaN(targets[i])) {
                after[i] = (float) Math.max(0, after[i] + sigma(after[i]) * random.gaussian());
            }
        }
    }
}
