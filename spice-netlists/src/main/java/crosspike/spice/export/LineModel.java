package crosspike.spice.export;

import crosspike.input.UserError;

/**
 * The wires of an array and what is connected to their ends. Word lines are driven before column 0, bit lines are sensed
 * after the last row.
 *
 * @param segmentOhms wire between two neighbouring cells, in ohm; 0 is ideal
 * @param segmentFarads capacitance to ground of the wire at each cell, in F
 * @param driverOhms of each driver of a word line; 0 is ideal, infinity is none: the line floats
 * @param senseOhms of each sense amplifier, which holds its end at 0 V
 */
public record LineModel(double segmentOhms, double segmentFarads, double driverOhms, double senseOhms) {
    /** Ideal wires, drivers and sense amplifiers. */
    public static final LineModel IDEAL = new LineModel(0, 0, 0, 0);

    public LineModel {
        require(segmentOhms >= 0 && segmentOhms <= 1e15, "segment", segmentOhms, "a resistance from 0 to 1e15 ohm");
        require(segmentFarads >= 0 && segmentFarads <= 1, "segment", segmentFarads, "a capacitance from 0 to 1 F");
        require(driverOhms >= 0, "driver", driverOhms, "a resistance of 0 ohm or more");
        require(senseOhms >= 0 && senseOhms <= 1e15, "sense", senseOhms, "a resistance from 0 to 1e15 ohm");
    }

    private static void require(boolean holds, String what, double value, String expected) {
        if (!holds) throw new UserError("the " + what + " of a line is " + value + "; expected " + expected);
    }

    /** Whether wires neither resist nor store charge. */
    boolean isIdeal() {
        return segmentOhms == 0 && segmentFarads == 0 && driverOhms == 0 && senseOhms == 0;
    }
}
