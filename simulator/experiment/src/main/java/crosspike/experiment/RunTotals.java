package crosspike.experiment;

import crosspike.circuit.CostReport;
import crosspike.circuit.CostReport.Spent;
import crosspike.crossbar.Activity;
import crosspike.experiment.run.Phases;
import java.util.Map;

/**
 * The sums of a price that are compared with those of other circuits.
 *
 * @param areaSquareMetres area of the core
 * @param training energy and time of the whole training
 * @param inferencePerImage energy and time to classify one image; NaN without test images
 */
public record RunTotals(double areaSquareMetres, Spent training, Spent inferencePerImage) {

    static RunTotals of(CostReport cost, Map<String, Activity> activity) {
        Spent inference = cost.total(Phases.INFERENCE);
        long shown = activity.get(Phases.INFERENCE).presentations();
        double images = shown == 0 ? Double.NaN : shown;
        return new RunTotals(
                cost.areaSquareMetres(),
                cost.total(Phases.TRAINING),
                new Spent(inference.energyJoules() / images, inference.latencySeconds() / images));
    }
}
