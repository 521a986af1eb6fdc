package crosspike.input;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Why something that is there could not be read, in words for people. */
public final class Unreadable {
    private Unreadable() {}

    /** The error for a file or folder that could not be read. */
    public static UserError error(Path source, IOException cause) {
        return new UserError(source + " cannot be read: " + reason(cause), cause);
    }

    /**
     * For before it is said that something is not there: nobody knows what is in a folder that may not be entered.
     *
     * @throws UserError if whether it is there cannot be found out
     */
    public static void requireVisible(Path source) {
        try {
            Files.readAttributes(source, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            // so it is not there
        } catch (IOException e) {
            throw error(source, e);
        }
    }

    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException) return "no permission; ask its owner, or take a copy of your own";
        if (cause instanceof NoSuchFileException) return "it is not there any more";
        String why = cause instanceof FileSystemException failed ? failed.getReason() : cause.getMessage();
        return why == null ? "the file system refuses it and does not say why" : why;
    }
}
