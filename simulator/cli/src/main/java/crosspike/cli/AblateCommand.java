package crosspike.cli;

import crosspike.experiment.Ablation;
import crosspike.experiment.config.ConfigNotes;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.JsonFiles;
import crosspike.experiment.run.RunDirectory;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike ablate}: what each non-ideality costs in accuracy. */
@Command(
        name = "ablate",
        mixinStandardHelpOptions = true,
        description = "Prints what each non-ideality of a config costs in accuracy.")
final class AblateCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Mixin
    ConfigOptions options;

    @Parameters(paramLabel = "RUN|CONFIG", description = "Run directory, or YAML or JSON file.")
    Path source;

    @Mixin
    SeedOption seeds;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Override
    public Integer call() {
        ExperimentConfig config =
                Files.isDirectory(source) ? options.read(RunDirectory.open(source)) : options.read(source);
        Notes.print(ConfigNotes.of(config), spec);
        Ablation.Result result = Ablation.run(config, seeds.count(), options.threadCount(), Terminal.progress());
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(JsonFiles.write(result));
        } else {
            print(result, out);
        }
        return 0;
    }

    private static void print(Ablation.Result result, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%s: accuracy in %% (Eq. 5), mean and standard deviation of %d seed%s%n%n",
                result.name(),
                result.seeds().size(),
                result.seeds().size() == 1 ? "" : "s");
        out.printf(
                Locale.ROOT, "%-24s %s%n", "with all of them", result.asItIs().percent());
        out.printf(
                Locale.ROOT, "%-24s %s%n%n", "with none of them", result.ideal().percent());
        out.printf(
                Locale.ROOT, "%-24s %-15s %-15s %-15s %s%n", "", "alone", "costs alone", "left out", "costs among all");
        for (Ablation.Layer layer : result.layers()) {
            out.printf(
                    Locale.ROOT,
                    "%-24s %-15s %-15s %-15s %s%n",
                    layer.kind(),
                    layer.alone().percent(),
                    layer.costAlone().percent(),
                    layer.without().percent(),
                    layer.cost().percent());
        }
    }
}
