package crosspike.instrument;

import crosspike.input.UserError;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An instrument that says again what it said in a log, as long as it is asked the same. */
final class ReplayTransport implements Transport {
    private final Path file;
    private final BufferedReader log;
    private int number;
    private char mark;
    private String text;
    private UserError difference; // from what the run does; the first is the one that explains

    ReplayTransport(Path file) {
        this.file = file;
        try {
            this.log = Files.newBufferedReader(file, StandardCharsets.US_ASCII);
            String first = log.readLine();
            if (!TransactionLog.HEADER.equals(first)) {
                log.close();
                throw new UserError(file + " is not a log of an instrument; expected \"" + TransactionLog.HEADER
                        + "\" in its first line");
            }
        } catch (IOException e) {
            throw new UserError("cannot read \"" + file + "\"; expected a log of an instrument", e);
        }
        number = 1;
        advance();
    }

    @Override
    public void connect() throws IOException {
        take(TransactionLog.CONNECTED, null);
    }

    @Override
    public void send(String line) throws IOException {
        take(TransactionLog.SENT, line);
    }

    @Override
    public String receive() throws IOException {
        return take(TransactionLog.ANSWERED, null);
    }

    /** The next line, which must be of this kind; a failure there is one here too. */
    private String take(char wanted, String expected) throws IOException {
        if (difference != null) {
            throw new UserError(difference.getMessage(), difference);
        }
        try {
            return next(wanted, expected);
        } catch (UserError e) {
            difference = e;
            throw e;
        }
    }

    private String next(char wanted, String expected) throws IOException {
        if (mark == TransactionLog.FAILED) {
            throw new LinkFailure(text);
        }
        if (text == null) {
            throw new UserError(file + " ends at line " + number
                    + ", but the run goes on; expected the log of a finished run with the same config and seed");
        }
        if (mark != wanted || (expected != null && !expected.equals(text))) {
            throw new UserError(file + ", line " + number + ": the log has \"" + mark + " " + shortened(text)
                    + "\", but this run would have \"" + wanted + (expected == null ? "" : " " + shortened(expected))
                    + "\"; expected the log of a run with the same config, seed and version");
        }
        String found = text;
        advance();
        return found;
    }

    @Override
    public void failed() {
        if (mark == TransactionLog.FAILED) {
            advance();
        }
    }

    private void advance() {
        try {
            do {
                String line = log.readLine();
                number++;
                if (line == null) {
                    log.close();
                    mark = 0;
                    text = null;
                    return;
                }
                if (!TransactionLog.isWhole(line)) {
                    throw new UserError(file + ", line " + number + " is damaged; expected time, mark and text");
                }
                int space = line.indexOf(' ');
                mark = line.charAt(space + 1);
                text = line.substring(space + 3);
            } while (mark == TransactionLog.ABOUT || mark == TransactionLog.WRITTEN);
        } catch (IOException e) {
            throw new UserError("cannot read " + file + " after line " + number, e);
        }
    }

    private static String shortened(String line) {
        return line.length() <= 60 ? line : line.substring(0, 60) + "...";
    }

    @Override
    public void disconnect() {}

    @Override
    public String name() {
        return "the log " + file;
    }
}
