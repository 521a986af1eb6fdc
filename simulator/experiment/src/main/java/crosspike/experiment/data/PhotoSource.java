package crosspike.experiment.data;

import crosspike.input.Unreadable;
import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A data set of photographs: one folder per category with JPEG files in it. Other files are passed over. Beside it there may
 * be a folder {@code Annotations}, which says where the objects are.
 *
 * @param folder name of the folder in the user's cache
 * @param categories name of the folder that holds the categories
 * @param annotated names of categories in {@code Annotations} that differ
 * @param protocol what is made of the photographs
 */
record PhotoSource(
        String name,
        String folder,
        String categories,
        Map<String, String> annotated,
        Photographs.Protocol protocol,
        Supply supply)
        implements DataSource {
    private static final String ANNOTATIONS = "Annotations";
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    @Override
    public Contents check(Path folder) {
        Path root = root(folder);
        var imagesPerCategory = new TreeMap<String, Integer>();
        for (Path category : list(root).filter(Files::isDirectory).toList()) {
            List<Path> images = images(category);
            images.forEach(PhotoSource::requireJpeg);
            if (!images.isEmpty()) {
                imagesPerCategory.put(category.getFileName().toString(), images.size());
            }
        }
        if (imagesPerCategory.isEmpty()) {
            throw new UserError(root + " has no category; expected one folder of JPEG files (.jpg) for each");
        }
        return new Contents(imagesPerCategory, false);
    }

    /**
     * Reads the photographs of the categories of the protocol.
     *
     * @throws UserError if a category is missing, a photograph or annotation cannot be read, or some photographs are annotated
     *     and some are not
     */
    @Override
    public Dataset read(Path folder) {
        Path root = root(folder);
        Path annotations = root.resolveSibling(ANNOTATIONS);
        boolean hasMasks = Files.isDirectory(annotations);
        var photos = new Photographs(name, protocol);
        for (String category : protocol.categories()) {
            if (!Files.isDirectory(root.resolve(category))) {
                throw new UserError(root + " has no category " + category + "; expected all of "
                        + String.join(", ", protocol.categories()));
            }
        }
        for (String category : protocol.categories()) {
            for (Path image : images(root.resolve(category))) {
                photos.add(category, image, hasMasks ? Optional.of(annotation(annotations, image)) : Optional.empty());
            }
        }
        return photos.dataset();
    }

    /** {@code Annotations/wrench/annotation_0001.mat} for {@code wrench/image_0001.jpg}. */
    private Path annotation(Path annotations, Path image) {
        String category = image.getParent().getFileName().toString();
        String number = image.getFileName().toString().replaceAll("^image|\\.[^.]*$", "");
        Path file =
                annotations.resolve(annotated.getOrDefault(category, category)).resolve("annotation" + number + ".mat");
        if (!Files.isRegularFile(file)) {
            throw new UserError(
                    file + " is missing; expected an annotation for each photograph, or no folder " + annotations);
        }
        return file;
    }

    @Override
    public void copy(Path from, Path to) throws IOException {
        for (Path category : list(root(from)).filter(Files::isDirectory).toList()) {
            Path copy = to.resolve(categories).resolve(category.getFileName());
            for (Path image : images(category)) {
                Files.createDirectories(copy);
                Files.copy(image, copy.resolve(image.getFileName()));
            }
        }
        Path annotations = root(from).resolveSibling(ANNOTATIONS);
        if (Files.isDirectory(annotations)) {
            for (Path category : list(annotations).filter(Files::isDirectory).toList()) {
                Path copy = Files.createDirectories(to.resolve(ANNOTATIONS).resolve(category.getFileName()));
                for (Path file : list(category).filter(PhotoSource::isNamedMat).toList()) {
                    Files.copy(file, copy.resolve(file.getFileName()));
                }
            }
        }
    }

    /** {@code folder/categories}, or {@code folder} if it is that folder itself. */
    private Path root(Path folder) {
        Path below = folder.resolve(categories);
        if (Files.isDirectory(below)) {
            return below;
        }
        Path itself = folder.toAbsolutePath().normalize();
        if (categories.equals(String.valueOf(itself.getFileName()))) {
            return itself;
        }
        throw new UserError(folder + " has no folder " + categories + "; expected the unpacked " + name + " archive");
    }

    private static List<Path> images(Path category) {
        return list(category).filter(PhotoSource::isNamedJpeg).toList();
    }

    private static boolean isNamedMat(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && name.endsWith(".mat");
    }

    private static boolean isNamedJpeg(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".jpg") || name.endsWith(".jpeg"));
    }

    private static void requireJpeg(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            if (!Arrays.equals(in.readNBytes(JPEG.length), JPEG)) {
                throw new UserError(file + " is no JPEG file; expected one by its name");
            }
        } catch (IOException e) {
            throw Unreadable.error(file, e);
        }
    }

    private static Stream<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList().stream();
        } catch (IOException e) {
            throw new UserError(folder + " cannot be listed: " + e.getMessage(), e);
        }
    }
}
