package crosspike.report.paper.guo2020;

import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.report.Lines.Axis;
import crosspike.report.analysis.Estimate;
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

/**
 * Figure 15B, by operations: those of the pruning unit over those of training and pruning. The paper measured the time of its
 * Python program, which says more about Python than about hardware.
 */
record OverheadShare() implements PaperFigure {
    private static final String PLAN = "methods-mnist-100";

    @Override
    public List<String> plans() {
        return List.of(PLAN);
    }

    @Override
    public Drawing draw(Evidence evidence) {
        List<Found> found = new ArrayList<>();
        Map<String, List<Dot>> curves = new LinkedHashMap<>();
        for (int batch : new int[] {100, 1000, 5000}) {
            double pruning = PruningUnit.perImage(PruningUnit.PAPER.operations(), batch);
            for (Points point : Points.of(evidence, PLAN, "method", Guo2020.THRESHOLD)) {
                if (!point.series().equals("APTN")) continue;
                Estimate share = point.estimate((Row row) -> {
                    double training = evidence.value(PLAN, row, "training_operations_per_image")
                            + evidence.value(PLAN, row, "training_event_updates_per_image");
                    return 100 * pruning / (pruning + training);
                });
                curves.computeIfAbsent("batches of " + batch + " images", any -> new ArrayList<>())
                        .add(new Dot(point.connectivity(evidence).mean(), share));
                found.add(new Found("APTN, batches of " + batch, point.at(), "%", share));
            }
        }
        return new Drawing(
                List.of(Scatter.of(
                        evidence.file(),
                        evidence.title(),
                        new Axis("connectivity (%)", false),
                        new Axis("operations of the pruning unit (% of all)", true),
                        curves)),
                found);
    }
}
