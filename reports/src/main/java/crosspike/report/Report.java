package crosspike.report;

import crosspike.circuit.CostReport;
import crosspike.circuit.CostReport.Component;
import crosspike.circuit.CostReport.Spent;
import crosspike.crossbar.Activity;
import crosspike.experiment.run.ArrayLayout;
import crosspike.experiment.run.CsvFiles;
import crosspike.experiment.run.JsonFiles;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.run.RunResult;
import crosspike.spice.Verification;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The report of one run: a page, its plots and its tables. */
public final class Report {
    static final String PAGE = "report.html";

    private Report() {}

    /**
     * Draws a run. The same run gives the same bytes on the same machine; other machines may have other fonts.
     *
     * @param folder gets {@code report.html}, {@code summary.json}, {@code plots/*.png}, {@code plots/*.svg} and
     *     {@code tables/*.csv}; made if it is not there, files of an earlier report are replaced
     * @return the page
     * @throws crosspike.input.UserError if a file of the run is damaged or the folder cannot be written
     */
    public static Path write(RunDirectory run, Path folder) {
        RunResult result = run.result();
        CostReport cost = run.cost();
        ArrayLayout array = run.array();
        float[][] siemens = run.conductance();
        boolean[][] pruned = run.pruned();
        ConductanceHistogram histogram = ConductanceHistogram.of(array, siemens, pruned);
        OutputFolder out = new OutputFolder(folder);

        List<Figure> figures = List.of(
                Charts.learningCurve(run.epochs(), result.accuracy().eq5()),
                ConfusionMatrix.figure(result.confusion()),
                WeightMaps.figure(array, WeightMatrix.of(array, siemens), pruned, result.neuronLabels()),
                Charts.conductances(histogram),
                SpikeRaster.figure(array, result.neuronLabels(), run.raster()),
                perImage("energy", "Energy per image", "J", result, cost, Spent::energyJoules),
                perImage("latency", "Latency per image", "s", result, cost, Spent::latencySeconds),
                area(cost));
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
        out.write("tables/conductances.csv", CsvFiles.write(Tables.HistogramRow.class, Tables.histogram(histogram)));
        run.verification()
                .ifPresent(check -> out.write(
                        "tables/verification.csv", CsvFiles.write(Verification.ColumnCheck.class, check.columns())));
        Summary summary = Summary.of(result, cost, run.verification());
        out.write("summary.json", JsonFiles.write(summary));
        out.write(PAGE, new Page(run, folder, result, cost, array, summary, figures).html());
        return folder.resolve(PAGE);
    }

    private static Figure perImage(
            String name, String title, String unit, RunResult result, CostReport cost, ToDoubleFunction<Spent> figure) {
        Map<String, Map<String, Double>> bars = new LinkedHashMap<>();
        Map<String, Activity> activity = result.activity().byName();
        for (String phase : Tables.PHASES) {
            long images = activity.get(phase).presentations();
            Map<String, Double> parts = new LinkedHashMap<>();
            for (Component component : cost.components()) {
                double spent = figure.applyAsDouble(Tables.spent(component, phase));
                parts.put(component.name(), images == 0 ? 0 : spent / images);
            }
            bars.put(phase, parts);
        }
        List<Double> sums = bars.values().stream()
                .map(parts ->
                        parts.values().stream().mapToDouble(Double::doubleValue).sum())
                .toList();
        return Charts.stackedBars(name, title, Scale.of(sums, unit), bars);
    }

    private static Figure area(CostReport cost) {
        Map<String, Double> parts = new LinkedHashMap<>();
        cost.components().forEach(component -> parts.put(component.name(), component.areaSquareMetres()));
        return Charts.stackedBars(
                "area", "Area", Scale.ofAreas(List.of(cost.areaSquareMetres())), Map.of("circuit", parts));
    }
}
