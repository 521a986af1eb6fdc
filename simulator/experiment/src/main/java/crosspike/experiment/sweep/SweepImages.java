package crosspike.experiment.sweep;

import crosspike.experiment.run.AtomicFile;
import crosspike.experiment.run.JsonFiles;
import crosspike.input.Unreadable;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What images the trainings in the folder of a sweep have seen: the checksums of each data set, a file each. Points are named
 * by the name of their data set, and images of users may change under the same name.
 */
record SweepImages(Path folder) {
    private static final String ENDING = ".json";

    static SweepImages in(Path sweep) {
        return new SweepImages(sweep.resolve("images"));
    }

    /**
     * Notes the images of a training that is about to begin, or was done elsewhere and is about to be kept.
     *
     * @throws UserError if an earlier one has seen other images, or this cannot be written
     */
    void require(SeenImages seen) {
        require(seen.set(), JsonFiles.write(new TreeMap<>(seen.sha256())));
    }

    /** The same with all data sets of another folder, whose trainings are about to be taken over. */
    void requireAll(Path otherSweep) {
        Path other = in(otherSweep).folder;
        if (!Files.isDirectory(other)) return;
        try (Stream<Path> files = Files.list(other)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.startsWith(".") || !name.endsWith(ENDING)) continue;
                require(name.substring(0, name.length() - ENDING.length()), Files.readString(file));
            }
        } catch (IOException e) {
            throw Unreadable.error(other, e);
        }
    }

    private void require(String set, String checksums) {
        Path file = folder.resolve(set + ENDING);
        try {
            if (!Files.exists(file)) {
                AtomicFile.write(file, checksums);
            } else if (!Files.readString(file).equals(checksums)) {
                throw new UserError(folder.getParent() + " has trainings on other images of the data set " + set
                        + "; put those back, or choose another folder");
            }
        } catch (IOException e) {
            throw Unreadable.error(file, e);
        }
    }
}
