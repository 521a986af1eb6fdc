package crosspike.report.paper.guo2020;

import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.report.paper.Evidence;

/**
 * What networks are compared by: accuracy lost and synaptic operations, against the network without pruning of their seed;
 * NaN where that one failed.
 */
record Networks(Evidence evidence, String baseline) {

    /** Energy of the core to classify an image, in J: cells are charged as their conductances are, removed ones not at all. */
    static final String ENERGY = "inference_energy_per_image_J";

    /** Accuracy lost, in percent points. */
    double loss(String plan, Row row) {
        return 100 * (baseline("accuracy_eq5", plan, row) - evidence.value(plan, row, "accuracy_eq5"));
    }

    /** Operations of training that are left, as a fraction: accumulations, and updates at input and output spikes. */
    double training(String plan, Row row) {
        return (evidence.value(plan, row, "training_operations_per_image")
                        + evidence.value(plan, row, "training_updates_per_image"))
                / accumulationsAndUpdates(plan, row);
    }

    private double accumulationsAndUpdates(String plan, Row row) {
        return baseline("training_operations_per_image", plan, row) + baseline("training_updates_per_image", plan, row);
    }

    /** Operations of inference that are left, as a fraction. */
    double inference(String plan, Row row) {
        return evidence.value(plan, row, "inference_operations_per_image")
                / baseline("inference_operations_per_image", plan, row);
    }

    /** Energy of inference that is left, as a fraction. */
    double inferenceEnergy(String plan, Row row) {
        return evidence.value(plan, row, ENERGY) / baseline(ENERGY, plan, row);
    }

    /** Both together, as a fraction of both without pruning. */
    double total(String plan, Row row) {
        double before = accumulationsAndUpdates(plan, row) + baseline("inference_operations_per_image", plan, row);
        return (training(plan, row) * accumulationsAndUpdates(plan, row)
                        + evidence.value(plan, row, "inference_operations_per_image"))
                / before;
    }

    /** A figure of the network without pruning that has the same seed; NaN if there is none. */
    private double baseline(String figure, String plan, Row row) {
        String seed = evidence.label(plan, row, "seed");
        return evidence.rows(baseline).stream()
                .filter(one -> evidence.label(baseline, one, "seed").equals(seed))
                .findFirst()
                .map(one -> evidence.value(baseline, one, figure))
                .orElse(Double.NaN);
    }
}
