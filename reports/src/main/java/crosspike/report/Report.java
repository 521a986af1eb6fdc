package crosspike.report;

import crosspike.circuit.CostReport;
import crosspike.circuit.CostReport.Component;
import crosspike.circuit.CostReport.Spent;
import crosspike.experiment.CorePricing;
import crosspike.experiment.FlagPrice;
import crosspike.experiment.NodePrice;
import crosspike.experiment.WiredRead;
import crosspike.experiment.config.ConfigFile;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.run.ArrayLayout;
import crosspike.experiment.run.CsvFiles;
import crosspike.experiment.run.JsonFiles;
import crosspike.experiment.run.NeuronRow;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.run.RunResult;
import crosspike.spice.Verification;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** The report of one run: a page, its plots and its tables. */
public final class Report {
    static final String KIND = "run report";

    private Report() {}

    /** Whether a folder holds the report of a run. */
    public static boolean isIn(Path folder) {
        return ReportFolder.holds(KIND, folder);
    }

    /**
     * Draws a run. The same run gives the same bytes on the same machine; other machines may have other fonts.
     *
     * @param folder gets {@code report.html}, {@code summary.json}, {@code plots/*.png}, {@code plots/*.svg} and
     *     {@code tables/*.csv}; made if it is not there, files of an earlier report are replaced
     * @return the page
     * @throws crosspike.input.UserError if a file of the run is damaged, or the folder has something else or cannot be written; it
     *     is then as it was
     */
    public static Path write(RunDirectory run, Path folder) {
        RunResult result = run.result();
        CostReport cost = run.cost();
        ArrayLayout array = run.array();
        float[][] siemens = run.conductance();
        boolean[][] pruned = run.pruned();
        Breakdown breakdown = Breakdown.of(cost);
        ExperimentConfig config = ConfigFile.of(run).config();
        CorePricing pricing = CorePricing.of(run, config);
        Repricing repricing = new Repricing(
                config.circuit().nodeMetres(), pricing.leakageWatts(), pricing.nodes(), pricing.flagHardware());
        ConductanceHistogram histogram = ConductanceHistogram.of(array, siemens, pruned);

        List<Figure> figures = new ArrayList<>(List.of(
                Charts.learningCurve(run.epochs(), result.accuracy().eq5()),
                ConfusionMatrix.figure(result.confusion()),
                run.layer().isPresent()
                        ? WeightMaps.unsigned(array, WeightMatrix.of(array, siemens), pruned, result.neuronLabels())
                        : WeightMaps.figure(array, WeightMatrix.of(array, siemens), pruned, result.neuronLabels()),
                Charts.conductances(histogram),
                SpikeRaster.figure(array, result.neuronLabels(), run.raster()),
                perImage("energy", "Energy per image", "J", result, breakdown, Spent::energyJoules),
                perImage("latency", "Latency per image", "s", result, breakdown, Spent::latencySeconds),
                area(breakdown),
                shares(breakdown)));
        figures.addAll(repricing.figures());
        Optional<WiredRead> read = WiredRead.of(run, config);
        read.ifPresent(wired -> figures.addAll(WireSection.figures(wired)));
        return ReportFolder.write(KIND, run.path(), folder, out -> {
            for (Figure figure : figures) {
                out.write("plots/" + figure.name() + ".png", figure.png());
                out.write("plots/" + figure.name() + ".svg", figure.svg());
            }
            out.write("tables/cost.csv", CsvFiles.write(Tables.CostRow.class, Tables.cost(cost)));
            out.write("tables/area.csv", CsvFiles.write(Tables.AreaRow.class, Tables.area(cost)));
            out.write("tables/accuracy.csv", CsvFiles.write(Tables.VoteRow.class, Tables.votes(result.accuracy())));
            out.write(
                    "tables/confusion.csv",
                    CsvFiles.write(Tables.ConfusionRow.class, Tables.confusion(result.confusion())));
            out.write("tables/activity.csv", CsvFiles.write(Tables.CountRow.class, Tables.activity(result.activity())));
            out.write(
                    "tables/conductances.csv", CsvFiles.write(Tables.HistogramRow.class, Tables.histogram(histogram)));
            out.write("tables/neurons.csv", CsvFiles.write(NeuronRow.class, run.neurons()));
            out.write(
                    "tables/phases.csv",
                    CsvFiles.write(Tables.PhaseRow.class, Tables.phases(result, cost, repricing.leakageWatts())));
            out.write("tables/nodes.csv", CsvFiles.write(NodePrice.class, repricing.nodes()));
            if (!repricing.flags().isEmpty()) {
                out.write("tables/flags.csv", CsvFiles.write(FlagPrice.class, repricing.flags()));
            }
            run.verification().ifPresent(check -> write(check, out));
            Summary summary = Summary.of(result, cost, repricing.leakageWatts(), run.verification());
            out.write("summary.json", JsonFiles.write(summary));
            out.write(
                    ReportFolder.PAGE,
                    new Page(run, folder, result, cost, repricing, array, summary, read, figures).html());
        });
    }

    private static void write(Verification check, OutputFolder out) {
        out.write("tables/verification.csv", CsvFiles.write(Verification.ColumnCheck.class, check.columns()));
        if (!check.tiles().isEmpty()) {
            out.write("tables/verified_tiles.csv", CsvFiles.write(Verification.TileCheck.class, check.tiles()));
        }
    }

    private static Figure perImage(
            String name,
            String title,
            String unit,
            RunResult result,
            Breakdown breakdown,
            ToDoubleFunction<Spent> figure) {
        CostReport cost = breakdown.cost();
        Map<String, Long> images = result.images().byName();
        Map<String, Double> sums = new LinkedHashMap<>();
        for (String phase : Tables.PHASES) {
            sums.put(phase, figure.applyAsDouble(cost.total(phase)) / Math.max(1, images.get(phase)));
        }
        Scale scale = Scale.of(sums.values(), unit);
        List<Charts.Bar> bars = Tables.PHASES.stream()
                .map(phase -> {
                    double part = Math.max(1, images.get(phase)) * scale.size();
                    return new Charts.Bar(
                            phase,
                            breakdown.parts(component -> figure.applyAsDouble(Tables.spent(component, phase)) / part),
                            Scale.text(sums.get(phase), unit));
                })
                .toList();
        return Charts.stackedBars(name, title, name + " (" + scale.symbol() + ")", bars);
    }

    private static Figure area(Breakdown breakdown) {
        CostReport cost = breakdown.cost();
        double total = cost.areaSquareMetres();
        Scale scale = Scale.ofAreas(List.of(total));
        Map<String, Double> parts = breakdown.parts(component -> component.areaSquareMetres() / scale.size());
        return Charts.stackedBars(
                "area",
                "Area",
                "area (" + scale.symbol() + ")",
                List.of(new Charts.Bar("circuit", parts, scale.withUnit(total))));
    }

    /** How each total divides among the components: the same for a phase that costs little as for one that costs much. */
    private static Figure shares(Breakdown breakdown) {
        CostReport cost = breakdown.cost();
        List<Charts.Bar> bars = new ArrayList<>();
        for (String phase : Tables.PHASES) {
            double joules = cost.total(phase).energyJoules();
            bars.add(share(
                    breakdown,
                    "energy, " + phase,
                    joules,
                    Scale.text(joules, "J"),
                    part -> Tables.spent(part, phase).energyJoules()));
        }
        for (String phase : Tables.PHASES) {
            double seconds = cost.total(phase).latencySeconds();
            bars.add(share(
                    breakdown,
                    "latency, " + phase,
                    seconds,
                    Scale.text(seconds, "s"),
                    part -> Tables.spent(part, phase).latencySeconds()));
        }
        double area = cost.areaSquareMetres();
        bars.add(share(breakdown, "area", area, Scale.areaText(area), Component::areaSquareMetres));
        return Charts.shareBars("shares", "Share of each component", "share of the total (%)", bars);
    }

    private static Charts.Bar share(
            Breakdown breakdown, String name, double total, String label, ToDoubleFunction<Component> part) {
        return new Charts.Bar(
                name,
                breakdown.parts(component -> total == 0 ? 0 : 100 * part.applyAsDouble(component) / total),
                label);
    }
}
