package crosspike.report;

import crosspike.circuit.CostReport;
import crosspike.experiment.WiredRead;
import crosspike.experiment.run.ArrayLayout;
import crosspike.experiment.run.NeuronRow;
import crosspike.experiment.run.NumberText;
import crosspike.experiment.run.Phases;
import crosspike.experiment.run.Provenance;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.run.RunResult;
import crosspike.input.ShellWord;
import crosspike.instrument.InstrumentReport;
import crosspike.spice.Verification;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** {@code report.html}: one well-formed file with its style and figures inside, readable without a network. */
final class Page {
    private final RunDirectory run;
    private final Path folder;
    private final RunResult result;
    private final CostReport cost;
    private final Repricing repricing;
    private final ArrayLayout array;
    private final Summary summary;
    private final Optional<WiredRead> read;
    private final Map<String, Figure> figures;
    private final HtmlPage html;

    Page(
            RunDirectory run,
            Path folder,
            RunResult result,
            CostReport cost,
            Repricing repricing,
            ArrayLayout array,
            Summary summary,
            Optional<WiredRead> read,
            List<Figure> figures) {
        this.run = run;
        this.folder = folder;
        this.result = result;
        this.cost = cost;
        this.repricing = repricing;
        this.array = array;
        this.summary = summary;
        this.read = read;
        this.html = new HtmlPage(result.name());
        this.figures = figures.stream().collect(Collectors.toMap(Figure::name, Function.identity()));
    }

    String html() {
        headline();
        accuracy();
        weights();
        read.ifPresent(this::wires);
        spikes();
        costs();
        nodes();
        flags();
        verification();
        counts();
        making();
        return html.end();
    }

    private void headline() {
        int perWeight = array.cells().columnsPerNeuron();
        String cells = perWeight == 1
                ? "one cell a weight"
                : perWeight == 2 ? "two cells a weight" : perWeight + " cells a weight";
        html.append("<header>\n")
                .append(HtmlPage.kind(Report.KIND))
                .append("<h1>")
                .append(Html.escape(result.name()))
                .append("</h1>\n<p class=\"lead\">")
                .append(Html.escape("Network " + result.network() + " with " + array.outputs() + " output neurons on "
                        + array.rows() + " × " + array.columns() + " cells of " + result.device() + ", " + cells
                        + ". " + count(result.trainingImages()) + " training images × "
                        + epochs(result.epochs()) + ", "
                        + count(result.testImages()) + " test images, seed " + result.seed() + "."))
                .append("</p>\n</header>\n<dl class=\"key\">\n");
        double[] interval = Percent.interval(summary.accuracy().eq5(), result.testImages());
        key(
                "Accuracy, Eq. 5 vote",
                Percent.text(summary.accuracy().eq5()),
                "95 % interval " + Percent.text(interval[0]).replace(" %", "") + " to " + Percent.text(interval[1])
                        + ", from " + count(result.testImages()) + (result.testImages() == 1 ? " image" : " images"));
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
                "whole training " + Scale.text(cost.total(Phases.TRAINING).latencySeconds(), "s") + " of circuit time");
        key(
                "Latency per inference",
                Scale.text(summary.inferenceLatencyPerImageSeconds(), "s"),
                "circuit time, not the time of this simulation");
        key(
                "Area",
                Scale.areaText(summary.areaSquareMetres()),
                cost.components().size() + " components, leakage power " + Scale.text(repricing.leakageWatts(), "W"));
        Optional<Verification> check = run.verification();
        key(
                "Largest difference to ngspice",
                check.map(VerificationSection::worst).orElse("not checked"),
                check.map(found -> found.columnCount() + " columns"
                                + (found.tiles().isEmpty()
                                        ? ", "
                                        : " and " + found.tiles().size() + " tiles, ")
                                + VerificationSection.verdict(found))
                        .orElse("run: crosspike verify " + ShellWord.of(run.path())));
        html.append("</dl>\n");
    }

    private void accuracy() {
        section("Accuracy");
        html.append("<div class=\"pair\">\n<div>\n");
        figure(
                "learning-curve",
                "Running accuracy: neurons labelled by their own earlier spikes, which the learning rule never sees.");
        table(
                "numbers",
                List.of("Vote", "accuracy"),
                Tables.votes(result.accuracy()).stream()
                        .map(row -> List.of(row.vote(), Percent.text(row.accuracy())))
                        .toList());
        html.append("</div>\n");
        figure(
                "confusion-matrix",
                "Test images by true class and Eq. 5 vote; shade is the share of the true class, of mistakes four times as strong.");
        html.append("</div>\n");
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
        html.append("<p class=\"note\">")
                .append(development() + updates())
                .append("</p>\n<p class=\"note\">Tables: ")
                .append(links("tables/conductances.csv", "tables/neurons.csv"))
                .append("</p>\n");
    }

    private String updates() {
        return "The learning rule visited "
                + count(result.activity().training().nominalUpdates())
                + " weights; conventional STDP would have visited "
                + count(result.conventionalStdpUpdates()) + ".";
    }

    /** Nothing of a layer of Diehl and Cook's neurons, whose consistency nobody watches. */
    private String development() {
        if (run.layer().isPresent()) return "";
        long[] developed = run.neurons().stream()
                .filter(neuron -> neuron.developedPresentation() != null)
                .mapToLong(NeuronRow::developedPresentation)
                .sorted()
                .toArray();
        String when = developed.length == 0 ? "" : ", half of them by image " + count(developed[developed.length / 2]);
        return developed.length + " of " + array.outputs() + " neurons came to fire consistently in training" + when
                + ". ";
    }

    private void wires(WiredRead wired) {
        section("Wires");
        WireSection.captions(wired).forEach(this::figure);
    }

    private void spikes() {
        section("Spikes");
        figure(
                "spike-raster",
                "Output spikes are blue where the neuron's class is that of the image, else orange. “Predicted” is the vote"
                        + " of the spikes drawn here: mean spikes per neuron of a class.");
    }

    private void costs() {
        section("Energy, latency and area");
        CostTables tables = new CostTables(result, cost);
        html.append(tables.phases(repricing.leakageWatts()));
        html.append("<div class=\"pair\">\n");
        figure("energy", "Energy per image by phase of the run.");
        figure("latency", "Latency per image by phase of the run.");
        figure("area", "Area of the circuit.");
        html.append(tables.area());
        html.append("</div>\n");
        List<String> others = Breakdown.of(cost).others();
        figure(
                "shares",
                "How each total divides among the components; the total stands at the end of its bar."
                        + (others.size() < 2 ? "" : " Others: " + String.join(", ", others) + "."));
        html.append(tables.energy()).append(tables.latency()).append(tables.cellEnergy());
        html.append("<h3>Assumptions</h3>\n<ul>\n");
        cost.assumptions()
                .forEach(sentence ->
                        html.append("<li>").append(Html.escape(sentence)).append("</li>\n"));
        html.append("</ul>\n<p class=\"note\">Tables in SI units: ")
                .append(links("tables/cost.csv", "tables/area.csv", "tables/phases.csv"))
                .append("</p>\n");
    }

    private void nodes() {
        section("Technology nodes");
        figure(
                "nodes",
                "The counts of this run, priced at every node: nothing was trained again, and only node and flavour differ."
                        + " hp: high performance, lstp: low standby power; the dashed line is the node of this run.");
        html.append(repricing.nodeTable())
                .append("<p class=\"note\">Table: ")
                .append(links("tables/nodes.csv"))
                .append("</p>\n");
    }

    private void flags() {
        if (repricing.flags().isEmpty()) return;
        section("Prune flags");
        figure(
                Repricing.FLAGS,
                "What flags add to the same counts without any: a binary cell more for each weight (binary column), or the"
                        + " weight's own cells reset below their range, and read as flags as often (deep reset). A run with"
                        + " pruning.hardware: deep-reset reads no flags, as cells are read before an update anyway, and"
                        + " counts the pulses of the resets.");
        html.append(repricing.flagTable())
                .append(
                        "<p class=\"note\">Without flags none is read or written; all other counts stay. A wider"
                                + " array may fold what lies along its edge into fewer rows, so that area can also shrink. Table: ")
                .append(links("tables/flags.csv"))
                .append("</p>\n");
    }

    private void verification() {
        section("Agreement with ngspice");
        new VerificationSection(run, this::fromReport).write(html);
        run.instrument().ifPresent(found -> {
            section("Agreement with the instrument");
            new InstrumentSection(found).write(html);
        });
    }

    /** Where a file of the run lies, seen from the page; names may hold what means something in an address. */
    private String fromReport(String file) {
        Path page = folder.toAbsolutePath().normalize();
        Path target = run.path().toAbsolutePath().normalize().resolve(file).normalize();
        return StreamSupport.stream(page.relativize(target).spliterator(), false)
                .map(name -> URLEncoder.encode(name.toString(), StandardCharsets.UTF_8)
                        .replace("+", "%20"))
                .collect(Collectors.joining("/"));
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
                .append(Html.escape(ShellWord.of(run.path().resolve("config.yaml"))))
                .append(" --out NEW</code>. ")
                .append(run.instrument().map(Page::fromLog).orElse("The same version gives the same"))
                .append(" <code>result.json</code>.</p>\n<pre>")
                .append(Html.escape(run.config()))
                .append("</pre>\n");
    }

    /** Cells on an instrument are not as they were; its log answers as they did. */
    private static String fromLog(InstrumentReport found) {
        return "With the same version and <code>--set crossbar.instrument.address=replay:"
                + Html.escape(ShellWord.of(found.log()))
                + " --set crossbar.instrument.log=NEW.log</code> the log of the instrument gives the same";
    }

    private void section(String title) {
        html.section(title);
    }

    private void key(String label, String value, String note) {
        html.key(label, value, note);
    }

    private void figure(String name, String caption) {
        html.figure(figures.get(name), caption, List.of("PNG", "SVG"));
    }

    private void table(String kind, List<String> head, List<List<String>> rows) {
        html.table(kind, head, rows);
    }

    static String links(String... files) {
        return List.of(files).stream().map(file -> Html.link(file, file)).collect(Collectors.joining(", "));
    }

    private static String epochs(double epochs) {
        String number = NumberText.of(epochs).replaceFirst("\\.0$", "");
        return number + (epochs == 1 ? " epoch" : " epochs");
    }

    private static String count(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }
}
