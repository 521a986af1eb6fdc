package crosspike.report;

import crosspike.input.ShellWord;
import crosspike.instrument.Deviations;
import crosspike.instrument.InstrumentReport;
import crosspike.instrument.InstrumentReport.ColumnWrites;
import crosspike.report.Html.Cell;
import java.util.List;
import java.util.Locale;

/**
 * The part of the page about an instrument that held cells of the run: what the array held against what the model said.
 *
 * @param found what the run had of it
 */
record InstrumentSection(InstrumentReport found) {
    /** Columns shown; {@code instrument.json} has all. */
    private static final int MOST_SHOWN = 40;

    void write(HtmlPage html) {
        paragraph(
                html,
                String.format(
                        Locale.ROOT,
                        "%s at %s, profile %s: rows %d to %d and columns %d to %d of %d x %d were on it, the other cells were modelled."
                                + " %,d cell operations in %,d lines; half of the lines were answered within %s, 99 %% within %s."
                                + " Connections made: %,d; %,d exchanges were not trusted and done again, %,d lines of pulses were"
                                + " left open by a broken link and read afterwards. Log: %s.",
                        found.identity(),
                        found.address(),
                        found.profile(),
                        found.firstRow(),
                        found.firstRow() + found.rows() - 1,
                        found.firstColumn(),
                        found.firstColumn() + found.columns() - 1,
                        found.arrayRows(),
                        found.arrayColumns(),
                        found.cellOperations(),
                        found.lines(),
                        Scale.text(found.medianSeconds(), "s"),
                        Scale.text(found.slowSeconds(), "s"),
                        found.connections(),
                        found.failures(),
                        found.unsettledWrites(),
                        found.log()));
        html.append(Html.table(
                "numbers",
                List.of(
                        "quantity",
                        "pairs",
                        "model, mean",
                        "instrument, mean",
                        "difference, rms",
                        "difference, largest"),
                List.of(
                        row("column currents of reads", found.currents(), "A"),
                        row("cells after pulses", found.conductances(), "S"),
                        row("changes by pulses", found.changes(), "S")),
                List.of()));
        paragraph(
                html,
                "The model starts each time from what was measured before, so that a difference is that of one write."
                        + " To make the model learn from the array: crosspike fit " + ShellWord.of(found.log())
                        + " --out DEVICE.yaml");
        html.append(Html.table(
                "numbers",
                List.of("column", "pulses", "writes", "change by model, mean", "by instrument, mean", "rms", "largest"),
                found.writes().stream()
                        .sorted((a, b) ->
                                Double.compare(b.changes().rms(), a.changes().rms()))
                        .limit(MOST_SHOWN)
                        .map(InstrumentSection::row)
                        .toList(),
                List.of()));
        if (found.writes().size() > MOST_SHOWN) {
            paragraph(
                    html,
                    "The " + MOST_SHOWN + " columns with the largest differences of "
                            + found.writes().size() + "; instrument.json has all.");
        }
    }

    private static List<Cell> row(String name, Deviations found, String unit) {
        return List.of(
                Cell.of(name),
                Cell.of(Long.toString(found.count())),
                Cell.of(Scale.text(found.meanOfModel(), unit)),
                Cell.of(Scale.text(found.meanOfInstrument(), unit)),
                Cell.of(Scale.text(found.rms(), unit)),
                Cell.of(Scale.text(found.worst(), unit)));
    }

    private static List<Cell> row(ColumnWrites column) {
        Deviations found = column.changes();
        return List.of(
                Cell.of(Integer.toString(column.column())),
                Cell.of(Long.toString(column.pulses())),
                Cell.of(Long.toString(found.count())),
                Cell.of(Scale.text(found.meanOfModel(), "S")),
                Cell.of(Scale.text(found.meanOfInstrument(), "S")),
                Cell.of(Scale.text(found.rms(), "S")),
                Cell.of(Scale.text(found.worst(), "S")));
    }

    private static void paragraph(HtmlPage html, String text) {
        html.append("<p>").append(Html.escape(text)).append("</p>\n");
    }
}
