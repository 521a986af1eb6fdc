package crosspike.experiment.data;

import crosspike.input.Unreadable;
import crosspike.input.UserError;
import crosspike.snn.dataset.ImageSet;
import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Images in one folder for each class. Classes are numbered in the order of the names of their folders, of numbers in the
 * order of numbers.
 */
final class ImageFolders {
    private static final Comparator<String> NUMBERS_FIRST = Comparator.<String>comparingInt(
                    name -> name.matches("\\d{1,9}") ? Integer.parseInt(name) : Integer.MAX_VALUE)
            .thenComparing(Comparator.naturalOrder());

    private ImageFolders() {}

    /** Names of the classes in a folder. */
    static List<String> classes(Path folder) {
        List<String> names = list(folder)
                .filter(Files::isDirectory)
                .map(path -> path.getFileName().toString())
                .filter(name -> !name.startsWith("."))
                .sorted(NUMBERS_FIRST)
                .toList();
        if (names.isEmpty() || names.size() > ImageSet.MOST_CLASSES) {
            throw new UserError(folder + " has " + names.size() + " folders; expected one of images for each of 1 to "
                    + ImageSet.MOST_CLASSES + " classes");
        }
        return names;
    }

    /**
     * Reads the images of all classes.
     *
     * @param size that they are to have; empty: that of the first, which all must have
     */
    static LabelledImages read(Path folder, List<String> classes, Optional<Dimension> size) {
        for (String name : classes(folder)) {
            if (!classes.contains(name)) {
                throw new UserError(folder.resolve(name) + " is of a class without training images; expected "
                        + String.join(", ", classes));
            }
        }
        Dimension wanted = size.orElse(null);
        List<LabelledImages.One> all = new ArrayList<>();
        for (int label = 0; label < classes.size(); label++) {
            Path category = folder.resolve(classes.get(label));
            if (!Files.isDirectory(category)) continue;
            List<Path> files = list(category).filter(ImageFolders::isImage).toList();
            if (files.isEmpty()) {
                throw new UserError(category + " has no images; expected .png or .jpg files, or no such folder");
            }
            for (Path file : files) {
                GreyImage image = GreyImage.read(file);
                if (wanted == null) wanted = new Dimension(image.width(), image.height());
                if (size.isEmpty() && (image.width() != wanted.width || image.height() != wanted.height)) {
                    throw new UserError(file + " has " + image.width() + " x " + image.height() + " pixels; expected "
                            + wanted.width + " x " + wanted.height
                            + " as of the others, or --size 28x28 to resize all");
                }
                all.add(new LabelledImages.One(image.resized(wanted.width, wanted.height), label));
            }
        }
        return new LabelledImages(wanted.width, wanted.height, all);
    }

    private static boolean isImage(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".png") || name.endsWith(".jpg") || name.endsWith(".jpeg"));
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList().stream();
        } catch (IOException e) {
            throw Unreadable.error(folder, e);
        }
    }
}
