package crosspike.report.analysis;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.StatUtils;

/**
 * A mean of independent values, one a seed, and how well it is known.
 *
 * @param n how many values
 * @param mean their mean; NaN if there is none
 * @param deviation their standard deviation; NaN for fewer than two
 * @param low lower end of the 95 % confidence interval of the mean by Student's t; NaN for fewer than two values
 * @param high upper end
 */
public record Estimate(int n, double mean, double deviation, double low, double high) {
    private static final double UPPER_QUANTILE = 0.975;
    private static final Map<Integer, Double> QUANTILES = new ConcurrentHashMap<>();

    /** Values that are not numbers are left out. */
    public static Estimate of(double... values) {
        double[] numbers = Arrays.stream(values).filter(Double::isFinite).toArray();
        int n = numbers.length;
        double mean = n == 0 ? Double.NaN : StatUtils.mean(numbers);
        double deviation = n < 2 ? Double.NaN : Math.sqrt(StatUtils.variance(numbers, mean));
        double half = n < 2 ? Double.NaN : quantile(n - 1) * deviation / Math.sqrt(n);
        return new Estimate(n, mean, deviation, mean - half, mean + half);
    }

    /** The same of values that were collected. */
    public static Estimate of(Collection<Double> values) {
        return of(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** Whether there is an interval. */
    public boolean hasInterval() {
        return n > 1;
    }

    private static double quantile(int freedom) {
        return QUANTILES.computeIfAbsent(
                freedom, degrees -> new TDistribution(null, degrees).inverseCumulativeProbability(UPPER_QUANTILE));
    }
}
