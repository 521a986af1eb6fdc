package crosspike.report.paper.pruning;

import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.report.Figure;
import crosspike.report.analysis.Estimate;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of pruning methods: a line for each, a column for each measure, means of the seeds with 95 % intervals (Student t). Some
 * measures are drawn as well.
 *
 * @param plan whose variants are named {@code method}
 * @param measures columns of the table
 * @param drawn those that have a picture
 */
record Methods(String plan, List<Measure> measures, List<Measure> drawn) implements PaperFigure {
    private static final String NONE = "no pruning";

    @Override
    public List<String> plans() {
        return List.of(plan);
    }

    @Override
    public Drawing draw(Evidence evidence) {
        Map<String, List<Row>> methods = new LinkedHashMap<>();
        for (Row row : evidence.rows(plan)) {
            methods.computeIfAbsent(evidence.label(plan, row, "method"), any -> new ArrayList<>())
                    .add(row);
        }
        List<Found> found = new ArrayList<>();
        methods.forEach((method, rows) -> {
            for (Measure measure : measures) {
                found.add(new Found(method, measure.name(), measure.unit(), estimate(evidence, rows, measure)));
                if (measure == Measure.ACCURACY) {
                    found.add(new Found(
                            method, "accuracy lost", "%", lost(evidence, rows, methods.getOrDefault(NONE, List.of()))));
                }
            }
        });
        List<Figure> pictures = new ArrayList<>();
        for (Measure measure : drawn) {
            Map<String, Estimate> estimates = new LinkedHashMap<>();
            methods.forEach((method, rows) -> estimates.put(method, estimate(evidence, rows, measure)));
            pictures.add(Ranking.of(
                    evidence.file() + "-" + measure.name().replace(' ', '-'),
                    evidence.title() + ": " + measure.name(),
                    measure.name() + (measure.unit().isEmpty() ? "" : " (" + measure.unit() + ")"),
                    estimates));
        }
        boolean isRepeated = found.stream().anyMatch(one -> one.ours().hasInterval());
        String caption = isRepeated
                ? "Means of the seeds with their 95 % intervals (Student t)."
                : "One seed, hence no intervals.";
        return Drawing.grid(pictures, caption, found);
    }

    private Estimate estimate(Evidence evidence, List<Row> rows, Measure measure) {
        return Estimate.of(rows.stream()
                .mapToDouble(row -> measure.of(evidence, plan, row))
                .toArray());
    }

    /** Percent points lost against the network without pruning that has the same seed. */
    private Estimate lost(Evidence evidence, List<Row> rows, List<Row> whole) {
        Map<String, Double> bySeed = new LinkedHashMap<>();
        whole.forEach(row -> bySeed.put(evidence.label(plan, row, "seed"), Measure.ACCURACY.of(evidence, plan, row)));
        return Estimate.of(rows.stream()
                .mapToDouble(row -> bySeed.getOrDefault(evidence.label(plan, row, "seed"), Double.NaN)
                        - Measure.ACCURACY.of(evidence, plan, row))
                .toArray());
    }
}
