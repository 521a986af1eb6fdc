package crosspike.report;

import crosspike.device.measured.Measurement;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Columns of measurements, grouped for plots. */
final class Curves {
    private Curves() {}

    /** Rows by the text of one column, in the order of their first appearance. */
    static Map<String, List<Measurement.Row>> by(Measurement data, String column) {
        return data.rows().stream()
                .collect(Collectors.groupingBy(row -> data.cell(row, column), LinkedHashMap::new, Collectors.toList()));
    }

    static double[] column(Measurement data, List<Measurement.Row> rows, String column) {
        return rows.stream().mapToDouble(row -> data.number(row, column)).toArray();
    }

    static List<Measurement.Row> sorted(Measurement data, List<Measurement.Row> rows, String column) {
        return rows.stream()
                .sorted(Comparator.comparingDouble(row -> data.number(row, column)))
                .toList();
    }
}
