package crosspike.snn.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import crosspike.snn.dataset.ImageSet;
import org.junit.jupiter.api.Test;

class PixelSelectionTest {
    /** Pixels 0 to 3 are background in 4, 3, 2 and 0 of 4 images. */
    private static final ImageSet IMAGES = new ImageSet(
            "four",
            4,
            1,
            1,
            new byte[][] {{0, 0, 0, 1}, {0, 0, 9, 2}, {0, 0, 0, 3}, {0, (byte) 255, 8, 4}},
            new byte[4]);

    @Test
    void pixelsThatAreBackgroundInThatFractionOfTheImagesOrMoreAreLeftOut() {
        assertArrayEquals(new int[] {2, 3, -1}, PixelSelection.foreground(IMAGES, 0.75));
        assertArrayEquals(new int[] {1, 2, 3, -1}, PixelSelection.foreground(IMAGES, 0.76));
        assertArrayEquals(new int[] {3, -1}, PixelSelection.foreground(IMAGES, 0.5));
        assertArrayEquals(new int[] {1, 2, 3, -1}, PixelSelection.foreground(IMAGES, 1));
    }

    @Test
    void aFractionAboveOneKeepsAllPixels() {
        assertArrayEquals(new int[] {0, 1, 2, 3, -1}, PixelSelection.foreground(IMAGES, 1.01));
    }
}
