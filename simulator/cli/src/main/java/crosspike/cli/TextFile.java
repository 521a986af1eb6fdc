package crosspike.cli;

import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Text files that are written whole or not at all. */
final class TextFile {
    private TextFile() {}

    /** @throws UserError if the file cannot be written */
    static void write(Path file, String text) {
        Path partial = file.resolveSibling("." + file.getFileName() + ".partial");
        try {
            Files.writeString(partial, text);
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UserError(
                    "cannot write " + file + " (" + e.getClass().getSimpleName() + "); choose another --out", e);
        }
    }
}
