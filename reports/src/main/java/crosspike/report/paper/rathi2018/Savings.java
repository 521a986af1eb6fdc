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

    @Override
    public List<String> plans() {
        return List.of("baseline", "thresholds", "caltech-baseline", "caltech-thresholds");
    }

    @Override
    public Drawing draw(Evidence evidence) {
        List<Found> found = new ArrayList<>();
        for (Taken taken : Taken.TO_CLASSIFY) {
            add(found, evidence, taken, "MNIST", "", List.of("0.15", "0.3"));
            add(found, evidence, taken, "Caltech-101", "caltech-", List.of("0.1", "0.2"));
        }
        return Drawing.table(found);
    }

    private static void add(
            List<Found> found, Evidence evidence, Taken taken, String set, String prefix, List<String> thresholds) {
        Map<String, Double> baseline = new LinkedHashMap<>();
        for (Row row : evidence.rows(prefix + "baseline")) {
            baseline.put(
                    evidence.label(prefix + "baseline", row, "seed"),
                    evidence.value(prefix + "baseline", row, taken.figure()));
        }
        String plan = prefix + "thresholds";
        for (String threshold : thresholds) {
            Map<String, List<Double>> ratios = new LinkedHashMap<>();
            for (Row row : evidence.rows(plan)) {
                Double all = baseline.get(evidence.label(plan, row, "seed"));
                if (all == null
                        || !evidence.label(plan, row, Rathi2018.THRESHOLD).equals(threshold)) continue;
                ratios.computeIfAbsent(evidence.label(plan, row, "levels"), any -> new ArrayList<>())
                        .add(all / evidence.value(plan, row, taken.figure()));
            }
            ratios.forEach((levels, each) -> found.add(
                    new Found(taken.words() + ", " + set + ", " + levels, threshold, "x", Estimate.of(each))));
        }
    }
}
