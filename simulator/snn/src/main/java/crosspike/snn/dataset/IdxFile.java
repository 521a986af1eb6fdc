package crosspike.snn.dataset;

import crosspike.input.Unreadable;
import crosspike.input.UserError;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads IDX files of unsigned bytes, plain or gzipped (told by the content, not by the name).
 *
 * <p>A file is a big-endian header (magic number, number of items, and for images rows and columns, 32 bits each)
 * followed by exactly the bytes it announces.
 *
 * @see "Y. LeCun, C. Cortes, C. J. C. Burges, The MNIST database of handwritten digits"
 */
public final class IdxFile {
    /** Most pixels of a row, and most rows. */
    public static final int LONGEST_SIDE = 4096;

    private static final int LABEL_MAGIC = 0x0801;
    private static final int IMAGE_MAGIC = 0x0803;
    private static final int GZIP_MAGIC = 0x1f8b;

    /** Small images are read many at a time. */
    private static final int BLOCK_BYTES = 1 << 16;

    private IdxFile() {}

    /**
     * What an image file holds.
     *
     * @param pixels one array of {@code width * height} per image, row-major, unsigned
     * @param sha256 SHA-256 of the uncompressed content, in hexadecimal
     */
    public record Images(int width, int height, List<byte[]> pixels, String sha256) {}

    /**
     * What a label file holds.
     *
     * @param values one label per image, unsigned
     * @param sha256 SHA-256 of the uncompressed content, in hexadecimal
     */
    public record Labels(byte[] values, String sha256) {}

    /**
     * Reads an image file.
     *
     * @throws UserError if it is missing, not an image file, longer or shorter than its header says, or corrupt
     */
    public static Images readImages(Path file) {
        return read(file, in -> {
            in.requireMagic(IMAGE_MAGIC, "images");
            int count = in.readCount();
            int height = in.readInt();
            int width = in.readInt();
            if (width < 1 || height < 1 || width > LONGEST_SIDE || height > LONGEST_SIDE) {
                throw in.error("announces images of " + Integer.toUnsignedString(width) + " x "
                        + Integer.toUnsignedString(height) + " pixels; expected sides of 1 to " + LONGEST_SIDE);
            }
            in.expect(16 + (long) count * width * height);
            var pixels = new ArrayList<byte[]>(); // grows with what is read, not with what a damaged header announces
            int size = width * height;
            byte[] block = new byte[Math.min(count, Math.max(1, BLOCK_BYTES / size)) * size];
            while (pixels.size() < count) {
                int bytes = Math.min(block.length / size, count - pixels.size()) * size;
                in.readInto(block, bytes);
                for (int start = 0; start < bytes; start += size) {
                    pixels.add(Arrays.copyOfRange(block, start, start + size));
                }
            }
            in.requireEnd();
            return new Images(width, height, pixels, in.sha256());
        });
    }

    /**
     * Reads a label file.
     *
     * @throws UserError if it is missing, not a label file, longer or shorter than its header says, or corrupt
     */
    public static Labels readLabels(Path file) {
        return read(file, in -> {
            in.requireMagic(LABEL_MAGIC, "labels");
            int count = in.readCount();
            in.expect(8 + (long) count);
            byte[] values = in.readBytes(count);
            in.requireEnd();
            return new Labels(values, in.sha256());
        });
    }

    private interface Body<T> {
        T read(Reader in) throws IOException;
    }

    private static <T> T read(Path file, Body<T> body) {
        try (Reader in = new Reader(file)) {
            try {
                return body.read(in);
            } catch (EOFException e) {
                throw in.truncated(e);
            } catch (ZipException e) {
                throw new UserError(file + ": the gzip data is corrupt; fetch or copy the file again", e);
            }
        } catch (NoSuchFileException e) {
            throw new UserError(file + " does not exist; expected an IDX file there", e);
        } catch (IOException e) {
            throw Unreadable.error(file, e);
        }
    }

    /** The uncompressed bytes of one file, hashed and counted as they pass. */
    private static final class Reader implements AutoCloseable {
        private final Path file;
        private final MessageDigest digest = newSha256();
        private final InputStream in;
        private long bytesRead;
        private long bytesExpected; // 0 until the header is read

        Reader(Path file) throws IOException {
            this.file = file;
            this.in = new DigestInputStream(uncompressed(file), digest);
        }

        private static InputStream uncompressed(Path file) throws IOException {
            InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
            try {
                raw.mark(2);
                boolean gzip = raw.read() == GZIP_MAGIC >> 8 && raw.read() == (GZIP_MAGIC & 0xff);
                raw.reset();
                return gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
            } catch (IOException e) {
                raw.close();
                throw e;
            }
        }

        byte[] readBytes(int count) throws IOException {
            byte[] bytes = in.readNBytes(count);
            requireAll(count, bytes.length);
            return bytes;
        }

        void readInto(byte[] bytes, int count) throws IOException {
            requireAll(count, in.readNBytes(bytes, 0, count));
        }

        private void requireAll(int wanted, int read) throws EOFException {
            bytesRead += read;
            if (read < wanted) {
                throw new EOFException();
            }
        }

        int readInt() throws IOException {
            return ByteBuffer.wrap(readBytes(Integer.BYTES)).getInt();
        }

        void requireMagic(int expected, String what) throws IOException {
            int magic = readInt();
            if (magic == expected) {
                return;
            }
            String found = switch (magic) {
                case LABEL_MAGIC -> "is an IDX file of labels";
                case IMAGE_MAGIC -> "is an IDX file of images";
                default -> "starts with " + hex(magic) + " and is no IDX file of bytes";
            };
            throw error(found + "; expected " + what + " (" + hex(expected) + ")");
        }

        int readCount() throws IOException {
            int count = readInt();
            if (count < 1) {
                throw error(
                        "announces " + Integer.toUnsignedString(count) + " items; expected 1 to " + Integer.MAX_VALUE);
            }
            return count;
        }

        void expect(long bytes) {
            bytesExpected = bytes;
        }

        void requireEnd() throws IOException {
            if (in.read() != -1) {
                throw error("goes on after the " + bytesExpected
                        + " bytes that its header announces; fetch or copy the file again");
            }
        }

        UserError truncated(EOFException cause) {
            String expected = bytesExpected == 0 ? "an IDX header" : bytesExpected + " by its header";
            return new UserError(
                    file + " ends after " + bytesRead + " bytes; expected " + expected
                            + "; fetch or copy the file again",
                    cause);
        }

        UserError error(String found) {
            return new UserError(file + " " + found);
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        private static String hex(int magic) {
            return "0x" + HexFormat.of().toHexDigits(magic);
        }

        private static MessageDigest newSha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
        }
    }
}
