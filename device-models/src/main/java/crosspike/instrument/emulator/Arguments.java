package crosspike.instrument.emulator;

import crosspike.instrument.ScpiNumber;
import java.util.Arrays;
import java.util.Locale;

/** What follows a header: numbers, words and channel lists {@code (@1,3:5)}, read from the left. */
final class Arguments {
    private static final int MOST_CHANNELS = 1 << 16;

    private final String text;
    private int at;

    Arguments(String text) {
        this.text = text.strip();
    }

    boolean hasNext() {
        return at < text.length();
    }

    /** The next number. */
    double number() throws ScpiError {
        String word = word();
        double number = ScpiNumber.parse(word);
        if (!Double.isFinite(number)) {
            throw ScpiError.type(word);
        }
        return number;
    }

    /** The next number, which is one of {@code first} to {@code first + count − 1}; counted from 0. */
    int line(int first, int count) throws ScpiError {
        double number = number();
        if (number != Math.rint(number) || number < first || number >= first + count) {
            throw ScpiError.range(ScpiNumber.text(number) + "; expected " + first + " to " + (first + count - 1));
        }
        return (int) number - first;
    }

    /** The next number, as eight bits. */
    int mask() throws ScpiError {
        return line(0, 256);
    }

    /** The next so many numbers. */
    float[] numbers(int count) throws ScpiError {
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = (float) number();
        }
        return numbers;
    }

    /** ON, OFF, 1 or 0. */
    boolean flag() throws ScpiError {
        String word = word().toUpperCase(Locale.ROOT);
        return switch (word) {
            case "ON", "1" -> true;
            case "OFF", "0" -> false;
            default -> throw ScpiError.type(word);
        };
    }

    /** The numbers of a channel list, ranges written out. */
    int[] channels() throws ScpiError {
        int end = text.indexOf(')', at);
        if (!text.startsWith("(@", at) || end < 0) {
            throw new ScpiError(-171, "Invalid expression; expected (@1,3:5)");
        }
        String list = text.substring(at + 2, end);
        at = Math.min(text.length(), end + 2);
        int[] channels = new int[16];
        int count = 0;
        for (String each : list.isBlank() ? new String[0] : list.split(",")) {
            int colon = each.indexOf(':');
            int from = whole(colon < 0 ? each : each.substring(0, colon));
            int to = colon < 0 ? from : whole(each.substring(colon + 1));
            if (count + Math.max(0, to - from) >= MOST_CHANNELS) {
                throw ScpiError.range("too many channels");
            }
            for (int channel = from; channel <= to; channel++) {
                if (count == channels.length) channels = Arrays.copyOf(channels, 2 * count);
                channels[count++] = channel;
            }
        }
        return Arrays.copyOf(channels, count);
    }

    private static int whole(String text) throws ScpiError {
        String digits = text.strip();
        if (digits.isEmpty() || digits.length() > 6 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw ScpiError.type(digits);
        }
        return Integer.parseInt(digits);
    }

    private String word() throws ScpiError {
        if (!hasNext()) {
            throw ScpiError.missing();
        }
        int comma = text.indexOf(',', at);
        int end = comma < 0 ? text.length() : comma;
        String word = text.substring(at, end).strip();
        at = comma < 0 ? text.length() : comma + 1;
        return word;
    }

    /** All that is left, in capitals. */
    String rest() {
        String rest = text.substring(at).toUpperCase(Locale.ROOT);
        at = text.length();
        return rest;
    }

    /** A parameter after which there are no more: so that nothing is done if there are. */
    <T> T last(T parameter) throws ScpiError {
        requireEnd();
        return parameter;
    }

    /** Refuses what was not asked for. */
    void requireEnd() throws ScpiError {
        if (hasNext()) {
            throw new ScpiError(-108, "Parameter not allowed; " + text.substring(at));
        }
    }
}
