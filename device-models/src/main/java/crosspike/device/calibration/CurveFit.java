package crosspike.device.calibration;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;

/** A potentiation and a depression curve fitted to traces, in normalised form. */
interface CurveFit {

    /** What was fitted. */
    Normalised data();

    /** y after the part x of the train. */
    double y(boolean isPotentiation, double x);

    /** Mean y of reads after the part x of the train, as the data have it: what the variation of reads is counted from. */
    default double centre(boolean isPotentiation, double x) {
        return y(isPotentiation, x);
    }

    /** How much of a deviation in y at x = from is left at x = to, for the later pulses move it as they move the curve. */
    double memory(boolean isPotentiation, double from, double to);

    /** How many numbers were fitted to make {@link #centre}. */
    double numbersFitted();

    /** Σ of the squared residuals in y. */
    double sumOfSquares();

    /** Lowest and highest y, and the labels of potentiation and depression. */
    double[] described();

    /** Standard errors of what {@link #described} gives. */
    double[] standardErrors();

    /** Degrees of freedom of the standard errors; NaN if they are only a guess and there are no intervals. */
    double degrees();

    /** The same kind of curves, fitted to others. */
    CurveFit refitted(Normalised others);

    /** What {@link #described} gives, with intervals. */
    default Estimate[] estimates(double confidence) {
        double t = Double.isNaN(degrees())
                ? Double.NaN
                : new TDistribution(degrees()).inverseCumulativeProbability((1 + confidence) / 2);
        double[] best = described();
        double[] errors = standardErrors();
        Estimate[] estimates = new Estimate[best.length];
        for (int k = 0; k < best.length; k++) {
            estimates[k] = new Estimate(best[k], best[k] - t * errors[k], best[k] + t * errors[k]);
        }
        return estimates;
    }

    /** Root mean square residual on data, in y. */
    default double rms(Normalised others) {
        return Math.sqrt(squares(MeanCurve.both(others)) / others.reads());
    }

    /** Σ of the squared residuals of the reads behind means, in y. */
    default double squares(List<MeanCurve> curves) {
        double sum = 0;
        for (MeanCurve curve : curves) {
            for (int i = 0; i < curve.points(); i++) {
                double off = curve.mean()[i] - y(curve.isPotentiation(), curve.x()[i]);
                sum += curve.within()[i] + curve.count()[i] * off * off;
            }
        }
        return sum;
    }
}
