package crosspike.experiment.run;

import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files so that a reader finds the old or the new one, never half of it. */
public final class AtomicFile {
    private AtomicFile() {}

    /**
     * Makes or replaces a file, and its folder if need be.
     *
     * @throws UserError naming the file and the reason, if it cannot be written; an old file is then unchanged
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
            throw new UserError("cannot write " + file + ": " + reason(e) + "; choose another --out or free it", e);
        }
    }

    /** Why a file cannot be written, in words. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is not a folder";
        }
        return e instanceof FileSystemException file && file.getReason() != null ? file.getReason() : e.getMessage();
    }
}
