package crosspike.experiment.data;

import java.util.SortedMap;

/**
 * What a checked folder holds.
 *
 * @param imagesPerClass number of images by name of their class
 * @param verified whether every file has its known SHA-256; false if none is known
 */
public record Contents(SortedMap<String, Integer> imagesPerClass, boolean verified) {

    /** Number of images of all classes. */
    public int images() {
        return imagesPerClass.values().stream().mapToInt(Integer::intValue).sum();
    }
}
