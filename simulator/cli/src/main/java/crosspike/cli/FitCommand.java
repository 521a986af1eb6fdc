package crosspike.cli;

import crosspike.device.Pulse;
import crosspike.device.calibration.DeviceFit;
import crosspike.device.calibration.DriftFit;
import crosspike.device.calibration.Estimate;
import crosspike.device.calibration.FitModel;
import crosspike.device.calibration.FitOptions;
import crosspike.device.calibration.FittedSheet;
import crosspike.device.calibration.ModelComparison;
import crosspike.device.calibration.StepFit;
import crosspike.device.library.DeviceSheet;
import crosspike.device.library.DeviceSheet.Cell;
import crosspike.device.library.DeviceSheet.Technology;
import crosspike.device.measured.Kind;
import crosspike.device.measured.Measurement;
import crosspike.experiment.run.AtomicFile;
import crosspike.input.Dimension;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;
import crosspike.instrument.LoggedSteps;
import crosspike.report.DevicePlots;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.DoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code crosspike fit}: measured pulse trains, made a device; retention, made a drift. */
@Command(
        name = "fit",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Fits a device to measured pulse trains or to the log of an instrument, or drift to retention.",
            "Writes it as a file that runs; what neither data nor options say is a stand-in, which it names.",
            "Drift becomes a config for others to take as their base."
        })
final class FitCommand implements Callable<Integer> {
    private static final List<String> OPTIONS_OF_A_LOG = List.of("--out", "--technology", "--cell", "--confidence");

    /** Those of a file of measurements, and what else a drift has. */
    private static final List<String> OPTIONS_OF_A_DRIFT =
            List.of("--out", "--confidence", "--kind", "--unit", "--vread", "--columns", "--device");

    private static final Pattern CELL = Pattern.compile("([0-9.]{1,8})x([0-9.]{1,8})");

    @Spec
    CommandSpec spec;

    @Mixin
    MeasurementOptions measurement;

    @Option(names = "--out", paramLabel = "FILE.yaml", required = true, description = "The device.")
    Path out;

    @Option(names = "--plots", paramLabel = "DIR", description = "Folder for plots of data and fit, as PNG and SVG.")
    Path plots;

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description = "linear, exponential, soft_bounds, or measured: the curve itself, smoothed and monotone;"
                    + " default: linear or exponential, by AIC.")
    FitModel model;

    @Option(
            names = "--confidence",
            paramLabel = "FRACTION",
            defaultValue = "95 %",
            description = "Confidence of the intervals; default: 95 %%.")
    String confidence;

    @Option(names = "--until-pulse", paramLabel = "N", description = "Last potentiating pulse to fit; default: all.")
    Integer untilPulse;

    @Option(names = "--allow-gap", description = "Fit although the two directions do not meet.")
    boolean allowGap;

    @Option(
            names = "--technology",
            paramLabel = "KIND",
            description = "Kind of memory: rram, cbram, pcm, fefet, mtj, charge-trap, capacitor or ideal.")
    Technology technology;

    @Option(names = "--ltp-voltage", paramLabel = "VOLTAGE", description = "Amplitude of a potentiating pulse.")
    String ltpVoltage;

    @Option(names = "--ltd-voltage", paramLabel = "VOLTAGE", description = "Amplitude of a depressing pulse.")
    String ltdVoltage;

    @Option(names = "--ltp-width", paramLabel = "TIME", description = "Width of a potentiating pulse.")
    String ltpWidth;

    @Option(names = "--ltd-width", paramLabel = "TIME", description = "Width of a depressing pulse.")
    String ltdWidth;

    @Option(names = "--read-width", paramLabel = "TIME", description = "Width of a read pulse.")
    String readWidth;

    @Option(names = "--cell", paramLabel = "WxH", description = "Footprint in F, such as 4x4.")
    String cell;

    @Override
    public Integer call() {
        if (out.getFileName() == null) {
            throw new UserError("--out is " + out + "; expected a file, such as mine.device.yaml");
        }
        DeviceFile.checkName(out);
        measurement.spare(out);
        String name = out.getFileName().toString().replaceFirst("\\.(device\\.)?ya?ml$", "");
        FitOptions options = new FitOptions(
                Optional.ofNullable(model),
                Quantities.of("--confidence", confidence, Dimension.FRACTION),
                untilPulse == null ? OptionalInt.empty() : OptionalInt.of(untilPulse),
                allowGap);
        if (LoggedSteps.isLog(measurement.file)) {
            refuseAllBut(OPTIONS_OF_A_LOG, "the log of an instrument");
            fitLog(name, options.confidence());
            return 0;
        }
        FittedSheet.Known known = new FittedSheet.Known(
                name,
                Optional.ofNullable(technology),
                amplitude("--ltp-voltage", ltpVoltage),
                amplitude("--ltd-voltage", ltdVoltage),
                width("--ltp-width", ltpWidth),
                width("--ltd-width", ltdWidth),
                measurement.readVolts(),
                Quantities.ifGiven("--read-width", readWidth, Dimension.TIME),
                footprint());
        Measurement data = measurement.read(spec);
        if (data.kind() == Kind.RETENTION) {
            refuseAllBut(OPTIONS_OF_A_DRIFT, "retention data");
            fitDrift(data, options.confidence());
            return 0;
        }
        DeviceFit fit = DeviceFit.of(data, options);
        FittedSheet sheet = FittedSheet.of(fit, data, known);
        DeviceFile.write(out, sheet.yaml(fit));
        print(fit, sheet);
        if (plots != null) {
            DevicePlots.write(fit, plots);
        }
        return 0;
    }

    private static OptionalDouble amplitude(String option, String text) {
        return ofPulse(option, Quantities.ifGiven(option, text, Dimension.VOLTAGE), volts -> new Pulse(volts, 1));
    }

    private static OptionalDouble width(String option, String text) {
        return ofPulse(option, Quantities.ifGiven(option, text, Dimension.TIME), seconds -> new Pulse(1, seconds));
    }

    /** @throws UserError naming the option, if no pulse has this value */
    private static OptionalDouble ofPulse(String option, OptionalDouble value, DoubleFunction<Pulse> pulse) {
        try {
            value.ifPresent(pulse::apply);
        } catch (UserError e) {
            throw new UserError(option + ": " + e.getMessage(), e);
        }
        return value;
    }

    private void refuseAllBut(List<String> taken, String what) {
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (!option.inherited() && !taken.contains(option.longestName())) {
                throw new UserError(option.longestName() + " is for pulse trains, but " + measurement.file + " is "
                        + what + ", which takes only " + String.join(", ", taken));
            }
        }
    }

    private void fitDrift(Measurement data, double confidence) {
        DriftFit fit = DriftFit.of(data, confidence);
        AtomicFile.write(out, fit.yaml(String.valueOf(measurement.file.getFileName())));
        PrintWriter print = spec.commandLine().getOut();
        print.printf(
                Locale.ROOT,
                "drift of %,d %s from %s on, residual %.2f %% of the conductance%n",
                fit.cells(),
                fit.cells() == 1 ? "cell" : "cells",
                Dimension.TIME.format(fit.startSeconds()),
                100 * fit.rms());
        fit.numbers().forEach((what, number) -> print.println("  " + FittedSheet.line(what, number)));
        fit.remarks().forEach(remark -> print.println("note: " + remark));
        print.println(out);
    }

    /** What a training in front of an instrument did to its cells, made a device. */
    private void fitLog(String name, double confidence) {
        LoggedSteps log = LoggedSteps.read(measurement.file);
        StepFit fit = fitted(log, confidence);
        DeviceSheet sheet = fit.sheet(
                name,
                String.valueOf(measurement.file.getFileName()),
                log.waveforms(),
                Optional.ofNullable(technology),
                footprint());
        DeviceFile.write(
                out,
                FittedSheet.comments("exponential", fit.rms(), confidence, fit.numbers()) + RecordWriter.toYaml(sheet));
        PrintWriter print = spec.commandLine().getOut();
        print.printf(
                Locale.ROOT,
                "exponential model, %,d trains of pulses on an instrument, residual %.3g %% of the range; the model that drove"
                        + " it was off by %.3g %%%n",
                fit.steps(),
                100 * fit.rms(),
                100 * fit.rmsOfOldModel());
        fit.numbers().forEach((what, number) -> print.println("  " + FittedSheet.line(what, number)));
        print.println(out);
    }

    private StepFit fitted(LoggedSteps log, double confidence) {
        try {
            return StepFit.of(log.range(), log.steps(), confidence);
        } catch (UserError e) {
            throw new UserError(measurement.file + ": " + e.getMessage(), e);
        }
    }

    private void print(DeviceFit fit, FittedSheet sheet) {
        PrintWriter print = spec.commandLine().getOut();
        print.printf(
                Locale.ROOT,
                "%s model, %d + %d pulses, residual %.2f %% of the range%s%n",
                fit.model().text(),
                fit.potentiationPulses(),
                fit.depressionPulses(),
                100 * fit.rms(),
                fit.heldOutRms().isPresent()
                        ? String.format(
                                Locale.ROOT,
                                ", %.2f %% on held-out last cycles",
                                100 * fit.heldOutRms().getAsDouble())
                        : "");
        for (Map.Entry<String, Estimate> number : FittedSheet.numbers(fit).entrySet()) {
            print.println("  " + FittedSheet.line(number.getKey(), number.getValue()));
        }
        print(fit.comparison());
        fit.remarks().forEach(remark -> print.println("note: " + remark));
        if (!sheet.standIns().isEmpty()) {
            print.println("note: not in the data, stand-ins in the file: " + String.join(", ", sheet.standIns()));
        }
        print.println(out);
    }

    private void print(List<ModelComparison> models) {
        PrintWriter print = spec.commandLine().getOut();
        double best = models.stream()
                .mapToDouble(model -> model.aic().orElse(Double.POSITIVE_INFINITY))
                .min()
                .orElse(0);
        print.printf("  %-16s %10s %12s   %s%n", "model", "parameters", "AIC - least", "residual on held-out cycles");
        for (ModelComparison model : models) {
            print.printf(
                    Locale.ROOT,
                    "  %-16s %10.0f %12s   %s%n",
                    model.name(),
                    model.parameters(),
                    text("%.1f", model.aic(), -best, 1),
                    text("%.2f %%", model.heldOutRms(), 0, 100));
        }
    }

    private static String text(String format, OptionalDouble value, double offset, double factor) {
        return value.isPresent() ? String.format(Locale.ROOT, format, factor * (value.getAsDouble() + offset)) : "-";
    }

    private Optional<Cell> footprint() {
        if (cell == null) {
            return Optional.empty();
        }
        Matcher sides = CELL.matcher(cell);
        if (!sides.matches()) {
            throw new UserError("--cell is \"" + cell + "\"; expected width and height in F, such as 4x4");
        }
        return Optional.of(new Cell(side(sides.group(1)), side(sides.group(2))));
    }

    private static double side(String text) {
        return Quantities.of("--cell", text, Dimension.NONE);
    }
}
