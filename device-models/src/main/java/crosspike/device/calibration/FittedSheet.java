package crosspike.device.calibration;

import crosspike.device.Nonlinearity;
import crosspike.device.library.DeviceSheet;
import crosspike.device.library.DeviceSheet.Cell;
import crosspike.device.library.DeviceSheet.Conductance;
import crosspike.device.library.DeviceSheet.Kind;
import crosspike.device.library.DeviceSheet.PulseTrain;
import crosspike.device.library.DeviceSheet.ReadPulse;
import crosspike.device.library.DeviceSheet.ResponseKind;
import crosspike.device.library.DeviceSheet.Technology;
import crosspike.device.library.DeviceSpread;
import crosspike.device.measured.Measurement;
import crosspike.input.Dimension;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The data sheet of a fitted device. What neither the data nor their owner said gets a stand-in, and the sheet says so
 * under {@code unverified}: energies and times then mean nothing, accuracies do.
 *
 * @param sheet ready to be simulated
 * @param standIns keys that nobody said, with what was put there
 */
public record FittedSheet(DeviceSheet sheet, List<String> standIns) {

    /**
     * What is known beside the traces. Empty: taken from the columns of the data, else a stand-in.
     *
     * @param name of the device
     * @param technology kind of memory
     * @param potentiationVolts amplitude in V
     * @param depressionVolts amplitude in V
     * @param potentiationSeconds width in s
     * @param depressionSeconds width in s
     * @param readVolts read voltage in V
     * @param readSeconds width of a read in s
     * @param cell width and height in F
     */
    public record Known(
            String name,
            Optional<Technology> technology,
            OptionalDouble potentiationVolts,
            OptionalDouble depressionVolts,
            OptionalDouble potentiationSeconds,
            OptionalDouble depressionSeconds,
            OptionalDouble readVolts,
            OptionalDouble readSeconds,
            Optional<Cell> cell) {}

    /**
     * The sheet of a fit.
     *
     * @throws UserError naming the source of the data, if no device has such conductances or pulses
     */
    public static FittedSheet of(DeviceFit fit, Measurement data, Known known) {
        try {
            return described(fit, data, known);
        } catch (UserError e) {
            throw new UserError(data.source() + ": " + e.getMessage(), e);
        }
    }

    private static FittedSheet described(DeviceFit fit, Measurement data, Known known) {
        List<String> standIns = new ArrayList<>();
        Choice choice = new Choice(data, standIns);
        PulseTrain up = train(
                fit,
                true,
                choice.of("potentiation.voltage", known.potentiationVolts(), "LTP", "v_pulse_V", 1, Dimension.VOLTAGE),
                choice.of("potentiation.width", known.potentiationSeconds(), "LTP", "width_s", 1e-6, Dimension.TIME));
        PulseTrain down = train(
                fit,
                false,
                choice.of("depression.voltage", known.depressionVolts(), "LTD", "v_pulse_V", -1, Dimension.VOLTAGE),
                choice.of("depression.width", known.depressionSeconds(), "LTD", "width_s", 1e-6, Dimension.TIME));
        double readVolts =
                Math.abs(choice.of("read.voltage", known.readVolts(), "", "v_read_V", 0.1, Dimension.VOLTAGE));
        double readSeconds = choice.of("read.width", known.readSeconds(), "", "", 1e-8, Dimension.TIME);
        if (known.cell().isEmpty()) {
            standIns.add("cell 4F x 4F");
        }
        if (known.technology().isEmpty()) {
            standIns.add("technology rram");
        }
        List<String> unverified = new ArrayList<>();
        standIns.forEach(standIn -> unverified.add(standIn + " is a stand-in, not measured"));
        double cycleToCycle = fit.cycleToCycleSigma().value();
        DeviceSheet sheet = new DeviceSheet(
                known.name(),
                known.name(),
                known.technology().orElse(Technology.RRAM),
                List.of("fitted by crosspike fit to " + fileName(data.source())),
                new Conductance((float) Math.max(0, fit.minSiemens().value()), (float)
                        fit.maxSiemens().value()),
                fit.model() == FitModel.MEASURED ? ResponseKind.MEASURED : ResponseKind.PULSED,
                up,
                down,
                Double.isNaN(cycleToCycle) ? 0 : Math.min(1, rounded(cycleToCycle)),
                new ReadPulse(readVolts, readSeconds),
                known.cell().orElse(new Cell(4, 4)),
                Kind.ANALOG,
                Optional.empty(),
                Optional.empty(),
                fit.deviceToDevice().map(FittedSheet::spread),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                unverified);
        return new FittedSheet(sheet, standIns);
    }

    private static PulseTrain train(DeviceFit fit, boolean isPotentiation, double volts, double seconds) {
        double label = (isPotentiation ? fit.labelLtp() : fit.labelLtd()).value();
        List<Double> curve = isPotentiation ? fit.potentiationSiemens() : fit.depressionSiemens();
        boolean isMeasured = fit.model() == FitModel.MEASURED;
        try {
            return new PulseTrain(
                    curve.size() - 1,
                    rounded(Math.max(-Nonlinearity.MAX, Math.min(Nonlinearity.MAX, label))),
                    volts,
                    seconds,
                    0,
                    0,
                    1,
                    isMeasured ? curve.stream().map(FittedSheet::digits).toList() : List.of());
        } catch (UserError e) {
            throw new UserError((isPotentiation ? "LTP" : "LTD") + ": " + e.getMessage(), e);
        }
    }

    /** As many digits as keep the least step of a measured curve. */
    private static double digits(double siemens) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.10g", siemens));
    }

    /** The sheet as a file, with the intervals of the fit in comments. */
    public String yaml(DeviceFit fit) {
        StringBuilder text = new StringBuilder(comments(fit.model().text(), fit.rms(), fit.confidence(), numbers(fit)));
        fit.remarks().forEach(remark -> text.append("# ").append(remark).append('\n'));
        return text + RecordWriter.toYaml(sheet);
    }

    /**
     * What stands above a fitted sheet.
     *
     * @param model that was fitted
     * @param rms residual as a fraction of the range
     * @param confidence of the intervals
     * @param numbers by name
     */
    public static String comments(String model, double rms, double confidence, Map<String, Estimate> numbers) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "# Fitted by crosspike fit: %s, residual %.2f %% of the range, %.0f %% intervals:\n",
                model,
                100 * rms,
                100 * confidence));
        numbers.forEach((name, estimate) ->
                text.append("#   ").append(line(name, estimate)).append('\n'));
        return text.toString();
    }

    /** What was fitted, by name. */
    public static Map<String, Estimate> numbers(DeviceFit fit) {
        Map<String, Estimate> numbers = new LinkedHashMap<>();
        numbers.put("Gmin (S)", fit.minSiemens());
        numbers.put("Gmax (S)", fit.maxSiemens());
        numbers.put("NL LTP", fit.labelLtp());
        numbers.put("NL LTD", fit.labelLtd());
        numbers.put("C2C sigma of a pulse (of the range)", fit.cycleToCycleSigma());
        numbers.put("read sigma (of the range)", new Estimate(fit.readSigma(), Double.NaN, Double.NaN));
        fit.deviceToDevice().ifPresent(spread -> {
            numbers.put("D2D sigma of Gmin (of the range)", spread.min());
            numbers.put("D2D sigma of Gmax (of the range)", spread.max());
            numbers.put("D2D sigma of NL LTP", spread.labelLtp());
            numbers.put("D2D sigma of NL LTD", spread.labelLtd());
        });
        return numbers;
    }

    /** A number with its interval. */
    public static String line(String name, Estimate estimate) {
        String interval = Double.isNaN(estimate.low())
                ? ""
                : String.format(Locale.ROOT, "  [%.4g, %.4g]", estimate.low(), estimate.high());
        return String.format(Locale.ROOT, "%-36s %10.4g%s", name, estimate.value(), interval);
    }

    private static DeviceSpread spread(DeviceToDevice fitted) {
        return new DeviceSpread(
                rounded(fitted.min().value()),
                rounded(fitted.max().value()),
                rounded(fitted.labelLtp().value()),
                rounded(fitted.labelLtd().value()));
    }

    private static String fileName(String source) {
        return source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
    }

    /** With the six digits that files have. */
    static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.6g", value));
    }

    /** Where a number comes from: its owner, a column that always says the same, or nowhere. */
    private record Choice(Measurement data, List<String> standIns) {

        double of(String key, OptionalDouble said, String phase, String column, double standIn, Dimension dimension) {
            if (said.isPresent()) {
                return said.getAsDouble();
            }
            double[] values = column.isEmpty()
                    ? new double[0]
                    : data.rows().stream()
                            .filter(row ->
                                    phase.isEmpty() || data.cell(row, "phase").equals(phase))
                            .mapToDouble(row -> data.number(row, column))
                            .filter(value -> Double.isFinite(value) && value != 0)
                            .toArray();
            if (values.length == 0) {
                standIns.add(key + " " + dimension.format(standIn));
                return standIn;
            }
            double mean = Arrays.stream(values).average().orElseThrow();
            boolean same = Arrays.stream(values).allMatch(value -> Math.abs(value - mean) < 1e-6 * Math.abs(mean));
            if (!same) {
                standIns.add(key + " " + dimension.format(rounded(mean)) + " (mean of pulses that differ)");
            }
            return rounded(mean);
        }
    }
}
