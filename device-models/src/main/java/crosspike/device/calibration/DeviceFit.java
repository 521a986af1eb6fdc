package crosspike.device.calibration;

import crosspike.device.Nonlinearity;
import crosspike.device.measured.Measurement;
import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.math3.linear.SingularMatrixException;

/**
 * A device fitted to pulse trains.
 *
 * @param model what was fitted
 * @param minSiemens Gmin in S
 * @param maxSiemens Gmax in S
 * @param labelLtp nonlinearity label of potentiation
 * @param labelLtd nonlinearity label of depression
 * @param potentiationPulses pulses of the full train
 * @param depressionPulses pulses of the full train
 * @param cycleToCycleSigma standard deviation of one pulse as a fraction of Gmax − Gmin
 * @param readSigma standard deviation of one read as a fraction of Gmax − Gmin
 * @param deviceToDevice variation between devices; empty for fewer than three
 * @param aic Akaike's criterion of each model, by name; less is better
 * @param rms root mean square residual as a fraction of Gmax − Gmin
 * @param heldOutRms the same for the last cycles under a fit of the others; empty for fewer than three cycles
 * @param confidence of all intervals
 * @param remarks what the checks mended or found, a sentence each
 * @param traces what was fitted
 */
public record DeviceFit(
        CurveModel model,
        Estimate minSiemens,
        Estimate maxSiemens,
        Estimate labelLtp,
        Estimate labelLtd,
        int potentiationPulses,
        int depressionPulses,
        Estimate cycleToCycleSigma,
        double readSigma,
        Optional<DeviceToDevice> deviceToDevice,
        Map<String, Double> aic,
        double rms,
        OptionalDouble heldOutRms,
        double confidence,
        List<String> remarks,
        List<PulseTrace> traces) {
    private static final double GAP_TO_MENTION = 0.05;
    private static final double GAP_TO_REFUSE = 0.2;
    private static final double HELD_OUT = 0.2;
    private static final double WORSE = 1.5;

    /**
     * Fits a device.
     *
     * @param measurement pulse trains, at least one of each direction
     * @throws UserError in a sentence that says which check failed and what to do
     */
    public static DeviceFit of(Measurement measurement, FitOptions options) {
        Screening screening = Screening.of(PulseTrace.of(measurement), options);
        List<String> remarks = new ArrayList<>(screening.remarks());
        Normalised data = Normalised.of(screening.traces());
        LeastSquares apart = LeastSquares.fit(CurveModel.SEPARATE_RANGES, data);
        checkGap(apart, options, remarks);

        Map<String, Double> aic = new LinkedHashMap<>();
        LeastSquares best = null;
        for (CurveModel model : CurveModel.values()) {
            boolean isWanted = options.model().isPresent() ? options.model().get() == model : isForDevices(model);
            if (options.model().isPresent() && !isWanted && model != apart.model()) {
                continue; // who names a model needs no comparison with the others
            }
            Optional<LeastSquares> fit = model == apart.model() ? Optional.of(apart) : fit(model, data, isWanted);
            if (fit.isPresent()) {
                aic.put(model.text(), fit.get().aic());
                best = isWanted && (best == null || fit.get().aic() < best.aic()) ? fit.get() : best;
            }
        }
        aic.put("measured curve", MeasuredCurve.of(data).aic(data.reads()));
        return described(best, data, options, aic, remarks);
    }

    /** Models with the same ends in both directions, as simulated devices have. */
    private static boolean isForDevices(CurveModel model) {
        return model == CurveModel.LINEAR || model == CurveModel.EXPONENTIAL;
    }

    private static Optional<LeastSquares> fit(CurveModel model, Normalised data, boolean isNeeded) {
        try {
            return Optional.of(LeastSquares.fit(model, data));
        } catch (UserError | SingularMatrixException e) {
            if (isNeeded && e instanceof UserError) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static DeviceFit described(
            LeastSquares best, Normalised data, FitOptions options, Map<String, Double> aic, List<String> remarks) {
        Estimate[] found = best.described(options.confidence());
        double range = found[1].value() - found[0].value();
        for (int k = 2; k < 4; k++) {
            if (!(Math.abs(found[k].value()) <= Nonlinearity.MAX)) {
                throw new UserError("check \"not a step\" failed: the " + (k == 2 ? "LTP" : "LTD")
                        + " curve is so steep that its nonlinearity label is beyond 9; measure with weaker or shorter"
                        + " pulses, or read after every pulse");
            }
        }
        List<LeastSquares> byDevice = data.devices().stream()
                .map(device -> LeastSquares.fit(best.model(), data.with(device)))
                .toList();
        CycleToCycle cycles = CycleToCycle.of(byDevice, range, options.confidence());
        Optional<DeviceToDevice> devices = byDevice.size() < 3
                ? Optional.empty()
                : Optional.of(DeviceToDevice.of(byDevice, range, options.confidence()));
        if (data.clusters().size() < 3) {
            remarks.add("fewer than three cycles: no confidence intervals; measure more cycles");
        }
        OptionalDouble heldOut = heldOut(best.model(), data, range, remarks);
        double unit = data.widthSiemens();
        return new DeviceFit(
                best.model(),
                found[0].scaled(unit, data.lowSiemens()),
                found[1].scaled(unit, data.lowSiemens()),
                found[2],
                found[3],
                data.potentiationPulses(),
                data.depressionPulses(),
                cycles.pulseSigma(),
                cycles.readSigma(),
                devices,
                aic,
                best.rms(data.traces()) / range,
                heldOut,
                options.confidence(),
                List.copyOf(remarks),
                data.traces());
    }

    /** The two directions must meet at both ends, for a device has one range. */
    private static void checkGap(LeastSquares apart, FitOptions options, List<String> remarks) {
        double[] p = apart.parameters();
        double range = p[1] - p[0];
        gap("the end of LTP and the start of LTD", (p[5] - p[1]) / range, options, remarks);
        gap("the end of LTD and the start of LTP", (p[4] - p[0]) / range, options, remarks);
    }

    private static void gap(String where, double fraction, FitOptions options, List<String> remarks) {
        String found = "the conductance " + (fraction < 0 ? "drops" : "jumps") + " by "
                + Screening.percent(Math.abs(fraction)) + " of the LTP range between " + where;
        if (Math.abs(fraction) > GAP_TO_REFUSE && !options.allowsGap()) {
            throw new UserError("check \"the directions meet\" failed: " + found
                    + "; wait less between the trains, or fit the mean of both ranges with --allow-gap");
        }
        if (Math.abs(fraction) > GAP_TO_MENTION) {
            remarks.add(found + "; the fit has the mean of both ranges");
        }
    }

    /** How well the other cycles of each device predict its last ones. */
    private static OptionalDouble heldOut(CurveModel model, Normalised data, double range, List<String> remarks) {
        List<PulseTrace> kept = new ArrayList<>();
        List<PulseTrace> last = new ArrayList<>();
        for (List<PulseTrace> device : data.devices()) {
            List<String> cycles =
                    device.stream().map(PulseTrace::cycle).distinct().toList();
            int first = cycles.size() - (int) Math.ceil(HELD_OUT * cycles.size());
            if (cycles.size() < 3) {
                return OptionalDouble.empty();
            }
            for (PulseTrace trace : device) {
                (cycles.indexOf(trace.cycle()) < first ? kept : last).add(trace);
            }
        }
        LeastSquares fit = LeastSquares.fit(model, data.with(kept));
        double before = fit.rms(kept) / range;
        double after = fit.rms(last) / range;
        if (after > WORSE * before && after > 0.01) {
            remarks.add("the last cycles differ from the others (residual " + Screening.percent(after) + " against "
                    + Screening.percent(before)
                    + "): the device drifts or wears; fit fewer cycles or measure again");
        }
        return OptionalDouble.of(after);
    }

    /** Conductance after some pulses, in S, as the fitted device has it. */
    public double siemens(boolean isPotentiation, double pulses) {
        double x = pulses / (isPotentiation ? potentiationPulses : depressionPulses);
        double label = isPotentiation ? labelLtp.value() : labelLtd.value();
        double u = label == 0 ? 0 : 1 / Nonlinearity.shape(label);
        double y = PulseShape.rise(u, isPotentiation ? x : 1 - x);
        return minSiemens.value() + (maxSiemens.value() - minSiemens.value()) * y;
    }
}
