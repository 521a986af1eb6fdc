package crosspike.device.calibration;

/**
 * A number with its confidence interval.
 *
 * @param value best value
 * @param low lower end of the interval; NaN if the data cannot tell
 * @param high upper end; likewise
 */
public record Estimate(double value, double low, double high) {

    /** Whether the interval holds a value. */
    public boolean holds(double truth) {
        return low <= truth && truth <= high;
    }

    /** Half the interval; 0 if there is none. */
    double half() {
        return Double.isNaN(low) ? 0 : (high - low) / 2;
    }

    Estimate scaled(double factor, double offset) {
        return new Estimate(offset + factor * value, offset + factor * low, offset + factor * high);
    }
}
