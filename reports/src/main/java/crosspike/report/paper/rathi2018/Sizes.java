package crosspike.report.paper.rathi2018;

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

/**
 * Figures 6e and 6f: accuracy against the number of neurons, and in the table the connectivity of compressed networks.
 *
 * @param plan of networks of several sizes
 */
record Sizes(String plan) implements PaperFigure {
    private static final String NETWORK = "network";

    private static final String NEURONS = "neurons";

    @Override
    public List<String> plans() {
        return List.of(plan);
    }

    @Override
    public Drawing draw(Evidence evidence) {
        Drawing accuracy = Curves.ofAccuracy(
                        "excitatory neurons",
                        Curve.of("%s", plan, NEURONS, Rathi2018.ACCURACY).by(NETWORK))
                .draw(evidence);
        Map<String, List<Double>> connectivity = new LinkedHashMap<>();
        for (Row row : evidence.rows(plan)) {
            if (!evidence.label(plan, row, NETWORK).equals("baseline")) {
                connectivity
                        .computeIfAbsent(evidence.label(plan, row, NEURONS), any -> new ArrayList<>())
                        .add(100
                                * evidence.value(plan, row, Rathi2018.CONNECTIONS)
                                / evidence.value(plan, row, "weights"));
            }
        }
        List<Found> found = new ArrayList<>(accuracy.found());
        connectivity.forEach((neurons, percent) ->
                found.add(new Found("connectivity, compressed", neurons, "%", Estimate.of(percent))));
        return new Drawing(accuracy.pictures(), accuracy.caption(), found);
    }
}
