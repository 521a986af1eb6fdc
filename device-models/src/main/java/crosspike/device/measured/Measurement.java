package crosspike.device.measured;

import java.util.List;

/**
 * A measurement in its tidy form.
 *
 * @param source name of the file it was read from
 * @param kind what was measured
 * @param rows in the order of the file
 */
public record Measurement(String source, Kind kind, List<Row> rows) {
    public Measurement {
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param line line of the source, from 1
     * @param cells one text for each column of the kind; empty where the source does not say
     */
    public record Row(long line, List<String> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /** Text of a column in a row. */
    public String cell(Row row, String column) {
        return row.cells().get(kind.columns().indexOf(column));
    }

    /** Number in a column of a row; NaN if the source does not say. */
    public double number(Row row, String column) {
        String text = cell(row, column);
        return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
    }
}
