package crosspike.report.paper;

import crosspike.report.Figure;
import crosspike.report.Lines.Axis;
import crosspike.report.analysis.Estimate;
import crosspike.report.paper.Scatter.Dot;
import crosspike.report.paper.Scatter.Said;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What removing connections costs: accuracy against the connectivity that was found, a point for each value of the axis of a
 * curve; if wanted also connectivity against the threshold, for curves that run along one.
 *
 * @param curves of accuracy
 * @param left column that counts the synapses that are left
 * @param only names of the curves that are drawn; empty: all
 * @param baseline plan of the network that keeps all; empty: it is not drawn
 * @param showsThresholds whether connectivity against the threshold is a second picture
 */
public record AgainstConnectivity(
        List<Curve> curves, String left, Set<String> only, String baseline, boolean showsThresholds)
        implements PaperFigure {
    private static final String THRESHOLD = "pruning.threshold";
    private static final String NONE = "no pruning";

    /** All curves, by weights above 0. */
    public static AgainstConnectivity of(List<Curve> curves) {
        return new AgainstConnectivity(curves, "connections", Set.of(), "", false);
    }

    @Override
    public List<String> plans() {
        List<String> plans = new ArrayList<>();
        curves.forEach(curve -> plans.add(curve.plan()));
        if (!baseline.isEmpty()) plans.add(baseline);
        return plans.stream().distinct().toList();
    }

    @Override
    public Drawing draw(Evidence evidence) {
        List<Found> found = new ArrayList<>();
        Map<String, List<Dot>> accuracies = new LinkedHashMap<>();
        Map<String, List<Dot>> connectivities = new LinkedHashMap<>();
        List<Said> stated = new ArrayList<>();
        for (Curve curve : curves) {
            List<Found> accuracy = curve.points(evidence, "%", 100);
            List<Found> connectivity = curve.shareOf(left).points(evidence, "%", 100);
            for (int i = 0; i < accuracy.size(); i++) {
                Found one = accuracy.get(i);
                Estimate dense = connectivity.get(i).ours();
                if (!only.isEmpty() && !only.contains(one.series())) continue;
                found.add(one);
                found.add(new Found(one.series() + ", connectivity", one.at(), "%", dense));
                add(accuracies, one.series(), dense.mean(), one.ours());
                evidence.stated().stream()
                        .filter(said -> said.hasValue()
                                && said.series().equals(one.series())
                                && said.at().equals(one.at()))
                        .forEach(said -> stated.add(new Said(one.series(), dense.mean(), said.value())));
                if (curve.x().equals(THRESHOLD)) {
                    add(connectivities, one.series(), Double.parseDouble(one.at()), dense);
                }
            }
        }
        if (!baseline.isEmpty()) {
            Estimate whole = Estimate.of(evidence.rows(baseline).stream()
                    .mapToDouble(row -> 100 * evidence.value(baseline, row, "accuracy_eq5"))
                    .toArray());
            found.add(0, new Found(NONE, "", "%", whole));
            accuracies.values().forEach(dots -> dots.add(new Dot(100, whole)));
            add(accuracies, NONE, 100, whole);
            evidence.stated().stream()
                    .filter(said -> said.hasValue() && said.series().equals(NONE))
                    .forEach(said -> stated.add(new Said(NONE, 100, said.value())));
        }
        return new Drawing(pictures(evidence, accuracies, connectivities, stated), Scatter.caption(stated), found);
    }

    private static void add(Map<String, List<Dot>> curves, String name, double x, Estimate y) {
        curves.computeIfAbsent(name, any -> new ArrayList<>()).add(new Dot(x, y));
    }

    private List<Figure> pictures(
            Evidence evidence,
            Map<String, List<Dot>> accuracies,
            Map<String, List<Dot>> connectivities,
            List<Said> stated) {
        List<Figure> pictures = new ArrayList<>();
        pictures.add(Scatter.of(
                evidence.file(),
                evidence.title(),
                new Axis("connectivity (%)", false),
                Axis.ofShares("classification accuracy (%)"),
                accuracies,
                stated));
        if (showsThresholds) {
            pictures.add(Scatter.of(
                    evidence.file() + "-connectivity",
                    evidence.title() + ": connectivity",
                    new Axis("initial threshold (largest weight is 1)", false),
                    Axis.ofShares("connectivity (%)"),
                    connectivities));
        }
        return pictures;
    }
}
