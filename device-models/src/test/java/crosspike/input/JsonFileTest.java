package crosspike.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFileTest {
    @TempDir
    Path folder;

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        assertEquals(
                1, JsonFile.read(write("\ufeff{\"a\": 1}"), "cases").path("a").intValue());
    }

    @Test
    void aFileOfNothingButAMarkIsEmpty() throws IOException {
        Path file = write("\ufeff");
        UserError error = assertThrows(UserError.class, () -> JsonFile.read(file, "cases"));
        assertEquals(file + " is empty; expected cases", error.getMessage());
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("cases.json"), text);
    }
}
