package crosspike.cli;

import crosspike.input.Installation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The bundled digits with something wrong, a folder for each. */
final class DamagedDigits {
    private DamagedDigits() {}

    static void write(Path folder) throws IOException {
        dataSet(folder, "no-labels", "train-labels-idx1-ubyte", null);
        dataSet(folder, "cut", "train-images-idx3-ubyte", truncated(bundled("train-images-idx3-ubyte"), 1_000));
        dataSet(folder, "swapped", "t10k-images-idx3-ubyte", bundled("t10k-labels-idx1-ubyte"));
        dataSet(folder, "few", "t10k-labels-idx1-ubyte", labels(7, 7, 7));
        dataSet(folder, "strange", "t10k-labels-idx1-ubyte", firstLabel(bundled("t10k-labels-idx1-ubyte"), 77));
        dataSet(folder, "narrow", "t10k-images-idx3-ubyte", images(2_000, 8, 8));
        dataSet(folder, "long", "train-labels-idx1-ubyte", truncated(bundled("train-labels-idx1-ubyte"), -1));
        dataSet(folder, "text", "train-images-idx3-ubyte", "<html>not found".getBytes());
        dataSet(folder, "other", "none", null);
    }

    /** The bundled digits under another roof, with one file replaced, or left out if the content is null. */
    private static void dataSet(Path folder, String name, String file, byte[] content) throws IOException {
        Path target = Files.createDirectory(folder.resolve(name));
        Path source = Installation.path("calibration-data", "digits");
        for (String each : List.of(
                "train-images-idx3-ubyte",
                "train-labels-idx1-ubyte",
                "t10k-images-idx3-ubyte",
                "t10k-labels-idx1-ubyte")) {
            if (!each.equals(file)) {
                Files.copy(source.resolve(each + ".gz"), target.resolve(each + ".gz"));
            } else if (content != null) {
                Files.write(target.resolve(each), content);
            }
        }
    }

    private static byte[] bundled(String name) throws IOException {
        Path file = Installation.path("calibration-data", "digits", name + ".gz");
        try (var in = new GZIPInputStream(Files.newInputStream(file))) {
            return in.readAllBytes();
        }
    }

    private static byte[] truncated(byte[] content, int lost) {
        return Arrays.copyOf(content, content.length - lost);
    }

    private static byte[] labels(int... labels) {
        ByteBuffer file = ByteBuffer.allocate(8 + labels.length).putInt(0x0801).putInt(labels.length);
        for (int label : labels) {
            file.put((byte) label);
        }
        return file.array();
    }

    private static byte[] firstLabel(byte[] file, int label) {
        file[8] = (byte) label;
        return file;
    }

    private static byte[] images(int count, int width, int height) {
        return ByteBuffer.allocate(16 + count * width * height)
                .putInt(0x0803)
                .putInt(count)
                .putInt(height)
                .putInt(width)
                .array();
    }
}
