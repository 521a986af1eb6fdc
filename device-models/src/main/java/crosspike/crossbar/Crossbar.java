package crosspike.crossbar;

import crosspike.device.ConductanceRange;

/**
 * Rows (word lines, inputs) x columns (bit lines, outputs) of cells, in physical units only. One call per row, column or
 * array, never per cell. Reads change nothing, so several sessions may read at once; programming is for one thread.
 */
public interface Crossbar {

    int rows();

    int columns();

    /** Conductances in S that programming can reach, both ends included. */
    ConductanceRange range();

    /** Voltage in V that {@link #read(int[], int, float[], Session)} puts on the active rows. */
    double readVolts();

    /**
     * Pulses that take a cell of average response from one end of the range to the other; converts a wanted change of
     * conductance into pulses.
     */
    double pulsesFullSwing();

    /** Whether {@link #program} takes fractions of a pulse (an idealised cell) or whole pulses only. */
    boolean takesFractionalPulses();

    /**
     * Currents of all columns with the read voltage on some rows and 0 V on the others.
     *
     * @param activeRows row numbers, ascending; the first {@code count} are used. Not modified.
     * @param amps overwritten: current into each column, in A; length {@link #columns}
     */
    void read(int[] activeRows, int count, float[] amps, Session session);

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
     *     {@link #takesFractionalPulses}. Not modified.
     */
    void program(Line line, int index, float[] pulses, Session session);

    /**
     * Puts every cell at the nearest conductance it can hold, as a factory would: no pulses, no energy, no noise.
     *
     * @param siemens {@code [rows][columns]}, in S. Not modified.
     */
    void preset(float[][] siemens);

    /** Puts one cell at the nearest conductance it can hold, like {@link #preset(float[][])}. */
    void preset(int row, int column, float siemens);

    /** A copy of all conductances, {@code [rows][columns]}, in S. */
    float[][] conductances();
}
