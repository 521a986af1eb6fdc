package crosspike.crossbar;

import crosspike.device.nonideality.Cells;
import java.util.Arrays;

/** The cells of each line of an array, made once: a write of training asks for them several times. */
final class LineCells {
    private final Cells[] rows;
    private final Cells[] columns;

    LineCells(int rows, int columns) {
        this.rows = new Cells[rows];
        this.columns = new Cells[columns];
        Arrays.setAll(this.rows, r -> new Cells(r * columns, 1, columns));
        Arrays.setAll(this.columns, c -> new Cells(c, columns, rows));
    }

    Cells of(Line line, int index) {
        return line == Line.ROW ? rows[index] : columns[index];
    }
}
