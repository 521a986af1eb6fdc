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
 * Figure 15A, by operations: what the whole training with APTN takes a machine that does one synaptic operation after another,
 * the pruning unit included. The paper measured the run time of such a program in Python.
 */
record Work() implements PaperFigure {
    private static final String PLAN = "methods-mnist-100";
    private static final int BATCH = 5000;
    private static final double IMAGES = 60_000;

    @Override
    public List<String> plans() {
        return List.of(PLAN);
    }

    @Override
    public Drawing draw(Evidence evidence) {
        double pruning = PruningUnit.perImage(PruningUnit.PAPER.operations(), BATCH);
        List<Found> found = new ArrayList<>();
        Map<String, List<Dot>> curves = new LinkedHashMap<>();
        for (Points point : Points.of(evidence, PLAN, "method", Guo2020.THRESHOLD)) {
            if (!point.series().equals("APTN")) continue;
            Estimate work = point.estimate((Row row) -> 1e-9
                    * IMAGES
                    * (pruning
                            + evidence.value(PLAN, row, "training_operations_per_image")
                            + evidence.value(PLAN, row, "training_event_updates_per_image")));
            curves.computeIfAbsent("APTN", any -> new ArrayList<>())
                    .add(new Dot(point.connectivity(evidence).mean(), work));
            found.add(new Found("APTN", point.at(), "1e9 operations", work));
        }
        return new Drawing(
                List.of(Scatter.of(
                        evidence.file(),
                        evidence.title(),
                        new Axis("connectivity (%)", false),
                        new Axis("operations of 60,000 training images (1e9)", false),
                        curves)),
                Scatter.caption(List.of()),
                found);
    }
}
