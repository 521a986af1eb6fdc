package crosspike.report;

import crosspike.circuit.CostReport;
import crosspike.circuit.CostReport.Spent;
import crosspike.crossbar.Activity;
import crosspike.crossbar.Energy;
import crosspike.experiment.run.ArrayLayout;
import crosspike.experiment.run.NumberText;
import crosspike.experiment.run.Provenance;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.run.RunResult;
import crosspike.report.Html.Cell;
import crosspike.spice.Verification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** {@code report.html}: one well-formed file with its style and figures inside, readable without a network. */
final class Page {
    private final RunDirectory run;
    private final Path folder;
    private final RunResult result;
    private final CostReport cost;
    private final ArrayLayout array;
    private final Summary summary;
    private final Map<String, Figure> figures;
    private final StringBuilder html = new StringBuilder();

    Page(
            RunDirectory run,
            Path folder,
            RunResult result,
            CostReport cost,
            ArrayLayout array,
            Summary summary,
            List<Figure> figures) {
        this.run = run;
        this.folder = folder;
        this.result = result;
        this.cost = cost;
        this.array = array;
        this.summary = summary;
        this.figures = figures.stream().collect(Collectors.toMap(Figure::name, Function.identity()));
    }

    String html() {
        head();
        headline();
        accuracy();
        weights();
        spikes();
        costs();
        verification();
        counts();
        making();
        html.append("</main>\n</body>\n</html>\n");
        return html.toString();
    }

    private void head() {
        html.append("""
                <!DOCTYPE html>
                <html lang="en" xmlns="http://www.w3.org/1999/xhtml">
                <head>
                <meta charset="utf-8"/>
                <meta name="viewport" content="width=device-width, initial-scale=1"/>
                <meta name="color-scheme" content="light dark"/>
                <title>%s · Crosspike</title>
                <style>
                %s</style>
                </head>
                <body>
                <main>
                """.formatted(Html.escape(result.name()), stylesheet()));
    }

    private void headline() {
        String cells = array.mapping().equals(WeightMatrix.PAIR) ? "two cells a weight" : "one cell a weight";
        html.append("<header>\n<p class=\"kind\">Crosspike run report</p>\n<h1>")
                .append(Html.escape(result.name()))
                .append("</h1>\n<p class=\"lead\">")
                .append(Html.escape("Network " + result.network() + " with " + array.outputs() + " output neurons on "
                        + array.rows() + " × " + array.columns() + " cells of " + result.device() + ", " + cells
                        + ". " + count(result.trainingImages()) + " training images × "
                        + Scale.digits(result.epochs()).replaceFirst("\\.?0+$", "") + " epochs, "
                        + count(result.testImages()) + " test images, seed " + result.seed() + "."))
                .append("</p>\n</header>\n<dl class=\"key\">\n");
        key(
                "Accuracy, Eq. 5 vote",
                Percent.text(summary.accuracy().eq5()),
                "± " + Percent.text(summary.accuracyHalfWidth95()).replace(" %", "") + " points from "
                        + count(result.testImages()) + " images (95 %)");
        key(
                "Accuracy, Z-weighted vote",
                Percent.text(summary.accuracy().zWeighted()),
                "selective " + Percent.text(summary.accuracy().eq5Selective()) + ", spike sum "
                        + Percent.text(summary.accuracy().spikeSum()));
        key(
                "Energy per training image",
                Scale.text(summary.trainingEnergyPerImageJoules(), "J"),
                Scale.text(summary.trainingEnergyPerSynapticOperationJoules(), "J") + " per synaptic operation");
        key(
                "Energy per inference",
                Scale.text(summary.inferenceEnergyPerImageJoules(), "J"),
                Scale.text(summary.inferenceEnergyPerSynapticOperationJoules(), "J") + " per synaptic operation");
        key(
                "Latency per training image",
                Scale.text(summary.trainingLatencyPerImageSeconds(), "s"),
                "circuit time, not time of this simulation");
        key(
                "Latency per inference",
                Scale.text(summary.inferenceLatencyPerImageSeconds(), "s"),
                "circuit time, not time of this simulation");
        key(
                "Area",
                Scale.areaText(summary.areaSquareMetres()),
                cost.components().size() == 1
                        ? cost.components().get(0).name()
                        : cost.components().size() + " components");
        Optional<Verification> check = run.verification();
        key(
                "Largest difference to ngspice",
                check.map(found -> scientific(found.worst())).orElse("not checked"),
                check.map(found -> found.columns().size() + " columns, "
                                + (found.passed() ? "within" : "outside") + " the tolerance of "
                                + scientific(found.tolerance()))
                        .orElse("run: crosspike verify " + run.path()));
        html.append("</dl>\n");
    }

    private void accuracy() {
        section("Accuracy");
        html.append("<div class=\"pair\">\n");
        figure(
                "learning-curve",
                "Running accuracy: neurons labelled by their own earlier spikes, which the learning rule never sees.");
        figure("confusion-matrix", "Test images by true class and Eq. 5 vote; shade is the share of the true class.");
        html.append("</div>\n");
        table(
                "numbers narrow",
                List.of("vote", "accuracy"),
                Tables.votes(result.accuracy()).stream()
                        .map(row -> List.of(row.vote(), Percent.text(row.accuracy())))
                        .toList());
        html.append("<p class=\"note\">Tables: ")
                .append(links("tables/accuracy.csv", "tables/confusion.csv"))
                .append("</p>\n");
    }

    private void weights() {
        section("Weights");
        figure(
                "weight-maps",
                "Weights of up to ten neurons of each class, computed from the conductances of the array. "
                        + count(result.prunedWeights()) + " of " + count(result.weights()) + " weights and "
                        + result.prunedNeurons() + " of " + array.outputs() + " neurons are pruned.");
        figure(
                "conductances",
                "All " + count((long) array.rows() * array.columns()) + " cells; the device reaches "
                        + Scale.text(array.minSiemens(), "S") + " to " + Scale.text(array.maxSiemens(), "S") + ".");
        html.append("<p class=\"note\">Table: ")
                .append(links("tables/conductances.csv"))
                .append("</p>\n");
    }

    private void spikes() {
        section("Spikes");
        figure(
                "spike-raster",
                "Output spikes are blue where the neuron's class is that of the image, else orange. “Told” is the vote"
                        + " of the spikes drawn here: mean spikes per neuron of a class.");
    }

    private void costs() {
        section("Energy, latency and area");
        html.append("<div class=\"pair\">\n");
        figure("energy", "Energy per image by phase of the run.");
        figure("latency", "Latency per image by phase of the run.");
        html.append("</div>\n");
        figure("area", "Area of the circuit.");
        costTable("Energy per image", "J", Spent::energyJoules);
        costTable("Latency per image", "s", Spent::latencySeconds);
        areaTable();
        cellEnergyTable();
        html.append("<h3>Assumptions</h3>\n<ul>\n");
        cost.assumptions()
                .forEach(sentence ->
                        html.append("<li>").append(Html.escape(sentence)).append("</li>\n"));
        html.append("</ul>\n<p class=\"note\">Tables in SI units: ")
                .append(links("tables/cost.csv", "tables/area.csv"))
                .append("</p>\n");
    }

    /** One row a component, one column a phase; the rows sum to the total, all in the unit of the column. */
    private void costTable(String title, String unit, ToDoubleFunction<Spent> figure) {
        Map<String, Activity> activity = result.activity().byName();
        List<Scale> scales = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(title));
        for (String phase : Tables.PHASES) {
            double total = figure.applyAsDouble(cost.total(phase));
            Scale scale =
                    Scale.of(List.of(Summary.per(total, activity.get(phase).presentations())), unit);
            scales.add(scale);
            head.add(phase + " (" + scale.symbol() + ")");
            head.add("share");
        }
        List<List<Cell>> rows = cost.components().stream()
                .map(component -> costRow(component.name(), phase -> Tables.spent(component, phase), scales, figure))
                .toList();
        List<List<Cell>> foot = new ArrayList<>();
        foot.add(costRow(Tables.TOTAL, cost::total, scales, figure));
        foot.add(footRow(
                "per synaptic operation",
                phase -> Scale.text(
                        Summary.per(
                                figure.applyAsDouble(cost.total(phase)),
                                activity.get(phase).synapticOperations()),
                        unit)));
        foot.add(footRow("whole phase", phase -> Scale.text(figure.applyAsDouble(cost.total(phase)), unit)));
        html.append(Html.table("numbers", head, rows, foot));
    }

    private List<Cell> costRow(
            String name, Function<String, Spent> spent, List<Scale> scales, ToDoubleFunction<Spent> figure) {
        List<String> cells = new ArrayList<>(List.of(name));
        for (int i = 0; i < scales.size(); i++) {
            String phase = Tables.PHASES.get(i);
            double value = figure.applyAsDouble(spent.apply(phase));
            double total = figure.applyAsDouble(cost.total(phase));
            long images = result.activity().byName().get(phase).presentations();
            cells.add(scales.get(i).number(Summary.per(value, images)));
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

    private void areaTable() {
        double total = cost.areaSquareMetres();
        Scale scale = Scale.ofAreas(List.of(total));
        Function<Tables.AreaRow, List<Cell>> row = part -> Html.cells(List.of(
                part.component(),
                scale.number(part.areaSquareMetres()),
                total == 0 ? "–" : share(part.areaSquareMetres() / total)));
        List<Tables.AreaRow> rows = Tables.area(cost);
        html.append(Html.table(
                "numbers narrow",
                List.of("Area", "circuit (" + scale.symbol() + ")", "share"),
                rows.stream().limit(rows.size() - 1L).map(row).toList(),
                rows.stream().skip(rows.size() - 1L).map(row).toList()));
    }

    private void cellEnergyTable() {
        Map<String, ToDoubleFunction<Energy>> operations = new LinkedHashMap<>();
        operations.put("weighted sums", Energy::readJoules);
        operations.put("reads before an update", Energy::cellReadJoules);
        operations.put("potentiation pulses", Energy::potentiationJoules);
        operations.put("depression pulses", Energy::depressionJoules);
        Map<String, Energy> spent = result.cellEnergy().byName();
        Function<ToDoubleFunction<Energy>, List<String>> row = operation -> Tables.PHASES.stream()
                .map(phase -> Scale.text(operation.applyAsDouble(spent.get(phase)), "J"))
                .toList();
        List<List<Cell>> rows = operations.entrySet().stream()
                .map(operation -> named(operation.getKey(), row.apply(operation.getValue())))
                .toList();
        List<List<Cell>> foot = List.of(named(Tables.TOTAL, row.apply(Energy::totalJoules)));
        html.append(Html.table(
                "numbers",
                List.of("Energy in the cells, whole phase", "training", "labelling", "inference"),
                rows,
                foot));
    }

    private static List<Cell> named(String name, List<String> values) {
        List<String> cells = new ArrayList<>(List.of(name));
        cells.addAll(values);
        return Html.cells(cells);
    }

    private void verification() {
        section("Agreement with ngspice");
        Optional<Verification> check = run.verification();
        if (check.isEmpty()) {
            html.append("<p>Not checked yet. To check columns of this array: <code>crosspike verify ")
                    .append(Html.escape(run.path().toString()))
                    .append("</code></p>\n");
            return;
        }
        Verification found = check.get();
        html.append("<p>")
                .append(Html.escape(found.engine() + ": " + found.circuit() + ". Largest relative difference "
                        + scientific(found.worst()) + ", tolerance " + scientific(found.tolerance()) + ": "
                        + (found.passed() ? "passed" : "failed") + "."))
                .append("</p>\n");
        List<List<Cell>> rows = found.columns().stream()
                .map(column -> List.of(
                        Cell.of(Integer.toString(column.column())),
                        Cell.of(NumberText.of(column.idealAmps())),
                        Cell.of(NumberText.of(column.spiceAmps())),
                        Cell.of(scientific(column.relativeDifference())),
                        new Cell(Html.link(fromReport(column.netlist()), column.netlist()))))
                .toList();
        html.append(Html.table(
                "numbers",
                List.of("column", "dot product (A)", "ngspice (A)", "relative difference", "netlist"),
                rows,
                List.of()));
        html.append("<p class=\"note\">Table: ")
                .append(links("tables/verification.csv"))
                .append("</p>\n");
    }

    /** Where a file of the run lies, seen from the page. */
    private String fromReport(String file) {
        Path page = folder.toAbsolutePath().normalize();
        Path target = run.path().toAbsolutePath().normalize().resolve(file).normalize();
        return page.relativize(target).toString().replace('\\', '/');
    }

    private void counts() {
        section("Activity");
        table(
                "numbers",
                List.of("Counts, whole phase", "training", "labelling", "inference"),
                Tables.activity(result.activity()).stream()
                        .map(row -> List.of(
                                row.count(), count(row.training()), count(row.labelling()), count(row.inference())))
                        .toList());
        html.append("<p class=\"note\">Table: ")
                .append(links("tables/activity.csv"))
                .append("</p>\n");
    }

    private void making() {
        section("How this run was made");
        Provenance made = run.provenance();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Crosspike", made.crosspikeVersion()));
        rows.add(List.of("seed", Long.toString(result.seed())));
        rows.add(List.of("started (UTC)", made.startedUtc()));
        made.phaseSeconds()
                .forEach((phase, seconds) -> rows.add(List.of("time of " + phase, Scale.text(seconds, "s"))));
        rows.add(List.of("threads", Integer.toString(made.threads())));
        rows.add(List.of("Java", made.jvm()));
        rows.add(List.of("system", made.os()));
        made.dataSha256().forEach((file, hash) -> rows.add(List.of("SHA-256 of " + file, hash)));
        table("facts", List.of(), rows);
        html.append("<p>To repeat it: <code>crosspike run ")
                .append(Html.escape(run.path().resolve("config.yaml").toString()))
                .append(" --out NEW</code>. The same version gives the same <code>result.json</code>.</p>\n")
                .append("<pre>")
                .append(Html.escape(run.config()))
                .append("</pre>\n");
    }

    private void section(String title) {
        html.append("<h2>").append(Html.escape(title)).append("</h2>\n");
    }

    private void key(String label, String value, String note) {
        html.append("<div><dt>")
                .append(Html.escape(label))
                .append("</dt><dd>")
                .append(Html.escape(value))
                .append("</dd><dd class=\"note\">")
                .append(Html.escape(note))
                .append("</dd></div>\n");
    }

    private void figure(String name, String caption) {
        Figure figure = figures.get(name);
        html.append("<figure id=\"").append(name).append("\">\n<h3>").append(Html.escape(figure.title()));
        html.append("</h3>\n<div class=\"scroll\">\n")
                .append(figure.inlineSvg())
                .append("\n</div>\n<figcaption>");
        html.append(Html.escape(caption))
                .append(" ")
                .append(Html.link("plots/" + name + ".png", "PNG"))
                .append(" ")
                .append(Html.link("plots/" + name + ".svg", "SVG"))
                .append("</figcaption>\n</figure>\n");
    }

    private void table(String kind, List<String> head, List<List<String>> rows) {
        html.append(Html.table(kind, head, rows.stream().map(Html::cells).toList(), List.of()));
    }

    private static String links(String... files) {
        return List.of(files).stream().map(file -> Html.link(file, file)).collect(Collectors.joining(", "));
    }

    private static String share(double fraction) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * fraction);
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String scientific(double value) {
        return String.format(Locale.ROOT, "%.1e", value).replace("e-", "e−");
    }

    private static String stylesheet() {
        try (InputStream css = Page.class.getResourceAsStream("report.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
