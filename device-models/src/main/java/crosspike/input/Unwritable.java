package crosspike.input;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file or folder that could not be written, and why, in words for people. */
public final class Unwritable extends UserError {
    private static final long serialVersionUID = 1L;

    private final transient Path target;

    private Unwritable(Path target, String message, IOException cause) {
        super(message, cause);
        this.target = target;
    }

    /**
     * The error for a file or folder that could not be written.
     *
     * @param target what should have been written
     * @param remedy what to do, such as {@code choose another --out}
     */
    public static UserError error(Path target, IOException cause, String remedy) {
        return new Unwritable(target, "cannot write " + target + ": " + reason(target, cause) + "; " + remedy, cause);
    }

    /** Whether it lies in a folder, or is that folder. */
    public boolean isIn(Path folder) {
        return target.toAbsolutePath()
                .normalize()
                .startsWith(folder.toAbsolutePath().normalize());
    }

    private static String reason(Path target, IOException cause) {
        for (Path above = target.getParent(); above != null; above = above.getParent()) {
            if (Files.exists(above)) {
                if (!Files.isDirectory(above)) return above + " is a file, not a folder";
                break;
            }
        }
        if (cause instanceof AccessDeniedException denied) return "no permission for " + denied.getFile();
        String why = cause instanceof FileSystemException failed ? failed.getReason() : cause.getMessage();
        if (why == null) return "the file system refuses it and does not say why";
        return switch (why) {
            case "No space left on device" -> "the disk is full";
            case "Disk quota exceeded" -> "your share of the disk is used up";
            case "Read-only file system" -> "the disk is read-only";
            default -> why;
        };
    }
}
