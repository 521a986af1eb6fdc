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
     * One cell written. With gates, only those of its row are on, and the other bit lines follow the word line, so that no
     * current flows in its other cells. Without, all other lines are at half the voltage.
     *
     * @param row position of the cell in the excerpt
     * @param column likewise
     * @param volts across the selected cell, signed
     */
    public static Stimulus program(
            int rows, int columns, int row, int column, double volts, boolean hasGates, PulseShape pulse) {
        double[] rowVolts = new double[rows];
        double[] columnVolts = new double[columns];
        boolean[] gates = new boolean[rows];
        if (!hasGates) Arrays.fill(rowVolts, volts / 2);
        Arrays.fill(columnVolts, hasGates ? volts : volts / 2);
        rowVolts[row] = volts;
        columnVolts[column] = 0;
        gates[row] = true;
        return new Stimulus(
                hasGates
                        ? "write, other bit lines at the voltage of the word line"
                        : "write, other lines at half of it",
                rowVolts,
                columnVolts,
                gates,
                Optional.of(pulse));
    }

    /** The same as a pulse. */
    public Stimulus pulsed(PulseShape shape) {
        return new Stimulus(what, rowVolts, columnVolts, gatesOn, Optional.of(shape));
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
