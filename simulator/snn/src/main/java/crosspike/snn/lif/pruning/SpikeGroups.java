package crosspike.snn.lif.pruning;

import java.util.Arrays;
import java.util.Comparator;

/** Neurons in groups of similar firing (Guo 2020, Algorithm 1 and Figure 5). */
final class SpikeGroups {
    private SpikeGroups() {}

    /**
     * Ranks neurons from few spikes to many. Each group begins with the first neuron that has at least {@code interval}
     * spikes more than the first of the group before.
     *
     * @param spikes of each neuron in a batch. Not modified.
     * @param interval SI, in spikes
     * @return group of each neuron, 0 for the weakest
     */
    static int[] of(long[] spikes, double interval) {
        Integer[] ranked = new Integer[spikes.length];
        Arrays.setAll(ranked, j -> j);
        Arrays.sort(ranked, Comparator.comparingLong(j -> spikes[j]));
        int[] groups = new int[spikes.length];
        int group = 0;
        double least = ranked.length == 0 ? 0 : spikes[ranked[0]];
        for (int j : ranked) {
            if (spikes[j] >= least + interval) {
                group++;
                least = spikes[j];
            }
            groups[j] = group;
        }
        return groups;
    }
}
