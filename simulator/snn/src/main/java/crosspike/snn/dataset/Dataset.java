package crosspike.snn.dataset;

import java.util.Map;

/**
 * Images to learn from and images to be tested on.
 *
 * @param name name of the data set, such as {@code mnist}
 * @param training images to learn from
 * @param test images never learnt from; same size and classes as {@code training}
 * @param sha256 SHA-256 of the uncompressed content of each file, by its name without {@code .gz}
 */
public record Dataset(String name, ImageSet training, ImageSet test, Map<String, String> sha256) {
    public Dataset {
        sha256 = Map.copyOf(sha256);
    }

    /** The last {@code n} training images kept back, to be tested on instead of the test images. */
    public Dataset holdingOut(int n) {
        return new Dataset(name, training.first(training.size() - n), training.last(n), sha256);
    }
}
