package crosspike.device.calibration;

import crosspike.device.Nonlinearity;
import crosspike.device.measured.Measurement;
import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import org.apache.commons.math3.linear.SingularMatrixException;

/** From pulse trains to a device: the checks, the choice of a model, and what the model says. */
final class Fitting {
    private static final double GAP_TO_MENTION = 0.05;
    private static final double GAP_TO_REFUSE = 0.2;
    private static final double HELD_OUT = 0.2;
    private static final double WORSE = 1.5;
    private static final double MISFIT_TO_MENTION = 0.02;
    private static final double ROUNDING = 1e-9; // of the range of all devices: means of equal reads differ by less

    /** What to do about a model that does not converge where another one may be wanted. */
    private static final String OTHERWISE = ", remove bad cycles, or fit --model measured";

    private final String source;
    private final FitOptions options;
    private final List<String> remarks;
    private final Normalised data;

    /** The last cycles of each device and the others; empty for fewer than three cycles. */
    private final Optional<HeldOut> heldOut;

    /** Fits without the last cycles, by the fit of all; empty where there is none. */
    private final Map<CurveFit, Optional<CurveFit>> earlier = new IdentityHashMap<>();

    private Fitting(Measurement measurement, FitOptions options) {
        Screening screening = Screening.of(measurement.source(), PulseTrace.of(measurement), options);
        this.source = measurement.source();
        this.options = options;
        this.remarks = new ArrayList<>(screening.remarks());
        this.data = Normalised.of(screening.traces());
        this.heldOut = HeldOut.of(data);
    }

    static DeviceFit of(Measurement measurement, FitOptions options) {
        return new Fitting(measurement, options).fitted();
    }

    private record HeldOut(Normalised kept, Normalised last) {

        static Optional<HeldOut> of(Normalised data) {
            List<PulseTrace> kept = new ArrayList<>();
            List<PulseTrace> last = new ArrayList<>();
            for (List<PulseTrace> device : data.devices()) {
                List<String> cycles =
                        device.stream().map(PulseTrace::cycle).distinct().toList();
                if (cycles.size() < 3) {
                    return Optional.empty();
                }
                int first = cycles.size() - (int) Math.ceil(HELD_OUT * cycles.size());
                for (PulseTrace trace : device) {
                    (cycles.indexOf(trace.cycle()) < first ? kept : last).add(trace);
                }
            }
            return Optional.of(new HeldOut(data.with(kept), data.with(last)));
        }
    }

    private DeviceFit fitted() {
        CurveModel separate = CurveModel.SEPARATE_RANGES;
        LeastSquares apart =
                converged(separate.text(), "", " and remove bad cycles", () -> LeastSquares.fit(separate, data));
        checkGaps(apart);
        Map<FitModel, CurveFit> fits = new EnumMap<>(FitModel.class);
        for (FitModel model : FitModel.values()) {
            fit(model).ifPresent(fit -> fits.put(model, fit));
        }
        Optional<StoppedCells> stopped = StoppedCells.of(data);
        FitModel chosen = options.model()
                .orElseGet(() -> stopped.isEmpty() && aic(fits, FitModel.LINEAR) < aic(fits, FitModel.EXPONENTIAL)
                        ? FitModel.LINEAR
                        : FitModel.EXPONENTIAL);
        List<ModelComparison> comparison = new ArrayList<>();
        fits.forEach((model, fit) -> comparison.add(compared(model.text(), fit)));
        comparison.add(comparison.size() - 1, compared(apart.model().text(), apart));
        CurveFit best = chosen == FitModel.EXPONENTIAL && stopped.isPresent() ? stopped.get() : fits.get(chosen);
        return described(chosen, best, fits.get(FitModel.MEASURED), comparison);
    }

    /** A fit of a model; that of one nobody asked for may fail. */
    private Optional<CurveFit> fit(FitModel model) {
        boolean isWanted = options.model().map(model::equals).orElse(model == FitModel.EXPONENTIAL);
        if (!isWanted) {
            return attempt(() -> model.fit(data));
        }
        return Optional.of(converged(model.text(), "", OTHERWISE, () -> model.fit(data)));
    }

    /** What a fit gives that must not fail. */
    private <T> T converged(String model, String part, String otherwise, Supplier<T> fit) {
        try {
            return fit.get();
        } catch (UserError | SingularMatrixException e) {
            throw new UserError(
                    source + ": the " + model + " model does not converge on these traces" + part
                            + "; look at them with crosspike import --plots" + otherwise,
                    e);
        }
    }

    private static double aic(Map<FitModel, CurveFit> fits, FitModel model) {
        return fits.get(model) instanceof LeastSquares fit ? fit.aic() : Double.POSITIVE_INFINITY;
    }

    private ModelComparison compared(String name, CurveFit fit) {
        return new ModelComparison(
                name,
                fit.numbersFitted(),
                fit instanceof LeastSquares closed ? OptionalDouble.of(closed.aic()) : OptionalDouble.empty(),
                heldOutRms(fit));
    }

    /** The same fit without the last cycles. */
    private Optional<CurveFit> earlier(CurveFit fit) {
        return earlier.computeIfAbsent(
                fit, all -> heldOut.flatMap(cycles -> attempt(() -> all.refitted(cycles.kept()))));
    }

    private OptionalDouble heldOutRms(CurveFit fit) {
        double[] ends = fit.described();
        return earlier(fit).isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(earlier(fit).get().rms(heldOut.orElseThrow().last()) / (ends[1] - ends[0]));
    }

    /** What a fit gives; empty if it fails. */
    private static <T> Optional<T> attempt(Supplier<T> fit) {
        try {
            return Optional.of(fit.get());
        } catch (UserError | SingularMatrixException e) {
            return Optional.empty();
        }
    }

    private void requireBothDirections(List<PulseTrace> device) {
        long rising = device.stream().filter(PulseTrace::isPotentiation).count();
        if (rising > 0 && rising < device.size()) return;
        throw noCurve(device, "has no " + (rising == 0 ? "potentiation" : "depression"));
    }

    private void requireRange(CurveFit fit) {
        double[] found = fit.described();
        if (found[1] - found[0] > ROUNDING) return;
        throw noCurve(fit.data().traces(), "is not moved by its pulses");
    }

    private UserError noCurve(List<PulseTrace> device, String why) {
        return new UserError(
                source + ": device " + device.get(0).device() + " " + why
                        + ", and the measured model is fitted to each device alone; leave the device out, or fit another model");
    }

    private DeviceFit described(FitModel model, CurveFit best, CurveFit measured, List<ModelComparison> comparison) {
        Estimate[] found = best.estimates(options.confidence());
        double range = found[1].value() - found[0].value();
        for (int k = 2; k < 4 && model != FitModel.MEASURED; k++) {
            if (!(Math.abs(found[k].value()) <= Nonlinearity.MAX)) {
                throw new UserError(source + ": check \"not a step\" failed: the " + (k == 2 ? "LTP" : "LTD")
                        + " curve is so steep that its nonlinearity label is beyond 9; measure with weaker or shorter"
                        + " pulses, read after every pulse, or keep the curve itself with --model measured");
            }
        }
        if (model == FitModel.MEASURED) data.devices().forEach(this::requireBothDirections);
        List<CurveFit> byDevice = data.devices().stream()
                .map(device -> converged(
                        model.text(),
                        " of device " + device.get(0).device(),
                        OTHERWISE,
                        () -> best.refitted(data.with(device))))
                .toList();
        if (model == FitModel.MEASURED) byDevice.forEach(this::requireRange);
        double rangeError = Math.hypot(found[0].half(), found[1].half());
        CycleToCycle cycles = best instanceof StoppedCells stopped
                ? stopped.cycleToCycle(options.confidence())
                : CycleToCycle.of(byDevice, range, rangeError, options.confidence());
        Optional<DeviceToDevice> devices = byDevice.size() < 3
                ? Optional.empty()
                : Optional.of(DeviceToDevice.of(byDevice, range, options.confidence()));
        if (data.clusters().size() < 3) {
            remarks.add("fewer than three cycles: no confidence intervals; measure more cycles");
        }
        double rms = best.rms(data) / range;
        OptionalDouble heldOutRms = heldOutRms(best);
        heldOutRms.ifPresent(after -> checkHeldOut(best, after, range));
        if (best instanceof StoppedCells stopped) {
            remarks.add("the cells stop at the ends of their range, where " + stopped.readsAtTheEnds()
                    + " reads are: the curve is fitted to the steps between reads");
        }
        checkResidual(model, best, measured, range);
        if (model == FitModel.SOFT_BOUNDS) {
            remarks.add(bounds((LeastSquares) best));
        }
        double unit = data.widthSiemens();
        return new DeviceFit(
                model,
                found[0].scaled(unit, data.lowSiemens()),
                found[1].scaled(unit, data.lowSiemens()),
                found[2],
                found[3],
                siemens(best, true),
                siemens(best, false),
                cycles.pulseSigma(),
                cycles.readSigma(),
                devices,
                List.copyOf(comparison),
                rms,
                heldOutRms,
                options.confidence(),
                List.copyOf(remarks),
                data.traces());
    }

    /** Between its ends a soft-bounds device is the exponential one with the same decays, so the device is written as that. */
    private String bounds(LeastSquares fit) {
        double[] p = fit.parameters();
        return String.format(
                Locale.ROOT,
                "soft bounds at %.4g S (LTP, %.3g %% of the way with each pulse) and %.4g S (LTD, %.3g %%); within the"
                        + " measured range that is exactly the exponential device with these labels, as which it is"
                        + " written",
                data.lowSiemens() + data.widthSiemens() * p[1],
                -100 * Math.expm1(-p[3] / data.potentiationPulses()),
                data.lowSiemens() + data.widthSiemens() * p[2],
                -100 * Math.expm1(-p[4] / data.depressionPulses()));
    }

    /** The curve of the device: with both ends of its range, also where soft bounds let depression end elsewhere. */
    private List<Double> siemens(CurveFit fit, boolean isPotentiation) {
        int pulses = isPotentiation ? data.potentiationPulses() : data.depressionPulses();
        double[] found = fit.described();
        double label = found[isPotentiation ? 2 : 3];
        double u = fit instanceof MonotoneCurves ? 0 : PulseShape.curvature(label);
        List<Double> siemens = new ArrayList<>();
        for (int n = 0; n <= pulses; n++) {
            double x = (double) n / pulses;
            double y = fit instanceof MonotoneCurves
                    ? fit.y(isPotentiation, x)
                    : found[0] + (found[1] - found[0]) * PulseShape.rise(u, isPotentiation ? x : 1 - x);
            siemens.add(Math.max(0, data.lowSiemens() + data.widthSiemens() * y));
        }
        return List.copyOf(siemens);
    }

    /** The two directions must meet at both ends, for a device has one range. */
    private void checkGaps(LeastSquares apart) {
        double[] p = apart.parameters();
        double range = p[1] - p[0];
        gap("the end of LTP and the start of LTD", (p[5] - p[1]) / range);
        gap("the end of LTD and the start of LTP", (p[4] - p[0]) / range);
    }

    private void gap(String where, double fraction) {
        String found = "the conductance " + (fraction < 0 ? "drops" : "jumps") + " by "
                + Screening.percent(Math.abs(fraction)) + " of the LTP range between " + where;
        if (Math.abs(fraction) > GAP_TO_REFUSE && !options.allowsGap()) {
            throw new UserError(source + ": check \"the directions meet\" failed: " + found
                    + "; wait less between the trains, or fit the mean of both ranges with --allow-gap");
        }
        if (Math.abs(fraction) > GAP_TO_MENTION) {
            remarks.add(found + "; the fit brings both to one range");
        }
    }

    /** Whether the last cycles are as the others. */
    private void checkHeldOut(CurveFit fit, double after, double range) {
        double before = earlier(fit).orElseThrow().rms(heldOut.orElseThrow().kept()) / range;
        if (after > WORSE * before && after > 0.01) {
            remarks.add("the last cycles differ from the others (residual " + Screening.percent(after) + " against "
                    + Screening.percent(before)
                    + "): the device drifts or wears; fit fewer cycles or measure again");
        }
    }

    /** Whether a closed form has the shape of the data: what the measured curve explains beyond it is not noise. */
    private void checkResidual(FitModel model, CurveFit fit, CurveFit measured, double range) {
        double misfit = Math.sqrt(Math.max(0, variance(fit) - variance(measured))) / range;
        if (model != FitModel.MEASURED && misfit > MISFIT_TO_MENTION) {
            remarks.add("check \"residual\": the " + model.text() + " curve is off the measured one by "
                    + Screening.percent(misfit) + " of the range (root mean square, noise taken off);"
                    + " --model measured keeps the measured curve");
        }
    }

    private double variance(CurveFit fit) {
        return earlier(fit)
                .map(before -> Math.pow(before.rms(heldOut.orElseThrow().last()), 2))
                .orElseGet(() -> fit.sumOfSquares() / Math.max(1, data.reads() - fit.numbersFitted()));
    }
}
