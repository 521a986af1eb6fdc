package crosspike.spice.export;

import crosspike.input.UserError;
import crosspike.spice.LineNumbers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which part of an array, as users write it.
 *
 * @param rows numbers of word lines, ascending, each once
 * @param columns numbers of bit lines, likewise
 */
public record Selection(int[] rows, int[] columns) {
    private static final Pattern TILE = Pattern.compile("\\s*(\\d+):(\\d+)\\s*,\\s*(\\d+):(\\d+)\\s*");
    private static final Pattern CELL = Pattern.compile("\\s*(\\d+)\\s*,\\s*(\\d+)\\s*");

    /** The whole array. */
    public static Selection all(int rows, int columns) {
        return new Selection(range(0, rows), range(0, columns));
    }

    /**
     * Whole columns.
     *
     * @param text as in {@link LineNumbers}
     */
    public static Selection columns(String text, int rows, int columns) {
        return new Selection(range(0, rows), LineNumbers.parse("column", text, columns));
    }

    /**
     * A rectangle: {@code r0:r1,c0:c1} has the rows from r0 and the columns from c0, without r1 and c1.
     *
     * @throws UserError if the text is something else, or not in the array
     */
    public static Selection tile(String text, int rows, int columns) {
        Matcher tile = TILE.matcher(text);
        if (!tile.matches()) {
            throw new UserError("tile \"" + text + "\" is not understood; expected r0:r1,c0:c1, such as 0:64,128:192"
                    + " for rows 0 to 63 and columns 128 to 191");
        }
        return new Selection(
                range("rows", tile.group(1), tile.group(2), rows),
                range("columns", tile.group(3), tile.group(4), columns));
    }

    private static int[] range(String what, String from, String to, int lines) {
        if (tooLarge(from, lines + 1) || tooLarge(to, lines + 1) || number(from) >= number(to)) {
            throw new UserError("tile has the " + what + " " + from + ":" + to + "; expected two numbers from 0 to "
                    + lines + ", the first smaller: the second is the first line that is not in the tile");
        }
        return range(number(from), number(to));
    }

    private static int[] range(int from, int to) {
        return IntStream.range(from, to).toArray();
    }

    /**
     * The positions of a cell in this selection, row first.
     *
     * @param text row and column in the array, such as {@code 12,3}
     * @throws UserError if the text is something else, or the cell is not selected
     */
    public int[] cell(String text) {
        Matcher cell = CELL.matcher(text);
        if (!cell.matches()) {
            throw new UserError("cell \"" + text + "\" is not understood; expected row and column, such as 12,3");
        }
        return new int[] {position("row", cell.group(1), rows), position("column", cell.group(2), columns)};
    }

    private static int position(String what, String digits, int[] lines) {
        for (int i = 0; i < lines.length; i++) {
            if (Integer.toString(lines[i]).equals(digits)) return i;
        }
        throw new UserError(what + " " + digits + " is not in this part of the array; expected one of its " + what
                + "s, " + lines[0] + (lines.length == 1 ? "" : " to " + lines[lines.length - 1]));
    }

    private static boolean tooLarge(String digits, int end) {
        return digits.length() > 9 || number(digits) >= end;
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
