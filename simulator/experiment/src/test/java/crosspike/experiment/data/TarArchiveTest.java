package crosspike.experiment.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarArchiveTest {
    @TempDir
    Path folder;

    private Path archive;
    private Path target;

    @BeforeEach
    void namePaths() {
        archive = folder.resolve("a.tgz");
        target = folder.resolve("target");
    }

    @Test
    void filesComeOutAsTheyWentIn() throws IOException {
        byte[] big = new byte[200_000];
        Arrays.fill(big, (byte) 7);
        pack(file("package/data/one", big), file("package/two", new byte[0]));
        TarArchive.unpack(archive, target, 1_000_000);
        assertArrayEquals(big, Files.readAllBytes(target.resolve("package/data/one")));
        assertEquals(0, Files.size(target.resolve("package/two")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../escaped", "a/../../escaped", "/escaped", "..", "a/.."})
    void anEntryThatPointsOutsideIsRefused(String name) throws IOException {
        pack(file(name, new byte[1]));
        assertRefused(": the entry " + name + " points outside the archive; the archive is not used");
        assertFalse(Files.exists(folder.resolve("escaped")));
        assertFalse(Files.exists(Path.of("/escaped")));
    }

    @ParameterizedTest
    @ValueSource(bytes = {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_CHR, TarConstants.LF_FIFO})
    void linksAndDevicesAreRefused(byte kind) throws IOException {
        var link = new TarArchiveEntry("package/link", kind);
        link.setLinkName("/etc/passwd");
        pack(new Item(link, new byte[0]));
        assertRefused(": the entry package/link is no plain file; the archive is not used");
        assertFalse(Files.exists(target.resolve("package/link")));
    }

    @Test
    void anArchiveThatUnpacksToTooMuchIsRefused() throws IOException {
        pack(file("one", new byte[600]), file("two", new byte[401]));
        assertRefused(": the entry two exceeds the 1000 bytes that the archive may hold; the archive is not used");
        assertTrue(Files.size(target.resolve("two")) <= 401);
    }

    @Test
    void aFileThatComesTwiceIsRefused() throws IOException {
        pack(file("one", new byte[1]), file("one", new byte[2]));
        assertRefused(": the entry " + target + "/one comes twice; the archive is not used");
    }

    @Test
    void anotherKindOfFileIsRefused() throws IOException {
        Files.writeString(archive, "<html>not found</html>");
        assertRefused(" is no intact .tgz archive: Not in GZIP format");
    }

    @Test
    void aTruncatedArchiveIsRefused() throws IOException {
        pack(file("one", new byte[600]));
        byte[] whole = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(whole, whole.length / 2));
        var e = assertThrows(UserError.class, () -> TarArchive.unpack(archive, target, 1000));
        assertTrue(e.getMessage().startsWith(archive + " is no intact .tgz archive: "), e.getMessage());
    }

    private record Item(TarArchiveEntry entry, byte[] content) {}

    private static Item file(String name, byte[] content) {
        var entry = new TarArchiveEntry(name, true);
        entry.setSize(content.length);
        return new Item(entry, content);
    }

    private void pack(Item... items) throws IOException {
        try (var tar = new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(archive)))) {
            for (Item item : items) {
                tar.putArchiveEntry(item.entry());
                tar.write(item.content());
                tar.closeArchiveEntry();
            }
        }
    }

    private void assertRefused(String afterArchive) {
        var e = assertThrows(UserError.class, () -> TarArchive.unpack(archive, target, 1000));
        assertEquals(archive + afterArchive, e.getMessage());
    }
}
