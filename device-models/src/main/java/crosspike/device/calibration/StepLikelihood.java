package crosspike.device.calibration;

import java.util.Collection;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.util.FastMath;

/**
 * How likely the steps of one direction are. A train of n pulses ends where the curve says, plus a normal deviation of
 * {@code σ·√n}, and is cut at the ends of the range: of a step that ends there only that is known. To leave such steps out would take
 * away those that went far and keep those that noise threw back, so that a noisy cell would seem not to move near its ends.
 *
 * @see "J. Tobin, Econometrica 26 (1958) 24 (regression with cut values)"
 */
final class StepLikelihood {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);
    /** From here on the tail of the normal distribution is its asymptote, to 0.1 %. */
    private static final double FAR_TAIL = -30;

    private static final double IMPOSSIBLE = -1e300;

    private final DirectedSteps steps;
    private final int[] cut;
    private final Collection<Moments> uncut;

    StepLikelihood(DirectedSteps steps) {
        this.steps = steps;
        this.cut = IntStream.range(0, steps.size())
                .filter(i -> !DirectedSteps.isInside(steps.after()[i]))
                .toArray();
        TreeMap<Integer, Moments> byCount = new TreeMap<>();
        for (int i = 0; i < steps.size(); i++) {
            if (DirectedSteps.isInside(steps.after()[i])) {
                byCount.computeIfAbsent(steps.counts()[i], Moments::new).add(steps.before()[i], steps.after()[i]);
            }
        }
        this.uncut = byCount.values();
    }

    /** Logarithm of the likelihood, but for a constant; finite, as searches need it, also of curves that no double holds. */
    double logarithm(StepCurve curve, double sigma) {
        double sum = 0;
        for (Moments same : uncut) {
            sum += same.logarithm(curve, sigma);
        }
        for (int i : cut) {
            double deviation = sigma * Math.sqrt(steps.counts()[i]);
            double expected = curve.after(steps.before()[i], steps.counts()[i]);
            sum += logOfTail((steps.after()[i] <= DirectedSteps.AT_THE_END ? -expected : expected - 1) / deviation);
        }
        return sum > IMPOSSIBLE ? sum : IMPOSSIBLE;
    }

    /** Logarithm of the normal distribution function. */
    private static double logOfTail(double z) {
        return z < FAR_TAIL
                ? -z * z / 2 - Math.log(-z * Math.sqrt(2 * Math.PI))
                : FastMath.log(NORMAL.cumulativeProbability(z));
    }

    /** Steps by trains of the same count: what the curve says of them is linear in x, so that sums tell all. */
    private static final class Moments {
        private final int pulses;
        private int steps;
        private double x;
        private double moved;
        private double xx;
        private double xMoved;
        private double movedMoved;

        Moments(int pulses) {
            this.pulses = pulses;
        }

        void add(double before, double after) {
            double way = after - before;
            steps++;
            x += before;
            moved += way;
            xx += before * before;
            xMoved += before * way;
            movedMoved += way * way;
        }

        double logarithm(StepCurve curve, double sigma) {
            double a = curve.after(0, pulses);
            double b = curve.after(1, pulses) - 1 - a;
            double squares = movedMoved + a * a * steps + b * b * xx + 2 * (a * b * x - a * moved - b * xMoved);
            double variance = sigma * sigma * pulses;
            return -squares / (2 * variance) - steps * Math.log(variance) / 2;
        }
    }
}
