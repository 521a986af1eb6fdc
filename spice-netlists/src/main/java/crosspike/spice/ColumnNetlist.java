package crosspike.spice;

import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One column of an array during a read: word lines at their read voltages, one resistor for each cell, and the bit line
 * held at 0 V by an ammeter. Values are taken from the array when this is made.
 */
public final class ColumnNetlist {

    /** The vector that holds the column's current in A, positive out of the bit line. */
    static final String CURRENT = "i(vcolumn)";

    private final String array;
    private final int column;
    private final int columns;
    private final double[] siemens;
    private final double[] volts;

    /**
     * @param array name of the array, for the comment lines; anything but plain letters, digits, space and {@code . _ -}
     *     becomes an underscore
     * @param column column number, from 0
     * @param siemens {@code [rows][columns]}, in S; not modified
     * @param rowVolts read voltage of each row in V; length rows, not modified
     * @throws UserError if a voltage or a conductance of the column is not finite, or a conductance is negative
     */
    public ColumnNetlist(String array, int column, float[][] siemens, double[] rowVolts) {
        if (rowVolts.length != siemens.length) {
            throw new UserError("array \"" + array + "\" has " + siemens.length + " rows but " + rowVolts.length
                    + " read voltages; expected one for each row");
        }
        this.array = array.replaceAll("[^A-Za-z0-9 ._-]", "_");
        this.column = column;
        this.columns = siemens.length == 0 ? 0 : siemens[0].length;
        this.siemens = new double[siemens.length];
        this.volts = rowVolts.clone();
        for (int row = 0; row < siemens.length; row++) {
            if (column < 0 || column >= siemens[row].length) {
                throw new UserError("column " + column + " is not in row " + row + " of array \"" + array
                        + "\"; expected 0 to " + (siemens[row].length - 1));
            }
            double g = siemens[row][column];
            if (!(g >= 0 && Double.isFinite(g))) {
                throw new UserError("array \"" + array + "\", row " + row + ", column " + column
                        + ": the conductance is " + g + " S; expected a finite number of 0 or more");
            }
            if (!Double.isFinite(volts[row])) {
                throw new UserError(
                        "read voltage of row " + row + " is " + volts[row] + " V; expected a finite number");
            }
            this.siemens[row] = g;
        }
    }

    /** The dot product Σ V·G in A, summed in ascending order of the rows. */
    public double idealAmps() {
        double amps = 0;
        for (int row = 0; row < siemens.length; row++) amps += volts[row] * siemens[row];
        return amps;
    }

    /** Σ |V·G| in A: what the difference of two currents is measured against, also where the terms cancel. */
    public double magnitudeAmps() {
        double amps = 0;
        for (int row = 0; row < siemens.length; row++) amps += Math.abs(volts[row] * siemens[row]);
        return amps;
    }

    /** The netlist: the same text for the same values, on every machine. */
    public Netlist netlist() {
        List<String> vectors = new ArrayList<>(List.of(CURRENT, "v(column)"));
        StringBuilder circuit = new StringBuilder(comments());
        for (int row = 0; row < siemens.length; row++) {
            if (siemens[row] == 0) continue;
            boolean driven = volts[row] != 0;
            if (driven) {
                circuit.append("v").append(row).append(" row").append(row).append(" 0 dc ");
                circuit.append(SpiceNumber.text(volts[row])).append('\n');
                vectors.add("i(v" + row + ")");
            }
            circuit.append("r").append(row).append(driven ? " row" + row : " 0").append(" column ");
            circuit.append(SpiceNumber.text(1 / siemens[row])).append('\n');
        }
        circuit.append("vcolumn column 0 dc 0\n");
        return new Netlist("crosspike column " + column, circuit.toString(), vectors, true);
    }

    private String comments() {
        long driven = Arrays.stream(volts).filter(v -> v != 0).count();
        long open = Arrays.stream(siemens).filter(g -> g == 0).count();
        return """
                * Column %s of array "%s": %s rows, %s columns.
                * Rows driven: %s, at %s V; the others are at 0 V.
                * Cells without conductance, left out: %s.
                * v<n> drives word line row<n>; r<n> is its cell in ohm, 1 / conductance.
                * vcolumn holds the bit line at 0 V and measures its current.
                * Dot product, to be compared with i(vcolumn): %s A.
                """.formatted(
                        Integer.toString(column),
                        array,
                        Integer.toString(siemens.length),
                        Integer.toString(columns),
                        Long.toString(driven),
                        voltsDriven(),
                        Long.toString(open),
                        SpiceNumber.text(idealAmps()));
    }

    private String voltsDriven() {
        double[] driven =
                Arrays.stream(volts).filter(v -> v != 0).sorted().distinct().toArray();
        if (driven.length == 0) return "0";
        String lowest = SpiceNumber.text(driven[0]);
        return driven.length == 1 ? lowest : lowest + " to " + SpiceNumber.text(driven[driven.length - 1]);
    }
}
