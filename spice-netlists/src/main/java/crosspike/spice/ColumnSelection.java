package crosspike.spice;

import crosspike.input.UserError;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which columns of an array to check, as users write it. */
public final class ColumnSelection {
    /** What a user may type. */
    public static final String EXPECTED =
            "\"all\", a number of columns to sample such as \"8\", or columns such as \"0,3,17\" or \"4-9\"";

    private static final String RANGE = "\\d+(\\s*-\\s*\\d+)?";
    private static final Pattern SELECTION = Pattern.compile("\\s*(all|" + RANGE + "(\\s*,\\s*" + RANGE + ")*)\\s*");

    private ColumnSelection() {}

    /** Whether {@link #parse} understands the text, for an array that is large enough. */
    public static boolean isSelection(String text) {
        return SELECTION.matcher(text).matches();
    }

    /**
     * Reads a selection.
     *
     * <ul>
     *   <li>{@code all}: every column
     *   <li>{@code 8}: a sample of 8, evenly spread: the middles of 8 equal slices
     *   <li>{@code 0,3,17} or {@code 4-9} or {@code 0,4-9}: these columns; {@code 3-3} is column 3 alone
     * </ul>
     *
     * @param columns columns of the array, at least 1
     * @return column numbers, ascending, each once
     * @throws UserError if the text is none of these, or names a column the array does not have
     */
    public static int[] parse(String text, int columns) {
        if (!isSelection(text)) {
            throw new UserError("columns \"" + text + "\" is not a selection; expected " + EXPECTED);
        }
        String selection = text.strip();
        if (selection.equals("all")) return IntStream.range(0, columns).toArray();
        if (selection.matches("\\d+")) return sample(selection, columns);
        TreeSet<Integer> chosen = new TreeSet<>();
        for (String part : selection.split(",", -1)) {
            String[] ends = part.strip().split("\\s*-\\s*", -1);
            int first = number(ends[0], columns);
            int last = number(ends[ends.length - 1], columns);
            if (first > last) {
                throw new UserError("columns \"" + text + "\": " + part.strip() + " runs backwards; expected " + last
                        + "-" + first);
            }
            for (int column = first; column <= last; column++) chosen.add(column);
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] sample(String text, int columns) {
        if (text.length() > 9 || Integer.parseInt(text) < 1 || Integer.parseInt(text) > columns) {
            throw new UserError("columns \"" + text + "\" asks for a sample of " + text + " columns; expected 1 to "
                    + columns + ", or \"" + text + "-" + text + "\" for column " + text + " alone");
        }
        int size = Integer.parseInt(text);
        return IntStream.range(0, size)
                .map(i -> (int) ((2L * i + 1) * columns / (2L * size)))
                .toArray();
    }

    private static int number(String digits, int columns) {
        if (digits.length() > 9 || Integer.parseInt(digits) >= columns) {
            throw new UserError(
                    "column " + digits + " is not in the array; expected columns from 0 to " + (columns - 1));
        }
        return Integer.parseInt(digits);
    }
}
