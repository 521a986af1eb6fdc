package crosspike.cli;

import crosspike.experiment.config.ConfigFile;
import crosspike.experiment.run.JsonFiles;
import crosspike.experiment.vary.Variation;
import crosspike.experiment.vary.VariationStudy;
import crosspike.experiment.vary.VariedKey;
import crosspike.input.UserError;
import crosspike.report.VariationPlot;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike vary}: accuracy against the values of one key. */
@Command(
        name = "vary",
        mixinStandardHelpOptions = true,
        description = "Runs a config at several values of one key and seeds, and plots the accuracy.")
final class VaryCommand implements Callable<Integer> {
    private static final int NARROWEST_VALUE = 12; // characters, of the first column

    @Spec
    CommandSpec spec;

    @Mixin
    ConfigChanges changes;

    @Mixin
    SeedOption seeds;

    @Parameters(paramLabel = "CONFIG", description = "YAML or JSON file, such as docs/examples/device-study.yaml.")
    Path config;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "KEY",
            description =
                    "Key to vary, such as device.levels or nonidealities.0.sigma; several with commas between them"
                            + " take the same value, those with a minus before them the negated one.")
    String key;

    @Option(names = "--values", required = true, paramLabel = "V1,V2,...", description = "Values of the key.")
    String values;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Runs at a time, each on one thread; default: all cores. The result does not depend on it.")
    Integer jobs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the study; finished runs in it are kept; default: runs/NAME-vary-KEY.")
    Path out;

    @Option(names = "--json", description = "Print vary.json instead of a table.")
    boolean json;

    @Override
    public Integer call() {
        int jobCount = Jobs.count(jobs);
        ConfigFile file = changes.read(config);
        Path target = out != null
                ? out
                : Path.of("runs", RunNames.folder(file.config().name() + "-vary-" + key));
        VariationStudy study = VariationStudy.plan(file, new VariedKey(key), valueList(), seeds.count());
        Notes.print(study.notes(), spec);
        Variation variation = study.run(target, jobCount, Terminal.sweepProgress());
        List<Path> plots = VariationPlot.write(variation, target);
        PrintWriter printer = spec.commandLine().getOut();
        if (json) {
            printer.print(JsonFiles.write(variation));
        } else {
            print(variation, target, printer);
            plots.stream().limit(1).forEach(plot -> printer.printf("%-10s %s%n", "plot", plot));
        }
        return variation.complete() ? 0 : Main.CHECK_FAILED;
    }

    private List<String> valueList() {
        List<String> list =
                Arrays.stream(values.split(",", -1)).map(String::strip).toList();
        if (list.contains("")) {
            throw new UserError(
                    "--values is \"" + values + "\"; expected values with commas between them, such as 4,16");
        }
        return list;
    }

    private static void print(Variation variation, Path target, PrintWriter out) {
        int seedCount = variation.seeds().size();
        out.printf(
                Locale.ROOT,
                "%s: accuracy in %%, mean and standard deviation of %d seed%s%n%n",
                variation.name(),
                seedCount,
                seedCount == 1 ? "" : "s");
        out.printf("%s%n", variation.key());
        int width = variation.points().stream()
                .mapToInt(point -> point.value().length())
                .reduce(NARROWEST_VALUE, Math::max);
        String values = "%-" + width + "s ";
        out.printf(
                values + "%-15s %-15s %15s %13s %13s%n", "", "Eq. 5", "Z vote", "writes", "training (J)", "image (J)");
        for (Variation.Point point : variation.points()) {
            if (!point.runs().isEmpty()) {
                out.printf(
                        Locale.ROOT,
                        values + "%-15s %-15s %,15.0f %13.4g %13.4g%n",
                        point.value(),
                        point.accuracyEq5().percent(),
                        point.accuracyZ().percent(),
                        point.trainingDeviceWrites().mean(),
                        point.trainingJoules().mean(),
                        point.inferencePerImageJoules().mean());
            }
            if (!point.error().isEmpty()) {
                out.printf(
                        Locale.ROOT,
                        values + "%d of %d failed: %s%n",
                        point.value(),
                        seedCount - point.runs().size(),
                        seedCount,
                        point.error());
            }
        }
        out.printf("%n%-10s %s%n", "table", target.resolve("vary.csv"));
    }
}
