package crosspike.experiment.config;

import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.input.UserError;
import crosspike.instrument.LinkOptions;
import crosspike.instrument.Window;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The instrument that holds cells of the array.
 *
 * @param address where it listens, or a log to be replayed
 * @param profile how it is spoken to
 * @param rows rows of the array that are on it; null for all
 * @param columns columns of the array that are on it; null for all
 * @param timeoutSeconds longest wait for an answer
 * @param retries how often in a row an exchange is tried again
 * @param log file of all transactions; null for a name with date and time
 */
public record InstrumentConfig(
        @Key(
                doc = "host, host:5025 or TCPIP0::host::5025::SOCKET; replay:FILE replays the log of an earlier run.",
                defaultValue = "\"127.0.0.1:5025\"")
        String address,

        @Key(doc = "Profile of calibration-data/instruments, or a YAML file.", defaultValue = "emulator")
        String profile,

        @Key(doc = "Rows of the array that are on the instrument, such as 0-31; absent: all.", optional = true)
        String rows,

        @Key(
                doc =
                        "Columns (with one cell for each weight: neurons) that are on the instrument, such as 0-9; absent: all.",
                optional = true)
        String columns,

        @Key(
                doc = "Longest wait for a connection or an answer.",
                dimension = Dimension.TIME,
                min = 0.001,
                max = 3600,
                defaultValue = "5 s")
        double timeoutSeconds,

        @Key(
                doc = "How often in a row an exchange is tried again on a new connection.",
                min = 0,
                max = 1000,
                defaultValue = "10")
        int retries,

        @Key(
                doc =
                        "File of all transactions, which must not exist; absent: instrument-DATE-TIME.log in the working folder.",
                optional = true)
        String log) {
    private static final Pattern LINES = Pattern.compile("([0-9]{1,7})(?: *- *([0-9]{1,7}))?");

    public InstrumentConfig {
        if (rows != null) range("rows", rows, 1);
        if (columns != null) range("columns", columns, 1);
    }

    /** How patient the link is. */
    public LinkOptions link() {
        return new LinkOptions((int) Math.ceil(timeoutSeconds * 1000), retries);
    }

    /** The part of an array that is on the instrument. */
    public Window window(int arrayRows, int arrayColumns) {
        int[] across = range("rows", rows, arrayRows);
        int[] along = range("columns", columns, arrayColumns);
        return new Window(across[0], across[1], along[0], along[1]);
    }

    private static int[] range(String key, String text, int all) {
        if (text == null) {
            return new int[] {0, all};
        }
        Matcher lines = LINES.matcher(text.strip());
        int from = lines.matches() ? Integer.parseInt(lines.group(1)) : 0;
        int to = lines.matches() && lines.group(2) != null ? Integer.parseInt(lines.group(2)) : from;
        if (!lines.matches() || to < from) {
            throw new UserError(key + " is \"" + text + "\"; expected a range of lines such as 0-9, counted from 0");
        }
        return new int[] {from, to - from + 1};
    }
}
