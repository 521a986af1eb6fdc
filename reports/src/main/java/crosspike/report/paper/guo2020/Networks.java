package crosspike.report.paper.guo2020;

import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.report.paper.Evidence;

/** What networks are compared by: accuracy lost and synaptic operations, against the network without pruning of their seed. */
record Networks(Evidence evidence, String baseline) {

    /** Energy of the core to classify an image, in J: cells are charged as their conductances are, removed ones not at all. */
    static final String ENERGY = "inference_energy_per_image_J";

    /** Accuracy lost, in percent points. */
    double loss(String plan, Row row) {
        return 100 * (mean("accuracy_eq5", plan, row) - evidence.value(plan, row, "accuracy_eq5"));
    }

    /** Operations of training that are left, as a fraction: accumulations, and updates at input and output spikes. */
    double training(String plan, Row row) {
        return (evidence.value(plan, row, "training_operations_per_image")
                        + evidence.value(plan, row, "training_updates_per_image"))
                / accumulationsAndUpdates(plan, row);
    }

    private double accumulationsAndUpdates(String plan, Row row) {
        return mean("training_operations_per_image", plan, row) + mean("training_updates_per_image", plan, row);
    }

    /** Operations of inference that are left, as a fraction. */
    double inference(String plan, Row row) {
        return evidence.value(plan, row, "inference_operations_per_image")
                / mean("inference_operations_per_image", plan, row);
    }

    /** Energy of inference that is left, as a fraction. */
    double inferenceEnergy(String plan, Row row) {
        return evidence.value(plan, row, ENERGY) / mean(ENERGY, plan, row);
    }

    /** Both together, as a fraction of both without pruning. */
    double total(String plan, Row row) {
        double before = accumulationsAndUpdates(plan, row) + mean("inference_operations_per_image", plan, row);
        return (training(plan, row) * accumulationsAndUpdates(plan, row)
                        + evidence.value(plan, row, "inference_operations_per_image"))
                / before;
    }

    /** A figure of the network without pruning that has the same seed; of all of them if there is none. */
    private double mean(String figure, String plan, Row row) {
        String seed = evidence.label(plan, row, "seed");
        double sum = 0;
        int count = 0;
        for (Row one : evidence.rows(baseline)) {
            if (evidence.label(baseline, one, "seed").equals(seed)) {
                return evidence.value(baseline, one, figure);
            }
            sum += evidence.value(baseline, one, figure);
            count++;
        }
        return sum / count;
    }
}
