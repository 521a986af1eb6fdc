package crosspike.experiment.sweep;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.core.JsonProcessingException;
import crosspike.experiment.run.JsonFiles;
import crosspike.input.Unreadable;
import crosspike.input.Unwritable;
import crosspike.input.UserError;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32C;

/**
 * Results of points, one line each, only ever added to: {@code CHECKSUM JSON}, the CRC-32C of the JSON as eight hexadecimal
 * digits. A line that was cut off, or is damaged, is as if it had never been written. Each line is handed to the system at
 * once, so that nothing is lost when the process is killed, and forced to the disk with others within a second, for the
 * power may fail as well.
 */
final class Journal implements AutoCloseable {
    private static final long FORCE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int CHECKSUM = 8;
    private static final int LONGEST_LINE = 1 << 24;

    private final Path file;
    private final FileChannel channel;
    private long forcedAt = System.nanoTime();

    private Journal(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Hears of the lines of a journal. */
    @FunctionalInterface
    interface Reader {
        void line(long offset, PointResult result);
    }

    /**
     * Opens a journal to add to it; the caller sees to it that nobody else does.
     *
     * @throws UserError if it cannot be written
     */
    static Journal open(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileChannel channel = FileChannel.open(file, CREATE, READ, WRITE);
            channel.position(channel.size());
            Journal journal = new Journal(file, channel);
            journal.endCutLine();
            return journal;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private void endCutLine() throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        if (channel.size() > 0 && channel.read(last, channel.size() - 1) == 1 && last.get(0) != '\n') {
            write(new byte[] {'\n'});
        }
    }

    /**
     * Adds a result.
     *
     * @return where its line begins
     * @throws UserError if there is no room
     */
    long add(PointResult result) {
        try {
            long offset = channel.position();
            String json = JsonFiles.line(result);
            write((checksum(json) + " " + json + "\n").getBytes(StandardCharsets.UTF_8));
            if (System.nanoTime() - forcedAt > FORCE_NANOS) force();
            return offset;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) channel.write(buffer);
    }

    private void force() throws IOException {
        channel.force(false);
        forcedAt = System.nanoTime();
    }

    @Override
    public void close() {
        try (channel) {
            force();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static UserError unwritable(Path file, IOException e) {
        return Unwritable.error(file, e, "make room, or mend the folder, and start again: what is finished is kept");
    }

    /**
     * Reads all whole lines.
     *
     * @throws UserError if the file cannot be read
     */
    static void read(Path file, Reader reader) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            long offset = 0;
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next != '\n') {
                    line.write(next);
                    continue;
                }
                long start = offset;
                offset += line.size() + 1L;
                parse(line.toString(StandardCharsets.UTF_8)).ifPresent(result -> reader.line(start, result));
                line.reset();
            }
        } catch (IOException e) {
            throw Unreadable.error(file, e);
        }
    }

    /**
     * The result in the line at an offset that {@link #read} or {@link #add} named.
     *
     * @throws IOException if there is none
     */
    static PointResult at(FileChannel file, long offset) throws IOException {
        for (int size = 1024; size <= LONGEST_LINE; size *= 4) {
            ByteBuffer bytes = ByteBuffer.allocate(size);
            while (bytes.hasRemaining() && file.read(bytes, offset + bytes.position()) > 0) {
                // until the buffer is full or the file at its end
            }
            String text = new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
            int end = text.indexOf('\n');
            if (end >= 0) {
                return parse(text.substring(0, end))
                        .orElseThrow(() -> new IOException("the line at byte " + offset + " has changed"));
            }
        }
        throw new IOException("the line at byte " + offset + " has no end");
    }

    private static Optional<PointResult> parse(String line) {
        if (line.length() <= CHECKSUM + 1) return Optional.empty();
        String json = line.substring(CHECKSUM + 1);
        if (!line.startsWith(checksum(json) + " ")) return Optional.empty();
        try {
            return Optional.of(JsonFiles.read(json, PointResult.class));
        } catch (JsonProcessingException ofAnotherVersion) {
            return Optional.empty();
        }
    }

    private static String checksum(String json) {
        CRC32C crc = new CRC32C();
        crc.update(json.getBytes(StandardCharsets.UTF_8));
        return Identity.text(crc.getValue()).substring(CHECKSUM);
    }
}
