package crosspike.experiment.data;

import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import crosspike.snn.dataset.IdxFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A data set in the four IDX files of the MNIST family.
 *
 * @param classes number of classes
 * @param sha256 SHA-256 of the uncompressed content of each file, by its name without {@code .gz}
 */
record IdxSource(String name, int classes, Map<String, String> sha256, Supply supply) implements DataSource {

    /** Every file has to be, byte for byte, the known one. */
    @Override
    public Dataset read(Path folder) {
        Dataset dataset = IdxFolder.read(name, folder, classes);
        for (String file : IdxFolder.FILES) {
            String found = dataset.sha256().get(file);
            String expected = sha256.get(file);
            if (!found.equals(expected)) {
                throw new UserError(IdxFolder.file(folder, file) + " is not the file of " + name
                        + ": SHA-256 of its content is " + found + "; expected " + expected);
            }
        }
        return dataset;
    }

    @Override
    public Contents check(Path folder) {
        return Contents.of(read(folder), true);
    }

    @Override
    public void copy(Path from, Path to) throws IOException {
        for (String name : IdxFolder.FILES) {
            Path file = IdxFolder.file(from, name);
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }
}
