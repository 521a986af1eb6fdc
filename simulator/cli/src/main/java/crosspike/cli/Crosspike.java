package crosspike.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command without a subcommand: says what there is. */
@Command(
        name = "crosspike",
        mixinStandardHelpOptions = true,
        versionProvider = VersionProvider.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            SweepCommand.class,
            ReproduceCommand.class,
            VaryCommand.class,
            AblateCommand.class,
            CalibratePruningCommand.class,
            VerifyCommand.class,
            NetlistCommand.class,
            ReportCommand.class,
            CompareCommand.class,
            SolveCommand.class,
            PriceCommand.class,
            ExplainCommand.class,
            SubarrayCommand.class,
            BenchCommand.class,
            DataCommand.class,
            DevicesCommand.class,
            ImportCommand.class,
            FitCommand.class,
            InstrumentCommand.class,
            SchemaCommand.class,
            DoctorCommand.class
        },
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

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show where in the program an error arose.")
    boolean isDebugging;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
