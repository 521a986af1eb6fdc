package crosspike.report.paper.pruning;

import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.report.analysis.Estimate;
import crosspike.report.paper.Curve;
import crosspike.report.paper.Curves;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Accuracy against the share of stuck cells, when they are known before training and when they are not; and what knowing recovers. */
record Faults() implements PaperFigure {
    private static final String PLAN = "faults";
    private static final String SHARE = "pruning.stuck.share";
    private static final String ACCURACY = "accuracy_eq5";

    private static final Curves CURVES = Curves.ofAccuracy(
            "cells stuck at their lowest conductance (%)",
            Curve.of("%s, faults known", PLAN, SHARE, ACCURACY).by("network").where("pruning.stuck.known", "true"),
            Curve.of("%s, faults not known", PLAN, SHARE, ACCURACY)
                    .by("network")
                    .where("pruning.stuck.known", "false"));

    @Override
    public List<String> plans() {
        return CURVES.plans();
    }

    @Override
    public Drawing draw(Evidence evidence) {
        Drawing drawn = CURVES.draw(evidence);
        List<Found> found = new ArrayList<>(drawn.found());
        found.addAll(Curve.ofShare("%s, synapses left", PLAN, SHARE, "plastic_weights")
                .by("network")
                .where("pruning.stuck.known", "true")
                .points(evidence, "%", 100));
        found.addAll(recovered(evidence));
        return new Drawing(drawn.pictures(), drawn.caption(), found);
    }

    /** Percent points by which knowing the faults is better, of networks of the same seed. */
    private static List<Found> recovered(Evidence evidence) {
        record Place(String network, String share) {}
        record One(Place place, String seed) {}
        Map<One, Double> known = new LinkedHashMap<>();
        Map<One, Double> unknown = new LinkedHashMap<>();
        for (Row row : evidence.rows(PLAN)) {
            Place place = new Place(evidence.label(PLAN, row, "network"), evidence.label(PLAN, row, SHARE));
            boolean isKnown = evidence.label(PLAN, row, "pruning.stuck.known").equals("true");
            (isKnown ? known : unknown)
                    .put(new One(place, evidence.label(PLAN, row, "seed")), 100 * evidence.value(PLAN, row, ACCURACY));
        }
        Map<Place, List<Double>> gains = new LinkedHashMap<>();
        known.forEach((one, accuracy) -> {
            if (unknown.containsKey(one)) {
                gains.computeIfAbsent(one.place(), any -> new ArrayList<>()).add(accuracy - unknown.get(one));
            }
        });
        List<Found> found = new ArrayList<>();
        gains.forEach((place, each) -> found.add(
                new Found(place.network() + ", recovered by knowing", place.share(), "%", Estimate.of(each))));
        return found;
    }
}
