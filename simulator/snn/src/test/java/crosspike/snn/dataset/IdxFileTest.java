package crosspike.snn.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.input.UserError;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class IdxFileTest {
    @TempDir
    Path folder;

    @Test
    void imagesKeepSizeOrderAndEveryPixel() {
        byte[] content = IdxBytes.images(5, 3, 4, 1);
        var images = IdxFile.readImages(IdxBytes.write(folder.resolve("images"), content));
        assertEquals(3, images.width());
        assertEquals(4, images.height());
        assertEquals(5, images.pixels().size());
        for (int i = 0; i < 5; i++) {
            assertArrayEquals(
                    Arrays.copyOfRange(content, 16 + 12 * i, 28 + 12 * i),
                    images.pixels().get(i));
        }
    }

    @Test
    void gzipIsToldByContentAndGivesTheSameImagesAndHash() {
        byte[] content = IdxBytes.images(5, 3, 4, 2);
        var plain = IdxFile.readImages(IdxBytes.write(folder.resolve("plain.gz"), content));
        var gzipped = IdxFile.readImages(IdxBytes.write(folder.resolve("gzipped"), IdxBytes.gzip(content)));
        assertEquals(plain.sha256(), gzipped.sha256());
        for (int i = 0; i < 5; i++) {
            assertArrayEquals(plain.pixels().get(i), gzipped.pixels().get(i));
        }
    }

    /** The digest of 00000801 00000003 07 02 01 by {@code sha256sum} of GNU coreutils 9.1. */
    @Test
    void theHashIsThatOfTheUncompressedFile() {
        var labels = IdxFile.readLabels(IdxBytes.write(folder.resolve("l"), IdxBytes.gzip(IdxBytes.labels(7, 2, 1))));
        assertArrayEquals(new byte[] {7, 2, 1}, labels.values());
        assertEquals("e10ef6244367a3de9d78e7174bfb1f9fab743509b5c56243b2dd7b87e6aabb9a", labels.sha256());
    }

    @Test
    void aMissingFileIsNamed() {
        assertError(
                "file does not exist; expected an IDX file there", () -> IdxFile.readLabels(folder.resolve("file")));
    }

    @Test
    void labelsGivenAsImagesAreNamed() {
        write(IdxBytes.labels(1, 2));
        assertError("file is an IDX file of labels; expected images (0x00000803)", this::readImages);
    }

    @Test
    void imagesGivenAsLabelsAreNamed() {
        write(IdxBytes.images(1, 2, 2, 1));
        assertError("file is an IDX file of images; expected labels (0x00000801)", this::readLabels);
    }

    @Test
    void anotherKindOfFileIsNamedByItsFirstBytes() {
        write(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0, 0});
        assertError(
                "file starts with 0x89504e47 and is no IDX file of bytes; expected images (0x00000803)",
                this::readImages);
    }

    @Test
    void aFileWithoutItemsIsRefused() {
        write(IdxBytes.labels());
        assertError("file announces 0 items; expected 1 to 2147483647", this::readLabels);
    }

    @Test
    void anAbsurdImageSizeIsRefused() {
        write(header(0x803, 1, 28, -1));
        assertError("file announces images of 4294967295 x 28 pixels; expected sides of 1 to 4096", this::readImages);
    }

    @Test
    void aDamagedCountIsRefusedWithoutTakingTheMemoryItAnnounces() {
        write(header(0x803, Integer.MAX_VALUE, 4096, 4096));
        assertError(
                "file ends after 16 bytes; expected 36028797002186768 by its header; fetch or copy the file again",
                this::readImages);
        write(header(0x801, Integer.MAX_VALUE));
        assertError(
                "file ends after 8 bytes; expected 2147483655 by its header; fetch or copy the file again",
                this::readLabels);
    }

    @Test
    void everyTruncationIsFound() {
        byte[] content = IdxBytes.images(2, 2, 2, 3);
        IntStream.range(0, content.length).forEach(length -> {
            write(Arrays.copyOf(content, length));
            String expected = length < 16 ? "an IDX header" : "24 by its header";
            assertError(
                    "file ends after " + length + " bytes; expected " + expected + "; fetch or copy the file again",
                    this::readImages);
        });
    }

    @Test
    void trailingBytesAreRefused() {
        byte[] content = IdxBytes.labels(1, 2);
        write(Arrays.copyOf(content, content.length + 1));
        assertError(
                "file goes on after the 10 bytes that its header announces; fetch or copy the file again",
                this::readLabels);
    }

    @Test
    void everyTruncatedGzipIsFound() {
        byte[] content = IdxBytes.gzip(IdxBytes.images(20, 5, 5, 4));
        IntStream.range(2, content.length).forEach(length -> {
            write(Arrays.copyOf(content, length));
            assertThrows(UserError.class, this::readImages, () -> length + " of " + content.length + " bytes");
        });
    }

    @Test
    void corruptGzipIsNamed() {
        byte[] content = IdxBytes.gzip(IdxBytes.images(20, 5, 5, 5));
        content[content.length - 8] ^= 1; // the checksum
        write(content);
        assertError("file: the gzip data is corrupt; fetch or copy the file again", this::readImages);
    }

    private static byte[] header(int... words) {
        var bytes = ByteBuffer.allocate(4 * words.length);
        for (int word : words) {
            bytes.putInt(word);
        }
        return bytes.array();
    }

    private void write(byte[] content) {
        IdxBytes.write(folder.resolve("file"), content);
    }

    private void readImages() {
        IdxFile.readImages(folder.resolve("file"));
    }

    private void readLabels() {
        IdxFile.readLabels(folder.resolve("file"));
    }

    private void assertError(String afterFolder, Executable action) {
        var e = assertThrows(UserError.class, action);
        assertEquals(folder + "/" + afterFolder, e.getMessage());
    }
}
