package crosspike.device.calibration;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * Variation from pulse to pulse, told apart from the noise of the reads. Each read is compared with what the curve makes of
 * the read before: {@code r = y' − f(y)}. A pulse that goes too far moves one r; a wrong read moves two, in opposite
 * directions. With variances σ² of a pulse and ρ² of a read, and f' = d, {@code E[r²] = σ² + (1 + d²)·ρ²} and
 * {@code E[r·r'] = −d·ρ²}.
 *
 * @param pulseSigma σ, standard deviation of one pulse as a fraction of the range
 * @param readSigma ρ, standard deviation of one read, likewise
 */
record CycleToCycle(Estimate pulseSigma, double readSigma) {
    private static final double MOST = 2;

    /**
     * @param fits one for each device, or one for all
     * @param range Gmax − Gmin as a difference of y
     * @param rangeError half the interval of the range; 0 if there is none
     */
    static CycleToCycle of(List<CurveFit> fits, double range, double rangeError, double confidence) {
        List<Double> pulseVariances = new ArrayList<>();
        double readVariance = 0;
        int count = 0;
        for (CurveFit fit : fits) {
            double free = (double) fit.data().reads() / Math.max(1, fit.data().reads() - fit.numbersFitted());
            List<List<PulseTrace>> clusters =
                    fits.size() >= 3 ? fit.data().devices() : fit.data().cycles();
            for (List<PulseTrace> cluster : clusters) {
                double[] variances = variances(fit, cluster);
                if (!Double.isNaN(variances[0])) {
                    pulseVariances.add(free * variances[0] / (range * range));
                    readVariance += free * variances[1] / (range * range);
                    count++;
                }
            }
        }
        return new CycleToCycle(
                sigma(pulseVariances, 2 * rangeError / range, confidence),
                count == 0 ? Double.NaN : root(readVariance / count));
    }

    private static Estimate sigma(List<Double> variances, double scaleError, double confidence) {
        int n = variances.size();
        if (n == 0) {
            return new Estimate(Double.NaN, Double.NaN, Double.NaN);
        }
        double mean = variances.stream().mapToDouble(v -> v).average().orElseThrow();
        if (n < 3) {
            return new Estimate(root(mean), Double.NaN, Double.NaN);
        }
        double squares =
                variances.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        double t = new TDistribution(n - 1).inverseCumulativeProbability((1 + confidence) / 2);
        double half = Math.hypot(t * Math.sqrt(squares / (n - 1) / n), mean * scaleError);
        double high = mean > 0 ? mean * Math.exp(Math.min(MOST, half / mean)) : half; // variances are skewed
        return new Estimate(root(mean), root(mean - half), root(Math.max(high, mean + half)));
    }

    private static double root(double variance) {
        return Math.sqrt(Math.max(0, variance));
    }

    /** σ² and ρ² of some traces; NaN if they are too short to tell. */
    private static double[] variances(CurveFit fit, List<PulseTrace> traces) {
        double squares = 0;
        double spread = 0;
        long terms = 0;
        double products = 0;
        double slopes = 0;
        for (PulseTrace trace : traces) {
            double before = Double.NaN;
            for (int read = 1; read < trace.reads(); read++) {
                double steps = trace.pulses()[read] - trace.pulses()[read - 1];
                double slope = fit.memory(
                        trace.isPotentiation(),
                        fit.data().x(trace, read - 1),
                        fit.data().x(trace, read));
                double residual = (off(fit, trace, read) - slope * off(fit, trace, read - 1)) / Math.sqrt(steps);
                squares += residual * residual;
                spread += (1 + slope * slope) / steps;
                terms++;
                if (!Double.isNaN(before)) {
                    products += residual * before;
                    slopes += slope / steps;
                }
                before = residual;
            }
        }
        if (terms < 4) {
            return new double[] {Double.NaN, Double.NaN};
        }
        double readVariance = -products / slopes;
        return new double[] {(squares - spread * readVariance) / terms, readVariance};
    }

    private static double off(CurveFit fit, PulseTrace trace, int read) {
        return fit.data().y(trace, read)
                - fit.centre(trace.isPotentiation(), fit.data().x(trace, read));
    }
}
