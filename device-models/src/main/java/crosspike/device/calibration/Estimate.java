package crosspike.device.calibration;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * A number with its confidence interval.
 *
 * @param value best value
 * @param low lower end of the interval; NaN if the data cannot tell
 * @param high upper end; likewise
 */
public record Estimate(double value, double low, double high) {

    /** A number whose error is normal. */
    static Estimate within(double value, double standardError, double confidence) {
        double half =
                standardError * new NormalDistribution(null, 0, 1).inverseCumulativeProbability((1 + confidence) / 2);
        return new Estimate(value, value - half, value + half);
    }

    /** Whether the interval holds a value. */
    public boolean holds(double truth) {
        return low <= truth && truth <= high;
    }

    /** Half the interval; 0 if there is none. */
    double half() {
        return Double.isNaN(low) ? 0 : (high - low) / 2;
    }

    Estimate negative() {
        return new Estimate(-value, -high, -low);
    }

    Estimate scaled(double factor, double offset) {
        return new Estimate(offset + factor * value, offset + factor * low, offset + factor * high);
    }
}
