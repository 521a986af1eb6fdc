package crosspike.experiment.config;

import crosspike.input.Dimension;
import crosspike.input.Key;
import crosspike.input.UserError;
import crosspike.wire.WireCrossbar;
import crosspike.wire.Wires;
import java.util.Arrays;

/**
 * Lines of the array and what is connected to them.
 *
 * @param segmentOhms resistance of a line from one cell to the next; null: of the wires of the circuit
 * @param wordSegmentOhms the same for word lines; null: as {@code segmentOhms}
 * @param bitSegmentOhms the same for bit lines; null: as {@code segmentOhms}
 * @param driverOhms between a driver and the first cell of its word line
 * @param senseOhms between the last cell of a bit line and its virtual ground
 * @param doubleSided whether word lines have a driver at both ends
 * @param unselected what word lines do that are not active in a read
 * @param tolerance what a column current may be off, as a fraction of the largest there can be
 */
public record WiresConfig(
        @Key(
                doc = "Resistance of a line from one cell to the next; absent: of a wire of circuit.node and"
                        + " circuit.wire_width as long as the cell.",
                dimension = Dimension.RESISTANCE,
                name = "segment",
                optional = true,
                min = 0,
                max = 1e9)
        Double segmentOhms,

        @Key(
                doc = "The same for word lines only.",
                dimension = Dimension.RESISTANCE,
                name = "word_segment",
                optional = true,
                min = 0,
                max = 1e9)
        Double wordSegmentOhms,

        @Key(
                doc = "The same for bit lines only.",
                dimension = Dimension.RESISTANCE,
                name = "bit_segment",
                optional = true,
                min = 0,
                max = 1e9)
        Double bitSegmentOhms,

        @Key(
                doc = "Resistance between a driver and the first cell of its word line.",
                dimension = Dimension.RESISTANCE,
                name = "driver",
                min = 0,
                max = 1e9,
                defaultValue = "0 ohm")
        double driverOhms,

        @Key(
                doc = "Resistance between the last cell of a bit line and the virtual ground of its read-out.",
                dimension = Dimension.RESISTANCE,
                name = "sense",
                min = 0,
                max = 1e9,
                defaultValue = "0 ohm")
        double senseOhms,

        @Key(doc = "Drive word lines at both ends.", defaultValue = "false")
        boolean doubleSided,

        @Key(
                doc = "What word lines do that are not active in a read: grounded (0 V) or floating.",
                defaultValue = "grounded")
        WireCrossbar.Unselected unselected,

        @Key(
                doc =
                        "What a column current may be off in training, as a fraction of the current with all rows active.",
                above = 0,
                max = 0.01,
                defaultValue = "1e-7")
        double tolerance) {

    public WiresConfig {
        if (segmentOhms != null && wordSegmentOhms != null && bitSegmentOhms != null) {
            throw new UserError("crossbar.wires has segment, word_segment and bit_segment; expected segment or the two"
                    + " others");
        }
    }

    /** Whether the circuit has to say what wires are like. */
    public boolean needsCircuit() {
        return segmentOhms == null && (wordSegmentOhms == null || bitSegmentOhms == null);
    }

    /**
     * The lines of an array.
     *
     * @param wordOhms resistance of a word line from cell to cell where the config says nothing
     * @param bitOhms the same for bit lines
     */
    public Wires wires(int rows, int columns, double wordOhms, double bitOhms) {
        double word = first(wordSegmentOhms, segmentOhms, wordOhms);
        double bit = first(bitSegmentOhms, segmentOhms, bitOhms);
        double open = Double.POSITIVE_INFINITY;
        return new Wires(
                same(rows, filled(columns - 1, word)),
                same(rows - 1, filled(columns, bit)),
                filled(rows, driverOhms),
                filled(rows, doubleSided ? driverOhms : open),
                filled(columns, open),
                filled(columns, senseOhms));
    }

    private static double first(Double own, Double both, double otherwise) {
        return own != null ? own : both != null ? both : otherwise;
    }

    private static double[] filled(int length, double ohms) {
        double[] all = new double[length];
        Arrays.fill(all, ohms);
        return all;
    }

    private static double[][] same(int lines, double[] ohms) {
        double[][] all = new double[lines][];
        Arrays.fill(all, ohms);
        return all;
    }
}
