package crosspike.cli;

import crosspike.device.library.DeviceLibrary;
import crosspike.experiment.Version;
import crosspike.experiment.data.Datasets;
import crosspike.experiment.data.Listing;
import crosspike.input.Installation;
import crosspike.input.UserError;
import crosspike.spice.Ngspice;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code crosspike doctor}: what is there and what is missing. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what is installed, what is missing and what to type.")
final class DoctorCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        line(
                out,
                "crosspike",
                Version.current() + " in "
                        + Installation.path("").toAbsolutePath().normalize());
        line(out, "java", Runtime.version() + " (" + System.getProperty("java.vm.name") + ")");
        line(out, "machine", machine());
        line(out, "ngspice", ngspice());
        line(
                out,
                "data",
                Datasets.ofUser().list().stream().map(DoctorCommand::data).collect(Collectors.joining(", "))
                        + "; see crosspike data list");
        line(out, "devices", DeviceLibrary.installed().names().size() + ", see crosspike devices list");
        return 0;
    }

    private static String machine() {
        return String.format(
                Locale.ROOT,
                "%d cores, %.1f GiB for Java",
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() / 0x1p30);
    }

    private static String ngspice() {
        try {
            Ngspice ngspice = Ngspice.find();
            return ngspice.engine() + ngspice.warning().map(text -> "; " + text).orElse("");
        } catch (UserError e) {
            return "missing: " + e.getMessage();
        }
    }

    private static String data(Listing listing) {
        return listing.name() + " (" + listing.state().name().toLowerCase(Locale.ROOT) + ")";
    }

    private static void line(PrintWriter out, String what, String found) {
        out.printf(Locale.ROOT, "%-10s %s%n", what, found);
    }
}
