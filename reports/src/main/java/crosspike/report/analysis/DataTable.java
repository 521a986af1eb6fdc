package crosspike.report.analysis;

import crosspike.experiment.run.JsonFiles;
import crosspike.experiment.run.NumberText;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows whose columns depend on the sweep, as CSV and as JSON. A column ends in its unit; without one it is a count, a
 * fraction or a name.
 *
 * @param columns names
 * @param rows cells: texts, numbers and booleans, as many as columns
 */
public record DataTable(List<String> columns, List<List<Object>> rows) {

    /** A table to be filled. */
    public static DataTable of(List<String> columns) {
        return new DataTable(List.copyOf(columns), new ArrayList<>());
    }

    /** Adds a row. */
    public void add(List<?> cells) {
        if (cells.size() != columns.size()) throw new IllegalArgumentException(columns + " does not fit " + cells);
        rows.add(List.copyOf(cells));
    }

    public String csv() {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(columns);
            for (List<Object> row : rows) {
                csv.writeRecord(row.stream().map(DataTable::text).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // a StringWriter does not fail
        }
        return text.toString();
    }

    private static String text(Object cell) {
        return cell instanceof Double number ? NumberText.of(number) : cell.toString();
    }

    /** A list of objects, one a row. */
    public String json() {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (List<Object> row : rows) {
            Map<String, Object> object = new LinkedHashMap<>();
            for (int i = 0; i < columns.size(); i++) object.put(columns.get(i), row.get(i));
            objects.add(object);
        }
        return JsonFiles.write(objects);
    }
}
