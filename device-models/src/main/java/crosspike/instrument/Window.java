package crosspike.instrument;

import crosspike.crossbar.Line;
import crosspike.input.UserError;
import java.util.Arrays;

/**
 * The cells of an array that lie on the instrument: a rectangle. Row 0 of the instrument is {@code firstRow} of the array.
 *
 * @param firstRow first row of the array
 * @param rows how many
 * @param firstColumn first column of the array
 * @param columns how many
 */
public record Window(int firstRow, int rows, int firstColumn, int columns) {
    public Window {
        if (firstRow < 0 || rows < 1 || firstColumn < 0 || columns < 1) {
            throw new UserError("window on the instrument is " + rows + " x " + columns + " cells from row " + firstRow
                    + " and column " + firstColumn + "; expected at least one cell, counted from 0");
        }
    }

    /** All cells of an array. */
    public static Window whole(int rows, int columns) {
        return new Window(0, rows, 0, columns);
    }

    /**
     * Refuses an array that is smaller.
     *
     * @throws UserError if one of the cells is not in the array
     */
    public void requireInside(int arrayRows, int arrayColumns) {
        if (firstRow + rows > arrayRows || firstColumn + columns > arrayColumns) {
            throw new UserError("rows " + firstRow + "-" + (firstRow + rows - 1) + " and columns " + firstColumn + "-"
                    + (firstColumn + columns - 1) + " are to be on the instrument, but the array has " + arrayRows
                    + " x "
                    + arrayColumns + " cells; expected lines of the array, counted from 0");
        }
    }

    /** Whether it has all rows of an array, so that the currents of its columns are the instrument's. */
    boolean hasAllRows(int arrayRows) {
        return rows == arrayRows;
    }

    /** Number on the instrument of a line of the array; negative if it lies elsewhere. */
    int index(Line line, int index) {
        int own = index - (line == Line.ROW ? firstRow : firstColumn);
        return own < (line == Line.ROW ? rows : columns) ? Math.max(own, -1) : -1;
    }

    /** Where the cells of the instrument begin within a line of the array. */
    int offset(Line line) {
        return line == Line.ROW ? firstColumn : firstRow;
    }

    /** Cells of a line that are on the instrument. */
    int cells(Line line) {
        return line == Line.ROW ? columns : rows;
    }

    /** The rows among these that are on the instrument, as it numbers them. */
    int[] inside(int[] activeRows, int count) {
        return Arrays.stream(activeRows, 0, count)
                .map(r -> index(Line.ROW, r))
                .filter(r -> r >= 0)
                .toArray();
    }

    /** The rows among these that are elsewhere. */
    int[] outside(int[] activeRows, int count) {
        return Arrays.stream(activeRows, 0, count)
                .filter(r -> index(Line.ROW, r) < 0)
                .toArray();
    }
}
