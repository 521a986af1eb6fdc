package crosspike.instrument;

import crosspike.input.Unwritable;
import crosspike.input.UserError;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * What was sent and what came back, each line with its time (UTC), a mark and a text. It is on the disk as soon as it
 * happened. {@link ReplayTransport} and {@link LoggedSteps} read it.
 */
public final class TransactionLog implements AutoCloseable {
    /** First line of every log. */
    public static final String HEADER = "# crosspike instrument log 1";

    /** Something was sent. */
    static final char SENT = '>';
    /** An answer came. */
    static final char ANSWERED = '<';
    /** The link was made. */
    static final char CONNECTED = '=';
    /** An exchange came to nothing. */
    static final char FAILED = '!';
    /** What a write did to cells. */
    static final char WRITTEN = 'w';
    /** What the log is about. */
    static final char ABOUT = '#';

    private static final int TIME_ENDS_BEFORE = 40;

    private final Path file;
    private final BufferedWriter out;
    private boolean hasAnswer;
    private boolean isClosed;

    private TransactionLog(Path file, BufferedWriter out) {
        this.file = file;
        this.out = out;
    }

    /** Whether a line below the first has a time, a mark and a text. */
    static boolean isWhole(String line) {
        int space = line.indexOf(' ');
        return space >= 0 && space <= TIME_ENDS_BEFORE && line.length() >= space + 3 && line.charAt(space + 2) == ' ';
    }

    /** A log that keeps nothing, for short conversations. */
    public static TransactionLog none() {
        return new TransactionLog(null, null);
    }

    /**
     * Starts a log.
     *
     * @param other what to do if it cannot be written, such as {@code another --log}
     * @throws UserError if the file exists, or cannot be written
     */
    public static TransactionLog create(Path file, String other) {
        if (file.toString().isBlank()) {
            throw new UserError("the instrument log has an empty name; expected the name of a file");
        }
        try {
            if (file.toAbsolutePath().getParent() != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
            BufferedWriter out =
                    Files.newBufferedWriter(file, StandardCharsets.US_ASCII, StandardOpenOption.CREATE_NEW);
            out.write(HEADER + "\n");
            out.flush();
            return new TransactionLog(file, out);
        } catch (IOException e) {
            if (e instanceof FileAlreadyExistsException && Files.exists(file)) {
                throw new UserError("instrument log " + file
                        + " exists, and what was measured is not overwritten; expected " + other);
            }
            throw Unwritable.error(file, e, "choose " + other);
        }
    }

    /** Adds a line; a log that is closed takes no more, because the program is ending. */
    synchronized void write(char mark, String text) {
        if (out == null || isClosed) {
            return;
        }
        try {
            out.write(Instant.now().toString());
            out.write(' ');
            out.write(mark);
            out.write(' ');
            out.write(text.replaceAll("[^ -~]", "?"));
            out.write('\n');
            out.flush();
            hasAnswer |= mark == ANSWERED;
        } catch (IOException e) {
            throw Unwritable.error(file, e, "an instrument is not driven without a log: make room");
        }
    }

    /** Closes the log; one without any answer is removed, so that the next try can have its name. */
    synchronized void abandon() {
        close();
        if (out != null && !hasAnswer) {
            file.toFile().delete();
        }
    }

    @Override
    public synchronized void close() {
        isClosed = true;
        if (out != null) {
            try {
                out.close();
            } catch (IOException e) {
                throw Unwritable.error(file, e, "make room");
            }
        }
    }
}
