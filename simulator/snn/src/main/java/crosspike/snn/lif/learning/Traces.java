package crosspike.snn.lif.learning;

/**
 * Exponential traces of spikes.
 *
 * @param inputSeconds time constant of x, which an input spike leaves, in s
 * @param summed whether a spike adds 1 to x; otherwise it sets x to 1, so that only the latest counts
 * @param fastSeconds time constant of y1, which an output spike sets to 1, in s
 * @param slowSeconds time constant of y2, likewise
 */
public record Traces(double inputSeconds, boolean summed, double fastSeconds, double slowSeconds) {
    public Traces {
        Range.within("time constant of the input trace in s", inputSeconds, 1e-4, 10);
        Range.within("time constant of the fast output trace in s", fastSeconds, 1e-4, 10);
        Range.within("time constant of the slow output trace in s", slowSeconds, 1e-4, 10);
    }
}
