package crosspike.report;

import crosspike.circuit.CostReport;
import crosspike.circuit.CostReport.Spent;
import crosspike.crossbar.Activity;
import crosspike.experiment.run.Phases;
import crosspike.experiment.run.RunResult;
import crosspike.spice.Verification;
import java.util.Optional;

/**
 * {@code summary.json}: the figures a reader looks for first. A figure of a phase that did not happen is NaN.
 *
 * @param name of the experiment
 * @param network kind of network
 * @param device name of the device
 * @param seed of all random draws
 * @param accuracy fraction of test images classified correctly, by vote
 * @param accuracyHalfWidth95 half the width of the 95 % confidence interval of the Eq. 5 accuracy, Wilson's, from the
 *     number of test images
 * @param trainingEnergyPerImageJoules energy to learn from one image
 * @param inferenceEnergyPerImageJoules energy to classify one image
 * @param trainingEnergyPerSynapticOperationJoules energy of training / its synaptic operations
 * @param inferenceEnergyPerSynapticOperationJoules energy of inference / its synaptic operations
 * @param trainingLatencyPerImageSeconds time to learn from one image
 * @param inferenceLatencyPerImageSeconds time to classify one image
 * @param areaSquareMetres area of the circuit
 * @param leakagePowerWatts power that the circuit leaks all the time
 * @param verifiedColumns columns that a circuit simulator read
 * @param worstRelativeDifference largest difference between circuit simulator and dot product; NaN without a check
 */
record Summary(
        String name,
        String network,
        String device,
        long seed,
        RunResult.Accuracy accuracy,
        double accuracyHalfWidth95,
        double trainingEnergyPerImageJoules,
        double inferenceEnergyPerImageJoules,
        double trainingEnergyPerSynapticOperationJoules,
        double inferenceEnergyPerSynapticOperationJoules,
        double trainingLatencyPerImageSeconds,
        double inferenceLatencyPerImageSeconds,
        double areaSquareMetres,
        double leakagePowerWatts,
        int verifiedColumns,
        double worstRelativeDifference) {

    static Summary of(RunResult result, CostReport cost, double leakageWatts, Optional<Verification> verification) {
        Activity training = result.activity().training();
        Activity inference = result.activity().inference();
        Phases<Long> images = result.images();
        Spent trainingCost = cost.total(Phases.TRAINING);
        Spent inferenceCost = cost.total(Phases.INFERENCE);
        return new Summary(
                result.name(),
                result.network(),
                result.device(),
                result.seed(),
                result.accuracy(),
                Percent.halfWidth(result.accuracy().eq5(), result.testImages()),
                per(trainingCost.energyJoules(), images.training()),
                per(inferenceCost.energyJoules(), images.inference()),
                per(trainingCost.energyJoules(), training.synapticOperations()),
                per(inferenceCost.energyJoules(), inference.synapticOperations()),
                per(trainingCost.latencySeconds(), images.training()),
                per(inferenceCost.latencySeconds(), images.inference()),
                cost.areaSquareMetres(),
                leakageWatts,
                verification.map(Verification::columnCount).orElse(0),
                verification.map(Verification::worst).orElse(Double.NaN));
    }

    /** A share of a sum; NaN if there is nothing to share it among. */
    static double per(double sum, long count) {
        return count == 0 ? Double.NaN : sum / count;
    }
}
