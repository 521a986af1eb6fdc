package crosspike.experiment.data;

import crosspike.snn.dataset.Dataset;
import crosspike.snn.dataset.ImageSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a checked folder holds.
 *
 * @param imagesPerClass number of images by name of their class
 * @param verified whether every file has its known SHA-256; false if none is known
 */
public record Contents(SortedMap<String, Integer> imagesPerClass, boolean verified) {

    /** Those of a data set whose classes are numbers. */
    static Contents of(Dataset dataset, boolean verified) {
        SortedMap<String, Integer> imagesPerClass = new TreeMap<>();
        for (ImageSet images : List.of(dataset.training(), dataset.test())) {
            for (byte label : images.labels()) {
                imagesPerClass.merge(Integer.toString(label), 1, Integer::sum);
            }
        }
        return new Contents(imagesPerClass, verified);
    }

    /** Number of images of all classes. */
    public int images() {
        return imagesPerClass.values().stream().mapToInt(Integer::intValue).sum();
    }
}
