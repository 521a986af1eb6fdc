package crosspike.report.paper.rathi2018;

import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.report.analysis.Estimate;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Figure 8: what the baseline takes to classify an image, over what a compressed network takes: in spikes, which the paper takes
 * for energy, in synaptic operations and in joules. Networks of the same seed are compared.
 */
record Savings() implements PaperFigure {
    private static final Map<String, String> MEASURES = Map.of(
            "spikes", "inference_spikes_per_image",
            "operations", "inference_operations_per_image",
            "joules of cells", "inference_cell_energy_per_image_J",
            "joules of cells and circuits", "inference_energy_per_image_J");
    private static final List<String> ORDER =
            List.of("spikes", "operations", "joules of cells", "joules of cells and circuits");

    @Override
    public List<String> plans() {
        return List.of("baseline", "thresholds", "caltech-baseline", "caltech-thresholds");
    }

    @Override
    public Drawing draw(Evidence evidence) {
        List<Found> found = new ArrayList<>();
        for (String measure : ORDER) {
            add(found, evidence, measure, "MNIST", "", List.of("0.15", "0.3"));
            add(found, evidence, measure, "Caltech-101", "caltech-", List.of("0.1", "0.2"));
        }
        return Drawing.table(found);
    }

    private static void add(
            List<Found> found, Evidence evidence, String measure, String set, String prefix, List<String> thresholds) {
        String figure = MEASURES.get(measure);
        Map<String, Double> baseline = new LinkedHashMap<>();
        for (Row row : evidence.rows(prefix + "baseline")) {
            baseline.put(
                    evidence.label(prefix + "baseline", row, "seed"), evidence.value(prefix + "baseline", row, figure));
        }
        String plan = prefix + "thresholds";
        for (String threshold : thresholds) {
            Map<String, List<Double>> ratios = new LinkedHashMap<>();
            for (Row row : evidence.rows(plan)) {
                Double all = baseline.get(evidence.label(plan, row, "seed"));
                if (all == null
                        || !evidence.label(plan, row, Rathi2018.THRESHOLD).equals(threshold)) continue;
                ratios.computeIfAbsent(evidence.label(plan, row, "levels"), any -> new ArrayList<>())
                        .add(all / evidence.value(plan, row, figure));
            }
            ratios.forEach((levels, each) -> found.add(new Found(
                    measure + ", " + set + ", " + levels,
                    threshold,
                    "x",
                    Estimate.of(each.stream().mapToDouble(Double::doubleValue).toArray()))));
        }
    }
}
