package crosspike.experiment.sweep;

import crosspike.experiment.Trained;
import crosspike.experiment.run.AtomicFile;
import crosspike.experiment.run.JsonFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The trainings of a sweep, a file each, written whole or not at all. */
record Trainings(Path folder) {

    static Trainings in(Path sweep) {
        return new Trainings(sweep.resolve("trainings"));
    }

    /** A training; empty if it is still to be done, or its file is damaged, which comes to the same. */
    Optional<Trained> get(long id) {
        Path file = file(id);
        if (!Files.exists(file)) return Optional.empty();
        try {
            return Optional.of(JsonFiles.read(Files.readString(file), Trained.class));
        } catch (IOException unreadableOrDamaged) {
            return Optional.empty();
        }
    }

    boolean has(long id) {
        return Files.exists(file(id));
    }

    /**
     * Keeps a training.
     *
     * @throws crosspike.input.UserError if it cannot be written
     */
    void put(long id, Trained trained) {
        AtomicFile.write(file(id), JsonFiles.write(trained));
    }

    private Path file(long id) {
        return folder.resolve(Identity.text(id) + ".json");
    }
}
