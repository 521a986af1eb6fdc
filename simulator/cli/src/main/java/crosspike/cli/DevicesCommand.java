package crosspike.cli;

import crosspike.device.library.DeviceLibrary;
import crosspike.device.library.DeviceSheet;
import crosspike.input.Dimension;
import crosspike.input.RecordWriter;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike devices}: the library of published devices. */
@Command(name = "devices", mixinStandardHelpOptions = true, description = "Lists and shows the devices of the library.")
final class DevicesCommand {
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
        out.printf(
                Locale.ROOT,
                "%-18s %-17s %-6s %-12s %7s  %-9s %-14s %s%n",
                "name",
                "title",
                "kind",
                "Gmax",
                "on/off",
                "pulses",
                "NL LTP/LTD",
                "C2C");
        sheets.forEach(sheet -> out.println(line(sheet)));
        return 0;
    }

    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "The data sheet of a device, with its sources and what they do not support.")
    int show(
            @Parameters(paramLabel = "NAME", description = "Name of the device.") String name,
            @Option(names = "--json", description = "Print JSON.") boolean json) {
        DeviceSheet sheet = DeviceLibrary.installed().device(name);
        PrintWriter out = spec.commandLine().getOut();
        out.print(json ? RecordWriter.toJson(sheet) : RecordWriter.toYaml(sheet));
        return 0;
    }

    private static String line(DeviceSheet sheet) {
        return String.format(
                Locale.ROOT,
                "%-18s %-17s %-6s %-12s %7.3g  %-9s %-14s %s",
                sheet.name(),
                sheet.title(),
                sheet.technology().name().toLowerCase(Locale.ROOT),
                Dimension.CONDUCTANCE.formatSingle(sheet.conductance().maxSiemens()),
                (double) sheet.conductance().maxSiemens() / sheet.conductance().minSiemens(),
                sheet.potentiation().pulses() + "/" + sheet.depression().pulses(),
                sheet.potentiation().nonlinearity() + "/" + sheet.depression().nonlinearity(),
                Dimension.FRACTION.format(sheet.cycleToCycleSigma()));
    }
}
