package crosspike.cli;

import crosspike.experiment.CorePricing;
import crosspike.experiment.run.Phases;
import crosspike.experiment.run.RunDirectory;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike explain}: where a number of the price list comes from. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Prints the formula of a component's price with the numbers filled in.")
final class ExplainCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "RUN", description = "Run directory.")
    Path run;

    @Parameters(index = "1", paramLabel = "COMPONENT", description = "Component, such as \"array cells\".")
    String component;

    @Option(
            names = "--phase",
            paramLabel = "PHASE",
            defaultValue = Phases.TRAINING,
            description = "training, labelling or inference; default: training.")
    String phase;

    @Override
    public Integer call() {
        RunDirectory directory = RunDirectory.open(run);
        spec.commandLine().getOut().println(CorePricing.of(directory).explain(component, phase));
        return 0;
    }
}
