package crosspike.cli;

import crosspike.device.library.DeviceLibrary;
import crosspike.device.library.DeviceSheet;
import crosspike.experiment.EmulatedCells;
import crosspike.input.Dimension;
import crosspike.input.UserError;
import crosspike.instrument.Instrument;
import crosspike.instrument.LinkOptions;
import crosspike.instrument.Profile;
import crosspike.instrument.SafetyLimits;
import crosspike.instrument.TransactionLog;
import crosspike.instrument.emulator.Emulator;
import crosspike.instrument.emulator.Faults;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike instrument}: arrays behind instruments, and the emulator of one. */
@Command(
        name = "instrument",
        mixinStandardHelpOptions = true,
        description = "Emulates an instrument, and tries one that is there.")
final class InstrumentCommand {
    private static final double MOST_SECONDS = 1e6; // milliseconds still fit into an int

    @Spec
    CommandSpec spec;

    @Command(
            name = "emulate",
            mixinStandardHelpOptions = true,
            sortOptions = false,
            description = "Answers SCPI with an array of modelled cells, until Ctrl-C.")
    int emulate(
            @Option(
                            names = "--device",
                            paramLabel = "NAME",
                            defaultValue = "ag-asi-jo2010",
                            description = "Device of the library, or a YAML file; default: ${DEFAULT-VALUE}.")
                    String device,
            @Option(names = "--rows", paramLabel = "N", defaultValue = "32", description = "Word lines; default: 32.")
                    int rows,
            @Option(names = "--cols", paramLabel = "N", defaultValue = "32", description = "Bit lines; default: 32.")
                    int columns,
            @Option(
                            names = "--port",
                            paramLabel = "PORT",
                            defaultValue = "5025",
                            description = "TCP port to listen on, 0 for a free one; default: 5025.")
                    int port,
            @Option(
                            names = "--bind",
                            paramLabel = "HOST",
                            defaultValue = "127.0.0.1",
                            description = "Interface to listen on; default: this machine only.")
                    String bind,
            @Option(
                            names = "--seed",
                            paramLabel = "N",
                            defaultValue = "1",
                            description = "Seed of cells, noise and faults; default: 1.")
                    long seed,
            @Option(names = "--quiet-cells", description = "Cells without the noise and spread of their data sheet.")
                    boolean quiet,
            @Option(
                            names = "--stuck",
                            paramLabel = "FRACTION",
                            defaultValue = "0 %",
                            description = "Cells that no pulse moves, half of them at each end; default: none.")
                    String stuck,
            @Option(
                            names = "--drift",
                            paramLabel = "NU",
                            defaultValue = "0",
                            description = "Exponent of the drift of conductances, with --line-time; default: 0.")
                    double drift,
            @Option(
                            names = "--line-time",
                            paramLabel = "TIME",
                            defaultValue = "0 s",
                            description =
                                    "How much older each line makes the cells, which age every 100 lines; default: not"
                                            + " at all.")
                    String lineTime,
            @Option(
                            names = "--faults",
                            paramLabel = "RATES",
                            description = "Faults of lines: all=0.05, or late=0.01,drop-after=0.02 and so on.")
                    String faults,
            @Option(
                            names = "--late",
                            paramLabel = "TIME",
                            defaultValue = "10 s",
                            description = "Delay of late answers; default: 10 s.")
                    String late)
            throws InterruptedException {
        DeviceSheet sheet = DeviceLibrary.installed().deviceOrFile(device).programmable();
        double stuckFraction = Quantities.of("--stuck", stuck, Dimension.FRACTION);
        double lineSeconds = Quantities.of("--line-time", lineTime, Dimension.TIME);
        double lateSeconds = Quantities.of("--late", late, Dimension.TIME);
        require(stuckFraction >= 0 && stuckFraction <= 1, "--stuck", stuck, "a fraction from 0 to 1");
        require(drift >= 0 && drift <= 1, "--drift", Double.toString(drift), "0 to 1, as nu of the layer drift");
        require(lineSeconds >= 0 && lineSeconds <= MOST_SECONDS, "--line-time", lineTime, "0 s to 1e6 s");
        require(lateSeconds >= 0 && lateSeconds <= MOST_SECONDS, "--late", late, "0 s to 1e6 s");
        EmulatedCells cells = new EmulatedCells(sheet, seed, quiet, stuckFraction, drift);
        if (drift > 0 != lineSeconds > 0) {
            throw new UserError("one of --drift and --line-time is given; expected both, or none");
        }
        try (Emulator emulator = Emulator.start(
                bind,
                port,
                cells.array(rows, columns),
                faults == null ? Faults.none() : Faults.parse(faults, seed),
                new Emulator.Options(sheet.name(), seed, (int) Math.ceil(1000 * lateSeconds), lineSeconds))) {
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    Locale.ROOT,
                    "%d x %d cells of %s, SCPI on %s, until Ctrl-C%n",
                    rows,
                    columns,
                    sheet.name(),
                    emulator.address());
            out.flush();
            emulator.await();
        }
        return 0;
    }

    private static void require(boolean ok, String option, String value, String expected) {
        if (!ok) {
            throw new UserError(option + " is " + value + "; expected " + expected);
        }
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description =
                    "Asks an instrument who it is, tells it its limits, and reads one cell; then its outputs are off.")
    int check(
            @Parameters(
                            paramLabel = "ADDRESS",
                            description = "host, host:5025 or TCPIP0::host::5025::SOCKET; replay:FILE for a log.")
                    String address,
            @Option(
                            names = "--profile",
                            paramLabel = "NAME",
                            defaultValue = Profile.EMULATOR,
                            description = "Profile, or a YAML file; default: ${DEFAULT-VALUE}.")
                    String name,
            @Option(
                            names = "--device",
                            paramLabel = "NAME",
                            defaultValue = "ag-asi-jo2010",
                            description =
                                    "Device whose read voltage and pulses are used, or a YAML file; default: ${DEFAULT-VALUE}.")
                    String device,
            @Option(names = "--log", paramLabel = "FILE", description = "Keep what is sent and answered.") Path log,
            @Option(names = "--arm", description = "Allow real hardware to be driven: without it nothing is read.")
                    boolean arm) {
        Profile profile = Profile.of(name);
        DeviceSheet sheet = DeviceLibrary.installed().deviceOrFile(device).programmable();
        PrintWriter out = spec.commandLine().getOut();
        SafetyLimits limits = profile.limits();
        out.println("profile   " + profile.name() + ": " + profile.title());
        profile.notes().forEach(note -> out.println("  note    " + note));
        out.println("limits    " + Dimension.VOLTAGE.format(limits.voltageVolts()) + ", "
                + Dimension.CURRENT.format(limits.currentAmps()) + ", pulses of at most "
                + Dimension.TIME.format(limits.pulseWidthSeconds()) + ", " + limits.pulses() + " in a train, "
                + Dimension.ENERGY.format(limits.energyJoules()) + " for a cell");
        Instrument instrument = Instrument.connect(
                address,
                profile,
                sheet.waveforms(),
                1,
                1,
                new LinkOptions(5000, 3),
                log == null ? TransactionLog.none() : TransactionLog.create(log, "another --log"));
        try {
            out.println("identity  " + instrument.identity());
            if (!instrument.isEmulated() && !arm) {
                out.println(
                        "read      nothing was driven: this is real hardware; --arm allows a read of the first cell at "
                                + Dimension.VOLTAGE.format(sheet.read().voltageVolts()));
                return 0;
            }
            instrument.outputsOn(arm);
            double amps = instrument.readCell();
            out.println("read      row 0, column 0 at "
                    + Dimension.VOLTAGE.format(sheet.read().voltageVolts()) + ": "
                    + Dimension.CURRENT.format(Double.parseDouble(String.format(Locale.ROOT, "%.4g", amps))));
        } finally {
            instrument.close(); // whose error, that outputs may be on, is worse than one before
        }
        out.println("outputs   off");
        return 0;
    }

    @Command(name = "profiles", mixinStandardHelpOptions = true, description = "Profiles that come with Crosspike.")
    int profiles() {
        PrintWriter out = spec.commandLine().getOut();
        Profile.names().stream()
                .map(Profile::of)
                .forEach(profile -> out.printf(Locale.ROOT, "%-12s %s%n", profile.name(), profile.title()));
        return 0;
    }
}
