package crosspike.experiment.data;

import crosspike.snn.dataset.IdxFolder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A data set of 3 training and 2 test images of 2 x 2 pixels. */
final class TinyFiles {
    /** SHA-256 of the files that {@link #write} writes, by {@code sha256sum} of GNU coreutils 9.1. */
    static final Map<String, String> SHA256 = Map.of(
            IdxFolder.FILES.get(0), "e8f4e31b29f5f650b6ccaa7c23749df76b62b52b02f60a57bd85ac507c0a0d65",
            IdxFolder.FILES.get(1), "b42326e57648289720e40f7c6f074d678a6bb041e7d1157a777e375b9269c0f5",
            IdxFolder.FILES.get(2), "624c47e86638c2ad0860e9b7fe7a346c8689dab299e899dfc0c679301019b174",
            IdxFolder.FILES.get(3), "8c50639ad7f90a8211edb1bbdfb25436fd8e2a10794b6d5e3d479d1b22c7e318");

    private TinyFiles() {}

    static Path write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(IdxFolder.FILES.get(0)), images(3));
        Files.write(folder.resolve(IdxFolder.FILES.get(1)), labels(3));
        Files.write(folder.resolve(IdxFolder.FILES.get(2)), images(2));
        Files.write(folder.resolve(IdxFolder.FILES.get(3)), labels(2));
        return folder;
    }

    private static byte[] images(int count) {
        var bytes = ByteBuffer.allocate(16 + 4 * count)
                .putInt(0x803)
                .putInt(count)
                .putInt(2)
                .putInt(2);
        while (bytes.hasRemaining()) {
            bytes.put((byte) bytes.position());
        }
        return bytes.array();
    }

    private static byte[] labels(int count) {
        var bytes = ByteBuffer.allocate(8 + count).putInt(0x801).putInt(count);
        for (int i = 0; i < count; i++) {
            bytes.put((byte) i);
        }
        return bytes.array();
    }
}
