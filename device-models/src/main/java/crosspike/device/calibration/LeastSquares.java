package crosspike.device.calibration;

import crosspike.input.UserError;
import java.util.List;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.util.Pair;

/**
 * One model fitted to traces by least squares.
 *
 * <p>Reads of one trace are not independent: a pulse that went too far shifts all reads after it. Intervals are therefore
 * drawn from how much whole cycles, or devices, differ: the covariance is the sandwich estimate over such clusters with
 * Student's t of as many degrees of freedom. Fewer than three clusters cannot tell: there are no intervals, and the
 * covariance is only a guess, that of the reads widened by their serial correlation.
 *
 * @param model what was fitted
 * @param data to what
 * @param parameters best parameters
 * @param covariance of the parameters
 * @param degrees of freedom of their intervals; NaN if there are none
 * @param sumOfSquares of the residuals in y
 * @see "K.-Y. Liang, S. L. Zeger, Biometrika 73 (1986) 13 (sandwich estimate)"
 */
record LeastSquares(
        CurveModel model,
        Normalised data,
        double[] parameters,
        RealMatrix covariance,
        double degrees,
        double sumOfSquares)
        implements CurveFit {
    private static final double STEP = 1e-6;
    private static final int MOST_EVALUATIONS = 40;
    private static final double TOLERANCE = 1e-8; // of the sum, relative, and of each parameter

    static LeastSquares fit(CurveModel model, Normalised data) {
        List<MeanCurve> curves = MeanCurve.both(data);
        return fit(model, data, curves, model.start(curves.get(0), curves.get(1)));
    }

    @Override
    public LeastSquares refitted(Normalised others) {
        return others.traces().equals(data.traces()) ? this : fit(model, others, MeanCurve.both(others), parameters);
    }

    private static LeastSquares fit(CurveModel model, Normalised data, List<MeanCurve> curves, double[] start) {
        double[] observed = new double[points(curves)];
        int i = 0;
        for (MeanCurve curve : curves) {
            for (int n = 0; n < curve.points(); n++) {
                observed[i++] = Math.sqrt(curve.count()[n]) * curve.mean()[n];
            }
        }
        try {
            Optimum optimum = new LevenbergMarquardtOptimizer()
                    .withCostRelativeTolerance(TOLERANCE)
                    .withParameterRelativeTolerance(TOLERANCE)
                    .optimize(new LeastSquaresBuilder()
                            .start(start)
                            .model(point -> weighted(model, curves, point.toArray()))
                            .target(observed)
                            .maxEvaluations(MOST_EVALUATIONS)
                            .maxIterations(MOST_EVALUATIONS)
                            .build());
            double within = 0;
            for (MeanCurve curve : curves) {
                for (double squares : curve.within()) {
                    within += squares;
                }
            }
            return withCovariance(model, data, optimum, within);
        } catch (MathIllegalStateException e) {
            throw new UserError("the " + model.text() + " model does not converge on these traces", e);
        }
    }

    private static int points(List<MeanCurve> curves) {
        return curves.stream().mapToInt(MeanCurve::points).sum();
    }

    /** Values and derivatives at the means, times the root of their counts. */
    private static Pair<RealVector, RealMatrix> weighted(CurveModel model, List<MeanCurve> curves, double[] p) {
        double[] values = new double[points(curves)];
        double[][] jacobian = new double[values.length][p.length];
        int i = 0;
        for (MeanCurve curve : curves) {
            for (int n = 0; n < curve.points(); n++, i++) {
                double weight = Math.sqrt(curve.count()[n]);
                values[i] = weight * model.value(p, curve.isPotentiation(), curve.x()[n]);
                model.gradient(p, curve.isPotentiation(), curve.x()[n], jacobian[i]);
                for (int k = 0; k < p.length; k++) {
                    jacobian[i][k] *= weight;
                }
            }
        }
        return new Pair<>(new ArrayRealVector(values, false), new Array2DRowRealMatrix(jacobian, false));
    }

    private static LeastSquares withCovariance(CurveModel model, Normalised data, Optimum optimum, double within) {
        double[] p = optimum.getPoint().toArray();
        double sum = within + optimum.getResiduals().dotProduct(optimum.getResiduals());
        RealMatrix jacobian = optimum.getJacobian();
        RealMatrix bread = new SingularValueDecomposition(jacobian.transpose().multiply(jacobian))
                .getSolver()
                .getInverse();
        List<List<PulseTrace>> clusters = data.clusters();
        if (clusters.size() < 3) {
            double degrees = Math.max(1, data.reads() - p.length);
            double rho = Math.max(0, Math.min(0.98, serialCorrelation(model, data, p)));
            return new LeastSquares(
                    model, data, p, bread.scalarMultiply(sum / degrees * (1 + rho) / (1 - rho)), Double.NaN, sum);
        }
        double[][] meat = new double[p.length][p.length];
        for (List<PulseTrace> cluster : clusters) {
            double[] score = score(model, data.with(cluster), p);
            for (int a = 0; a < p.length; a++) {
                for (int b = 0; b < p.length; b++) {
                    meat[a][b] += score[a] * score[b];
                }
            }
        }
        double correction = clusters.size() / (clusters.size() - 1.0);
        RealMatrix covariance = bread.multiply(new Array2DRowRealMatrix(meat, false))
                .multiply(bread)
                .scalarMultiply(correction);
        return new LeastSquares(model, data, p, covariance, clusters.size() - 1, sum);
    }

    /** Σ of gradient times residual over the reads of a cluster. */
    private static double[] score(CurveModel model, Normalised cluster, double[] p) {
        double[] score = new double[p.length];
        for (MeanCurve curve : MeanCurve.both(cluster)) {
            for (int n = 0; n < curve.points(); n++) {
                double[] gradient = new double[p.length];
                model.gradient(p, curve.isPotentiation(), curve.x()[n], gradient);
                double off = curve.mean()[n] - model.value(p, curve.isPotentiation(), curve.x()[n]);
                for (int k = 0; k < p.length; k++) {
                    score[k] += curve.count()[n] * off * gradient[k];
                }
            }
        }
        return score;
    }

    private static double serialCorrelation(CurveModel model, Normalised data, double[] p) {
        double products = 0;
        double squares = 0;
        for (PulseTrace trace : data.traces()) {
            double before = 0;
            for (int read = 0; read < trace.reads(); read++) {
                double off = data.y(trace, read) - model.value(p, trace.isPotentiation(), data.x(trace, read));
                squares += off * off;
                products += off * before;
                before = off;
            }
        }
        return squares == 0 ? 0 : products / squares;
    }

    /** Akaike's criterion for normal residuals; less is better. */
    double aic() {
        int n = data.reads();
        return n * Math.log(Math.max(sumOfSquares, 1e-300) / n) + 2 * (model.parameters() + 1);
    }

    @Override
    public double y(boolean isPotentiation, double x) {
        return model.value(parameters, isPotentiation, x);
    }

    @Override
    public double memory(boolean isPotentiation, double from, double to) {
        double half = (to - from) / 2;
        double early = y(isPotentiation, from + half) - y(isPotentiation, from - half);
        double late = y(isPotentiation, to + half) - y(isPotentiation, to - half);
        return early == 0 ? 1 : late / early;
    }

    @Override
    public double numbersFitted() {
        return model.parameters();
    }

    @Override
    public double[] described() {
        return model.described(parameters);
    }

    /** To first order. */
    @Override
    public double[] standardErrors() {
        int described = described().length;
        double[][] gradient = new double[described][parameters.length];
        for (int k = 0; k < parameters.length; k++) {
            double step = STEP * Math.max(1, Math.abs(parameters[k]));
            double[] above = model.described(moved(k, step));
            double[] below = model.described(moved(k, -step));
            for (int j = 0; j < described; j++) {
                gradient[j][k] = (above[j] - below[j]) / (2 * step);
            }
        }
        double[] errors = new double[described];
        for (int j = 0; j < described; j++) {
            RealVector row = new ArrayRealVector(gradient[j], false);
            errors[j] = Math.sqrt(Math.max(0, row.dotProduct(covariance.operate(row))));
        }
        return errors;
    }

    private double[] moved(int k, double step) {
        double[] moved = parameters.clone();
        moved[k] += step;
        return moved;
    }
}
