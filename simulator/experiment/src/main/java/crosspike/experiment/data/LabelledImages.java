package crosspike.experiment.data;

import crosspike.input.UserError;
import crosspike.random.RandomStream;
import crosspike.snn.dataset.ImageSet;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Images with their classes, on the way into IDX files.
 *
 * @param width pixels of a row
 * @param height rows
 * @param images in order
 */
record LabelledImages(int width, int height, List<One> images) {
    private static final int LABEL_MAGIC = 0x0801;
    private static final int IMAGE_MAGIC = 0x0803;

    /**
     * @param pixels row by row, unsigned, 0 is background
     * @param label its class, from 0
     */
    record One(byte[] pixels, int label) {
        One {
            if (label < 0 || label >= ImageSet.MOST_CLASSES) {
                throw new UserError("label " + label + " is outside 0 to " + (ImageSet.MOST_CLASSES - 1)
                        + "; number the classes from 0 on");
            }
        }
    }

    LabelledImages {
        images = List.copyOf(images);
    }

    /** In words. */
    String size() {
        return width + " x " + height;
    }

    /** In another order: images of one class after those of another are no good to learn from. */
    LabelledImages shuffled(RandomStream random) {
        return new LabelledImages(width, height, Photographs.shuffled(images, random));
    }

    /** Bright where it was dark. */
    LabelledImages inverted() {
        List<One> all = new ArrayList<>();
        for (One one : images) {
            byte[] pixels = one.pixels().clone();
            for (int i = 0; i < pixels.length; i++) {
                pixels[i] = (byte) (255 - Byte.toUnsignedInt(pixels[i]));
            }
            all.add(new One(pixels, one.label()));
        }
        return new LabelledImages(width, height, all);
    }

    /** Writes two IDX files. */
    void write(Path imageFile, Path labelFile) throws IOException {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(imageFile)))) {
            out.writeInt(IMAGE_MAGIC);
            out.writeInt(images.size());
            out.writeInt(height);
            out.writeInt(width);
            for (One one : images) out.write(one.pixels());
        }
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(labelFile)))) {
            out.writeInt(LABEL_MAGIC);
            out.writeInt(images.size());
            for (One one : images) out.write(one.label());
        }
    }
}
