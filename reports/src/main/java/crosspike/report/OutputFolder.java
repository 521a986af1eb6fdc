package crosspike.report;

import crosspike.experiment.run.AtomicFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where a report goes. */
record OutputFolder(Path path) {

    void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws crosspike.input.UserError if the folder cannot be written */
    void write(String name, byte[] content) {
        AtomicFile.write(path.resolve(name), content);
    }
}
