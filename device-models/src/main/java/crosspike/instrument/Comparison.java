package crosspike.instrument;

import crosspike.crossbar.Line;
import java.util.ArrayList;
import java.util.List;

/** What the array held against what the model said, added up. */
final class Comparison {
    private final Window window;
    private final int arrayRows;
    private final int arrayColumns;
    private final String log;
    private final Deviations.Sum currents = new Deviations.Sum();
    private final Deviations.Sum conductances = new Deviations.Sum();
    private final Deviations.Sum changes = new Deviations.Sum();
    private final Deviations.Sum[] byColumn;
    private final double[] pulses;
    private long cellOperations;

    Comparison(Window window, int arrayRows, int arrayColumns, String log) {
        this.window = window;
        this.arrayRows = arrayRows;
        this.arrayColumns = arrayColumns;
        this.log = log;
        this.byColumn = new Deviations.Sum[window.columns()];
        this.pulses = new double[window.columns()];
        for (int c = 0; c < byColumn.length; c++) {
            byColumn[c] = new Deviations.Sum();
        }
    }

    /** @param modelled of all columns of the array; {@code amps}: of those on the instrument */
    void currents(float[] modelled, float[] amps, int activeRows) {
        for (int c = 0; c < window.columns(); c++) {
            currents.add(modelled[window.firstColumn() + c], amps[c]);
        }
        cellOperations += (long) activeRows * window.columns();
    }

    void cellsRead(int cells) {
        cellOperations += cells;
    }

    /**
     * Cells of one line got pulses.
     *
     * @param own the line as the instrument counts
     * @param counts signed pulses of the cells of the instrument
     * @param before what they held
     * @param modelled what all cells of the line of the array hold now by the model
     * @param after what they hold now
     */
    void written(
            Line along, int own, float[] counts, float[] before, float[] modelled, float[] after, TransactionLog to) {
        StringBuilder step = new StringBuilder();
        for (int i = 0; i < window.cells(along); i++) {
            if (counts[i] == 0) {
                continue;
            }
            int row = along == Line.ROW ? own : i;
            int column = along == Line.COLUMN ? own : i;
            double said = (double) modelled[window.offset(along) + i];
            conductances.add(said, after[i]);
            changes.add(said - before[i], (double) after[i] - before[i]);
            byColumn[column].add(said - before[i], (double) after[i] - before[i]);
            pulses[column] += Math.abs(counts[i]);
            step.append(step.length() == 0 ? "" : ";")
                    .append(row + window.firstRow())
                    .append(',')
                    .append(column + window.firstColumn())
                    .append(',')
                    .append((int) counts[i])
                    .append(',')
                    .append(ScpiNumber.text(before[i]))
                    .append(',')
                    .append(ScpiNumber.text(after[i]))
                    .append(',')
                    .append(ScpiNumber.text((float) said));
        }
        cellOperations += 2L * window.cells(along);
        to.write(TransactionLog.WRITTEN, step.toString());
    }

    InstrumentReport report(Instrument instrument) {
        LinkCounts counts = instrument.counts();
        List<InstrumentReport.ColumnWrites> writes = new ArrayList<>();
        for (int c = 0; c < byColumn.length; c++) {
            writes.add(new InstrumentReport.ColumnWrites(
                    window.firstColumn() + c, Math.round(pulses[c]), byColumn[c].total()));
        }
        return new InstrumentReport(
                instrument.identity(),
                instrument.where(),
                instrument.profile().name(),
                log,
                window.firstRow(),
                window.rows(),
                window.firstColumn(),
                window.columns(),
                arrayRows,
                arrayColumns,
                cellOperations,
                counts.lines,
                counts.connections,
                counts.failures,
                counts.unsettled,
                counts.waitSeconds(0.5),
                counts.waitSeconds(0.99),
                currents.total(),
                conductances.total(),
                changes.total(),
                writes);
    }
}
