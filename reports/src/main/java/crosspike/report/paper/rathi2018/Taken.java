package crosspike.report.paper.rathi2018;

import java.util.List;

/**
 * Something that a network takes.
 *
 * @param words for it in the tables
 * @param figure column of the plan
 */
record Taken(String words, String figure) {
    /** To classify an image. */
    static final List<Taken> TO_CLASSIFY = List.of(
            new Taken("spikes", "inference_spikes_per_image"),
            new Taken("operations", "inference_operations_per_image"),
            new Taken("joules of cells", "inference_cell_energy_per_image_J"),
            new Taken("joules of cells and circuits", "inference_energy_per_image_J"));

    /** To learn an image. */
    static final Taken TO_LEARN = new Taken("operations of training", "training_operations_per_image");
}
