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
import java.util.stream.Stream;

/**
 * What abstract, section V-D and conclusion claim: area, accuracy, energy and training time. Networks of the same seed are
 * compared.
 */
record Claims() implements PaperFigure {
    /** A network counts as trained when it first reaches this share of its final running accuracy: chosen, as the paper says only "convergence". */
    private static final double CONVERGED = 0.98;

    private static final String RESISTORS = "resistors";

    private static final String NATURAL = "caltech-natural";

    /** What a compressed network is said to take less of. */
    private static final List<Taken> TAKEN =
            Stream.concat(Taken.TO_CLASSIFY.stream(), Stream.of(Taken.TO_LEARN)).toList();

    /**
     * A data set.
     *
     * @param name in the table
     * @param prefix of its plans
     * @param compressed plan of networks with the threshold
     * @param threshold of the paper's claims
     */
    private record DataSet(String name, String prefix, String compressed, String threshold) {
        private String baseline() {
            return prefix + "baseline";
        }

        private String title() {
            return ", " + name + ", threshold " + threshold;
        }
    }

    private static final List<DataSet> SETS = List.of(
            new DataSet("MNIST", "", "repeats", "0.15"),
            new DataSet("Caltech-101", "caltech-", "caltech-thresholds", "0.1"));

    @Override
    public List<String> plans() {
        List<String> plans = new ArrayList<>();
        for (DataSet set : SETS) {
            plans.addAll(List.of(set.baseline(), set.compressed(), set.prefix() + "weights"));
        }
        plans.addAll(List.of(RESISTORS, NATURAL));
        return plans;
    }

    @Override
    public Drawing draw(Evidence evidence) {
        List<Found> found = new ArrayList<>();
        for (DataSet set : SETS) {
            addSet(found, evidence, set);
        }
        addResistors(found, evidence);
        Map<String, List<Double>> natural = new LinkedHashMap<>();
        for (Row row : evidence.rows(NATURAL)) {
            natural.computeIfAbsent(evidence.label(NATURAL, row, "network"), any -> new ArrayList<>())
                    .add(evidence.value(NATURAL, row, Rathi2018.ACCURACY));
        }
        natural.forEach((network, values) ->
                found.add(new Found("accuracy, Caltech-101 as it is, " + network, "", "%", estimate(values, 100))));
        return Drawing.table(found);
    }

    private static void addSet(List<Found> found, Evidence evidence, DataSet set) {
        Map<String, Row> baseline = new LinkedHashMap<>();
        for (Row row : evidence.rows(set.baseline())) {
            baseline.put(evidence.label(set.baseline(), row, "seed"), row);
        }
        List<Double> fewer = new ArrayList<>();
        List<Double> lost = new ArrayList<>();
        Map<String, List<Double>> less = new LinkedHashMap<>();
        for (Row row : evidence.rows(set.compressed())) {
            Row without = baseline.get(evidence.label(set.compressed(), row, "seed"));
            boolean isMeant =
                    evidence.label(set.compressed(), row, Rathi2018.THRESHOLD).equals(set.threshold())
                            && evidence.label(set.compressed(), row, "levels").equals("continuous");
            if (!isMeant || without == null) continue;
            fewer.add(evidence.value(set.compressed(), row, "weights")
                    / evidence.value(set.compressed(), row, Rathi2018.CONNECTIONS));
            lost.add(evidence.value(set.baseline(), without, Rathi2018.ACCURACY)
                    - evidence.value(set.compressed(), row, Rathi2018.ACCURACY));
            TAKEN.forEach(taken -> less.computeIfAbsent(taken.words(), any -> new ArrayList<>())
                    .add(evidence.value(set.baseline(), without, taken.figure())
                            / evidence.value(set.compressed(), row, taken.figure())));
        }
        found.add(new Found("connections" + set.title() + ": fewer by", "", "x", estimate(fewer, 1)));
        found.add(new Found("accuracy lost" + set.title(), "", "points", estimate(lost, 100)));
        less.forEach((words, ratios) ->
                found.add(new Found(words + set.title() + ": fewer by", "", "x", estimate(ratios, 1))));
        addTrainingTime(found, evidence, set);
    }

    private static void addTrainingTime(List<Found> found, Evidence evidence, DataSet set) {
        String plan = set.prefix() + "weights";
        Map<String, Double> images = new LinkedHashMap<>();
        for (Row row : evidence.rows(plan)) {
            images.put(
                    evidence.label(plan, row, "network"),
                    converged(evidence.run(plan, row).epochs()));
        }
        if (images.containsKey("baseline") && images.containsKey("pruning")) {
            found.add(Found.exact(
                    "images until trained, " + set.name() + ", pruning: fewer by",
                    "x",
                    images.get("baseline") / images.get("pruning")));
        }
    }

    /** Programmable cells against fixed resistors, for the same network of two levels. */
    private static void addResistors(List<Found> found, Evidence evidence) {
        Map<String, Row> chips = new LinkedHashMap<>();
        for (Row row : evidence.rows(RESISTORS)) {
            chips.put(evidence.label(RESISTORS, row, "chip"), row);
        }
        if (chips.size() < 2) return;
        Map.of(
                        "area of cells", "cell_area_m2",
                        "area of cells and circuits", "area_m2",
                        "joules of cells", "inference_cell_energy_per_image_J",
                        "joules of cells and circuits", "inference_energy_per_image_J")
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> found.add(Found.exact(
                        entry.getKey() + ", 2 levels, MNIST: fixed resistors less by",
                        "x",
                        evidence.value(RESISTORS, chips.get("cells"), entry.getValue())
                                / evidence.value(RESISTORS, chips.get(RESISTORS), entry.getValue()))));
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
