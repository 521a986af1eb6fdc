package crosspike.report.paper.guo2020;

import crosspike.report.Lines.Axis;
import crosspike.report.analysis.Estimate;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import crosspike.report.paper.Scatter;
import crosspike.report.paper.Scatter.Dot;
import crosspike.report.paper.Scatter.Said;
import crosspike.report.paper.Stated;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Figure 11, and the same for other methods: accuracy at a tenth of the synapses against the start of pruning. Pruning after
 * training, which is a start at the end, is a point of its own.
 *
 * @param only methods that are drawn beside pruning after training; empty: all
 */
record Start(Set<String> only) implements PaperFigure {
    private static final Map<String, String> PLANS = plansByMethod();
    private static final String AFTER = "tenth-mnist-100";
    private static final String AFTER_TRAINING = "after training";
    private static final double IMAGES = 60_000;

    private static Map<String, String> plansByMethod() {
        Map<String, String> plans = new LinkedHashMap<>();
        plans.put("APTN", "start-aptn");
        plans.put("APT", "start-apt");
        plans.put("constant", "start-constant");
        plans.put("soft", "start-soft");
        return plans;
    }

    @Override
    public List<String> plans() {
        List<String> plans = new ArrayList<>();
        PLANS.forEach((method, plan) -> {
            if (only.isEmpty() || only.contains(method)) plans.add(plan);
        });
        plans.add(AFTER);
        return plans;
    }

    @Override
    public Drawing draw(Evidence evidence) {
        List<Found> found = new ArrayList<>();
        Map<String, List<Dot>> curves = new LinkedHashMap<>();
        List<Said> stated = new ArrayList<>();
        for (String plan : plans()) {
            boolean isAfter = plan.equals(AFTER);
            for (Points point : Points.of(evidence, plan, "method", isAfter ? "method" : "start")) {
                if (isAfter && !point.series().equals(AFTER_TRAINING)) continue;
                Estimate accuracy = point.estimate(evidence, "accuracy_eq5", 100);
                double images = isAfter ? IMAGES : images(point.at());
                String at = isAfter ? "60000 images" : point.at();
                curves.computeIfAbsent(point.series(), any -> new ArrayList<>()).add(new Dot(images, accuracy));
                found.add(new Found(point.series(), at, "%", accuracy));
                found.add(new Found(point.series() + ": connectivity", at, "%", point.connectivity(evidence)));
                found.add(new Found(
                        point.series() + ": initial threshold",
                        at,
                        "",
                        point.estimate(evidence, "initial_threshold", 1)));
            }
        }
        evidence.stated().stream()
                .filter(Stated::hasValue)
                .forEach(said -> stated.add(new Said(said.series(), images(said.at()), said.value())));
        return new Drawing(
                List.of(Scatter.of(
                        evidence.file(),
                        evidence.title(),
                        new Axis("training images before the first pruning", false),
                        Axis.ofShares("classification accuracy (%)"),
                        curves,
                        stated)),
                Scatter.caption(stated),
                found);
    }

    private static double images(String at) {
        return Double.parseDouble(at.split(" ")[0]);
    }
}
