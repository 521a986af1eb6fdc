package crosspike.device.calibration;

import java.util.Arrays;
import java.util.List;

/**
 * All traces of one direction, averaged after each number of pulses. Least squares on these means, weighted by their
 * counts, is least squares on the reads: what reads differ from their mean is the same for every curve.
 *
 * @param isPotentiation direction
 * @param pulses numbers of pulses, rising
 * @param x the same as parts of the full train
 * @param count reads
 * @param mean of y
 * @param within Σ of the squared differences of the reads from their mean
 */
record MeanCurve(boolean isPotentiation, double[] pulses, double[] x, double[] count, double[] mean, double[] within) {

    static List<MeanCurve> both(Normalised data) {
        return List.of(of(data, true), of(data, false));
    }

    static MeanCurve of(Normalised data, boolean isPotentiation) {
        double full = isPotentiation ? data.potentiationPulses() : data.depressionPulses();
        List<PulseTrace> traces = data.traces().stream()
                .filter(trace -> trace.isPotentiation() == isPotentiation)
                .toList();
        double[] pulses = traces.stream()
                .flatMapToDouble(trace -> Arrays.stream(trace.pulses()))
                .sorted()
                .distinct()
                .toArray();
        double[][] all = new double[pulses.length][3]; // count, mean, squares: Welford's update
        for (PulseTrace trace : traces) {
            int point = 0;
            for (int read = 0; read < trace.reads(); read++) {
                while (pulses[point] < trace.pulses()[read]) {
                    point++;
                }
                double[] sum = all[point];
                double off = data.y(trace, read) - sum[1];
                sum[0]++;
                sum[1] += off / sum[0];
                sum[2] += off * (data.y(trace, read) - sum[1]);
            }
        }
        MeanCurve curve = new MeanCurve(
                isPotentiation,
                pulses,
                new double[all.length],
                new double[all.length],
                new double[all.length],
                new double[all.length]);
        for (int i = 0; i < all.length; i++) {
            curve.x[i] = pulses[i] / full;
            curve.count[i] = all[i][0];
            curve.mean[i] = all[i][1];
            curve.within[i] = all[i][2];
        }
        return curve;
    }

    int points() {
        return pulses.length;
    }

    /** y at a part of the train, between the means. */
    double at(double part) {
        int i = 1;
        while (i < x.length - 1 && x[i] < part) {
            i++;
        }
        return x.length < 2 ? mean[0] : mean[i - 1] + (mean[i] - mean[i - 1]) * (part - x[i - 1]) / (x[i] - x[i - 1]);
    }
}
