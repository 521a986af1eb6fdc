package crosspike.device.measured;

import java.util.ArrayList;
import java.util.List;

/**
 * A measurement in its tidy form.
 *
 * @param source name of the file it was read from
 * @param kind what was measured
 * @param rows in the order of the file
 * @param leftOut reads of the file that are no rows: they have no value, or one that no cell has
 */
public record Measurement(String source, Kind kind, List<Row> rows, int leftOut) {
    public Measurement {
        rows = List.copyOf(rows);
    }

    /** A measurement of which nothing was left out. */
    public Measurement(String source, Kind kind, List<Row> rows) {
        this(source, kind, rows, 0);
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

    /** What is not as it should be, in sentences. */
    public List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (leftOut > 0) {
            remarks.add(
                    "reads of " + source + " without a value, or with one that no cell has, are left out: " + leftOut);
        }
        long refused = kind != Kind.PULSE_TRAIN
                ? 0
                : rows.stream()
                        .mapToDouble(row -> number(row, "g_S"))
                        .filter(siemens -> !(siemens > 0 && siemens < Double.POSITIVE_INFINITY))
                        .count();
        if (refused > 0) {
            remarks.add("conductances of " + source
                    + " that are missing, 0 S, negative or infinite, so that fit refuses them: " + refused);
        }
        return remarks;
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
