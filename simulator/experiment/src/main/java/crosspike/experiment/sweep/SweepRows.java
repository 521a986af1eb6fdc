package crosspike.experiment.sweep;

import crosspike.input.UserError;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code sweep.csv} that was read.
 *
 * @param axes columns of the axes
 * @param figures columns of the figures
 * @param rows one for each point, in the order of the plan
 */
public record SweepRows(List<String> axes, List<String> figures, List<Row> rows) {

    /**
     * A point.
     *
     * @param point its number, from 1
     * @param labels values of the axes, as typed
     * @param id of the point
     * @param training id of its training; empty if its config is wrong
     * @param figures by column; empty if it failed
     * @param error why it failed; empty if it did not
     */
    public record Row(
            int point, List<String> labels, String id, String training, Map<String, Double> figures, String error) {}

    /**
     * Reads a table.
     *
     * @throws UserError naming file and line, if it is none
     */
    public static SweepRows read(Path file) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            List<String> header = null;
            List<Row> rows = new ArrayList<>();
            for (CsvRecord line : csv) {
                if (header == null) {
                    header = line.getFields();
                } else {
                    rows.add(row(header, line, file));
                }
            }
            if (header == null
                    || !header.contains("id")
                    || !header.get(header.size() - 1).equals("error")) {
                throw new UserError(file + " is no table of a sweep; expected one made by: crosspike sweep PLAN");
            }
            int id = header.indexOf("id");
            return new SweepRows(
                    List.copyOf(header.subList(1, id)), List.copyOf(header.subList(id + 2, header.size() - 1)), rows);
        } catch (CsvParseException | IOException e) {
            throw new UserError(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static Row row(List<String> header, CsvRecord line, Path file) {
        List<String> cells = line.getFields();
        int id = header.indexOf("id");
        int last = header.size() - 1;
        try {
            Map<String, Double> figures = new LinkedHashMap<>();
            for (int i = id + 2; i < last; i++) {
                if (!cells.get(i).isEmpty()) figures.put(header.get(i), Double.valueOf(cells.get(i)));
            }
            return new Row(
                    Integer.parseInt(cells.get(0)),
                    List.copyOf(cells.subList(1, id)),
                    cells.get(id),
                    cells.get(id + 1),
                    figures,
                    cells.get(last));
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new UserError(
                    file + ", line " + line.getStartingLineNumber() + ": this is no row of a sweep's table", e);
        }
    }
}
