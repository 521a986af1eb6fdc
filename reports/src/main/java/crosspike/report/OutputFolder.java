package crosspike.report;

import crosspike.input.Unwritable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A folder in which each file is the old or the new one, never half of it. */
record OutputFolder(Path path) {

    void write(String name, String text) {
        write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws crosspike.input.UserError if the folder cannot be written */
    void write(String name, byte[] content) {
        Path file = path.resolve(name);
        Path partial = file.resolveSibling("." + file.getFileName() + ".partial");
        try {
            Files.createDirectories(file.getParent());
            Files.write(partial, content);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Unwritable.error(file, e, "choose another --out");
        }
    }
}
