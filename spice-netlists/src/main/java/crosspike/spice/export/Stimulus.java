package crosspike.spice.export;

import crosspike.input.UserError;
import crosspike.spice.SpiceNumber;
import java.util.Arrays;
import java.util.Optional;

/**
 * What the drivers do. Arrays are not copied.
 *
 * @param what in words, for the netlist's comments
 * @param rowVolts of each word line, in V
 * @param columnVolts of each bit line, in V; 0 where it is only sensed
 * @param gatesOn whether the access transistors of each row are on
 * @param pulse its course; empty: constant
 */
public record Stimulus(
        String what, double[] rowVolts, double[] columnVolts, boolean[] gatesOn, Optional<PulseShape> pulse) {

    public Stimulus {
        for (double volts : rowVolts) require(volts);
        for (double volts : columnVolts) require(volts);
        if (gatesOn.length != rowVolts.length) throw new IllegalArgumentException("one gate for each row");
    }

    private static void require(double volts) {
        if (!(Math.abs(volts) <= 1000)) {
            throw new UserError("the voltage of a line is " + volts + " V; expected at most 1000 V");
        }
    }

    /** All columns read at once; gates are on where a row is driven. */
    public static Stimulus read(double[] rowVolts, int columns) {
        boolean[] gates = new boolean[rowVolts.length];
        for (int row = 0; row < gates.length; row++) gates[row] = rowVolts[row] != 0;
        return new Stimulus("read", rowVolts, new double[columns], gates, Optional.empty());
    }

    /**
     * One cell written, all other lines at half the voltage, so that no other cell sees more than that.
     *
     * @param row position of the cell in the excerpt
     * @param column likewise
     * @param volts across the selected cell, signed
     */
    public static Stimulus writeHalfSelected(
            int rows, int columns, int row, int column, double volts, PulseShape pulse) {
        double[] rowVolts = filled(rows, volts / 2);
        double[] columnVolts = filled(columns, volts / 2);
        rowVolts[row] = volts;
        columnVolts[column] = 0;
        return new Stimulus(
                "write, other lines at half the voltage", rowVolts, columnVolts, new boolean[rows], Optional.of(pulse));
    }

    /**
     * One cell written in an array with access transistors: only the gates of its row are on. A positive voltage comes from
     * the word line, and the other bit lines follow it; a negative one comes, positive, from the bit line. So the other
     * cells of the row see nothing.
     *
     * @param row position of the cell in the excerpt
     * @param column likewise
     * @param volts across the selected cell, signed
     */
    public static Stimulus writeGated(int rows, int columns, int row, int column, double volts, PulseShape pulse) {
        double[] rowVolts = new double[rows];
        double[] columnVolts = new double[columns];
        boolean[] gates = new boolean[rows];
        gates[row] = true;
        if (volts > 0) {
            rowVolts[row] = volts;
            Arrays.fill(columnVolts, volts);
            columnVolts[column] = 0;
        } else {
            columnVolts[column] = -volts;
        }
        return new Stimulus(
                volts > 0 ? "write from the word line, other bit lines follow it" : "write from the bit line",
                rowVolts,
                columnVolts,
                gates,
                Optional.of(pulse));
    }

    private static double[] filled(int length, double value) {
        double[] all = new double[length];
        Arrays.fill(all, value);
        return all;
    }

    /** The same as a pulse. */
    public Stimulus pulsed(PulseShape shape) {
        return new Stimulus(what, rowVolts, columnVolts, gatesOn, Optional.of(shape));
    }

    /** The same with so many bit lines: those that are new are only sensed. */
    public Stimulus columns(int columns) {
        return new Stimulus(what, rowVolts, Arrays.copyOf(columnVolts, columns), gatesOn, pulse);
    }

    /** The value of a SPICE source of a line. */
    String source(double volts) {
        if (volts == 0 || pulse.isEmpty()) return "dc " + SpiceNumber.text(volts);
        return pulse.get().source(volts);
    }

    /** The value of the SPICE source of a gate. */
    String gateSource(int row, double onVolts) {
        double volts = gatesOn[row] ? onVolts : 0;
        if (volts == 0 || pulse.isEmpty()) return "dc " + SpiceNumber.text(volts);
        return pulse.get().enclosingSource(volts);
    }
}
