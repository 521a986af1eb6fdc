package crosspike.device.nonideality;

/**
 * Cells of one line of an array, whose cells are numbered row by row: {@code first}, {@code first + step}, ...
 *
 * @param first number of the first cell
 * @param step distance to the next: 1 along a row, the number of columns down a column
 * @param count how many
 */
public record Cells(int first, int step, int count) {

    /** Number of the i-th of these cells. */
    public int cell(int i) {
        return first + i * step;
    }
}
