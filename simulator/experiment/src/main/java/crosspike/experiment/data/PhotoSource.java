package crosspike.experiment.data;

import crosspike.input.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A data set of photographs: one folder per category with JPEG files in it. Other files are passed over.
 *
 * @param categories name of the folder that holds the categories
 */
record PhotoSource(String name, String categories, Supply supply) implements DataSource {
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

    @Override
    public void copy(Path from, Path to) throws IOException {
        for (Path category : list(root(from)).filter(Files::isDirectory).toList()) {
            Path copy = to.resolve(categories).resolve(category.getFileName());
            for (Path image : images(category)) {
                Files.createDirectories(copy);
                Files.copy(image, copy.resolve(image.getFileName()));
            }
        }
    }

    /** {@code folder/categories}, or {@code folder} if it is that folder itself. */
    private Path root(Path folder) {
        Path below = folder.resolve(categories);
        if (Files.isDirectory(below)) {
            return below;
        }
        if (categories.equals(String.valueOf(folder.toAbsolutePath().normalize().getFileName()))) {
            return folder;
        }
        throw new UserError(folder + " has no folder " + categories + "; expected the unpacked " + name + " archive");
    }

    private static List<Path> images(Path category) {
        return list(category).filter(PhotoSource::isNamedJpeg).toList();
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
            throw new UserError(file + " cannot be read: " + e.getMessage(), e);
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
