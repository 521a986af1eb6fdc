package crosspike.snn.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.input.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxFolderTest {
    @TempDir
    Path folder;

    @BeforeEach
    void writeFourFiles() {
        write("train-images-idx3-ubyte", IdxBytes.images(4, 3, 2, 1));
        write("train-labels-idx1-ubyte.gz", IdxBytes.gzip(IdxBytes.labels(3, 1, 4, 1)));
        write("t10k-images-idx3-ubyte.gz", IdxBytes.gzip(IdxBytes.images(2, 3, 2, 2)));
        write("t10k-labels-idx1-ubyte", IdxBytes.labels(5, 9));
    }

    @Test
    void plainAndGzippedFilesMakeOneDataset() {
        Dataset dataset = IdxFolder.read("tiny", folder, 10);
        assertEquals("tiny", dataset.name());
        assertEquals("tiny training", dataset.training().name());
        assertEquals(4, dataset.training().size());
        assertEquals(3, dataset.training().width());
        assertEquals(2, dataset.training().height());
        assertArrayEquals(new byte[] {3, 1, 4, 1}, dataset.training().labels());
        assertArrayEquals(new byte[] {5, 9}, dataset.test().labels());
        assertEquals(Set.copyOf(IdxFolder.FILES), dataset.sha256().keySet());
    }

    @Test
    void theFirstImagesAreASetOfTheirOwn() {
        ImageSet training = IdxFolder.read("tiny", folder, 10).training();
        ImageSet first = training.first(3);
        assertEquals(3, first.size());
        assertArrayEquals(new byte[] {3, 1, 4}, first.labels());
        assertSame(training.pixels()[2], first.pixels()[2]);
        assertEquals(4, training.first(99).size());
    }

    /** As in a folder of somebody else; who runs the tests may enter those, so that a link to itself stands for one. */
    @Test
    void aFolderThatMayNotBeEnteredIsNotTakenForEmpty() throws Exception {
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        UserError error = assertThrows(UserError.class, () -> IdxFolder.file(loop, "train-labels-idx1-ubyte"));
        String start = loop.resolve("train-labels-idx1-ubyte") + " cannot be read: ";
        assertEquals(start, error.getMessage().substring(0, start.length()));
    }

    @Test
    void aMissingFileIsNamedInBothForms() throws Exception {
        Files.delete(folder.resolve("train-labels-idx1-ubyte.gz"));
        assertError(folder + " has no train-labels-idx1-ubyte and no train-labels-idx1-ubyte.gz; expected the four IDX"
                + " files train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte,"
                + " t10k-labels-idx1-ubyte");
    }

    @Test
    void imagesAndLabelsMustBeAsMany() {
        write("t10k-labels-idx1-ubyte", IdxBytes.labels(5, 9, 2));
        assertError(folder + "/t10k-images-idx3-ubyte.gz has 2 images but " + folder
                + "/t10k-labels-idx1-ubyte has 3 labels; expected files that belong together");
    }

    @Test
    void aLabelOutsideTheClassesIsLocated() {
        write("t10k-labels-idx1-ubyte", IdxBytes.labels(5, 200));
        assertError(folder + "/t10k-labels-idx1-ubyte: label 200 of image 1 (counted from 0) is outside 0 to 9");
    }

    @Test
    void trainingAndTestImagesMustBeOfOneSize() {
        write("t10k-images-idx3-ubyte.gz", IdxBytes.images(2, 5, 2, 2));
        assertError(folder + "/t10k-images-idx3-ubyte.gz has images of 5 x 2 pixels; expected 3 x 2 as in " + folder
                + "/train-images-idx3-ubyte");
    }

    private void write(String name, byte[] content) {
        IdxBytes.write(folder.resolve(name), content);
    }

    private void assertError(String message) {
        var e = assertThrows(UserError.class, () -> IdxFolder.read("tiny", folder, 10));
        assertEquals(message, e.getMessage());
    }
}
