package crosspike.snn.dataset;

import crosspike.input.Unreadable;
import crosspike.input.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A folder with the four files of the MNIST family, each plain or with {@code .gz} after its name. */
public final class IdxFolder {
    /** Names of the four files, without {@code .gz}. */
    public static final List<String> FILES = List.of(
            "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte");

    private IdxFolder() {}

    /**
     * Reads the four files of a data set with as many classes as its labels say.
     *
     * @param name name of the data set
     * @throws UserError naming the file that is missing, damaged or does not fit the others
     */
    public static Dataset read(String name, Path folder) {
        int classes = 1;
        for (String labels : List.of(FILES.get(1), FILES.get(3))) {
            for (byte label : IdxFile.readLabels(file(folder, labels)).values()) {
                classes = Math.max(classes, Math.min(ImageSet.MOST_CLASSES, 1 + Byte.toUnsignedInt(label)));
            }
        }
        return read(name, folder, classes);
    }

    /**
     * Reads the four files.
     *
     * @param name name of the data set
     * @param classes number of classes; labels must be below it
     * @throws UserError naming the file that is missing, damaged or does not fit the others
     */
    public static Dataset read(String name, Path folder, int classes) {
        Path trainingImages = file(folder, FILES.get(0));
        Path trainingLabels = file(folder, FILES.get(1));
        Path testImages = file(folder, FILES.get(2));
        Path testLabels = file(folder, FILES.get(3));

        var trainingPixels = IdxFile.readImages(trainingImages);
        var trainingClasses = IdxFile.readLabels(trainingLabels);
        var testPixels = IdxFile.readImages(testImages);
        var testClasses = IdxFile.readLabels(testLabels);

        requireSameCount(trainingImages, trainingPixels, trainingLabels, trainingClasses);
        requireSameCount(testImages, testPixels, testLabels, testClasses);
        requireLabelsBelow(classes, trainingLabels, trainingClasses);
        requireLabelsBelow(classes, testLabels, testClasses);
        if (trainingPixels.width() != testPixels.width() || trainingPixels.height() != testPixels.height()) {
            throw new UserError(testImages + " has images of " + size(testPixels) + " pixels; expected "
                    + size(trainingPixels) + " as in " + trainingImages);
        }
        return new Dataset(
                name,
                imageSet(name + " training", trainingPixels, trainingClasses, classes),
                imageSet(name + " test", testPixels, testClasses, classes),
                Map.of(
                        FILES.get(0), trainingPixels.sha256(),
                        FILES.get(1), trainingClasses.sha256(),
                        FILES.get(2), testPixels.sha256(),
                        FILES.get(3), testClasses.sha256()));
    }

    /**
     * Where one of the four files lies in {@code folder}: the plain one if it is there, else the gzipped one.
     *
     * @throws UserError if neither is there
     */
    public static Path file(Path folder, String name) {
        Path plain = folder.resolve(name);
        Path gzipped = folder.resolve(name + ".gz");
        if (Files.exists(plain)) {
            return plain;
        }
        if (Files.exists(gzipped)) {
            return gzipped;
        }
        Unreadable.requireVisible(plain);
        throw new UserError(folder + " has no " + name + " and no " + name + ".gz; expected the four IDX files "
                + String.join(", ", FILES));
    }

    private static void requireSameCount(Path images, IdxFile.Images pixels, Path labels, IdxFile.Labels classes) {
        if (pixels.pixels().size() != classes.values().length) {
            throw new UserError(images + " has " + pixels.pixels().size() + " images but " + labels + " has "
                    + classes.values().length + " labels; expected files that belong together");
        }
    }

    private static void requireLabelsBelow(int classes, Path file, IdxFile.Labels labels) {
        for (int i = 0; i < labels.values().length; i++) {
            int label = Byte.toUnsignedInt(labels.values()[i]);
            if (label >= classes) {
                throw new UserError(file + ": label " + label + " of image " + i + " (counted from 0) is outside 0 to "
                        + (classes - 1));
            }
        }
    }

    private static String size(IdxFile.Images images) {
        return images.width() + " x " + images.height();
    }

    private static ImageSet imageSet(String name, IdxFile.Images images, IdxFile.Labels labels, int classes) {
        return new ImageSet(
                name,
                images.width(),
                images.height(),
                classes,
                images.pixels().toArray(byte[][]::new),
                labels.values());
    }
}
