package crosspike.experiment.data;

import crosspike.input.Unreadable;
import crosspike.input.UserError;
import crosspike.random.Streams;
import crosspike.snn.dataset.IdxFile;
import crosspike.snn.dataset.IdxFolder;
import java.awt.Dimension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the four IDX files of images that a user has in another form. */
public final class OwnImages {
    private static final List<String> TRAINING = List.of("train", "training");
    private static final List<String> TEST = List.of("test", "testing", "val", "validation");

    /** Always the same order. */
    private static final long ORDER_SEED = 1;

    private final Path folder;
    private final Optional<Dimension> size;
    private final boolean isInverted;

    /**
     * @param folder with the four IDX files, or {@code train} and {@code test}: folders with one folder of PNG or JPEG images
     *     for each class, or CSV files
     * @param size of the images in pixels: images of folders get it, those of tables have it; empty: they say it themselves
     * @param isInverted whether the background is white
     */
    public OwnImages(Path folder, Optional<Dimension> size, boolean isInverted) {
        this.folder = folder;
        this.size = size;
        this.isInverted = isInverted;
    }

    /** Writes the files into a folder. */
    void write(Path to) throws IOException {
        if (OwnSource.isIn(folder)) {
            if (size.isPresent() || isInverted) {
                throw new UserError(
                        folder + " has IDX files, which are taken as they are; leave --size and --invert out");
            }
            IdxFolder.read("own", folder);
            for (String name : IdxFolder.FILES) {
                Path file = IdxFolder.file(folder, name);
                Files.copy(file, to.resolve(file.getFileName()));
            }
            return;
        }
        Path training = part(TRAINING);
        Path test = part(TEST);
        boolean inFolders = Files.isDirectory(training);
        List<String> classes = inFolders ? ImageFolders.classes(training) : List.of();
        LabelledImages learnt = read(training, classes, size);
        LabelledImages tested = read(test, classes, size);
        requireOneSize(training, learnt, test, tested);
        Streams order = Streams.of(ORDER_SEED, "order of own images");
        written(learnt)
                .shuffled(order.stream(0))
                .write(to.resolve(IdxFolder.FILES.get(0)), to.resolve(IdxFolder.FILES.get(1)));
        written(tested)
                .shuffled(order.stream(1))
                .write(to.resolve(IdxFolder.FILES.get(2)), to.resolve(IdxFolder.FILES.get(3)));
        if (inFolders) Files.write(to.resolve("classes.txt"), classes);
    }

    private static void requireOneSize(Path training, LabelledImages learnt, Path test, LabelledImages tested) {
        if (Math.max(learnt.width(), learnt.height()) > IdxFile.LONGEST_SIDE) {
            throw new UserError(training + " has images of " + learnt.size() + " pixels; expected sides of 1 to "
                    + IdxFile.LONGEST_SIDE + "; --size 28x28 makes those of folders smaller");
        }
        if (!learnt.size().equals(tested.size())) {
            throw new UserError(test + " has images of " + tested.size() + " pixels; expected " + learnt.size()
                    + " as in " + training + "; --size 28x28 resizes those of folders");
        }
    }

    private LabelledImages written(LabelledImages images) {
        return isInverted ? images.inverted() : images;
    }

    private static LabelledImages read(Path part, List<String> classes, Optional<Dimension> size) {
        return Files.isDirectory(part) ? ImageFolders.read(part, classes, size) : LabelledCsv.read(part, size);
    }

    /** The first of these names that there is, as a folder or as a table. */
    private Path part(List<String> names) {
        Optional<Path> found = names.stream()
                .flatMap(name -> Stream.of(folder.resolve(name), folder.resolve(name + ".csv")))
                .filter(Files::exists)
                .findFirst();
        if (found.isPresent()) return found.get();
        Unreadable.requireVisible(folder.resolve(names.get(0)));
        throw new UserError(folder + " has no " + names.get(0) + " and no " + names.get(0)
                + ".csv; expected the four IDX files, or train and test: folders with one folder of images for each"
                + " class, or train.csv and test.csv with a label and pixels in each line");
    }
}
