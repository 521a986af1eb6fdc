package crosspike.snn.dataset;

import java.util.Arrays;

/**
 * Labelled grey images of one size. The arrays are shared, not copied, and must not be modified.
 *
 * @param name what reports call the set, such as {@code mnist training}
 * @param width pixels of a row, at least 1
 * @param height rows of an image, at least 1
 * @param classes number of classes, 1 to {@link #MOST_CLASSES}
 * @param pixels one array of {@code width * height} per image, row-major, unsigned 0 (background) to 255
 * @param labels class of each image, in [0, classes)
 */
public record ImageSet(String name, int width, int height, int classes, byte[][] pixels, byte[] labels) {
    /** Labels are signed bytes. */
    public static final int MOST_CLASSES = 128;

    public ImageSet {
        require(width >= 1 && height >= 1, "images of " + width + " x " + height + " pixels");
        require(classes >= 1 && classes <= MOST_CLASSES, classes + " classes");
        require(pixels.length == labels.length, pixels.length + " images but " + labels.length + " labels");
        for (byte[] image : pixels) {
            if (image.length != width * height) {
                throw mistake("an image of " + image.length + " pixels");
            }
        }
        for (byte label : labels) {
            if (label < 0 || label >= classes) {
                throw mistake("label " + label);
            }
        }
    }

    /** Number of images. */
    public int size() {
        return pixels.length;
    }

    /** The first {@code n} images; the whole set if it has no more. */
    public ImageSet first(int n) {
        require(n >= 0, "first " + n + " images");
        if (n >= size()) {
            return this;
        }
        return new ImageSet(name, width, height, classes, Arrays.copyOf(pixels, n), Arrays.copyOf(labels, n));
    }

    /** The last {@code n} images. */
    public ImageSet last(int n) {
        require(n >= 0 && n <= size(), "last " + n + " images");
        int from = size() - n;
        return new ImageSet(
                name,
                width,
                height,
                classes,
                Arrays.copyOfRange(pixels, from, size()),
                Arrays.copyOfRange(labels, from, size()));
    }

    private static void require(boolean ok, String found) {
        if (!ok) {
            throw mistake(found);
        }
    }

    private static IllegalArgumentException mistake(String found) {
        return new IllegalArgumentException("image set: " + found);
    }
}
