package crosspike.instrument;

import com.fasterxml.jackson.core.io.NumberOutput;

/** Numbers as SCPI has them. Text is the shortest that reads back as the same number, in any locale and on any JDK. */
public final class ScpiNumber {
    /** What SCPI sends for "not a number"; in lists of wanted conductances it means "leave this cell alone". */
    public static final double NOT_A_NUMBER = 9.91e37;

    private static final int LONGEST = 32;

    private ScpiNumber() {}

    /** The shortest text that reads back as the same {@code double}. */
    public static String text(double value) {
        return NumberOutput.toString(value + 0.0, true);
    }

    /** The shortest text that, read as a double and narrowed, gives the same {@code float}. */
    public static String text(float value) {
        String text = NumberOutput.toString(value + 0f, true);
        return (float) Double.parseDouble(text) == value ? text : text((double) value);
    }

    /**
     * The number that a text is.
     *
     * @return NaN for anything but a decimal number: Java's own reader also takes hexadecimal, {@code 1f} and {@code NaN}
     */
    public static double parse(String text) {
        int length = text.length();
        if (length == 0 || length > LONGEST) {
            return Double.NaN;
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && c != '.' && c != '-' && c != '+' && c != 'e' && c != 'E') {
                return Double.NaN;
            }
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            return Double.NaN;
        }
    }
}
