package crosspike.snn.lif.learning;

import crosspike.snn.Require;

/**
 * Exponential traces of spikes.
 *
 * @param inputSeconds time constant of x, which an input spike leaves, in s
 * @param summed whether a spike adds 1 to x; otherwise it sets x to 1, so that only the latest counts
 * @param fastSeconds time constant of y1, which an output spike sets to 1, in s
 * @param slowSeconds time constant of y2, likewise
 */
public record Traces(double inputSeconds, boolean summed, double fastSeconds, double slowSeconds) {
    /** A trace this small is 0: chosen, because seven time constants leave out less than a thousandth of what a spike does. */
    private static final double NEGLIGIBLE = 9e-4;

    public Traces {
        Require.within("time constant of the input trace in s", inputSeconds, 1e-4, 10);
        Require.within("time constant of the fast output trace in s", fastSeconds, 1e-4, 10);
        Require.within("time constant of the slow output trace in s", slowSeconds, 1e-4, 10);
    }

    /** e^(−t/τ) by steps, 0 in the end: when it is below {@link #NEGLIGIBLE}. */
    static float[] exponential(double seconds, double stepSeconds) {
        int steps = (int) Math.ceil(-StrictMath.log(NEGLIGIBLE) * seconds / stepSeconds);
        float[] table = new float[steps + 2];
        for (int k = 0; k <= steps; k++) {
            table[k] = (float) StrictMath.exp(-k * stepSeconds / seconds);
        }
        return table;
    }
}
