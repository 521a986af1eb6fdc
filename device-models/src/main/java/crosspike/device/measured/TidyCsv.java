package crosspike.device.measured;

import crosspike.input.UserError;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The tidy form as CSV: one header, one row for each read, SI units that the names of the columns end in. */
public final class TidyCsv {
    private static final List<String> WORDS = List.of("device_id", "phase", "state", "ok", "level", "cycle");

    private TidyCsv() {}

    /** The text of a measurement. */
    public static String text(Measurement measurement) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(measurement.kind().columns());
            measurement.rows().forEach(row -> csv.writeRecord(row.cells()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return text.toString();
    }

    /** The kind whose columns the first line names, in any order but all of them. */
    static Optional<Kind> kind(SourceText text) {
        List<String> names = text.lines().get(0).cells();
        return Arrays.stream(Kind.values())
                .filter(kind -> names.containsAll(kind.columns()))
                .findFirst();
    }

    /** @throws UserError if there are no rows, a cell is no number or no phase, or an option asks for what the file says otherwise */
    static Measurement read(SourceText text, Kind kind, ImportOptions options) {
        options.named().stream()
                .filter(option -> !(option.equals("--kind") && options.kind().equals(Optional.of(kind))))
                .findFirst()
                .ifPresent(option -> {
                    throw new UserError(text.name() + " is tidy already, with the columns and units of " + kind.text()
                            + " data; leave out " + option);
                });
        if (text.lines().size() == 1) {
            throw new UserError(text.name() + " has a header but no rows; expected " + kind.text() + " data");
        }
        List<String> names = text.lines().get(0).cells();
        List<SourceLine> lines = text.lines().subList(1, text.lines().size());
        text.requireNames(lines, names.size());
        List<Measurement.Row> rows = new ArrayList<>();
        for (SourceLine line : lines) {
            List<String> cells = new ArrayList<>();
            for (String column : kind.columns()) {
                String cell = line.cell(names.indexOf(column));
                if (column.equals("phase")) {
                    cells.add(PulseTrains.phase(text, line, cell));
                } else {
                    cells.add(WORDS.contains(column) || cell.isEmpty() ? cell : number(text, line, column, cell));
                }
            }
            rows.add(new Measurement.Row(line.number(), cells));
        }
        return new Measurement(text.name(), kind, rows);
    }

    /** A number as it is written, so far as {@link Double#parseDouble} reads it too; empty for NaN. */
    private static String number(SourceText text, SourceLine line, String column, String cell) {
        double value = Numbers.parse(cell, text.decimal())
                .orElseThrow(() -> text.error(line, column + " is \"" + cell + "\"; expected a number"));
        return Double.isFinite(value) ? cell.replace(text.decimal(), '.').replaceAll("[dD]", "e") : Numbers.text(value);
    }
}
