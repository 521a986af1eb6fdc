package crosspike.experiment.run;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import crosspike.input.Unwritable;
import crosspike.input.UserError;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.CancellationException;

/**
 * Writes files so that a reader finds the old or the new one, never half of it, also when the power fails meanwhile. Links
 * stay, and what is no file, such as a pipe or {@code /dev/null}, is written into.
 */
public final class AtomicFile {
    private static final int BUFFER = 1 << 16;

    private AtomicFile() {}

    /** Fills a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Makes or replaces a file, and its folder if need be.
     *
     * @throws UserError naming the file and the reason, if it cannot be written; an old file is then unchanged
     * @throws CancellationException if the program is ending
     */
    public static void write(Path file, byte[] content) {
        write(file, out -> out.write(content));
    }

    /** The same with text, as UTF-8. */
    public static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with content that is made while it is written. */
    public static void write(Path file, Content content) {
        if (file.getFileName() == null) {
            throw new UserError("cannot write " + file + ": it is a folder; expected a file");
        }
        try {
            if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
                writeInto(file, content);
            } else {
                boolean isLink = Files.isSymbolicLink(file) && Files.exists(file);
                replace(isLink ? file.toRealPath() : file, content);
            }
        } catch (IOException e) {
            throw Unwritable.error(file, e, "make room, or choose another place");
        }
    }

    private static void writeInto(Path pipe, Content content) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(pipe, WRITE), BUFFER)) {
            content.writeTo(out);
        }
    }

    private static void replace(Path file, Content content) throws IOException {
        Path partial = PartialName.beside(file);
        Path folder = file.toAbsolutePath().getParent();
        Thread atExit = new Thread(() -> partial.toFile().delete(), "delete " + partial.getFileName());
        Files.createDirectories(folder);
        deleteAtExit(atExit);
        try {
            try (FileChannel channel = FileChannel.open(partial, CREATE_NEW, WRITE)) {
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(folder);
        } finally {
            Files.deleteIfExists(partial);
            forget(atExit);
        }
    }

    /** Ctrl-C ends the program without going through {@code finally}. */
    private static void deleteAtExit(Thread deletion) {
        try {
            Runtime.getRuntime().addShutdownHook(deletion);
        } catch (IllegalStateException e) {
            throw new CancellationException("the program is ending");
        }
    }

    private static void forget(Thread deletion) {
        try {
            Runtime.getRuntime().removeShutdownHook(deletion);
        } catch (IllegalStateException theProgramIsEnding) {
            // it runs already
        }
    }

    /** The new name as well must survive a power failure; where folders cannot be opened, the system sees to it. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            // the file itself is whole
        }
    }
}
