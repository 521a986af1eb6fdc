package crosspike.device.calibration;

import crosspike.device.Nonlinearity;
import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The curves that the data themselves draw: the means after each number of pulses, made monotone (isotonic regression),
 * a line drawn through the middles of what was pooled, and a running mean over it. Both directions are brought to one range.
 *
 * <p>The running mean turns the curve about its ends, so that ends and straight lines stay where they are and a rising
 * curve rises. How wide it is, half the cycles tell from how well they predict the other half.
 *
 * @param data what was fitted
 * @param up y after 0, 1, 2, ... potentiating pulses, strictly rising
 * @param down y after 0, 1, 2, ... depressing pulses, strictly falling
 * @param halfWidth of the running mean in pulses
 * @param isotone the curves before they were smoothed
 * @param sumOfSquares of the residuals in y
 * @see "R. E. Barlow et al., Statistical inference under order restrictions, 1972"
 * @see "M. Meyer, M. Woodroofe, Annals of Statistics 28 (2000) 1083 (levels are degrees of freedom)"
 */
record MonotoneCurves(Normalised data, double[] up, double[] down, int halfWidth, Isotone isotone, double sumOfSquares)
        implements CurveFit {
    /** Part of the range that a curve rises at least, spread over all its pulses: flat curves have no inverse. */
    private static final double LEAST_RISE = 1e-4;

    private static final double SLOPE_OVER = 0.4;
    private static final int[] HALF_WIDTHS = {0, 1, 2, 3, 4, 6, 8, 12, 16};
    private static final int FEWEST_WIDTHS_IN_A_TRAIN = 6;
    private static final int SINGLE_CYCLE = 20;

    static MonotoneCurves of(Normalised data) {
        return of(data, halfWidth(data));
    }

    private static MonotoneCurves of(Normalised data, int halfWidth) {
        List<MeanCurve> means = MeanCurve.both(data);
        MonotoneCurves curves = Isotone.of(data, means).smoothed(data, halfWidth);
        return new MonotoneCurves(data, curves.up, curves.down, halfWidth, curves.isotone, curves.squares(means));
    }

    /**
     * Rising curves at whole pulses before they are smoothed; that of depression is turned over.
     *
     * @param levels different values of the isotonic regression, both directions together
     */
    record Isotone(double[] up, double[] down, int levels) {

        static Isotone of(Normalised data, List<MeanCurve> means) {
            if (means.get(0).mean().length == 0 || means.get(1).mean().length == 0) {
                throw new UserError("the measured curve needs pulses of both directions");
            }
            Isotonic.Fit rise = isotonic(means.get(0));
            Isotonic.Fit fall = isotonic(means.get(1));
            double top = rise.values()[rise.values().length - 1];
            double bottom = fall.values()[fall.values().length - 1];
            return new Isotone(
                    whole(means.get(0), rise.values(), -bottom, data.potentiationPulses()),
                    whole(means.get(1), fall.values(), -top, data.depressionPulses()),
                    rise.blocks() + fall.blocks());
        }

        MonotoneCurves smoothed(Normalised data, int halfWidth) {
            double[] rising = smooth(up, halfWidth);
            double[] falling = smooth(down, halfWidth);
            double low = (rising[0] - falling[falling.length - 1]) / 2;
            double high = (rising[rising.length - 1] - falling[0]) / 2;
            stretch(rising, low, high);
            stretch(falling, -high, -low);
            for (int n = 0; n < falling.length; n++) {
                falling[n] = -falling[n];
            }
            return new MonotoneCurves(data, rising, falling, halfWidth, this, Double.NaN);
        }
    }

    /** The means made rising; those of depression with the opposite sign. */
    private static Isotonic.Fit isotonic(MeanCurve curve) {
        double[] values = Arrays.stream(curve.mean())
                .map(y -> curve.isPotentiation() ? y : -y)
                .toArray();
        return Isotonic.rising(values, curve.count());
    }

    /**
     * A rising curve at 0, 1, 2, ... pulses: lines between the middles of equal values. Before the first read it begins
     * where the other direction ended, or, if that is too high, on the line of its first two values.
     */
    private static double[] whole(MeanCurve curve, double[] values, double before, int pulses) {
        List<double[]> knots = new ArrayList<>();
        for (int from = 0; from < values.length; ) {
            int to = from;
            double weight = 0;
            double sum = 0;
            for (; to < values.length && values[to] == values[from]; to++) {
                weight += curve.count()[to];
                sum += curve.count()[to] * curve.pulses()[to];
            }
            knots.add(new double[] {sum / weight, values[from]});
            from = to;
        }
        double[] first = knots.get(0);
        if (first[0] > 0) {
            double[] second = knots.size() > 1 ? knots.get(1) : first;
            double slope = second == first ? 0 : (second[1] - first[1]) / (second[0] - first[0]);
            boolean isRead = curve.pulses()[0] == 0;
            knots.add(0, new double[] {0, !isRead && before < first[1] ? before : first[1] - slope * first[0]});
        }
        double[] last = knots.get(knots.size() - 1);
        if (last[0] < pulses) {
            knots.add(new double[] {pulses, last[1]});
        }
        double[] whole = new double[pulses + 1];
        int k = 1;
        for (int n = 0; n <= pulses; n++) {
            while (k < knots.size() - 1 && knots.get(k)[0] < n) {
                k++;
            }
            double[] left = knots.get(k - 1);
            double[] right = knots.get(k);
            whole[n] = left[1] + (right[1] - left[1]) * (n - left[0]) / (right[0] - left[0]);
        }
        return whole;
    }

    private static double[] smooth(double[] values, int halfWidth) {
        int last = values.length - 1;
        double[] smooth = new double[values.length];
        for (int n = 0; n <= last; n++) {
            double sum = 0;
            for (int k = n - halfWidth; k <= n + halfWidth; k++) {
                sum += k < 0
                        ? 2 * values[0] - values[-k]
                        : k > last ? 2 * values[last] - values[2 * last - k] : values[k];
            }
            smooth[n] = sum / (2 * halfWidth + 1);
        }
        return smooth;
    }

    /** Brings a rising curve to a range, with the least rise in each pulse. */
    private static void stretch(double[] values, double low, double high) {
        double from = values[0];
        int last = values.length - 1;
        double width = values[last] - from;
        for (int n = 0; n <= last; n++) {
            double way = (values[n] - from) / width;
            way += LEAST_RISE * ((double) n / last - way);
            values[n] = low + (high - low) * way;
        }
    }

    private static int halfWidth(Normalised data) {
        int pulses = Math.min(data.potentiationPulses(), data.depressionPulses());
        List<List<PulseTrace>> cycles = data.cycles();
        List<PulseTrace> even = new ArrayList<>();
        List<PulseTrace> odd = new ArrayList<>();
        for (int i = 0; i < cycles.size(); i++) {
            (i % 2 == 0 ? even : odd).addAll(cycles.get(i));
        }
        if (!hasBoth(even) || !hasBoth(odd)) {
            return Math.max(1, pulses / SINGLE_CYCLE);
        }
        List<MeanCurve> evenMeans = MeanCurve.both(data.with(even));
        List<MeanCurve> oddMeans = MeanCurve.both(data.with(odd));
        Isotone there = Isotone.of(data, evenMeans);
        Isotone back = Isotone.of(data, oddMeans);
        int best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int halfWidth : HALF_WIDTHS) {
            if (halfWidth * FEWEST_WIDTHS_IN_A_TRAIN <= pulses) {
                double squares = there.smoothed(data, halfWidth).squares(oddMeans)
                        + back.smoothed(data, halfWidth).squares(evenMeans);
                best = squares < least ? halfWidth : best;
                least = Math.min(least, squares);
            }
        }
        return best;
    }

    private static boolean hasBoth(List<PulseTrace> traces) {
        return traces.stream().map(PulseTrace::isPotentiation).distinct().count() == 2;
    }

    @Override
    public double y(boolean isPotentiation, double x) {
        return at(isPotentiation ? up : down, x);
    }

    @Override
    public double centre(boolean isPotentiation, double x) {
        return isPotentiation ? at(isotone.up, x) : -at(isotone.down, x);
    }

    private static double at(double[] curve, double x) {
        double position = Math.max(0, Math.min(1, x)) * (curve.length - 1);
        int n = Math.min((int) position, curve.length - 2);
        return curve[n] + (curve[n + 1] - curve[n]) * (position - n);
    }

    /** From slopes over a part of the train, for those of single pulses are noisy. */
    @Override
    public double memory(boolean isPotentiation, double from, double to) {
        double half = SLOPE_OVER / 2;
        double middle = Math.max(half + to - from, Math.min(1 - half - (to - from), (from + to) / 2));
        double shift = (to - from) / 2;
        double early = y(isPotentiation, middle - shift + half) - y(isPotentiation, middle - shift - half);
        double late = y(isPotentiation, middle + shift + half) - y(isPotentiation, middle + shift - half);
        return Math.max(0, Math.min(2, late / early));
    }

    @Override
    public double numbersFitted() {
        return isotone.levels;
    }

    /** Both ends and the labels by their definition: the largest distance from the diagonal. */
    @Override
    public double[] described() {
        return new double[] {up[0], up[up.length - 1], label(up), label(down)};
    }

    private static double label(double[] curve) {
        int last = curve.length - 1;
        double low = Math.min(curve[0], curve[last]);
        double width = Math.abs(curve[last] - curve[0]);
        double furthest = 0;
        for (int n = 0; n <= last; n++) {
            double x = (curve[0] < curve[last] ? n : last - n) / (double) last;
            double above = (curve[n] - low) / width - x;
            furthest = Math.abs(above) > Math.abs(furthest) ? above : furthest;
        }
        return Nonlinearity.labelOfHeight(furthest);
    }

    @Override
    public MonotoneCurves refitted(Normalised others) {
        return of(others, halfWidth);
    }

    @Override
    public double degrees() {
        int clusters = data.clusters().size();
        return clusters < 3 ? Double.NaN : clusters - 1;
    }

    /** From how much the curves change without each of the cycles, or devices (jackknife). */
    @Override
    public double[] standardErrors() {
        List<List<PulseTrace>> clusters = data.clusters();
        double[] errors = new double[described().length];
        if (clusters.size() < 3) {
            return errors;
        }
        List<double[]> without = new ArrayList<>();
        for (List<PulseTrace> left : clusters) {
            List<PulseTrace> others = new ArrayList<>();
            clusters.stream().filter(cluster -> cluster != left).forEach(others::addAll);
            without.add(hasBoth(others) ? refitted(data.with(others)).described() : described());
        }
        for (int k = 0; k < errors.length; k++) {
            int index = k;
            double mean =
                    without.stream().mapToDouble(all -> all[index]).average().orElseThrow();
            double squares = without.stream()
                    .mapToDouble(all -> (all[index] - mean) * (all[index] - mean))
                    .sum();
            errors[k] = Math.sqrt(squares * (clusters.size() - 1) / clusters.size());
        }
        return errors;
    }
}
