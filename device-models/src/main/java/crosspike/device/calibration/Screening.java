package crosspike.device.calibration;

import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Checks before a fit: what no fit can mend is refused with the name of the check, the rest is mended with a remark.
 *
 * @param traces what is left to fit
 * @param remarks what was done, a sentence each
 */
record Screening(List<PulseTrace> traces, List<String> remarks) {
    private static final int FEWEST_READS = 5;
    private static final double MOST_OUTLIERS = 0.05;
    private static final double OUTLIER_SIGMAS = 8;
    private static final double OUTLIER_OF_RANGE = 0.05;
    private static final double LARGEST_FALL = 0.15;

    /** @throws UserError in a sentence that says which check failed and what to do */
    static Screening of(String source, List<PulseTrace> measured, FitOptions options) {
        List<String> remarks = new ArrayList<>();
        List<PulseTrace> traces = shortened(measured, options);
        for (boolean isPotentiation : new boolean[] {true, false}) {
            checkPoints(source, traces, isPotentiation);
        }
        traces = withoutOutliers(source, traces, remarks);
        for (boolean isPotentiation : new boolean[] {true, false}) {
            checkDirection(source, traces, isPotentiation);
        }
        return new Screening(traces, remarks);
    }

    private static List<PulseTrace> shortened(List<PulseTrace> traces, FitOptions options) {
        if (options.untilPulse().isEmpty()) {
            return traces;
        }
        int last = options.untilPulse().getAsInt();
        List<PulseTrace> shortened = new ArrayList<>();
        for (PulseTrace trace : traces) {
            List<Integer> kept = new ArrayList<>();
            for (int i = 0; i < trace.reads(); i++) {
                if (!trace.isPotentiation() || trace.pulses()[i] <= last) {
                    kept.add(i);
                }
            }
            shortened.add(trace.only(kept));
        }
        return shortened.stream().filter(trace -> trace.reads() > 0).toList();
    }

    private static void checkPoints(String source, List<PulseTrace> traces, boolean isPotentiation) {
        String phase = isPotentiation ? "LTP" : "LTD";
        int most = traces.stream()
                .filter(trace -> trace.isPotentiation() == isPotentiation)
                .mapToInt(PulseTrace::reads)
                .max()
                .orElse(0);
        if (most == 0) {
            throw new UserError(source + ": check \"both directions\" failed: there is no " + phase
                    + " in the file; measure it too, or name the column that tells the phases apart");
        }
        if (most < FEWEST_READS) {
            throw new UserError(source + ": check \"enough points\" failed: the longest " + phase + " train has " + most
                    + " reads; expected " + FEWEST_READS + " or more: read after every pulse, or add cycles with more"
                    + " pulses");
        }
    }

    /** Reads that are far from their neighbours, compared with how far reads usually are. */
    private static List<PulseTrace> withoutOutliers(String source, List<PulseTrace> traces, List<String> remarks) {
        double range = range(traces);
        double limit = Math.max(OUTLIER_SIGMAS * scatter(traces), OUTLIER_OF_RANGE * range);
        int reads = traces.stream().mapToInt(PulseTrace::reads).sum();
        List<PulseTrace> clean = new ArrayList<>();
        List<Long> lines = new ArrayList<>();
        for (PulseTrace trace : traces) {
            double[] far = fromNeighbours(trace);
            List<Integer> kept = new ArrayList<>();
            for (int i = 0; i < trace.reads(); i++) {
                if (Math.abs(far[i]) > limit) {
                    lines.add(trace.lines()[i]);
                } else {
                    kept.add(i);
                }
            }
            clean.add(trace.only(kept));
        }
        if (lines.size() > MOST_OUTLIERS * reads) {
            throw new UserError(source + " line " + lines.get(0) + ": check \"few outliers\" failed: " + lines.size()
                    + " of " + reads
                    + " reads are far from their neighbours, this the first"
                    + "; average the reads or remove the bad cycles");
        }
        if (!lines.isEmpty()) {
            remarks.add(lines.size() + " outliers left out (lines "
                    + String.join(
                            ", ", lines.stream().limit(5).map(String::valueOf).toList())
                    + (lines.size() > 5 ? ", ..." : "") + ")");
        }
        return clean;
    }

    /** Standard deviation of single reads, in S, from how far each is from the middle of its neighbours. */
    private static double scatter(List<PulseTrace> traces) {
        double[] bends = traces.stream()
                .flatMapToDouble(trace -> IntStream.range(1, Math.max(1, trace.reads() - 1))
                        .mapToDouble(i ->
                                Math.abs(trace.siemens()[i] - (trace.siemens()[i - 1] + trace.siemens()[i + 1]) / 2)))
                .sorted()
                .toArray();
        return bends.length == 0 ? 0 : 1.4826 * bends[bends.length / 2] / Math.sqrt(1.5);
    }

    /** Each read less the median of itself and its two neighbours; a single wrong read stands out, a steep end does not. */
    private static double[] fromNeighbours(PulseTrace trace) {
        double[] far = new double[trace.reads()];
        for (int i = 1; i + 1 < far.length; i++) {
            double[] three = {trace.siemens()[i - 1], trace.siemens()[i], trace.siemens()[i + 1]};
            double here = three[1];
            Arrays.sort(three);
            far[i] = here - three[1];
        }
        return far;
    }

    /** The mean curve must go the way of its phase, and never far back. */
    private static void checkDirection(String source, List<PulseTrace> traces, boolean isPotentiation) {
        String phase = isPotentiation ? "LTP" : "LTD";
        TreeMap<Double, double[]> sums = new TreeMap<>();
        for (PulseTrace trace : traces) {
            for (int i = 0; trace.isPotentiation() == isPotentiation && i < trace.reads(); i++) {
                double[] sum = sums.computeIfAbsent(trace.pulses()[i], any -> new double[2]);
                sum[0] += trace.siemens()[i];
                sum[1]++;
            }
        }
        double[] pulses =
                sums.keySet().stream().mapToDouble(Double::doubleValue).toArray();
        double[] mean = sums.values().stream()
                .mapToDouble(sum -> (isPotentiation ? 1 : -1) * sum[0] / sum[1])
                .toArray();
        double range = range(traces);
        if (!(range > 0)) {
            throw new UserError(source + ": check \"" + phase + (isPotentiation ? " rises" : " falls")
                    + "\" failed: the conductance is the same after every pulse; stronger pulses, or a finer range of the"
                    + " ammeter");
        }
        double change = (mean[mean.length - 1] - mean[0]) / range;
        if (!(change > 0.1)) {
            String found = change < -0.1
                    ? "the mean conductance goes the other way, by " + percent(-change)
                            + " of the range; see that the phases are not swapped (column phase)"
                    : "the mean conductance after the last pulse differs by only " + percent(Math.abs(change))
                            + " of the range from that of the first; stronger pulses, more of them, or less noise";
            throw new UserError(
                    source + ": check \"" + phase + (isPotentiation ? " rises" : " falls") + "\" failed: " + found);
        }
        double[] smooth = smooth(mean);
        double best = smooth[0];
        double fall = 0;
        int turn = 0;
        int peak = 0;
        for (int i = 1; i < smooth.length; i++) {
            if (smooth[i] > best) {
                best = smooth[i];
                peak = i;
            } else if (best - smooth[i] > fall) {
                fall = best - smooth[i];
                turn = peak;
            }
        }
        if (fall > LARGEST_FALL * range) {
            throw new UserError(source + line(traces, isPotentiation, pulses[turn])
                    + ": check \"monotonic\" failed: the mean " + phase + " curve turns back by "
                    + percent(fall / range) + " of the range after pulse "
                    + String.format(Locale.ROOT, "%.0f", pulses[turn])
                    + (isPotentiation
                            ? "; fit only what comes before with --until-pulse "
                                    + String.format(Locale.ROOT, "%.0f", pulses[turn])
                            : "; remove the reads after it")
                    + ", or measure with weaker pulses");
        }
    }

    /** Where a train has read after some pulses. */
    private static String line(List<PulseTrace> traces, boolean isPotentiation, double pulses) {
        for (PulseTrace trace : traces) {
            int read = Arrays.binarySearch(trace.pulses(), pulses);
            if (trace.isPotentiation() == isPotentiation && read >= 0) {
                return " line " + trace.lines()[read];
            }
        }
        return "";
    }

    private static double[] smooth(double[] values) {
        double[] smooth = new double[values.length];
        int half = Math.max(1, values.length / 20);
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - half);
            int to = Math.min(values.length - 1, i + half);
            smooth[i] = Arrays.stream(values, from, to + 1).average().orElseThrow();
        }
        return smooth;
    }

    private static double range(List<PulseTrace> traces) {
        double[] sorted = traces.stream()
                .flatMapToDouble(trace -> Arrays.stream(trace.siemens()))
                .sorted()
                .toArray();
        return sorted[(int) (0.99 * (sorted.length - 1))] - sorted[(int) (0.01 * (sorted.length - 1))];
    }

    static String percent(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
    }
}
