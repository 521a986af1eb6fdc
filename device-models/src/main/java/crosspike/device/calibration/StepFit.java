package crosspike.device.calibration;

import crosspike.device.ConductanceRange;
import crosspike.device.Nonlinearity;
import crosspike.device.PulseCurve;
import crosspike.device.Waveforms;
import crosspike.device.library.DeviceSheet;
import crosspike.device.library.DeviceSheet.Cell;
import crosspike.device.library.DeviceSheet.Conductance;
import crosspike.device.library.DeviceSheet.Kind;
import crosspike.device.library.DeviceSheet.PulseTrain;
import crosspike.device.library.DeviceSheet.ReadPulse;
import crosspike.device.library.DeviceSheet.ResponseKind;
import crosspike.device.library.DeviceSheet.Technology;
import crosspike.input.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.fitting.leastsquares.LeastSquaresBuilder;
import org.apache.commons.math3.fitting.leastsquares.LevenbergMarquardtOptimizer;
import org.apache.commons.math3.linear.DiagonalMatrix;

/**
 * A device fitted to what trains of pulses did to cells at any conductance, as a training in front of an array logs it: no cell
 * has to go through its range. Along the exponential curve the step of a pulse is linear in the conductance,
 * {@code dx/dn = v0 − (v0 − v1)·x} with x the way gone as a fraction of the range; v0 and v1, the steps at both ends, are fitted
 * for each direction by least squares, weighted by 1/n. Then {@code P/A = ln(v0/v1)}, {@code P = ln(v0/v1)/(v0 − v1)}.
 *
 * @param range Gmin and Gmax
 * @param potentiation the rising curve
 * @param depression the falling curve
 * @param cycleToCycleSigma standard deviation of one pulse as a fraction of the range; noise of the reads is in it
 * @param steps that were fitted, without those that end at an end of the range
 * @param rms residual as a fraction of the range
 * @param rmsOfOldModel the same for the model that drove the array
 * @see "P.-Y. Chen, X. Peng, S. Yu, NeuroSim: a circuit-level macro model, IEEE TCAD 37 (2018) 3067 (the curve)"
 */
public record StepFit(
        ConductanceRange range,
        Curve potentiation,
        Curve depression,
        double cycleToCycleSigma,
        int steps,
        double rms,
        double rmsOfOldModel) {

    /** Steps that end nearer than this to an end of the range say only that they were cut; chosen: a thousandth. */
    private static final double AT_THE_END = 1e-3;
    /** Cells this far from the end of the model's range that pulses do not move have reached their own; chosen. */
    private static final double SHORT_OF_THE_END = 0.02;

    private static final double UNMOVED = 2e-3;
    private static final int FEWEST = 10;
    private static final double SMALLEST_STEP = 1.0 / PulseCurve.MAX_PULSES;
    private static final double LARGEST_CURVATURE = 40;

    /**
     * One direction.
     *
     * @param pulses of a full swing, not rounded
     * @param label nonlinearity label
     */
    public record Curve(double pulses, double label) {}

    /**
     * Fits.
     *
     * @param model range of the model that drove the array
     * @param steps measured, at least ten of each direction
     */
    public static StepFit of(ConductanceRange model, List<PulseStep> steps) {
        ConductanceRange range = range(model, steps);
        double min = range.minSiemens();
        double width = range.maxSiemens() - min;
        double[] up =
                ends(steps.stream().filter(step -> step.pulses() > 0).toList(), g -> (g - min) / width, "potentiating");
        double[] down = ends(
                steps.stream().filter(step -> step.pulses() < 0).toList(), g -> 1 - (g - min) / width, "depressing");
        double squares = 0;
        double perPulse = 0;
        double old = 0;
        int count = 0;
        for (PulseStep step : steps) {
            double after = (step.after() - min) / width;
            if (after < AT_THE_END || after > 1 - AT_THE_END) {
                continue;
            }
            double before = (step.before() - min) / width;
            int n = Math.abs(step.pulses());
            double expected = step.pulses() > 0 ? after(up, before, n) : 1 - after(down, 1 - before, n);
            double residual = after - expected;
            double oldResidual = (step.after() - step.modelled()) / width;
            squares += residual * residual;
            perPulse += residual * residual / n;
            old += oldResidual * oldResidual;
            count++;
        }
        double upCurvature = curvature(up);
        double downCurvature = curvature(down);
        return new StepFit(
                range,
                new Curve(pulses(up), label(upCurvature)),
                new Curve(pulses(down), label(-downCurvature)),
                Math.sqrt(perPulse / count),
                count,
                Math.sqrt(squares / count),
                Math.sqrt(old / count));
    }

    /** The model's range, wider if cells were measured outside, narrower where pulses did not move cells any more. */
    private static ConductanceRange range(ConductanceRange model, List<PulseStep> steps) {
        double[] after = steps.stream().mapToDouble(PulseStep::after).sorted().toArray();
        double low = after[after.length / 1000];
        double high = after[after.length - 1 - after.length / 1000];
        double width = model.widthSiemens();
        boolean ends = low > model.minSiemens() + SHORT_OF_THE_END * width && isUnmovedAt(low, -1, width, steps);
        boolean tops = high < model.maxSiemens() - SHORT_OF_THE_END * width && isUnmovedAt(high, 1, width, steps);
        return new ConductanceRange((float) Math.max(0, ends ? low : Math.min(low, model.minSiemens())), (float)
                (tops ? high : Math.max(high, model.maxSiemens())));
    }

    private static boolean isUnmovedAt(double siemens, int sign, double width, List<PulseStep> steps) {
        return steps.stream()
                        .filter(step -> Integer.signum(step.pulses()) == sign)
                        .filter(step -> Math.abs(step.before() - siemens) < UNMOVED * width)
                        .filter(step -> Math.abs(step.after() - step.before()) < UNMOVED * width)
                        .count()
                >= FEWEST;
    }

    /** Steps of one pulse at both ends of the way. */
    private static double[] ends(List<PulseStep> all, ToDoubleFunction<Double> way, String direction) {
        List<PulseStep> steps = all.stream()
                .filter(step -> way.applyAsDouble(step.after()) < 1 - AT_THE_END)
                .filter(step -> way.applyAsDouble(step.after()) > AT_THE_END)
                .toList();
        if (steps.size() < FEWEST) {
            throw new UserError(
                    "the log has " + steps.size() + " " + direction + " trains that end inside the range; expected "
                            + FEWEST + " or more: let the network train longer");
        }
        double[] before = steps.stream()
                .mapToDouble(step -> way.applyAsDouble(step.before()))
                .toArray();
        double[] after = steps.stream()
                .mapToDouble(step -> way.applyAsDouble(step.after()))
                .toArray();
        int[] counts = steps.stream().mapToInt(step -> Math.abs(step.pulses())).toArray();
        double mean = 0;
        for (int i = 0; i < counts.length; i++) {
            mean += (after[i] - before[i]) / counts[i] / counts.length;
        }
        if (!(mean > SMALLEST_STEP)) {
            throw new UserError(direction + " pulses did not move the cells in their direction, by "
                    + String.format(Locale.ROOT, "%.2g", mean)
                    + " of the range on average; expected a device that answers to pulses");
        }
        double[] logs = fitted(before, after, counts, mean, direction);
        double curved = Math.max(-LARGEST_CURVATURE, Math.min(LARGEST_CURVATURE, logs[0] - logs[1]));
        return new double[] {Math.exp(logs[0]), Math.exp(logs[0] - curved)};
    }

    /** Logarithms of the steps at both ends. */
    private static double[] fitted(double[] before, double[] after, int[] counts, double mean, String direction) {
        double[] weights = Arrays.stream(counts).mapToDouble(n -> 1.0 / n).toArray();
        try {
            return new LevenbergMarquardtOptimizer()
                    .optimize(new LeastSquaresBuilder()
                            .start(new double[] {Math.log(mean), Math.log(mean)})
                            .target(after)
                            .weight(new DiagonalMatrix(weights))
                            .model(p -> predicted(p, before, counts), p -> slopes(p, before, counts))
                            .maxEvaluations(500)
                            .maxIterations(500)
                            .build())
                    .getPoint()
                    .toArray();
        } catch (MathIllegalStateException e) {
            throw new UserError("the exponential model does not converge on the " + direction + " trains", e);
        }
    }

    private static double[] predicted(double[] logs, double[] before, int[] counts) {
        double[] ends = {Math.exp(logs[0]), Math.exp(logs[1])};
        double[] after = new double[before.length];
        for (int i = 0; i < after.length; i++) {
            after[i] = after(ends, before[i], counts[i]);
        }
        return after;
    }

    private static double[][] slopes(double[] logs, double[] before, int[] counts) {
        double step = 1e-6;
        double[][] slopes = new double[before.length][2];
        for (int p = 0; p < 2; p++) {
            double[] more = logs.clone();
            double[] less = logs.clone();
            more[p] += step;
            less[p] -= step;
            double[] high = predicted(more, before, counts);
            double[] low = predicted(less, before, counts);
            for (int i = 0; i < before.length; i++) {
                slopes[i][p] = (high[i] - low[i]) / (2 * step);
            }
        }
        return slopes;
    }

    /** Way gone after a train: the solution of {@code dx/dn = v0 − (v0 − v1)·x}. */
    private static double after(double[] ends, double x, int n) {
        double k = ends[0] - ends[1];
        double exponent = -k * n;
        double growth = Math.abs(exponent) < 1e-9 ? n : -Math.expm1(exponent) / k;
        return x + (ends[0] - k * x) * growth;
    }

    /** P/A: how many times e the step becomes smaller along the way. */
    private static double curvature(double[] ends) {
        return Math.log(ends[0] / ends[1]);
    }

    private static double pulses(double[] ends) {
        double curvature = curvature(ends);
        return Math.abs(curvature) < 1e-9 ? 1 / ends[0] : curvature / (ends[0] - ends[1]);
    }

    private static double label(double curvature) {
        if (Math.abs(curvature) < 1e-6) {
            return 0;
        }
        double label = Nonlinearity.label(1 / curvature);
        return Math.max(-Nonlinearity.MAX, Math.min(Nonlinearity.MAX, label));
    }

    /** The fit as a device that runs; footprint and kind of memory are stand-ins unless they are known. */
    public DeviceSheet sheet(
            String name, String source, Waveforms waveforms, Optional<Technology> technology, Optional<Cell> cell) {
        return new DeviceSheet(
                name,
                name,
                technology.orElse(Technology.RRAM),
                List.of("fitted by crosspike fit to " + source),
                new Conductance(range.minSiemens(), range.maxSiemens()),
                ResponseKind.PULSED,
                train(
                        potentiation,
                        waveforms.potentiation().volts(),
                        waveforms.potentiation().seconds()),
                train(
                        depression,
                        waveforms.depression().volts(),
                        waveforms.depression().seconds()),
                Math.min(1, rounded(cycleToCycleSigma)),
                new ReadPulse(waveforms.read().volts(), waveforms.read().seconds()),
                cell.orElse(new Cell(4, 4)),
                Kind.ANALOG,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                cell.isPresent() && technology.isPresent()
                        ? List.of()
                        : List.of("cell and technology are stand-ins unless they were named, not measured"));
    }

    private static PulseTrain train(Curve curve, double volts, double seconds) {
        int pulses = (int) Math.max(1, Math.min(PulseCurve.MAX_PULSES, Math.round(curve.pulses())));
        return PulseTrain.identical(pulses, rounded(curve.label()), volts, seconds);
    }

    private static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.4g", value));
    }
}
