package crosspike.experiment;

import java.math.BigDecimal;

/**
 * What a run would have cost at one technology node. Figures are NaN where there is a problem.
 *
 * @param nodeMetres feature size F
 * @param flavour transistor recipe, as the config names it
 * @param areaSquareMetres area of the core
 * @param leakagePowerWatts power that leaks all the time
 * @param trainingEnergyJoules energy of the whole training
 * @param trainingLatencySeconds time of the whole training
 * @param inferenceEnergyPerImageJoules energy to classify one image; NaN without test images
 * @param inferenceLatencyPerImageSeconds time to classify one image; NaN without test images
 * @param problem why the core cannot be built at this node; empty if it can
 */
public record NodePrice(
        double nodeMetres,
        String flavour,
        double areaSquareMetres,
        double leakagePowerWatts,
        double trainingEnergyJoules,
        double trainingLatencySeconds,
        double inferenceEnergyPerImageJoules,
        double inferenceLatencyPerImageSeconds,
        String problem) {

    static NodePrice of(double nodeMetres, String flavour, CorePricing pricing) {
        RunTotals totals = pricing.totals();
        return new NodePrice(
                nodeMetres,
                flavour,
                totals.areaSquareMetres(),
                pricing.leakageWatts(),
                totals.training().energyJoules(),
                totals.training().latencySeconds(),
                totals.inferencePerImage().energyJoules(),
                totals.inferencePerImage().latencySeconds(),
                "");
    }

    static NodePrice impossible(double nodeMetres, String flavour, String problem) {
        double no = Double.NaN;
        return new NodePrice(nodeMetres, flavour, no, no, no, no, no, no, problem);
    }

    /** Such as {@code 32 nm hp}. */
    public String name() {
        return BigDecimal.valueOf(nodeMetres)
                        .movePointRight(9)
                        .stripTrailingZeros()
                        .toPlainString()
                + " nm " + flavour;
    }

    /** Whether the core can be built at this node. */
    public boolean possible() {
        return problem.isEmpty();
    }
}
