package crosspike.experiment.run;

import crosspike.input.Unwritable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files so that a reader finds the old or the new one, never half of it. */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Makes or replaces a file, and its folder if need be.
     *
     * @throws crosspike.input.UserError naming the file and the reason, if it cannot be written; an old file is then unchanged
     */
    public static void write(Path file, byte[] content) {
        Path partial = file.resolveSibling(
                "." + file.getFileName() + ".partial-" + ProcessHandle.current().pid());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try {
                Files.write(partial, content);
                Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(partial);
            }
        } catch (IOException e) {
            throw Unwritable.error(file, e, "make room, or choose another --out");
        }
    }
}
