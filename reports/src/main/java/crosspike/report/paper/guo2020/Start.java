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

/** Figure 11, and the same for other methods: accuracy at a tenth of the synapses against the start of pruning. */
record Start() implements PaperFigure {
    private static final String PLAN = "start";

    @Override
    public List<String> plans() {
        return List.of(PLAN);
    }

    @Override
    public Drawing draw(Evidence evidence) {
        List<Found> found = new ArrayList<>();
        Map<String, List<Dot>> curves = new LinkedHashMap<>();
        for (Points point : Points.of(evidence, PLAN, "method", "start")) {
            Estimate accuracy = point.estimate(evidence, "accuracy_eq5", 100);
            curves.computeIfAbsent(point.series(), any -> new ArrayList<>())
                    .add(new Dot(Double.parseDouble(point.at().split(" ")[0]), accuracy));
            found.add(new Found(point.series(), point.at(), "%", accuracy));
            found.add(new Found(point.series() + ": connectivity", point.at(), "%", point.connectivity(evidence)));
        }
        return new Drawing(
                List.of(Scatter.of(
                        evidence.file(),
                        evidence.title(),
                        new Axis("training images before the first pruning", false),
                        new Axis("classification accuracy (%)", false),
                        curves)),
                found);
    }
}
