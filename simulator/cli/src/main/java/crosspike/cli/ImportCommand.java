package crosspike.cli;

import crosspike.device.library.CellFile;
import crosspike.device.measured.Measurement;
import crosspike.device.measured.TidyCsv;
import crosspike.experiment.run.AtomicFile;
import crosspike.input.RecordWriter;
import crosspike.input.UserError;
import crosspike.report.DevicePlots;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code crosspike import}: what an analyser wrote, made tidy. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Makes a tidy CSV of what an analyser wrote, or a device of an NVSim cell file.")
final class ImportCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    MeasurementOptions measurement;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Tidy CSV, or the YAML of a device for a .cell file; default: standard output.")
    Path out;

    @Option(
            names = "--plots",
            paramLabel = "DIR",
            description = "Folder for a plot of the measurement, as PNG and SVG.")
    Path plots;

    @Override
    public Integer call() {
        PrintWriter print = spec.commandLine().getOut();
        if (out != null) {
            measurement.spare(out);
        }
        if (measurement.file.toString().endsWith(".cell")) {
            refuseWhatCellsDoNotTake();
            String yaml = RecordWriter.toYaml(CellFile.read(measurement.file));
            if (out == null) {
                DeviceFile.check(yaml, measurement.file);
                print.print(yaml);
            } else {
                DeviceFile.checkName(out);
                DeviceFile.write(out, yaml);
                print.println(out);
            }
        } else {
            Measurement read = measurement.read(spec);
            if (plots != null) {
                DevicePlots.write(read, plots);
            }
            if (out == null) {
                print.print(TidyCsv.text(read));
            } else {
                AtomicFile.write(out, TidyCsv.text(read));
                print.println(out + ": " + read.rows().size() + " rows of "
                        + read.kind().text());
            }
        }
        return 0;
    }

    private void refuseWhatCellsDoNotTake() {
        for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
            if (!option.inherited() && !option.longestName().equals("--out")) {
                throw new UserError(option.longestName() + " is for files of measurements, but " + measurement.file
                        + " is an NVSim cell, which takes --out only");
            }
        }
    }
}
