package crosspike.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnwritableTest {

    @Test
    void theReasonIsToldInWordsForPeople() {
        Map<IOException, String> reasons = Map.of(
                new IOException("No space left on device"), "the disk is full",
                new FileSystemException("out/run", null, "No space left on device"), "the disk is full",
                new IOException("Disk quota exceeded"), "your share of the disk is used up",
                new FileSystemException("out/run", null, "Read-only file system"), "the disk is read-only",
                new FileSystemException("out/run", null, "File name too long"), "File name too long",
                new IOException("Input/output error"), "Input/output error",
                new IOException(), "the file system refuses it and does not say why",
                new FileSystemException("out/run"), "the file system refuses it and does not say why",
                new AccessDeniedException("out"), "no permission for out");
        reasons.forEach((cause, reason) -> assertEquals(
                "cannot write out/run: " + reason + "; make room",
                Unwritable.error(Path.of("out/run"), cause, "make room").getMessage()));
    }
}
