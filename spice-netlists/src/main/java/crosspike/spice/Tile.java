package crosspike.spice;

import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A rectangle of an array.
 *
 * @param firstRow first word line, from 0
 * @param endRow first word line behind it
 * @param firstColumn first bit line, from 0
 * @param endColumn first bit line behind it
 */
public record Tile(int firstRow, int endRow, int firstColumn, int endColumn) {
    /** Longest side: larger ones take ngspice minutes. */
    public static final int MAX_SIDE = 64;

    /** What a user may type. */
    public static final String EXPECTED = "a number of tiles to sample such as \"4\", or tiles of at most " + MAX_SIDE
            + " x " + MAX_SIDE + " cells such as \"0:64,128:192\" (rows,columns; more than one with ; between)";

    private static final Pattern RECTANGLE =
            Pattern.compile("(\\d{1,9})\\s*:\\s*(\\d{1,9})\\s*,\\s*(\\d{1,9})\\s*:\\s*(\\d{1,9})");

    /**
     * Reads a selection: {@code 4} are four tiles of 64 x 64 (or what is left of them at the edges), evenly spread over all;
     * {@code 0:64,128:192} has the rows 0 to 63 and the columns 128 to 191.
     *
     * @throws UserError if the text is none of these, or a tile is too large or not in the array
     */
    public static List<Tile> parse(String text, int rows, int columns) {
        String selection = text.strip();
        if (selection.matches("\\d{1,9}")) return sample(Integer.parseInt(selection), rows, columns);
        List<Tile> tiles = new ArrayList<>();
        for (String part : selection.split(";", -1)) {
            Matcher rectangle = RECTANGLE.matcher(part.strip());
            if (!rectangle.matches()) {
                throw new UserError("tiles \"" + text + "\" is not a selection; expected " + EXPECTED);
            }
            Tile tile = new Tile(
                    Integer.parseInt(rectangle.group(1)),
                    Integer.parseInt(rectangle.group(2)),
                    Integer.parseInt(rectangle.group(3)),
                    Integer.parseInt(rectangle.group(4)));
            if (tile.rows() < 1 || tile.columns() < 1 || tile.endRow > rows || tile.endColumn > columns) {
                throw new UserError(
                        "tile " + tile + " is not in the array; expected first:end of rows and columns within" + " 0:"
                                + rows + ",0:" + columns);
            }
            if (tile.rows() > MAX_SIDE || tile.columns() > MAX_SIDE) {
                throw new UserError("tile " + tile + " has " + tile.rows() + " x " + tile.columns()
                        + " cells; expected at most " + MAX_SIDE + " x " + MAX_SIDE);
            }
            tiles.add(tile);
        }
        return List.copyOf(tiles);
    }

    private static List<Tile> sample(int size, int rows, int columns) {
        int across = (columns + MAX_SIDE - 1) / MAX_SIDE;
        int all = across * ((rows + MAX_SIDE - 1) / MAX_SIDE);
        if (size < 1 || size > all) {
            throw new UserError("tiles \"" + size + "\" asks for a sample of " + size + " tiles; expected 1 to " + all);
        }
        return IntStream.range(0, size)
                .map(i -> (int) ((2L * i + 1) * all / (2L * size)))
                .mapToObj(i -> at(i / across * MAX_SIDE, i % across * MAX_SIDE, rows, columns))
                .toList();
    }

    private static Tile at(int row, int column, int rows, int columns) {
        return new Tile(row, Math.min(row + MAX_SIDE, rows), column, Math.min(column + MAX_SIDE, columns));
    }

    public int rows() {
        return endRow - firstRow;
    }

    public int columns() {
        return endColumn - firstColumn;
    }

    /** As users write it. */
    @Override
    public String toString() {
        return firstRow + ":" + endRow + "," + firstColumn + ":" + endColumn;
    }
}
