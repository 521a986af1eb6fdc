package crosspike.report.paper.guo2020;

import crosspike.report.Lines.Axis;
import crosspike.report.analysis.Estimate;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import crosspike.report.paper.guo2020.Scatter.Dot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What pruning costs: accuracy against the connectivity that was found, and, for what goes by a threshold, connectivity against
 * the initial threshold (Figures 4 and 6 to 9, 13A, 14A).
 *
 * @param sources plans with the axes that tell curves apart and along which they run
 * @param only curves that are drawn; empty: all
 * @param baseline plan of the network without pruning; empty: it is not drawn
 */
record Tradeoff(List<Source> sources, Set<String> only, String baseline) implements PaperFigure {
    static final String THRESHOLD = "pruning.threshold";
    static final String SHARE = "pruning.connectivity";

    /** Part of the points. */
    record Source(String plan, String by, String along) {}

    @Override
    public List<String> plans() {
        List<String> plans = new ArrayList<>();
        sources.forEach(source -> plans.add(source.plan()));
        if (!baseline.isEmpty()) plans.add(baseline);
        return plans;
    }

    @Override
    public Drawing draw(Evidence evidence) {
        List<Found> found = new ArrayList<>();
        Map<String, List<Dot>> accuracies = new LinkedHashMap<>();
        Map<String, List<Dot>> connectivities = new LinkedHashMap<>();
        for (Source source : sources) {
            for (Points point : Points.of(evidence, source.plan(), source.by(), source.along())) {
                if (!only.isEmpty() && !only.contains(point.series())) continue;
                Estimate left = point.connectivity(evidence);
                Estimate accuracy = point.estimate(evidence, "accuracy_eq5", 100);
                accuracies
                        .computeIfAbsent(point.series(), any -> new ArrayList<>())
                        .add(new Dot(left.mean(), accuracy));
                if (source.along().equals(THRESHOLD)) {
                    connectivities
                            .computeIfAbsent(point.series(), any -> new ArrayList<>())
                            .add(new Dot(Double.parseDouble(point.at()), left));
                }
                found.add(new Found(point.series(), point.at(), "%", accuracy));
                found.add(new Found(point.series() + ": connectivity", point.at(), "%", left));
            }
        }
        if (!baseline.isEmpty()) {
            Estimate whole = Points.of(evidence, baseline, "pruning.method", "pruning.method")
                    .get(0)
                    .estimate(evidence, "accuracy_eq5", 100);
            found.add(0, new Found("no pruning", "", "%", whole));
            accuracies.values().forEach(dots -> dots.add(new Dot(100, whole)));
        }
        return new Drawing(
                List.of(
                        Scatter.of(
                                evidence.file(),
                                evidence.title(),
                                new Axis("connectivity (%)", false),
                                new Axis("classification accuracy (%)", false),
                                accuracies),
                        Scatter.of(
                                evidence.file() + "-connectivity",
                                evidence.title(),
                                new Axis("initial threshold (largest weight is 1)", false),
                                new Axis("connectivity (%)", false),
                                connectivities)),
                found);
    }
}
