package crosspike.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnreadableTest {
    @Test
    void theReasonIsInTheWordsOfPeople() {
        assertEquals(
                "no permission; ask its owner, or take a copy of your own", reason(new AccessDeniedException("x")));
        assertEquals("it is not there any more", reason(new NoSuchFileException("x")));
        assertEquals("Too many open files", reason(new FileSystemException("x", null, "Too many open files")));
        assertEquals("the file system refuses it and does not say why", reason(new FileSystemException("x")));
        assertEquals("Input/output error", reason(new IOException("Input/output error")));
    }

    /** Who runs the tests may enter every folder, so a link to itself stands for one that may not be entered. */
    @Test
    void whatCannotBeSeenIsNotTakenForMissing(@TempDir Path folder) throws IOException {
        Path loop = Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
        UserError error = assertThrows(UserError.class, () -> Unreadable.requireVisible(loop.resolve("x")));
        assertTrue(error.getMessage().startsWith(loop.resolve("x") + " cannot be read: "), error.getMessage());
        Unreadable.requireVisible(folder);
        Unreadable.requireVisible(folder.resolve("nothing"));
    }

    private static String reason(IOException cause) {
        String said = Unreadable.error(Path.of("a/x"), cause).getMessage();
        String start = "a/x cannot be read: ";
        assertEquals(start, said.substring(0, start.length()));
        return said.substring(start.length());
    }
}
