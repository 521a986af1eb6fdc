package crosspike.crossbar;

import crosspike.device.PulseResponse;

/**
 * Rows (word lines, inputs) x columns (bit lines, outputs) of cells, in physical units only. One call per row, column or
 * array, never per cell. Reads change nothing, so several sessions may read at once; programming is for one thread.
 */
public interface Crossbar {

    int rows();

    int columns();

    /** Voltage in V that {@link #read(int[], int, float[], Session)} puts on the active rows. */
    double readVolts();

    /** How the cells answer to pulses: converts a wanted change of conductance into pulses. */
    PulseResponse response();

    /**
     * Currents of all columns with the read voltage on some rows and 0 V on the others.
     *
     * @param activeRows row numbers, ascending; the first {@code count} are used. Not modified.
     * @param amps overwritten: current into each column, in A; length {@link #columns}
     */
    void read(int[] activeRows, int count, float[] amps, Session session);

    /**
     * The same for the next read of a series.
     *
     * @param amps overwritten: current into each column, in A; length {@link #columns}
     */
    default void read(ActiveRows rows, float[] amps, Session session) {
        read(rows.list(), rows.count(), amps, session);
    }

    /**
     * Currents of all columns for any row voltages.
     *
     * @param volts length {@link #rows}, in V. Not modified.
     * @param amps overwritten: current into each column, in A; length {@link #columns}
     */
    void read(float[] volts, float[] amps, Session session);

    /**
     * Reads the cells of one line one after another, as before an update.
     *
     * @param siemens overwritten: conductances in S; at least as long as the line
     */
    void readLine(Line line, int index, float[] siemens, Session session);

    /**
     * Applies pulses to the cells of one line.
     *
     * @param pulses signed count for each cell; positive raises the conductance; whole numbers unless
     *     the response takes fractional pulses. Not modified.
     */
    void program(Line line, int index, float[] pulses, Session session);

    /**
     * Puts every cell at the nearest conductance it can hold, as a factory would: no pulses, no energy, no noise.
     *
     * @param siemens {@code [rows][columns]}, in S. Not modified.
     */
    void preset(float[][] siemens);

    /**
     * Puts cells of one line at wanted conductances, as write-verify would. Charged are the pulses a cell of average
     * response needs, rounded up; the verifying reads are not.
     *
     * @param targets wanted conductance of each cell in S; NaN leaves a cell alone. Not modified.
     */
    void place(Line line, int index, float[] targets, Session session);

    /** A copy of all conductances, {@code [rows][columns]}, in S. */
    float[][] conductances();
}
