package crosspike.spice;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class PrivateFolderTest {
    @Test
    void closingRemovesAllThatIsInIt() throws IOException {
        PrivateFolder folder = PrivateFolder.create();
        Files.createDirectory(folder.resolve("inner"));
        Files.writeString(folder.resolve("inner").resolve("file"), "x");
        folder.close();
        assertFalse(Files.exists(folder.path()));
        folder.close(); // again
    }

    @Test
    void whatIsKeptStays() throws IOException {
        PrivateFolder folder = PrivateFolder.create();
        folder.keep();
        folder.close();
        assertTrue(Files.exists(folder.path()));
        Files.delete(folder.path());
    }

    /** A process that was just killed may still write. */
    @Test
    void whatAppearsMeanwhileIsRemovedToo() throws InterruptedException {
        PrivateFolder folder = PrivateFolder.create();
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 50; i++) {
                try {
                    Files.writeString(folder.resolve("file" + i), "x");
                } catch (IOException theFolderIsGone) {
                    return;
                }
            }
        });
        writer.start();
        folder.close();
        writer.join();
        assertFalse(Files.exists(folder.path()));
    }
}
