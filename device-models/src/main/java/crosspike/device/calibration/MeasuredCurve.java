package crosspike.device.calibration;

import java.util.TreeMap;

/** The curve that data themselves draw: the mean of the reads after each pulse, made monotone. The yardstick of models. */
record MeasuredCurve(double sumOfSquares, int parameters) {

    static MeasuredCurve of(Normalised data) {
        MeasuredCurve up = of(data, true);
        MeasuredCurve down = of(data, false);
        return new MeasuredCurve(up.sumOfSquares + down.sumOfSquares, up.parameters + down.parameters);
    }

    private static MeasuredCurve of(Normalised data, boolean isPotentiation) {
        TreeMap<Double, double[]> sums = new TreeMap<>(); // count, sum, sum of squares
        for (PulseTrace trace : data.traces()) {
            for (int read = 0; trace.isPotentiation() == isPotentiation && read < trace.reads(); read++) {
                double y = (isPotentiation ? 1 : -1) * data.y(trace, read);
                double[] sum = sums.computeIfAbsent(trace.pulses()[read], any -> new double[3]);
                sum[0]++;
                sum[1] += y;
                sum[2] += y * y;
            }
        }
        double[][] all = sums.values().toArray(double[][]::new);
        double[] means = new double[all.length];
        double[] counts = new double[all.length];
        for (int i = 0; i < all.length; i++) {
            counts[i] = all[i][0];
            means[i] = all[i][1] / all[i][0];
        }
        Isotonic.Fit fit = Isotonic.rising(means, counts);
        double squares = 0;
        for (int i = 0; i < all.length; i++) {
            double level = fit.values()[i];
            squares += Math.max(0, all[i][2] - 2 * level * all[i][1] + level * level * all[i][0]);
        }
        return new MeasuredCurve(squares, fit.blocks());
    }

    double aic(int reads) {
        return reads * Math.log(Math.max(sumOfSquares, 1e-300) / reads) + 2 * (parameters + 1);
    }
}
