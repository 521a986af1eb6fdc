package crosspike.spice;

import crosspike.input.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A new folder for one process, gone when closed. */
record PrivateFolder(Path path) implements AutoCloseable {

    static PrivateFolder create() {
        try {
            return new PrivateFolder(Files.createTempDirectory("crosspike-ngspice-"));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** A message about a folder of this kind that cannot be used, most often because the disk is full. */
    static UserError unusable(IOException cause) {
        return new UserError(
                "cannot work in the temporary folder " + System.getProperty("java.io.tmpdir") + " ("
                        + cause.getMessage() + "); expected one that can be written, with space left",
                cause);
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    /** Removes what can be removed; a process just killed may still hold a file, which must not hide the result. */
    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.deleteIfExists(file);
        } catch (IOException | UncheckedIOException e) {
            return; // what is left is in the temporary folder, for the system to clear
        }
    }
}
