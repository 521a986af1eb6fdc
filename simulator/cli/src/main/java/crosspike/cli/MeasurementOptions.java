package crosspike.cli;

import crosspike.device.measured.ImportOptions;
import crosspike.device.measured.Importer;
import crosspike.device.measured.Kind;
import crosspike.device.measured.Measurement;
import crosspike.input.Dimension;
import crosspike.input.Unreadable;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The options with which a file of measurements is read. */
final class MeasurementOptions {
    @Parameters(paramLabel = "FILE", description = "What the analyser wrote, or a tidy CSV.")
    Path file;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "pulse_train, iv, retention, endurance, level_program or stdp; default: as the columns tell.")
    Kind kind;

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description =
                    "Unit of the measured column where the file has none: uS, kohm, nA, or one unit of it: \"25 uS\".")
    String unit;

    @Option(
            names = "--vread",
            paramLabel = "VOLTAGE",
            description = "Read voltage with its unit, to divide currents by.")
    String readVoltage;

    @Option(
            names = "--columns",
            paramLabel = "NAMES",
            split = ",",
            description =
                    "Names of the columns from the left, such as pulse,\"G (uS)\" or up,-,down, where - skips one.")
    List<String> columns = List.of();

    @Option(
            names = "--device",
            paramLabel = "NAME",
            defaultValue = "1",
            description = "Name of the device, if the file has none; default: 1.")
    String device;

    @Option(
            names = "--mirrored",
            description = "Every second block is depression written backwards, as NeuroSim has it.")
    boolean mirrored;

    @Option(
            names = "--split",
            paramLabel = "PULSES",
            description = "Pulses of each phase, if one column holds both in turn.")
    Integer split;

    /** @throws UserError if {@code out} is the file of measurements itself */
    void spare(Path out) {
        try {
            if (Files.exists(out) && Files.exists(file) && Files.isSameFile(file, out)) {
                throw new UserError("--out is " + out + ", which holds the measurements; expected another file");
            }
        } catch (IOException e) {
            throw Unreadable.error(file, e);
        }
    }

    /** Reads the file, and says on standard error what of it is not as it should be. */
    Measurement read(CommandSpec spec) {
        Measurement read = Importer.read(
                file,
                new ImportOptions(
                        Optional.ofNullable(kind),
                        Optional.ofNullable(unit),
                        readVolts(),
                        columns,
                        device,
                        mirrored,
                        split == null ? OptionalInt.empty() : OptionalInt.of(split)));
        Notes.print(read.remarks(), spec);
        return read;
    }

    /** What --vread says, in V; empty if it is not given. */
    OptionalDouble readVolts() {
        return Quantities.ifGiven("--vread", readVoltage, Dimension.VOLTAGE);
    }
}
