package crosspike.experiment.sweep;

import crosspike.snn.dataset.Dataset;
import java.util.Map;

/**
 * The images that a training has seen.
 *
 * @param set name of their data set
 * @param sha256 SHA-256 of each file
 */
public record SeenImages(String set, Map<String, String> sha256) {
    public SeenImages {
        sha256 = Map.copyOf(sha256);
    }

    static SeenImages of(Dataset data) {
        return new SeenImages(data.name(), data.sha256());
    }
}
