package crosspike.device.calibration;

import crosspike.input.UserError;
import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresOptimizer.Optimum;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.fitting.leastsquares.MultivariateJacobianFunction;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
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
        double sumOfSquares) {
    private static final double STEP = 1e-6;
    private static final int MOST_EVALUATIONS = 60;
    private static final double TOLERANCE = 1e-9; // of the sum, relative, and of each parameter

    static LeastSquares fit(CurveModel model, Normalised data) {
        double[] observed = new double[data.reads()];
        int i = 0;
        for (PulseTrace trace : data.traces()) {
            for (int read = 0; read < trace.reads(); read++) {
                observed[i++] = data.y(trace, read);
            }
        }
        MultivariateJacobianFunction function = point -> {
            double[] p = point.toArray();
            return new Pair<>(new ArrayRealVector(values(model, data, p), false), jacobian(model, data, p));
        };
        try {
            Optimum optimum = new LevenbergMarquardtOptimizer()
                    .withCostRelativeTolerance(TOLERANCE)
                    .withParameterRelativeTolerance(TOLERANCE)
                    .optimize(new LeastSquaresBuilder()
                            .start(model.start())
                            .model(function)
                            .target(observed)
                            .maxEvaluations(MOST_EVALUATIONS)
                            .maxIterations(MOST_EVALUATIONS)
                            .build());
            double[] best = optimum.getPoint().toArray();
            return withCovariance(model, data, best, observed);
        } catch (MathIllegalStateException e) {
            throw new UserError(
                    "the " + model.text() + " model does not converge on these traces; look at them with"
                            + " crosspike fit --plot, remove bad cycles, or choose another --model",
                    e);
        }
    }

    private static double[] values(CurveModel model, Normalised data, double[] p) {
        double[] values = new double[data.reads()];
        int i = 0;
        for (PulseTrace trace : data.traces()) {
            for (int read = 0; read < trace.reads(); read++) {
                values[i++] = model.value(p, trace.isPotentiation(), data.x(trace, read));
            }
        }
        return values;
    }

    private static RealMatrix jacobian(CurveModel model, Normalised data, double[] p) {
        double[][] jacobian = new double[data.reads()][p.length];
        for (int k = 0; k < p.length; k++) {
            double step = STEP * Math.max(1, Math.abs(p[k]));
            double[] above = values(model, data, moved(p, k, step));
            double[] below = values(model, data, moved(p, k, -step));
            for (int i = 0; i < above.length; i++) {
                jacobian[i][k] = (above[i] - below[i]) / (2 * step);
            }
        }
        return new Array2DRowRealMatrix(jacobian, false);
    }

    private static double[] moved(double[] p, int k, double step) {
        double[] moved = p.clone();
        moved[k] += step;
        return moved;
    }

    private static LeastSquares withCovariance(CurveModel model, Normalised data, double[] p, double[] observed) {
        double[] residuals = values(model, data, p);
        double sum = 0;
        for (int i = 0; i < residuals.length; i++) {
            residuals[i] = observed[i] - residuals[i];
            sum += residuals[i] * residuals[i];
        }
        RealMatrix jacobian = jacobian(model, data, p);
        RealMatrix bread = new SingularValueDecomposition(jacobian.transpose().multiply(jacobian))
                .getSolver()
                .getInverse();
        List<List<PulseTrace>> clusters = data.clusters();
        if (clusters.size() < 3) {
            double degrees = Math.max(1, residuals.length - p.length);
            double rho = Math.max(0, Math.min(0.98, serialCorrelation(data, residuals)));
            return new LeastSquares(
                    model, data, p, bread.scalarMultiply(sum / degrees * (1 + rho) / (1 - rho)), Double.NaN, sum);
        }
        double[][] meat = new double[p.length][p.length];
        for (List<PulseTrace> cluster : clusters) {
            double[] score = score(data, cluster, jacobian, residuals);
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
    private static double[] score(Normalised data, List<PulseTrace> cluster, RealMatrix jacobian, double[] residuals) {
        double[] score = new double[jacobian.getColumnDimension()];
        int i = 0;
        for (PulseTrace trace : data.traces()) {
            boolean isOurs = cluster.contains(trace);
            for (int read = 0; read < trace.reads(); read++, i++) {
                for (int k = 0; isOurs && k < score.length; k++) {
                    score[k] += jacobian.getEntry(i, k) * residuals[i];
                }
            }
        }
        return score;
    }

    private static double serialCorrelation(Normalised data, double[] residuals) {
        double products = 0;
        double squares = 0;
        int i = 0;
        for (PulseTrace trace : data.traces()) {
            for (int read = 0; read < trace.reads(); read++, i++) {
                squares += residuals[i] * residuals[i];
                products += read > 0 ? residuals[i] * residuals[i - 1] : 0;
            }
        }
        return squares == 0 ? 0 : products / squares;
    }

    /** Akaike's criterion for normal residuals; less is better. */
    double aic() {
        int n = data.reads();
        return n * Math.log(Math.max(sumOfSquares, 1e-300) / n) + 2 * (model.parameters() + 1);
    }

    /** Root mean square residual on traces, as a fraction of the range. */
    double rms(List<PulseTrace> traces) {
        double sum = 0;
        long count = 0;
        for (PulseTrace trace : traces) {
            for (int read = 0; read < trace.reads(); read++) {
                double residual =
                        data.y(trace, read) - model.value(parameters, trace.isPotentiation(), data.x(trace, read));
                sum += residual * residual;
                count++;
            }
        }
        return Math.sqrt(sum / count);
    }

    /** Lowest and highest y and both labels, with intervals. */
    Estimate[] described(double confidence) {
        double[] best = model.described(parameters);
        double t = Double.isNaN(degrees)
                ? Double.NaN
                : new TDistribution(degrees).inverseCumulativeProbability((1 + confidence) / 2);
        double[] errors = standardErrors();
        Estimate[] estimates = new Estimate[best.length];
        for (int k = 0; k < best.length; k++) {
            estimates[k] = new Estimate(best[k], best[k] - t * errors[k], best[k] + t * errors[k]);
        }
        return estimates;
    }

    /** Standard errors of what {@link CurveModel#described} gives, to first order. */
    double[] standardErrors() {
        double[] best = model.described(parameters);
        double[][] gradient = new double[best.length][parameters.length];
        for (int k = 0; k < parameters.length; k++) {
            double step = STEP * Math.max(1, Math.abs(parameters[k]));
            double[] above = model.described(moved(parameters, k, step));
            double[] below = model.described(moved(parameters, k, -step));
            for (int j = 0; j < best.length; j++) {
                gradient[j][k] = (above[j] - below[j]) / (2 * step);
            }
        }
        double[] errors = new double[best.length];
        for (int j = 0; j < best.length; j++) {
            RealMatrix row = new Array2DRowRealMatrix(new double[][] {gradient[j]}, false);
            double variance = row.multiply(covariance).multiply(row.transpose()).getEntry(0, 0);
            errors[j] = Math.sqrt(Math.max(0, variance));
        }
        return errors;
    }
}
