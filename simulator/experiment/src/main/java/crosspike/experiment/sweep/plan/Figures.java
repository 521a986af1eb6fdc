package crosspike.experiment.sweep.plan;

import crosspike.experiment.run.CsvFiles;
import crosspike.input.Suggest;
import crosspike.input.UserError;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is found at a point; the components are the columns of {@code sweep.csv}. Accuracies are fractions; energies, times
 * and areas are those of the whole core.
 *
 * @param accuracyEq5 accuracy of the Eq. 5 vote
 * @param accuracyEq5Selective the same without neurons below the removal threshold
 * @param accuracySpikeSum accuracy of the vote by total spikes
 * @param accuracyZ accuracy of the Z vote
 * @param trainingNominalUpdates weights the learning rule visited
 * @param trainingDeviceWrites cells that got at least one pulse, one count a write
 * @param trainingPulses pulses of both directions
 * @param trainingFailedWrites cells that a verified write could not bring within the tolerance
 * @param prunedNeurons neurons whose weights were pruned
 * @param prunedWeights weights that were pruned
 * @param weights all weights of the network
 * @param connections weights above 0 in a layer of Diehl and Cook's network, else those that are not pruned
 * @param inferenceSpikesPerImage spikes of the output layer to classify one image; NaN without test images
 * @param inferenceOperationsPerImage synaptic operations to classify one image, likewise
 * @param plasticWeights weights that could still learn at the end; for another network than Diehl and Cook's those that are not
 *     pruned
 * @param initialThreshold threshold of the first pruning, given or found; NaN for another network, as all that follow
 * @param silentNeurons neurons that never fired in labelling
 * @param trainingOperationsPerImage synapses that are not removed, summed over input spikes, to learn one image
 * @param trainingUpdatesPerImage synapses that are not frozen, summed over output spikes, and input spikes if the rule learns from
 *     them, to learn one image
 * @param trainingEventUpdatesPerImage weights that the rule visited at input and output spikes and that are not frozen, to learn one
 *     image
 * @param areaSquareMetres area of the core
 * @param cellAreaSquareMetres area of its cells
 * @param leakageWatts power that leaks all the time
 * @param trainingEnergyJoules energy of the whole training
 * @param trainingLatencySeconds time of the whole training
 * @param inferenceEnergyPerImageJoules energy to classify one image; NaN without test images
 * @param inferenceCellEnergyPerImageJoules what cells dissipate of that
 * @param inferenceLatencyPerImageSeconds time to classify one image; NaN without test images
 */
public record Figures(
        double accuracyEq5,
        double accuracyEq5Selective,
        double accuracySpikeSum,
        double accuracyZ,
        long trainingNominalUpdates,
        long trainingDeviceWrites,
        long trainingPulses,
        long trainingFailedWrites,
        int prunedNeurons,
        long prunedWeights,
        long weights,
        long connections,
        double inferenceSpikesPerImage,
        double inferenceOperationsPerImage,
        long plasticWeights,
        double initialThreshold,
        double silentNeurons,
        double trainingOperationsPerImage,
        double trainingUpdatesPerImage,
        double trainingEventUpdatesPerImage,
        double areaSquareMetres,
        double cellAreaSquareMetres,
        double leakageWatts,
        double trainingEnergyJoules,
        double trainingLatencySeconds,
        double inferenceEnergyPerImageJoules,
        double inferenceCellEnergyPerImageJoules,
        double inferenceLatencyPerImageSeconds) {

    /** All columns there are. */
    public static final List<String> COLUMNS = CsvFiles.columns(Figures.class);

    /** The columns of a plan that names none. */
    public static final List<String> USUAL = List.of(
            "accuracy_eq5",
            "accuracy_z",
            "training_device_writes",
            "pruned_weights",
            "area_m2",
            "leakage_W",
            "training_energy_J",
            "training_latency_s",
            "inference_energy_per_image_J",
            "inference_latency_per_image_s");

    /** @throws UserError if one of them is no figure, or is there twice */
    static void requireKnown(List<String> columns) {
        Set<String> seen = new HashSet<>();
        for (String column : columns) {
            if (!seen.add(column)) {
                throw new UserError("record has \"" + column + "\" twice; expected different columns");
            }
            if (!COLUMNS.contains(column)) {
                throw new UserError("record has \"" + column + "\"; "
                        + Suggest.nearest(column, COLUMNS)
                                .map(near -> "did you mean " + near + "?")
                                .orElse("expected some of " + String.join(", ", COLUMNS)));
            }
        }
    }
}
