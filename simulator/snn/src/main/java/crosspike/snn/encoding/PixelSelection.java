package crosspike.snn.encoding;

import crosspike.snn.dataset.ImageSet;
import java.util.Arrays;

/** Which pixels drive the rows of an array. */
public final class PixelSelection {
    private PixelSelection() {}

    /**
     * Pixels that are not background nearly everywhere (Shi 2019, "Input layer"), followed by the bias.
     *
     * @param images training images
     * @param backgroundFraction a pixel that is 0 in at least this fraction of the images is left out, in (0, 1]; more
     *     than 1 keeps all
     * @return pixel of each row in ascending order, then −1 for the bias
     */
    public static int[] foreground(ImageSet images, double backgroundFraction) {
        int pixels = images.width() * images.height();
        int[] zeros = new int[pixels];
        for (byte[] image : images.pixels()) {
            countZeros(image, zeros);
        }
        int[] rows = new int[pixels + 1];
        int kept = 0;
        for (int p = 0; p < pixels; p++) {
            if (zeros[p] < backgroundFraction * images.size()) {
                rows[kept++] = p;
            }
        }
        rows[kept++] = -1;
        return Arrays.copyOf(rows, kept);
    }

    private static void countZeros(byte[] image, int[] zeros) {
        for (int p = 0; p < zeros.length; p++) {
            zeros[p] += (image[p] & 0xFF) - 1 >>> Integer.SIZE - 1;
        }
    }
}
