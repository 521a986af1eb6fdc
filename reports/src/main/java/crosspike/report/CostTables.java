package crosspike.report;

import crosspike.circuit.CostReport;
import crosspike.circuit.CostReport.Spent;
import crosspike.crossbar.Activity;
import crosspike.crossbar.Energy;
import crosspike.experiment.run.RunResult;
import crosspike.report.Html.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What the run cost, as tables of the page. */
record CostTables(RunResult result, CostReport cost) {

    /** Training, labelling and inference apart, for an image and in all; leakage power has a line of its own. */
    String phases(double leakageWatts) {
        List<List<Cell>> rows = Tables.phases(result, cost, leakageWatts).stream()
                .map(row -> Html.cells(List.of(
                        row.phase(),
                        String.format(Locale.ROOT, "%,d", row.images()),
                        Scale.text(row.energyPerImageJoules(), "J"),
                        Scale.text(row.leakageEnergyPerImageJoules(), "J"),
                        Scale.text(row.latencyPerImageSeconds(), "s"),
                        Scale.text(row.energyJoules(), "J"),
                        Scale.text(row.leakageEnergyJoules(), "J"),
                        Scale.text(row.latencySeconds(), "s"))))
                .toList();
        List<Cell> power = Html.cells(List.of("leakage power", "", "", Scale.text(leakageWatts, "W"), "", "", "", ""));
        return Html.table(
                "numbers",
                List.of(
                        "Phase",
                        "images",
                        "energy per image",
                        "of it leakage",
                        "latency per image",
                        "energy, whole phase",
                        "of it leakage",
                        "latency, whole phase"),
                rows,
                List.of(power));
    }

    String energy() {
        return costTable("Energy per image", "J", Spent::energyJoules);
    }

    String latency() {
        return costTable("Latency per image", "s", Spent::latencySeconds);
    }

    /** One row a component, one column a phase; the rows sum to the total, all in the unit of the column. */
    private String costTable(String title, String unit, ToDoubleFunction<Spent> figure) {
        Map<String, Activity> activity = result.activity().byName();
        List<Scale> scales = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(title));
        for (String phase : Tables.PHASES) {
            double total = figure.applyAsDouble(cost.total(phase));
            Scale scale =
                    Scale.of(List.of(Summary.per(total, result.images().byName().get(phase))), unit);
            scales.add(scale);
            head.add(phase + " (" + scale.symbol() + ")");
            head.add("share");
        }
        List<List<Cell>> rows = cost.components().stream()
                .map(component -> costRow(component.name(), phase -> Tables.spent(component, phase), scales, figure))
                .toList();
        List<List<Cell>> foot = new ArrayList<>();
        foot.add(costRow(Tables.TOTAL, cost::total, scales, figure));
        if (unit.equals("J")) {
            foot.add(footRow("per synaptic operation", phase -> {
                double joules = figure.applyAsDouble(cost.total(phase));
                return Scale.text(Summary.per(joules, activity.get(phase).synapticOperations()), unit);
            }));
        }
        foot.add(footRow("whole phase", phase -> Scale.text(figure.applyAsDouble(cost.total(phase)), unit)));
        return Html.table("numbers", head, rows, foot);
    }

    private List<Cell> costRow(
            String name, Function<String, Spent> spent, List<Scale> scales, ToDoubleFunction<Spent> figure) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (int i = 0; i < scales.size(); i++) {
            String phase = Tables.PHASES.get(i);
            double value = figure.applyAsDouble(spent.apply(phase));
            double total = figure.applyAsDouble(cost.total(phase));
            long images = result.images().byName().get(phase);
            cells.add(scales.get(i).inColumnOf(Summary.per(total, images), Summary.per(value, images)));
            cells.add(total == 0 ? "–" : share(value / total));
        }
        return Html.cells(cells);
    }

    private static List<Cell> footRow(String name, Function<String, String> text) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (String phase : Tables.PHASES) {
            cells.add(text.apply(phase));
            cells.add("");
        }
        return Html.cells(cells);
    }

    String area() {
        double total = cost.areaSquareMetres();
        Scale scale = Scale.ofAreas(List.of(total));
        Function<Tables.AreaRow, List<Cell>> row = part -> Html.cells(List.of(
                part.component(),
                scale.inColumnOf(total, part.areaSquareMetres()),
                total == 0 ? "–" : share(part.areaSquareMetres() / total)));
        List<Tables.AreaRow> rows = Tables.area(cost);
        return Html.table(
                "numbers",
                List.of("Area", "circuit (" + scale.symbol() + ")", "share"),
                rows.stream().limit(rows.size() - 1L).map(row).toList(),
                rows.stream().skip(rows.size() - 1L).map(row).toList());
    }

    String cellEnergy() {
        Map<String, Energy> spent = result.cellEnergy().byName();
        Function<ToDoubleFunction<Energy>, List<String>> row = operation -> Tables.PHASES.stream()
                .map(phase -> Scale.text(operation.applyAsDouble(spent.get(phase)), "J"))
                .toList();
        List<List<Cell>> rows = Tables.CELL_ENERGIES.entrySet().stream()
                .map(operation -> named(operation.getKey(), row.apply(operation.getValue())))
                .toList();
        List<List<Cell>> foot = List.of(named(Tables.TOTAL, row.apply(Energy::totalJoules)));
        return Html.table(
                "numbers",
                List.of("Energy in the cells, whole phase", "training", "labelling", "inference"),
                rows,
                foot);
    }

    private static List<Cell> named(String name, List<String> values) {
        List<String> cells = new ArrayList<>(List.of(name));
        cells.addAll(values);
        return Html.cells(cells);
    }

    private static String share(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
    }
}
