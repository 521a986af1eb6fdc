package crosspike.instrument;

import java.util.List;

/**
 * What a run had of its instrument: who it was, how the link fared, and what the array held against what the model said. The
 * model starts each time from what was measured before, so that a difference is that of one write and not of all before it.
 *
 * @param identity what the instrument said it is
 * @param address where it was, or the log that was replayed
 * @param profile how it was spoken to
 * @param log file of all transactions
 * @param firstRow first row of the array on the instrument
 * @param rows rows on the instrument
 * @param firstColumn first column of the array on the instrument
 * @param columns columns on the instrument
 * @param arrayRows rows of the whole array
 * @param arrayColumns columns of the whole array
 * @param cellOperations cells read one by one, cells pulsed, and cells that took part in reads of the array
 * @param lines lines sent
 * @param connections connections made
 * @param failures exchanges that were not trusted and done again
 * @param unsettledWrites lines of pulses that may or may not have been done before a link broke; the cells were read
 * @param medianSeconds time from sending a line to its answer, in s
 * @param slowSeconds the same, not exceeded by 99 % of the lines
 * @param currents column currents of array reads in A: model and instrument
 * @param conductances cells after pulses in S: model and instrument
 * @param changes changes of cells by pulses in S: model and instrument
 * @param writes the same changes by column of the array
 */
public record InstrumentReport(
        String identity,
        String address,
        String profile,
        String log,
        int firstRow,
        int rows,
        int firstColumn,
        int columns,
        int arrayRows,
        int arrayColumns,
        long cellOperations,
        long lines,
        long connections,
        long failures,
        long unsettledWrites,
        double medianSeconds,
        double slowSeconds,
        Deviations currents,
        Deviations conductances,
        Deviations changes,
        List<ColumnWrites> writes) {

    public InstrumentReport {
        writes = List.copyOf(writes);
    }

    /**
     * Writes to one column.
     *
     * @param column of the array
     * @param pulses applied
     * @param changes changes of its cells in S: model and instrument
     */
    public record ColumnWrites(int column, long pulses, Deviations changes) {}
}
