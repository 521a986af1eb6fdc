package crosspike.report.paper.rathi2018;

import crosspike.report.Lines.Axis;
import crosspike.report.paper.Curve;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import crosspike.report.paper.Scatter;
import crosspike.report.paper.Scatter.Dot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figure 9: accuracy and connectivity of the continuous network against the threshold. */
record Tradeoff() implements PaperFigure {
    private static final String PLAN = "caltech-thresholds";

    @Override
    public List<String> plans() {
        return List.of(PLAN);
    }

    @Override
    public Drawing draw(Evidence evidence) {
        List<Found> accuracy = Curve.of("accuracy", PLAN, Rathi2018.THRESHOLD, Rathi2018.ACCURACY)
                .where("levels", "continuous")
                .points(evidence, "%", 100);
        List<Found> connectivity = Curve.of("connectivity", PLAN, Rathi2018.THRESHOLD, Rathi2018.CONNECTIONS)
                .where("levels", "continuous")
                .points(evidence, "%", Rathi2018.PERCENT_OF_SYNAPSES);
        List<Found> found = new ArrayList<>(accuracy);
        found.addAll(connectivity);
        Map<String, List<Dot>> curves = new LinkedHashMap<>();
        found.forEach(one -> curves.computeIfAbsent(one.series(), any -> new ArrayList<>())
                .add(new Dot(Double.parseDouble(one.at()), one.ours())));
        return new Drawing(
                List.of(Scatter.of(
                        evidence.file(),
                        evidence.title(),
                        new Axis("pruning threshold", false),
                        new Axis("accuracy, connectivity (%)", false),
                        curves)),
                Scatter.CAPTION,
                found);
    }
}
