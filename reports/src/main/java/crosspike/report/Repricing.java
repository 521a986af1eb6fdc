package crosspike.report;

import crosspike.experiment.FlagPrice;
import crosspike.experiment.NodePrice;
import crosspike.report.Html.Cell;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The counts of a run priced with other circuits, as figures and tables.
 *
 * @param nodeMetres node of the run's own circuit
 * @param leakageWatts power that circuit leaks
 * @param nodes the same counts at every node
 * @param flags the same counts with each kind of prune flag, none first; empty for a run without flags
 */
record Repricing(double nodeMetres, double leakageWatts, List<NodePrice> nodes, List<FlagPrice> flags) {
    static final String FLAGS = "flags";

    private static final Map<String, ToDoubleFunction<FlagPrice>> OVERHEADS = overheads();

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        figures.add(NodeChart.figure(nodes, nodeMetres));
        if (!flags.isEmpty()) figures.add(flagFigure());
        return figures;
    }

    private Figure flagFigure() {
        Map<String, Map<String, Double>> percent = new LinkedHashMap<>();
        OVERHEADS.forEach((name, overhead) -> {
            Map<String, Double> kinds = new LinkedHashMap<>();
            flags.stream()
                    .skip(1)
                    .filter(FlagPrice::possible)
                    .forEach(price -> kinds.put(price.hardware(), 100 * overhead.applyAsDouble(price)));
            percent.put(name, kinds);
        });
        return Charts.percentBars(FLAGS, "Overhead of prune flags", "more than without flags (%)", percent);
    }

    /** One row a node; a row without a price says why. */
    String nodeTable() {
        List<List<Cell>> rows = nodes.stream()
                .map(price -> Html.cells(
                        price.possible()
                                ? List.of(
                                        price.name(),
                                        Scale.areaText(price.areaSquareMetres()),
                                        Scale.text(price.leakagePowerWatts(), "W"),
                                        Scale.text(price.trainingEnergyJoules(), "J"),
                                        Scale.text(price.trainingLatencySeconds(), "s"),
                                        Scale.text(price.inferenceEnergyPerImageJoules(), "J"),
                                        Scale.text(price.inferenceLatencyPerImageSeconds(), "s"))
                                : List.of(price.name(), "no price", "–", "–", "–", "–", "–")))
                .toList();
        return Html.table(
                        "numbers",
                        List.of(
                                "Node",
                                "area",
                                "leakage power",
                                "training energy",
                                "training latency",
                                "energy per inference",
                                "latency per inference"),
                        rows,
                        List.of())
                + problems();
    }

    private String problems() {
        StringBuilder html = new StringBuilder();
        for (NodePrice price : nodes) {
            if (!price.possible()) problem(html, price.name(), price.problem());
        }
        return html.toString();
    }

    private static void problem(StringBuilder html, String name, String why) {
        html.append("<p class=\"note\">No price for ")
                .append(Html.escape(name + ": " + why))
                .append("</p>\n");
    }

    /** One row a kind of flag: its price, and how much more that is than without. */
    String flagTable() {
        StringBuilder problems = new StringBuilder();
        List<List<Cell>> rows = new ArrayList<>();
        for (FlagPrice price : flags) {
            if (price.possible()) {
                rows.add(Html.cells(List.of(
                        price.hardware(),
                        String.format(Locale.ROOT, "%,d", price.flagReads()),
                        String.format(Locale.ROOT, "%,d", price.flagWrites()),
                        more(Scale.areaText(price.areaSquareMetres()), price.areaOverhead()),
                        more(Scale.text(price.trainingEnergyJoules(), "J"), price.trainingEnergyOverhead()),
                        more(Scale.text(price.trainingLatencySeconds(), "s"), price.trainingLatencyOverhead()),
                        more(Scale.text(price.inferenceEnergyPerImageJoules(), "J"), price.inferenceEnergyOverhead()),
                        more(
                                Scale.text(price.inferenceLatencyPerImageSeconds(), "s"),
                                price.inferenceLatencyOverhead()))));
            } else {
                rows.add(Html.cells(List.of(price.hardware(), "no price", "–", "–", "–", "–", "–", "–")));
                problem(problems, price.hardware(), price.problem());
            }
        }
        return Html.table(
                        "numbers",
                        List.of(
                                "Prune flags",
                                "reads",
                                "writes",
                                "area",
                                "training energy",
                                "training latency",
                                "energy per inference",
                                "latency per inference"),
                        rows,
                        List.of())
                + problems;
    }

    private static String more(String value, double overhead) {
        return overhead == 0 || !Double.isFinite(overhead)
                ? value
                : String.format(Locale.ROOT, "%s (%+.1f %%)", value, 100 * overhead);
    }

    private static Map<String, ToDoubleFunction<FlagPrice>> overheads() {
        Map<String, ToDoubleFunction<FlagPrice>> overheads = new LinkedHashMap<>();
        overheads.put("area", FlagPrice::areaOverhead);
        overheads.put("energy, training", FlagPrice::trainingEnergyOverhead);
        overheads.put("latency, training", FlagPrice::trainingLatencyOverhead);
        overheads.put("energy, inference", FlagPrice::inferenceEnergyOverhead);
        overheads.put("latency, inference", FlagPrice::inferenceLatencyOverhead);
        return overheads;
    }
}
