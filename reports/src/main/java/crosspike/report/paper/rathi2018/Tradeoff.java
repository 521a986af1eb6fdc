package crosspike.report.paper.rathi2018;

import crosspike.report.Lines;
import crosspike.report.Lines.Axis;
import crosspike.report.Lines.Mark;
import crosspike.report.Lines.Series;
import crosspike.report.Style;
import crosspike.report.paper.Curve;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import java.util.ArrayList;
import java.util.List;

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
        return new Drawing(
                List.of(Lines.figure(
                        evidence.file(),
                        evidence.title(),
                        760,
                        400,
                        new Axis("pruning threshold", false),
                        new Axis("accuracy, connectivity (%)", false),
                        List.of(series("accuracy", 0, accuracy), series("connectivity", 1, connectivity)),
                        List.of())),
                found);
    }

    private static Series series(String name, int color, List<Found> points) {
        return new Series(
                name,
                Mark.LINE,
                Style.category(color),
                points.stream()
                        .mapToDouble(point -> Double.parseDouble(point.at()))
                        .toArray(),
                points.stream().mapToDouble(point -> point.ours().mean()).toArray());
    }
}
