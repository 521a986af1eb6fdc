package crosspike.snn.lif;

import crosspike.random.RandomStream;
import crosspike.snn.Require;

/**
 * Times that input spikes take to reach the neurons (Diehl and Cook's code: 0 to 10 ms). Neighbouring neurons share the delay
 * of an input, those of a part of the synapses each: so the weights that a spike adds lie side by side.
 */
public final class Delays {
    private final int[][] steps; // [part][input]
    private final int longest;

    private Delays(int[][] steps, int longest) {
        this.steps = steps;
        this.longest = longest;
    }

    /**
     * Whole steps, all equally likely.
     *
     * @param synapses whose parts share delays
     * @param longestSeconds longest delay, in s
     * @param random drawn part by part, input by input
     */
    public static Delays uniform(Synapses synapses, double longestSeconds, Timing timing, RandomStream random) {
        Require.within("longest delay in s", longestSeconds, 0, timing.restSeconds());
        int longest = timing.steps(longestSeconds);
        int[][] steps = new int[synapses.parts()][synapses.inputs()];
        for (int[] part : steps) {
            for (int i = 0; i < part.length; i++) {
                part[i] = random.below(longest + 1);
            }
        }
        return new Delays(steps, longest);
    }

    /** Delay of each input to the neurons of a part, in steps. Not to be modified. */
    int[] of(int part) {
        return steps[part];
    }

    int parts() {
        return steps.length;
    }

    /** Steps after the last of an image in which spikes may still arrive. */
    int longest() {
        return longest;
    }
}
