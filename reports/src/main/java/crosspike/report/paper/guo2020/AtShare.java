package crosspike.report.paper.guo2020;

import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import java.util.ArrayList;
import java.util.List;

/**
 * Tables 2 and 3: what methods lose and save when a tenth of the synapses is left.
 *
 * @param set part of the names of the plans, such as {@code mnist}
 */
record AtShare(String set) implements PaperFigure {
    private static final List<String> SIZES = List.of("100", "800");

    @Override
    public List<String> plans() {
        List<String> plans = new ArrayList<>();
        for (String size : SIZES) {
            plans.addAll(List.of("tenth-" + set + "-" + size, "baseline-" + set + "-" + size));
        }
        return plans;
    }

    @Override
    public Drawing draw(Evidence evidence) {
        List<Found> found = new ArrayList<>();
        for (String size : SIZES) {
            Networks networks = new Networks(evidence, "baseline-" + set + "-" + size);
            for (Points point : Points.of(evidence, "tenth-" + set + "-" + size, "method", Guo2020.SHARE)) {
                add(found, networks, point, point.series() + ", " + size + " neurons");
            }
        }
        return Drawing.table(found);
    }

    /** What one point loses and saves. */
    static void add(List<Found> found, Networks networks, Points point, String name) {
        String plan = point.plan();
        Evidence evidence = networks.evidence();
        found.add(new Found(name + ": loss", "", "%", point.estimate((Row row) -> networks.loss(plan, row))));
        found.add(new Found(
                name + ": operations of training saved",
                "",
                "%",
                point.estimate((Row row) -> 100 * (1 - networks.training(plan, row)))));
        found.add(new Found(
                name + ": operations of inference saved",
                "",
                "%",
                point.estimate((Row row) -> 100 * (1 - networks.inference(plan, row)))));
        found.add(new Found(
                name + ": energy of inference saved",
                "",
                "%",
                point.estimate((Row row) -> 100 * (1 - networks.inferenceEnergy(plan, row)))));
        found.add(new Found(
                name + ": energy of inference", "", "nJ/image", point.estimate(evidence, Networks.ENERGY, 1e9)));
        found.add(new Found(name + ": accuracy", "", "%", point.estimate(evidence, "accuracy_eq5", 100)));
        found.add(new Found(name + ": connectivity", "", "%", point.connectivity(evidence)));
        found.add(new Found(name + ": initial threshold", "", "", point.estimate(evidence, "initial_threshold", 1)));
        found.add(new Found(name + ": silent neurons", "", "", point.estimate(evidence, "silent_neurons", 1)));
    }
}
