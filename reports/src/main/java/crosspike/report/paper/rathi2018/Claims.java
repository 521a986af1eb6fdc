package crosspike.report.paper.rathi2018;

import crosspike.experiment.run.Checkpoint;
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

/** What abstract, section V-D and conclusion claim of area, accuracy and training time; and accuracy on natural test photographs. */
record Claims() implements PaperFigure {
    /** A network counts as trained when it first reaches this share of its final running accuracy: chosen, as the paper says only "convergence". */
    private static final double CONVERGED = 0.98;

    @Override
    public List<String> plans() {
        return List.of(
                "baseline",
                "thresholds",
                "neurons",
                "weights",
                "caltech-baseline",
                "caltech-thresholds",
                "caltech-neurons",
                "caltech-weights",
                "caltech-natural");
    }

    @Override
    public Drawing draw(Evidence evidence) {
        List<Found> found = new ArrayList<>();
        addSet(found, evidence, "MNIST", "", "0.15");
        addSet(found, evidence, "Caltech-101", "caltech-", "0.1");
        for (Map.Entry<String, List<Double>> network : values(
                        evidence, "caltech-natural", "network", Rathi2018.ACCURACY)
                .entrySet()) {
            found.add(new Found(
                    "accuracy, Caltech-101 as it is, " + network.getKey(), "", "%", estimate(network.getValue(), 100)));
        }
        return Drawing.table(found);
    }

    private static void addSet(List<Found> found, Evidence evidence, String set, String prefix, String threshold) {
        String plan = prefix + "thresholds";
        Map<String, Double> baseline = new LinkedHashMap<>();
        for (Row row : evidence.rows(prefix + "baseline")) {
            baseline.put(
                    evidence.label(prefix + "baseline", row, "seed"),
                    evidence.value(prefix + "baseline", row, Rathi2018.ACCURACY));
        }
        List<Double> fewer = new ArrayList<>();
        List<Double> lost = new ArrayList<>();
        for (Row row : evidence.rows(plan)) {
            boolean isMeant = evidence.label(plan, row, Rathi2018.THRESHOLD).equals(threshold)
                    && evidence.label(plan, row, "levels").equals("continuous");
            Double without = baseline.get(evidence.label(plan, row, "seed"));
            if (!isMeant || without == null) continue;
            fewer.add(evidence.value(plan, row, "weights") / evidence.value(plan, row, Rathi2018.CONNECTIONS));
            lost.add(without - evidence.value(plan, row, Rathi2018.ACCURACY));
        }
        String network = ", " + set + ", threshold " + threshold;
        found.add(new Found("connections" + network + ": fewer by", "", "x", estimate(fewer, 1)));
        found.add(new Found("accuracy lost" + network, "", "points", estimate(lost, 100)));
        String neurons = prefix + "neurons";
        for (Row row : evidence.rows(neurons)) {
            if (evidence.label(neurons, row, "neurons").equals("6400")
                    && !evidence.label(neurons, row, "network").equals("baseline")) {
                found.add(Found.exact(
                        "connectivity, " + set + ", 6400 neurons",
                        "%",
                        100
                                * evidence.value(neurons, row, Rathi2018.CONNECTIONS)
                                / evidence.value(neurons, row, "weights")));
            }
        }
        Map<String, Double> images = new LinkedHashMap<>();
        for (Row row : evidence.rows(prefix + "weights")) {
            images.put(
                    evidence.label(prefix + "weights", row, "network"),
                    converged(evidence.run(prefix + "weights", row).epochs()));
        }
        if (images.containsKey("baseline") && images.containsKey("pruning")) {
            found.add(Found.exact(
                    "images until trained, " + set + ", pruning: fewer by",
                    "x",
                    images.get("baseline") / images.get("pruning")));
        }
    }

    private static Map<String, List<Double>> values(Evidence evidence, String plan, String axis, String figure) {
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (Row row : evidence.rows(plan)) {
            values.computeIfAbsent(evidence.label(plan, row, axis), any -> new ArrayList<>())
                    .add(evidence.value(plan, row, figure));
        }
        return values;
    }

    private static Estimate estimate(List<Double> values, double scale) {
        return Estimate.of(values.stream().mapToDouble(value -> scale * value).toArray());
    }

    /** Training images after which the running accuracy is nearly what it is at the end. */
    private static double converged(List<Checkpoint> curve) {
        double last = curve.get(curve.size() - 1).runningAccuracy();
        return curve.stream()
                .filter(point -> point.runningAccuracy() >= CONVERGED * last)
                .findFirst()
                .map(Checkpoint::presentations)
                .orElseThrow();
    }
}
