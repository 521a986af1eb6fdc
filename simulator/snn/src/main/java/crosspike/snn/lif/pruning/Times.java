package crosspike.snn.lif.pruning;

import crosspike.snn.lif.Compression.Batch;

/**
 * When is pruned: at the end of each batch from an image on.
 *
 * @param firstImage training images before the first pruning
 * @param afterLast whether also after the last image. Nothing learns after that any more.
 */
public record Times(long firstImage, boolean afterLast) {
    public Times {
        Range.within("images before the first pruning", firstImage, 0, 1e12);
    }

    /** Once, after training. */
    public static final Times AFTER_TRAINING = new Times(0, true);

    boolean include(Batch batch) {
        return batch.images() >= firstImage && (afterLast || !batch.isLast());
    }
}
