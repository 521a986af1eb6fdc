package crosspike.wire;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Voltages behind the terminals, in V; those of ends that are not connected do not matter. Arrays are not copied.
 *
 * @param left of the drivers at the left end of each word line
 * @param right at the right end
 * @param top at the top end of each bit line
 * @param bottom at the bottom end
 */
public record Drive(double[] left, double[] right, double[] top, double[] bottom) {
    public Drive {
        Checks.volts("left.voltage", left, left.length);
        Checks.volts("right.voltage", right, left.length);
        Checks.volts("top.voltage", top, bottom.length);
        Checks.volts("bottom.voltage", bottom, bottom.length);
    }

    /** Word lines driven at the left, bit lines held at 0 V. */
    public static Drive ofRows(double[] volts, int columns) {
        return new Drive(volts, new double[volts.length], new double[columns], new double[columns]);
    }

    /** Largest magnitude, in V. */
    double largestVolts() {
        return Stream.of(left, right, top, bottom)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }
}
