package crosspike.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The command without a subcommand: says what there is. */
@Command(
        name = "crosspike",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        description = "Trains spiking neural networks on crossbars of eNVM devices and prices what they did.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  crosspike run docs/examples/demo.yaml --set device.levels=16",
            "  crosspike COMMAND --help",
            "",
            "Exit codes: 0 done, 1 a check failed, 2 a mistake to mend, 3 a program is missing, 70 a defect."
        })
final class Crosspike implements Runnable {
    /** In the order of the help. */
    private static final List<Map.Entry<String, Class<?>>> COMMANDS = List.of(
            Map.entry("demo", DemoCommand.class),
            Map.entry("run", RunCommand.class),
            Map.entry("sweep", SweepCommand.class),
            Map.entry("reproduce", ReproduceCommand.class),
            Map.entry("vary", VaryCommand.class),
            Map.entry("ablate", AblateCommand.class),
            Map.entry("calibrate-pruning", CalibratePruningCommand.class),
            Map.entry("verify", VerifyCommand.class),
            Map.entry("netlist", NetlistCommand.class),
            Map.entry("report", ReportCommand.class),
            Map.entry("compare", CompareCommand.class),
            Map.entry("solve", SolveCommand.class),
            Map.entry("price", PriceCommand.class),
            Map.entry("explain", ExplainCommand.class),
            Map.entry("subarray", SubarrayCommand.class),
            Map.entry("bench", BenchCommand.class),
            Map.entry("data", DataCommand.class),
            Map.entry("devices", DevicesCommand.class),
            Map.entry("import", ImportCommand.class),
            Map.entry("fit", FitCommand.class),
            Map.entry("instrument", InstrumentCommand.class),
            Map.entry("schema", SchemaCommand.class),
            Map.entry("completion", CompletionCommand.class),
            Map.entry("doctor", DoctorCommand.class));

    /** What {@code mixinStandardHelpOptions} calls the option. */
    private static final Set<String> VERSION = Set.of("-V", "--version");

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where in the program an error arose.")
    boolean isDebugging;

    @Spec
    private CommandSpec spec;

    /**
     * The command line, ready to parse these arguments. If they begin with a command it knows only that one, and none to tell the
     * version, because reading the annotations of all takes longer than most commands.
     */
    static CommandLine commandLine(String... args) {
        CommandLine commandLine = new CommandLine(new Crosspike());
        String first = args.length > 0 ? args[0] : "";
        boolean needsAll = !VERSION.contains(first)
                && COMMANDS.stream().noneMatch(command -> command.getKey().equals(first));
        for (Map.Entry<String, Class<?>> command : COMMANDS) {
            if (needsAll || command.getKey().equals(first)) {
                commandLine.addSubcommand(command.getKey(), command.getValue());
            }
        }
        return commandLine.registerConverter(Path.class, Crosspike::path);
    }

    /** An empty name would be that of the working directory. */
    private static Path path(String typed) {
        if (typed.isBlank()) throw new TypeConversionException("it is empty; expected a file or folder");
        try {
            return Path.of(typed);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("it cannot be the name of a file here: " + e.getReason());
        }
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
