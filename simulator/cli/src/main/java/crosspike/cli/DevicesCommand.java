package crosspike.cli;

import crosspike.device.calibration.CurveFile;
import crosspike.device.calibration.LabelConvention;
import crosspike.device.library.DeviceLibrary;
import crosspike.device.library.DeviceSheet;
import crosspike.device.library.DeviceSheet.PulseTrain;
import crosspike.device.library.SheetDifference;
import crosspike.device.library.ToolSymbols;
import crosspike.input.Dimension;
import crosspike.input.RecordWriter;
import crosspike.report.DevicePlots;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike devices}: the library of published devices. */
@Command(name = "devices", mixinStandardHelpOptions = true, description = "Lists, shows, compares and draws devices.")
final class DevicesCommand {
    private static final String LINE = "%-20s %-11s %-6s %-9s %8s  %-7s %-11s %-6s %s";

    private static final int NARROWEST = 16;

    @Spec
    CommandSpec spec;

    @Command(name = "list", mixinStandardHelpOptions = true, description = "One line for each device.")
    int list(@Option(names = "--json", description = "Print JSON.") boolean json) {
        DeviceLibrary library = DeviceLibrary.installed();
        List<DeviceSheet> sheets = library.names().stream().map(library::device).toList();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(sheets.stream().map(RecordWriter::toJson).collect(Collectors.joining(",\n", "[", "]")));
            return 0;
        }
        out.println(String.format(
                Locale.ROOT, LINE, "name", "memory", "kind", "Gmax", "on/off", "pulses", "NL LTP/LTD", "C2C", "title"));
        sheets.forEach(sheet -> out.println(line(sheet)));
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description =
                    "The data sheet of a device, what tools and tables call its numbers, its sources and what they"
                            + " do not support.")
    int show(
            @Parameters(
                            paramLabel = "NAME",
                            completionCandidates = CompletionCommand.Devices.class,
                            description = "Device of the library, or a YAML file.")
                    String name,
            @Option(names = "--json", description = "Print JSON.") boolean json) {
        DeviceSheet sheet = DeviceLibrary.installed().deviceOrFile(name);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(RecordWriter.toJson(sheet));
        } else {
            out.print(RecordWriter.toYaml(sheet));
            List<ToolSymbols.Symbol> symbols = ToolSymbols.of(sheet);
            int names = symbols.stream()
                    .mapToInt(symbol -> symbol.meaning().length())
                    .reduce(NARROWEST, Math::max);
            String row = "# %-18s %-" + names + "s %-26s %s%n";
            out.printf(Locale.ROOT, "%n" + row, "NeuroSim", "tables", "key here", "value");
            symbols.forEach(symbol ->
                    out.printf(Locale.ROOT, row, symbol.symbol(), symbol.meaning(), symbol.key(), symbol.value()));
        }
        return 0;
    }

    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = "The keys in which two devices differ, with the ratio of the second to the first.")
    int diff(
            @Parameters(
                            paramLabel = "A",
                            completionCandidates = CompletionCommand.Devices.class,
                            description = "Device of the library, or a YAML file.")
                    String left,
            @Parameters(
                            paramLabel = "B",
                            completionCandidates = CompletionCommand.Devices.class,
                            description = "Likewise.")
                    String right) {
        DeviceLibrary library = DeviceLibrary.installed();
        List<SheetDifference> differences =
                SheetDifference.between(library.deviceOrFile(left), library.deviceOrFile(right));
        PrintWriter out = spec.commandLine().getOut();
        String line = "%-" + width("key", differences, row -> Optional.of(row.key())) + "s %-"
                + width(left, differences, SheetDifference::left) + "s %-"
                + width(right, differences, SheetDifference::right) + "s %s%n";
        out.printf(Locale.ROOT, line, "key", left, right, "ratio");
        for (SheetDifference difference : differences) {
            out.printf(
                    Locale.ROOT,
                    line,
                    difference.key(),
                    difference.left().orElse("-"),
                    difference.right().orElse("-"),
                    difference.ratio().isPresent()
                            ? String.format(
                                    Locale.ROOT, "%.4g", difference.ratio().getAsDouble())
                            : "");
        }
        return 0;
    }

    private static int width(
            String head, List<SheetDifference> rows, Function<SheetDifference, Optional<String>> column) {
        return Stream.concat(Stream.of(head), rows.stream().map(column).flatMap(Optional::stream))
                .mapToInt(String::length)
                .reduce(NARROWEST, Math::max);
    }

    @Command(
            name = "plot",
            mixinStandardHelpOptions = true,
            description = "Draws conductance against pulses, cycles overlaid, as PNG and SVG.")
    int plot(
            @Parameters(
                            paramLabel = "NAME",
                            completionCandidates = CompletionCommand.Devices.class,
                            description = "Device of the library, or a YAML file.")
                    String name,
            @Option(names = "--out", paramLabel = "DIR", description = "Folder; default: plots/NAME.") Path folder) {
        DeviceSheet sheet = DeviceLibrary.installed().deviceOrFile(name);
        Path target = folder != null ? folder : Path.of("plots", RunNames.folder(sheet.name()));
        PrintWriter out = spec.commandLine().getOut();
        DevicePlots.write(sheet, target).forEach(out::println);
        return 0;
    }

    @Command(
            name = "curve",
            mixinStandardHelpOptions = true,
            description = "Computes the pulse curves that a JSON file asks for, to compare tools.",
            footerHeading = "%nThe file:%n",
            footer = {
                "  {\"pulseModel\": [{\"NL_LTP\": 2.4, \"NL_LTD\": -4.88, \"numLevelLTP\": 97, \"numLevelLTD\": 100,",
                "    \"minConductance_S\": 3.0769e-9, \"maxConductance_S\": 3.8462e-8}],",
                "   \"normA_from_NL\": [{\"NL\": 2.4}]}"
            })
    int curve(
            @Option(names = "--in", required = true, paramLabel = "FILE.json", description = "What to compute.")
                    Path file,
            @Option(
                            names = "--labels",
                            paramLabel = "CONVENTION",
                            defaultValue = "tabulated",
                            description =
                                    "tabulated: labels as the NeuroSim family reads them, cut to hundredths, 0 as -0.01;"
                                            + " exact: by their definition; default: tabulated.")
                    LabelConvention labels) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(CurveFile.fill(file, labels));
        return 0;
    }

    private static String line(DeviceSheet sheet) {
        PulseTrain up = sheet.potentiation();
        PulseTrain down = sheet.depression();
        boolean pulsed = up != null && down != null;
        float min = sheet.conductance().minSiemens();
        return String.format(
                Locale.ROOT,
                LINE,
                sheet.name(),
                RecordWriter.name(sheet.technology()),
                RecordWriter.name(sheet.kind()),
                siemens(sheet.conductance().maxSiemens()),
                min > 0 ? String.format(Locale.ROOT, "%.3g", sheet.conductance().maxSiemens() / (double) min) : "-",
                pulsed ? up.pulses() + "/" + down.pulses() : "-",
                pulsed ? up.nonlinearity() + "/" + down.nonlinearity() : "-",
                pulsed ? Dimension.FRACTION.format(sheet.cycleToCycleSigma()) : "-",
                sheet.title());
    }

    private static String siemens(double siemens) {
        return Dimension.CONDUCTANCE.format(Double.parseDouble(String.format(Locale.ROOT, "%.4g", siemens)));
    }
}
