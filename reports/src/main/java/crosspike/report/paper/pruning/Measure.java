package crosspike.report.paper.pruning;

import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.report.paper.Evidence;

/**
 * A figure that methods are compared by.
 *
 * @param name what it is called
 * @param unit of its numbers
 * @param figure column of the plan
 * @param scale what the column is multiplied with to be in that unit
 * @param over column that it is divided by; empty: none
 */
record Measure(String name, String unit, String figure, double scale, String over) {
    static final Measure ACCURACY = of("accuracy", "%", "accuracy_eq5", 100);
    static final Measure LEARN = new Measure("synapses that can learn", "%", "plastic_weights", 100, "weights");
    static final Measure REMOVED = new Measure("synapses removed", "%", "pruned_weights", 100, "weights");
    static final Measure SILENT = of("silent neurons", "", "silent_neurons", 1);
    static final Measure TRAINING = of("operations of training", "1e3/image", "training_operations_per_image", 1e-3);
    static final Measure UPDATES = of("updates in training", "1e3/image", "training_updates_per_image", 1e-3);
    static final Measure INFERENCE = of("operations of inference", "1e3/image", "inference_operations_per_image", 1e-3);
    static final Measure WRITES = of("device writes", "1e6", "training_device_writes", 1e-6);
    static final Measure TRAINING_ENERGY = of("energy of training", "mJ", "training_energy_J", 1e3);
    static final Measure INFERENCE_ENERGY = of("energy of inference", "nJ/image", "inference_energy_per_image_J", 1e9);
    static final Measure AREA = of("area", "mm2", "area_m2", 1e6);

    private static Measure of(String name, String unit, String figure, double scale) {
        return new Measure(name, unit, figure, scale, "");
    }

    double of(Evidence evidence, String plan, Row row) {
        double value = scale * evidence.value(plan, row, figure);
        return over.isEmpty() ? value : value / evidence.value(plan, row, over);
    }
}
