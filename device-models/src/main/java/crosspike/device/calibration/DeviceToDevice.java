package crosspike.device.calibration;

import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * Variation between devices: the variance of what was fitted to each device, less the part that the uncertainty of each
 * fit explains.
 *
 * @param min standard deviation of Gmin as a fraction of the range
 * @param max of Gmax, likewise
 * @param labelLtp of the label of potentiation
 * @param labelLtd of the label of depression
 */
public record DeviceToDevice(Estimate min, Estimate max, Estimate labelLtp, Estimate labelLtd) {

    /**
     * @param fits one for each device, at least two
     * @param range Gmax − Gmin as a difference of y
     */
    static DeviceToDevice of(List<CurveFit> fits, double range, double confidence) {
        double[][] values = fits.stream().map(CurveFit::described).toArray(double[][]::new);
        double[][] errors = fits.stream().map(CurveFit::standardErrors).toArray(double[][]::new);
        Estimate[] sigmas = new Estimate[4];
        for (int k = 0; k < sigmas.length; k++) {
            sigmas[k] = sigma(values, errors, k, confidence).scaled(k < 2 ? 1 / range : 1, 0);
        }
        return new DeviceToDevice(sigmas[0], sigmas[1], sigmas[2], sigmas[3]);
    }

    private static Estimate sigma(double[][] all, double[][] errors, int index, double confidence) {
        int n = all.length;
        double[] values = new double[n];
        double within = 0;
        for (int i = 0; i < n; i++) {
            values[i] = all[i][index];
            within += errors[i][index] * errors[i][index] / n;
        }
        double mean = 0;
        for (double value : values) {
            mean += value / n;
        }
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        ChiSquaredDistribution chi = new ChiSquaredDistribution(n - 1);
        double low = squares / chi.inverseCumulativeProbability((1 + confidence) / 2) - within;
        double high = squares / chi.inverseCumulativeProbability((1 - confidence) / 2) - within;
        return new Estimate(root(squares / (n - 1) - within), root(low), root(high));
    }

    private static double root(double variance) {
        return Math.sqrt(Math.max(0, variance));
    }
}
