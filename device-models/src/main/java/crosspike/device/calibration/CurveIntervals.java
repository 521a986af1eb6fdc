package crosspike.device.calibration;

import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * Confidence intervals of a most likely curve: values whose best curve is not too unlikely (profile likelihood). Noisy steps may leave
 * a curve open to one side, which intervals of first order would not show. σ, which hardly depends on the curve, is held meanwhile.
 *
 * @param likelihood of curves
 * @param best curve
 * @param sigma standard deviation of one pulse
 * @param enough logarithm of the least likelihood in the intervals
 * @see "S. S. Wilks, Ann. Math. Statist. 9 (1938) 60 (the drop in likelihood)"
 */
record CurveIntervals(StepLikelihood likelihood, StepCurve best, double sigma, double enough) {
    private static final double FAR = 5; // in logarithms: 150 times more or less
    private static final double EDGE_TOLERANCE = 1e-4;
    private static final int MOST_EVALUATIONS = 200;

    static CurveIntervals of(StepLikelihood likelihood, StepCurve best, double sigma, double confidence) {
        double drop = new ChiSquaredDistribution(null, 1).inverseCumulativeProbability(confidence) / 2;
        return new CurveIntervals(likelihood, best, sigma, likelihood.logarithm(best, sigma) - drop);
    }

    /** Pulses of a full swing. */
    Estimate pulses() {
        double pulses = Math.log(best.pulses());
        return profiled(
                pulses,
                pulses - FAR,
                pulses + FAR,
                log -> most(
                        c -> StepCurve.ofLog(log, c),
                        new SearchInterval(-StepCurve.MOST_CURVED, StepCurve.MOST_CURVED, best.curvature())),
                Math::exp);
    }

    /** Nonlinearity label, positive if steps become smaller along the way. */
    Estimate label() {
        double pulses = Math.log(best.pulses());
        return profiled(
                best.curvature(),
                -StepCurve.MOST_CURVED,
                StepCurve.MOST_CURVED,
                c -> most(log -> StepCurve.ofLog(log, c), new SearchInterval(pulses - FAR, pulses + FAR, pulses)),
                c -> new StepCurve(1, c).label());
    }

    /** The label of curves with the pulses of the best one. */
    Estimate labelOfFullTrain() {
        return profiled(
                best.curvature(),
                -StepCurve.MOST_CURVED,
                StepCurve.MOST_CURVED,
                c -> likelihood.logarithm(new StepCurve(best.pulses(), c), sigma),
                c -> new StepCurve(1, c).label());
    }

    private Estimate profiled(
            double value, double least, double most, DoubleUnaryOperator profile, DoubleUnaryOperator figure) {
        return new Estimate(
                figure.applyAsDouble(value),
                figure.applyAsDouble(edge(profile, least, value)),
                figure.applyAsDouble(edge(profile, most, value)));
    }

    /** Where a profile falls below what is enough on the way to an end; the end, if it does not. */
    private double edge(DoubleUnaryOperator profile, double end, double value) {
        return profile.applyAsDouble(end) >= enough
                ? end
                : new BrentSolver(EDGE_TOLERANCE)
                        .solve(
                                MOST_EVALUATIONS,
                                at -> profile.applyAsDouble(at) - enough,
                                Math.min(end, value),
                                Math.max(end, value));
    }

    /** The largest likelihood of a family of curves, from the start of the interval on: there may be another, curved to the other side. */
    private double most(DoubleFunction<StepCurve> family, SearchInterval interval) {
        return new BrentOptimizer(1e-6, 1e-8)
                .optimize(
                        new UnivariateObjectiveFunction(at -> likelihood.logarithm(family.apply(at), sigma)),
                        GoalType.MAXIMIZE,
                        interval,
                        new MaxEval(MOST_EVALUATIONS))
                .getValue();
    }
}
