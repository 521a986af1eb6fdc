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

    @Override
    public List<String> plans() {
        return List.of(PLAN);
    }

    @Override
    public Drawing draw(Evidence evidence) {
        List<Found> found = new ArrayList<>();
        List<Figure> pictures = new ArrayList<>();
        draw(evidence, "spikes", "spikes of a neuron in the batch", LayerState.Batch::meanSpikes, pictures, found);
        draw(evidence, "mean", "mean of the weight changes", LayerState.Batch::meanChange, pictures, found);
        draw(evidence, "variance", "variance of the weight changes", LayerState.Batch::changeVariance, pictures, found);
        return new Drawing(pictures, found);
    }

    private static void draw(
            Evidence evidence,
            String name,
            String label,
            ToDoubleFunction<LayerState.Batch> figure,
            List<Figure> pictures,
            List<Found> found) {
        Map<Long, List<Double>> values = new TreeMap<>();
        for (Row row : evidence.rows(PLAN)) {
            for (LayerState.Batch batch :
                    evidence.run(PLAN, row).layer().orElseThrow().dynamics()) {
                values.computeIfAbsent(batch.images(), any -> new ArrayList<>()).add(figure.applyAsDouble(batch));
            }
        }
        List<Dot> dots = new ArrayList<>();
        values.forEach((images, ours) -> {
            Estimate estimate =
                    Estimate.of(ours.stream().mapToDouble(Double::doubleValue).toArray());
            dots.add(new Dot(images, estimate));
            found.add(new Found(label, images + " images", "", estimate));
        });
        pictures.add(Scatter.of(
                evidence.file() + "-" + name,
                evidence.title(),
                new Axis("training images", false),
                new Axis(label, false),
                Map.of("100 neurons, no pruning", dots)));
    }
}
