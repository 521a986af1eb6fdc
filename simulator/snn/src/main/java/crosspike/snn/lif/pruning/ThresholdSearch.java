package crosspike.snn.lif.pruning;

import crosspike.snn.Require;
import java.util.function.DoubleUnaryOperator;

/**
 * Finds the initial threshold with which a training ends at a wanted connectivity, by training again and again. Connectivity
 * falls with the threshold, but not smoothly: near strong pruning a neuron more or less makes a jump. So the search keeps the
 * best of what it tried, and says how far off it is.
 *
 * @param target wanted share of synapses that are left
 * @param tolerance how far off is near enough
 * @param trials trainings at most
 */
public record ThresholdSearch(double target, double tolerance, int trials) {
    public ThresholdSearch {
        Require.within("wanted connectivity", target, 0, 1);
        Require.within("tolerance of the connectivity", tolerance, 0, 1);
        Require.within("trainings", trials, 1, 1000);
    }

    /**
     * The best threshold that was tried.
     *
     * @param threshold initial threshold
     * @param connectivity that it gives
     * @param trials trainings that were needed
     */
    public record Result(double threshold, double connectivity, int trials) {}

    /**
     * Until the target lies between two trials, thresholds are multiplied or divided by this, from the third time on by ever more:
     * chosen, it is small enough near the target, and a bad guess does not use up the trials.
     */
    private static final double STRIDE = 1.3;

    private static final int SHORT_STRIDES = 2;

    /**
     * Searches in (0, 1].
     *
     * @param guess where to begin, in (0, 1]
     * @param training connectivity at the end of a training, by its initial threshold
     */
    public Result run(double guess, DoubleUnaryOperator training) {
        Require.within("threshold to begin with", guess, 1e-6, 1);
        double low = Double.NaN;
        double high = Double.NaN;
        double atLow = Double.NaN;
        double atHigh = Double.NaN;
        double next = guess;
        double best = Double.NaN;
        double atBest = Double.NaN;
        double stride = STRIDE;
        int trial = 0;
        while (trial++ < trials) {
            double connectivity = training.applyAsDouble(next);
            if (trial == 1 || miss(connectivity) < miss(atBest)) {
                best = next;
                atBest = connectivity;
            }
            if (miss(connectivity) <= tolerance || (next == 1 && connectivity > target)) {
                return new Result(best, atBest, trial);
            }
            if (connectivity > target) {
                low = next;
                atLow = connectivity;
            } else {
                high = next;
                atHigh = connectivity;
            }
            stride *= trial > SHORT_STRIDES ? stride : 1;
            if (Double.isNaN(high)) {
                next = Math.min(1, low * stride);
            } else if (Double.isNaN(low)) {
                next = high / stride;
            } else {
                next = between(low, atLow, high, atHigh, trial);
            }
        }
        return new Result(best, atBest, trials);
    }

    private double miss(double connectivity) {
        return Math.abs(connectivity - target);
    }

    /** On the straight line through both ends, the middle at every third trial, never in the outer tenths. */
    private double between(double low, double atLow, double high, double atHigh, int trial) {
        double share = trial % 3 == 0 ? 0.5 : (atLow - target) / (atLow - atHigh);
        return low + (high - low) * Math.min(0.9, Math.max(0.1, share));
    }
}
