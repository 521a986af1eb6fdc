package crosspike.input;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why something that is there could not be read, in words for people. */
public final class Unreadable {
    private Unreadable() {}

    /** The error for a file or folder that could not be read. */
    public static UserError error(Path source, IOException cause) {
        return new UserError(source + " cannot be read: " + reason(cause), cause);
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) return "no permission; ask its owner, or take a copy of your own";
        if (cause instanceof NoSuchFileException) return "it is not there any more";
        String why = cause instanceof FileSystemException failed ? failed.getReason() : cause.getMessage();
        return why == null ? "the file system refuses it and does not say why" : why;
    }
}
