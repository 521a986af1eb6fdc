package crosspike.cli;

import crosspike.experiment.PruningCalibration;
import crosspike.experiment.PruningCalibration.Found;
import crosspike.experiment.config.ConfigNotes;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.JsonFiles;
import crosspike.input.Dimension;
import crosspike.input.UserError;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike calibrate-pruning}: the initial threshold that leaves a wanted connectivity. */
@Command(
        name = "calibrate-pruning",
        mixinStandardHelpOptions = true,
        description = {
            "Finds the threshold at which online pruning leaves a wanted connectivity.",
            "It trains for that, and sees training images only."
        })
final class CalibratePruningCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    ConfigOptions options;

    @Parameters(
            paramLabel = "CONFIG",
            description = "YAML or JSON file; its pruning.threshold is where the search begins.")
    Path config;

    @Option(
            names = "--connectivity",
            paramLabel = "SHARE",
            description = "Share of all synapses that is to be left; default: ${DEFAULT-VALUE}.")
    String connectivity = "10 %";

    @Mixin
    SeedOption seeds;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Override
    public Integer call() {
        ExperimentConfig read = options.read(config);
        Notes.print(ConfigNotes.of(read), spec);
        List<Found> found =
                PruningCalibration.run(read, share(), seeds.count(), options.threadCount(), Terminal.progress());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(JsonFiles.write(found));
            return 0;
        }
        out.printf(Locale.ROOT, "%6s %10s %13s %10s%n", "seed", "threshold", "connectivity", "trainings");
        for (Found one : found) {
            out.printf(
                    Locale.ROOT,
                    "%6d %10.5f %11.2f %% %10d%n",
                    one.seed(),
                    one.threshold(),
                    100 * one.connectivity(),
                    one.trainings());
        }
        for (Found one : found) {
            one.remarks().forEach(remark -> out.printf(Locale.ROOT, "remark     seed %d: %s%n", one.seed(), remark));
        }
        return 0;
    }

    private double share() {
        double share = Quantities.of("--connectivity", connectivity, Dimension.FRACTION);
        if (!(share > 0 && share <= 1)) {
            throw new UserError("--connectivity is \"" + connectivity
                    + "\"; expected a share above 0 and at most 1, such as \"10 %\"");
        }
        return share;
    }
}
