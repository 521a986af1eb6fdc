package crosspike.snn.lif;

import crosspike.snn.Require;

/**
 * What happens to an image that too few neurons answer to: it is shown again, brighter.
 *
 * @param minSpikes output spikes that are enough; 0 shows every image once
 * @param rise added to the input rate at each repeat, as a fraction of the first rate
 * @param maxRepeats most repeats of an image
 */
public record Boost(int minSpikes, double rise, int maxRepeats) {
    /** Every image once. */
    public static final Boost NONE = new Boost(0, 0, 0);

    /**
     * 5 spikes and half as much again, as in Diehl and Cook's code; 3 repeats at most, chosen, because a saturated network
     * would repeat for ever.
     */
    public static final Boost DIEHL_COOK = new Boost(5, 0.5, 3);

    public Boost {
        Require.within("spikes that are enough", minSpikes, 0, 1_000_000);
        Require.within("rise of the input rate", rise, 0, 100);
        Require.within("repeats of an image", maxRepeats, 0, 1_000);
    }
}
