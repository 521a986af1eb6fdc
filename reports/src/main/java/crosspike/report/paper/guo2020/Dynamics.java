package crosspike.report.paper.guo2020;

import crosspike.experiment.run.LayerState;
import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.report.Figure;
import crosspike.report.Lines.Axis;
import crosspike.report.analysis.Estimate;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import crosspike.report.paper.Scatter;
import crosspike.report.paper.Scatter.Dot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Figure 2: spikes of a neuron, and mean and variance of the weight changes, in each batch of a training without pruning. */
record Dynamics() implements PaperFigure {
    private static final String PLAN = "dynamics";
    private static final List<Panel> PANELS = List.of(
            new Panel("spikes", "spikes of a neuron in the batch", "", 1, LayerState.Batch::meanSpikes),
            new Panel("mean", "mean of the weight changes", "1e-6", 1e6, LayerState.Batch::meanChange),
            new Panel("variance", "variance of the weight changes", "1e-9", 1e9, LayerState.Batch::changeVariance));

    /**
     * A picture.
     *
     * @param name of its file
     * @param what is drawn
     * @param unit of its numbers; empty for counts
     * @param scale what a figure of a batch is multiplied with to be in that unit
     */
    private record Panel(
            String name, String what, String unit, double scale, ToDoubleFunction<LayerState.Batch> figure) {
        private String axis() {
            return unit.isEmpty() ? what : what + " (" + unit + ")";
        }
    }

    @Override
    public List<String> plans() {
        return List.of(PLAN);
    }

    @Override
    public Drawing draw(Evidence evidence) {
        List<Found> found = new ArrayList<>();
        List<Figure> pictures = new ArrayList<>();
        for (Panel panel : PANELS) {
            List<Dot> dots = new ArrayList<>();
            values(evidence, panel).forEach((images, ours) -> {
                Estimate estimate = Estimate.of(ours);
                dots.add(new Dot(images, estimate));
                found.add(new Found(panel.what(), images + " images", panel.unit(), estimate));
            });
            pictures.add(Scatter.of(
                    evidence.file() + "-" + panel.name(),
                    evidence.title() + ": " + panel.name(),
                    new Axis("training images", false),
                    new Axis(panel.axis(), false),
                    Map.of("100 neurons, no pruning", dots)));
        }
        return new Drawing(pictures, found);
    }

    /** One value a seed, by the images shown up to the end of the batch. */
    private static Map<Long, List<Double>> values(Evidence evidence, Panel panel) {
        Map<Long, List<Double>> values = new TreeMap<>();
        for (Row row : evidence.rows(PLAN)) {
            for (LayerState.Batch batch :
                    evidence.run(PLAN, row).layer().orElseThrow().dynamics()) {
                values.computeIfAbsent(batch.images(), any -> new ArrayList<>())
                        .add(panel.scale() * panel.figure().applyAsDouble(batch));
            }
        }
        return values;
    }
}
