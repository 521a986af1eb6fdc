package crosspike.snn.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Hashes as in {@code calibration-data/digits/README.md}, by {@code sha256sum}; balances by {@code uniq -c}. */
class BundledDigitsTest {
    private final Dataset digits =
            IdxFolder.read("digits", Path.of(System.getProperty("crosspike.home"), "calibration-data", "digits"), 10);

    @Test
    void theFilesAreTheOnesOfTheReadme() {
        assertEquals(
                Map.of(
                        "train-images-idx3-ubyte", "12700dc5caf92e8750900e5751629763284307fe0352274b67767404883af2d2",
                        "train-labels-idx1-ubyte", "e60c2c83e7b71fa63c03a77eb93ed272a68f2009b9a09a485bab2963ba439e3a",
                        "t10k-images-idx3-ubyte", "a8c9a49bbae938426d9f2ba71e82645e4e23ccfb90bfe2bc1d2c908556bde536",
                        "t10k-labels-idx1-ubyte", "a9a9b7132e26c8397459d299419837b565ccfd8de45e272a8986c63f03d3ddca"),
                digits.sha256());
    }

    /** MNIST has 5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949 of 60000. */
    @Test
    void theTrainingDigitsHaveTheBalanceOfMnist() {
        assertArrayEquals(
                new int[] {987, 1124, 993, 1022, 974, 904, 986, 1044, 975, 991}, imagesPerClass(digits.training()));
    }

    /** MNIST has 980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009 of 10000. */
    @Test
    void theTestDigitsHaveTheBalanceOfMnist() {
        assertArrayEquals(new int[] {196, 227, 206, 202, 196, 178, 192, 206, 195, 202}, imagesPerClass(digits.test()));
    }

    @Test
    void theDigitsAre28By28() {
        assertEquals(28, digits.training().width());
        assertEquals(28, digits.training().height());
    }

    private static int[] imagesPerClass(ImageSet images) {
        int[] counts = new int[images.classes()];
        for (byte label : images.labels()) {
            counts[label]++;
        }
        return counts;
    }
}
