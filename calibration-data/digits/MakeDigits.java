import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Draws the bundled digits from the four original MNIST files: {@code java MakeDigits.java SOURCE DESTINATION}.
 *
 * <p>Each class gets the share of the subset that it has of the whole set (largest remainders make up the total), and
 * its images are the first ones of that class in the file. The images keep the order of the file. Prints the SHA-256 of
 * every file read and written, compressed and not.
 */
class MakeDigits {
    static final int CLASSES = 10;

    public static void main(String[] args) throws Exception {
        Path source = Path.of(args[0]);
        Path destination = Path.of(args[1]);
        draw(source, destination, "train", 10_000);
        draw(source, destination, "t10k", 2_000);
    }

    static void draw(Path source, Path destination, String part, int total) throws Exception {
        String imagesName = part + "-images-idx3-ubyte.gz";
        String labelsName = part + "-labels-idx1-ubyte.gz";
        byte[] labels = content(source.resolve(labelsName), 8);
        byte[] images = content(source.resolve(imagesName), 16);
        int pixels = images.length / labels.length;

        int[] left = quotas(labels, total);
        int[] drawn = IntStream.range(0, labels.length).filter(i -> left[labels[i]]-- > 0).toArray();

        var drawnLabels = ByteBuffer.allocate(8 + total).putInt(0x801).putInt(total);
        var drawnImages = ByteBuffer.allocate(16 + total * pixels).putInt(0x803).putInt(total).putInt(28).putInt(28);
        for (int i : drawn) {
            drawnLabels.put(labels[i]);
            drawnImages.put(images, i * pixels, pixels);
        }
        write(destination.resolve(imagesName), drawnImages.array());
        write(destination.resolve(labelsName), drawnLabels.array());
    }

    /** How many of the {@code total} images each class gets, in proportion to its count in {@code labels}. */
    static int[] quotas(byte[] labels, int total) {
        long[] counts = new long[CLASSES];
        for (byte label : labels) counts[label]++;
        int[] quotas = new int[CLASSES];
        for (int c = 0; c < CLASSES; c++) quotas[c] = (int) (counts[c] * total / labels.length);
        IntStream.range(0, CLASSES)
                .boxed()
                .sorted((a, b) -> Long.compare(counts[b] * total % labels.length, counts[a] * total % labels.length))
                .limit(total - IntStream.of(quotas).sum())
                .forEach(c -> quotas[c]++);
        return quotas;
    }

    static byte[] content(Path file, int header) throws Exception {
        byte[] whole;
        try (var in = new DataInputStream(new GZIPInputStream(Files.newInputStream(file)))) {
            whole = in.readAllBytes();
        }
        report(file, whole);
        return Arrays.copyOfRange(whole, header, whole.length);
    }

    /** Java writes no time and no name into the gzip header, so the same content gives the same file. */
    static void write(Path file, byte[] content) throws Exception {
        try (OutputStream out = new SmallestGzip(Files.newOutputStream(file))) {
            out.write(content);
        }
        report(file, content);
    }

    static void report(Path file, byte[] content) throws Exception {
        System.out.println(file + "  " + Files.size(file) + " bytes");
        System.out.println("  file    " + sha256(Files.readAllBytes(file)));
        System.out.println("  content " + sha256(content));
    }

    static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    static final class SmallestGzip extends GZIPOutputStream {
        SmallestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
