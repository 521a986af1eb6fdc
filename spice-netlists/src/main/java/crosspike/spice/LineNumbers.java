package crosspike.spice;

import crosspike.input.UserError;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Numbers of word or bit lines as users write them: {@code 3}, {@code 0,3,17}, {@code 4-9} or {@code 0,4-9}. */
public final class LineNumbers {
    private static final String RANGE = "\\d+(\\s*-\\s*\\d+)?";
    private static final Pattern LIST = Pattern.compile("\\s*" + RANGE + "(\\s*,\\s*" + RANGE + ")*\\s*");

    private LineNumbers() {}

    /** Whether {@link #parse} understands the text, for an array that is large enough. */
    static boolean isList(String text) {
        return LIST.matcher(text).matches();
    }

    /**
     * Reads a list.
     *
     * @param what {@code row} or {@code column}
     * @param lines that the array has
     * @return numbers, ascending, each once
     * @throws UserError if the text is something else, or names a line that the array does not have
     */
    public static int[] parse(String what, String text, int lines) {
        if (!isList(text)) {
            throw new UserError(
                    what + "s \"" + text + "\" are not understood; expected numbers such as 3 or 0,3,17 or 4-9");
        }
        TreeSet<Integer> chosen = new TreeSet<>();
        for (String part : text.strip().split("\\s*,\\s*")) {
            String[] ends = part.split("\\s*-\\s*");
            int first = number(what, ends[0], lines);
            int last = number(what, ends[ends.length - 1], lines);
            if (first > last) {
                throw new UserError(
                        what + "s \"" + text + "\": " + part + " runs backwards; expected " + last + "-" + first);
            }
            for (int line = first; line <= last; line++) chosen.add(line);
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int number(String what, String digits, int lines) {
        if (digits.length() > 9 || Integer.parseInt(digits) >= lines) {
            throw new UserError(
                    what + " " + digits + " is not in the array; expected " + what + "s from 0 to " + (lines - 1));
        }
        return Integer.parseInt(digits);
    }
}
