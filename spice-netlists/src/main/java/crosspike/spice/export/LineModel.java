package crosspike.spice.export;

import crosspike.input.UserError;

/**
 * The wires of an array and what is connected to their ends. Word lines are driven before column 0, bit lines are sensed
 * after the last row.
 *
 * @param wordOhms word line between two neighbouring cells, in ohm; 0 is ideal. Gate lines are the same
 * @param bitOhms bit line between two neighbouring cells, likewise
 * @param wordFarads capacitance to ground of the word line at each cell, in F. Gate lines are the same
 * @param bitFarads capacitance to ground of the bit line at each cell, in F
 * @param driverOhms of each driver of a word line; 0 is ideal, infinity is none: the line floats
 * @param senseOhms of each sense amplifier, which holds its end at 0 V
 */
public record LineModel(
        double wordOhms, double bitOhms, double wordFarads, double bitFarads, double driverOhms, double senseOhms) {
    /** Ideal wires, drivers and sense amplifiers. */
    public static final LineModel IDEAL = new LineModel(0, 0, 0, 0);

    public LineModel {
        ohms("word line segment", wordOhms);
        ohms("bit line segment", bitOhms);
        farads("word line segment", wordFarads);
        farads("bit line segment", bitFarads);
        if (driverOhms != Double.POSITIVE_INFINITY) ohms("driver", driverOhms);
        ohms("sense amplifier", senseOhms);
    }

    /** Word and bit lines alike. */
    public LineModel(double segmentOhms, double segmentFarads, double driverOhms, double senseOhms) {
        this(segmentOhms, segmentOhms, segmentFarads, segmentFarads, driverOhms, senseOhms);
    }

    private static void ohms(String what, double value) {
        if (!(value >= 0 && value <= 1e15)) {
            throw new UserError("the " + what + " has " + value + " ohm; expected 0 to 1e15 ohm");
        }
    }

    private static void farads(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new UserError("the " + what + " has " + value + " F; expected 0 to 1 F");
        }
    }

    /** Whether wires, drivers and sense amplifiers have no resistance, so that reads are dot products. */
    boolean isIdeal() {
        return wordOhms == 0 && bitOhms == 0 && driverOhms == 0 && senseOhms == 0;
    }
}
