package crosspike.experiment;

import crosspike.circuit.CostReport;
import crosspike.circuit.CostReport.Spent;
import crosspike.circuit.SynapticCore;
import crosspike.experiment.run.Phases;

/**
 * The sums of a price that are compared with those of other circuits.
 *
 * @param areaSquareMetres area of the core
 * @param cellAreaSquareMetres area of its cells
 * @param training energy and time of the whole training
 * @param inferencePerImage energy and time to classify one image; NaN without test images
 */
public record RunTotals(double areaSquareMetres, double cellAreaSquareMetres, Spent training, Spent inferencePerImage) {

    static RunTotals of(CostReport cost, int testImages) {
        Spent inference = cost.total(Phases.INFERENCE);
        double images = testImages == 0 ? Double.NaN : testImages;
        return new RunTotals(
                cost.areaSquareMetres(),
                cost.component(SynapticCore.CELLS).areaSquareMetres(),
                cost.total(Phases.TRAINING),
                new Spent(inference.energyJoules() / images, inference.latencySeconds() / images));
    }
}
