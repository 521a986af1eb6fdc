package crosspike.spice;

import crosspike.input.UserError;
import java.util.stream.IntStream;

/** Which columns of an array to check, as users write it. */
public final class ColumnSelection {
    /** What a user may type. */
    public static final String EXPECTED =
            "\"all\", a number of columns to sample such as \"8\", or columns such as \"0,3,17\" or \"4-9\"";

    private ColumnSelection() {}

    /** Whether {@link #parse} understands the text, for an array that is large enough. */
    public static boolean isSelection(String text) {
        return text.strip().equals("all") || LineNumbers.isList(text);
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
        return LineNumbers.parse("column", text, columns);
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
}
