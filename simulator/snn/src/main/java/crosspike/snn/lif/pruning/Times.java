package crosspike.snn.lif.pruning;

import crosspike.snn.Require;
import crosspike.snn.lif.Compression.Batch;

/**
 * When is pruned: at the end of each batch from an image on.
 *
 * @param firstImage training images before the first pruning
 * @param afterLast whether also after the last image. Nothing learns after that any more.
 */
public record Times(long firstImage, boolean afterLast) {
    public Times {
        Require.within("images before the first pruning", firstImage, 0, 1e12);
    }

    /** How often is pruned in a training of so many images. */
    public int count(long images, int batchImages) {
        int count = 0;
        for (int number = 1; (number - 1L) * batchImages < images; number++) {
            long shown = Math.min(images, (long) number * batchImages);
            count += include(new Batch(number, shown, shown == images, new long[0])) ? 1 : 0;
        }
        return count;
    }

    boolean include(Batch batch) {
        return batch.images() >= firstImage && (afterLast || !batch.isLast());
    }
}
