package crosspike.device.calibration;

import crosspike.device.PulseCurve;
import crosspike.input.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.DiagonalMatrix;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * The curve of one direction, fitted to trains that began inside the range: least squares, weighted by 1/n, where noise reaches no
 * further than what counts as an end, else the most likely curve.
 *
 * @param data steps
 * @param curve most likely
 * @param sigma standard deviation of one pulse as a fraction of the range
 */
record DirectionFit(DirectedSteps data, StepCurve curve, double sigma) {
    private static final int FEWEST = 10;
    private static final double SMALLEST_STEP = 1.0 / PulseCurve.MAX_PULSES;
    private static final double QUIET = DirectedSteps.AT_THE_END / 10;
    private static final double LEAST_SIGMA = 1e-9; // of the range: below what floats hold
    private static final double DIFFERENCE = 1e-6;
    private static final double TOLERANCE = 1e-10;
    private static final double[] FIRST_STEPS = {0.5, 1, 0.1};
    private static final int MOST_EVALUATIONS = 20_000; // thousands where pulses and curvature grow together

    /**
     * Fits.
     *
     * @param trains of one direction
     * @param way gone as a fraction of the range at a conductance in S
     * @param direction for messages
     * @throws UserError if too few end inside the range, or pulses do not move the cells in their direction
     */
    static DirectionFit of(List<PulseStep> trains, ToDoubleFunction<Double> way, String direction) {
        DirectedSteps all = DirectedSteps.of(trains, way);
        DirectedSteps uncut = all.uncut();
        if (uncut.size() < FEWEST) {
            throw new UserError(
                    "the log has " + uncut.size() + " " + direction + " trains that end inside the range; expected "
                            + FEWEST + " or more: let the network train longer");
        }
        DirectionFit fit;
        try {
            fit = ofSteps(all, uncut, direction);
        } catch (MathIllegalStateException e) {
            throw new UserError("the exponential model does not converge on the " + direction + " trains", e);
        }
        double mean = fit.data.meanStep(fit.curve);
        if (!(mean > SMALLEST_STEP)) {
            throw unmoved(direction, mean);
        }
        return fit;
    }

    /** The most likely curve on which a train of so many pulses is a full swing; empty if too few steps end inside the range. */
    static Optional<DirectionFit> ofFullTrains(DirectedSteps steps, int pulses) {
        if (steps.uncut().size() < FEWEST) {
            return Optional.empty();
        }
        StepLikelihood likelihood = new StepLikelihood(steps);
        double sigma = Math.max(LEAST_SIGMA, steps.uncut().sigma(new StepCurve(pulses, 0)));
        double[] best = mostLikely(
                p -> likelihood.logarithm(StepCurve.ofLog(Math.log(pulses), p[0]), Math.exp(p[1])),
                new double[] {0, Math.log(sigma)},
                new double[] {1, 0.1});
        return Optional.of(new DirectionFit(steps, StepCurve.ofLog(Math.log(pulses), best[0]), Math.exp(best[1])));
    }

    private static DirectionFit ofSteps(DirectedSteps all, DirectedSteps uncut, String direction) {
        StepCurve least = leastSquares(uncut, direction);
        double sigma = Math.max(LEAST_SIGMA, uncut.sigma(least));
        DirectionFit quiet = new DirectionFit(uncut, least, sigma);
        return quiet.isQuiet() ? quiet : mostLikely(all, least, sigma);
    }

    /** Whether noise tells nothing: differences are those of rounding or of another shape, and no interval follows from them. */
    boolean isQuiet() {
        return sigma < QUIET;
    }

    private static UserError unmoved(String direction, double mean) {
        return new UserError(direction + " pulses did not move the cells in their direction, by "
                + String.format(Locale.ROOT, "%.2g", mean)
                + " of the range on average; expected a device that answers to pulses");
    }

    private static StepCurve leastSquares(DirectedSteps uncut, String direction) {
        double[] before = uncut.before();
        double[] after = uncut.after();
        int[] counts = uncut.counts();
        double mean = 0;
        double largest = 0;
        for (int i = 0; i < counts.length; i++) {
            mean += (after[i] - before[i]) / counts[i] / counts.length;
            largest = Math.max(largest, Math.abs(after[i] - before[i]));
        }
        if (mean < SMALLEST_STEP && largest < DirectedSteps.AT_THE_END) {
            throw unmoved(direction, mean);
        }
        return curve(new LevenbergMarquardtOptimizer()
                .optimize(new LeastSquaresBuilder()
                        .start(new double[] {-Math.log(Math.max(SMALLEST_STEP, mean)), 0})
                        .target(after)
                        .weight(new DiagonalMatrix(
                                Arrays.stream(counts).mapToDouble(n -> 1.0 / n).toArray()))
                        .model(p -> uncut.predicted(curve(p)), p -> slopes(uncut, p))
                        .maxEvaluations(500)
                        .maxIterations(500)
                        .build())
                .getPoint()
                .toArray());
    }

    /** By ln P and c. */
    private static StepCurve curve(double... p) {
        return StepCurve.ofLog(p[0], p[1]);
    }

    private static double[][] slopes(DirectedSteps data, double[] p) {
        double[][] slopes = new double[data.size()][2];
        for (int k = 0; k < 2; k++) {
            double[] above = data.predicted(curve(p[0] + (k == 0 ? DIFFERENCE : 0), p[1] + (k == 1 ? DIFFERENCE : 0)));
            double[] below = data.predicted(curve(p[0] - (k == 0 ? DIFFERENCE : 0), p[1] - (k == 1 ? DIFFERENCE : 0)));
            for (int i = 0; i < slopes.length; i++) {
                slopes[i][k] = (above[i] - below[i]) / (2 * DIFFERENCE);
            }
        }
        return slopes;
    }

    /** From a straight line on: the curvature of least squares is too large. */
    private static DirectionFit mostLikely(DirectedSteps all, StepCurve least, double sigma) {
        StepLikelihood likelihood = new StepLikelihood(all);
        double[] best = mostLikely(
                p -> likelihood.logarithm(curve(p), Math.exp(p[2])),
                new double[] {-Math.log(Math.max(SMALLEST_STEP, all.meanStep(least))), 0, Math.log(sigma)},
                FIRST_STEPS);
        return new DirectionFit(all, curve(best), Math.exp(best[2]));
    }

    private static double[] mostLikely(MultivariateFunction likelihood, double[] start, double[] firstSteps) {
        return new SimplexOptimizer(TOLERANCE, TOLERANCE)
                .optimize(
                        new ObjectiveFunction(likelihood),
                        GoalType.MAXIMIZE,
                        new InitialGuess(start),
                        new NelderMeadSimplex(firstSteps),
                        new MaxEval(MOST_EVALUATIONS))
                .getPoint();
    }

    /** Pulses of a full swing. */
    Estimate pulses(double confidence) {
        return isQuiet() ? known(curve.pulses()) : intervals(confidence).pulses();
    }

    /** Nonlinearity label, positive if steps become smaller along the way. */
    Estimate label(double confidence) {
        return isQuiet() ? known(curve.label()) : intervals(confidence).label();
    }

    /** The same where it is known that the pulses make a full swing. */
    Estimate labelOfFullTrain(double confidence) {
        return isQuiet() ? known(curve.label()) : intervals(confidence).labelOfFullTrain();
    }

    private static Estimate known(double value) {
        return new Estimate(value, Double.NaN, Double.NaN);
    }

    private CurveIntervals intervals(double confidence) {
        return CurveIntervals.of(new StepLikelihood(data), curve, sigma, confidence);
    }
}
