package crosspike.cli;

import crosspike.circuit.CostReport;
import crosspike.experiment.CorePricing;
import crosspike.experiment.NodePrice;
import crosspike.experiment.config.ConfigFile;
import crosspike.experiment.run.CostFile;
import crosspike.experiment.run.JsonFiles;
import crosspike.experiment.run.Phases;
import crosspike.experiment.run.RunDirectory;
import crosspike.input.UserError;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike price}: a finished run on another circuit, without training it again. */
@Command(
        name = "price",
        mixinStandardHelpOptions = true,
        description = "Prices a run for another node, read-out or model, without retraining.")
final class PriceCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "Run directory.")
    Path run;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change a key of the circuit, such as --set circuit.node=\"22 nm\"; may be repeated.")
    List<String> overrides = List.of();

    @Option(names = "--nodes", description = "Price it at every technology node, in both flavours.")
    boolean nodes;

    @Option(names = "--json", description = "Print JSON: that of cost.json, or one entry a node.")
    boolean json;

    @Override
    public Integer call() {
        RunDirectory directory = RunDirectory.open(run);
        ConfigFile config = ConfigFile.of(directory);
        for (String override : overrides) {
            Setting setting = Setting.parse(override);
            if (!setting.key().startsWith("circuit.")) {
                throw new UserError("--set " + setting.key() + " cannot change a finished run; expected a key of the"
                        + " circuit, such as circuit.node=22 nm, or a new run");
            }
            if (nodes) {
                refuse(setting, "circuit.node", "names one node, --nodes asks for all");
                refuse(setting, "circuit.flavour", "names one flavour, --nodes asks for both");
            }
            config = config.with(setting.key(), setting.value());
        }
        CorePricing pricing = CorePricing.of(directory, config.config());
        PrintWriter out = spec.commandLine().getOut();
        if (nodes) {
            print(pricing.nodes(), out);
        } else if (json) {
            out.print(JsonFiles.write(CostFile.of(pricing.report())));
        } else {
            print(pricing.report(), out);
            out.printf(Locale.ROOT, "%-22s %12.4g W%n", "leakage power", pricing.leakageWatts());
        }
        return 0;
    }

    private static void refuse(Setting setting, String key, String why) {
        if (setting.key().equals(key)) {
            throw new UserError("--set " + key + " " + why + "; expected one of them");
        }
    }

    private void print(List<NodePrice> prices, PrintWriter out) {
        if (json) {
            out.print(JsonFiles.write(Map.of("nodes", prices)));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%-12s %12s %12s %12s %12s %12s %12s%n",
                "node",
                "area (m2)",
                "leaks (W)",
                "train (J)",
                "train (s)",
                "image (J)",
                "image (s)");
        for (NodePrice price : prices) {
            if (price.possible()) {
                out.printf(
                        Locale.ROOT,
                        "%-12s %12.4g %12.4g %12.4g %12.4g %12.4g %12.4g%n",
                        price.name(),
                        price.areaSquareMetres(),
                        price.leakagePowerWatts(),
                        price.trainingEnergyJoules(),
                        price.trainingLatencySeconds(),
                        price.inferenceEnergyPerImageJoules(),
                        price.inferenceLatencyPerImageSeconds());
            } else {
                out.printf("%-12s no price: %s%n", price.name(), price.problem());
            }
        }
    }

    private static void print(CostReport cost, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%-22s %12s %12s %12s %12s %12s%n",
                "component",
                "area (m2)",
                "train (J)",
                "train (s)",
                "infer (J)",
                "infer (s)");
        for (CostReport.Component part : cost.components()) {
            line(
                    out,
                    part.name(),
                    part.areaSquareMetres(),
                    part.phases().getOrDefault(Phases.TRAINING, CostReport.Spent.NONE),
                    part.phases().getOrDefault(Phases.INFERENCE, CostReport.Spent.NONE));
        }
        line(out, "total", cost.areaSquareMetres(), cost.total(Phases.TRAINING), cost.total(Phases.INFERENCE));
    }

    private static void line(
            PrintWriter out, String name, double area, CostReport.Spent training, CostReport.Spent inference) {
        out.printf(
                Locale.ROOT,
                "%-22s %12.4g %12.4g %12.4g %12.4g %12.4g%n",
                name,
                area,
                training.energyJoules(),
                training.latencySeconds(),
                inference.energyJoules(),
                inference.latencySeconds());
    }
}
