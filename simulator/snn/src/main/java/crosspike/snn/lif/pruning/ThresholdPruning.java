package crosspike.snn.lif.pruning;

import crosspike.crossbar.Session;
import crosspike.snn.Require;
import crosspike.snn.lif.Compression;
import crosspike.snn.lif.Synapses;

/**
 * Prunes weights below a threshold that may grow with time and from the weakest neurons to the strongest (Guo 2020,
 * Algorithm 1): online constant pruning without either, APT over time, APN over neurons, APTN over both. The threshold of
 * group n at the k-th pruning is {@code min(fN(n; fT(k; w0)), highest)}: growth over neurons starts from what growth over
 * time has reached.
 *
 * @param first w0, the threshold of the weakest neurons at the first pruning
 * @param overTime from pruning to pruning
 * @param overNeurons from group to group
 * @param interval SI: spikes in a batch that tell two groups of neurons apart; looked at only if thresholds differ
 * @param highest no threshold exceeds it. Below 1, or strong neurons lose everything ("the pruning threshold has to be less
 *     than wmax").
 * @param times when
 * @param fate what becomes of pruned synapses
 */
public record ThresholdPruning(
        double first, Growth overTime, Growth overNeurons, double interval, double highest, Times times, Fate fate)
        implements PruningMethod {

    public ThresholdPruning {
        Require.within("initial threshold", first, 0, 1);
        Require.within("interval of spike counts", interval, 1, 1e12);
        Require.within("highest threshold", highest, 0, 1);
    }

    @Override
    public Compression begin() {
        return new Compression() {
            private int step;

            @Override
            public void after(Batch batch, Synapses synapses, Session session) {
                if (times.include(batch)) {
                    double[] thresholds = thresholds(step++, batch.spikes());
                    fate.befall(below(thresholds, synapses), synapses, session);
                }
            }
        };
    }

    /**
     * Threshold of each neuron.
     *
     * @param step prunings before this one
     * @param spikes of each neuron in the batch. Not modified.
     */
    double[] thresholds(int step, long[] spikes) {
        double global = overTime.at(first, step);
        int[] groups = overNeurons.equals(Growth.NONE) ? new int[spikes.length] : SpikeGroups.of(spikes, interval);
        double[] thresholds = new double[spikes.length];
        for (int j = 0; j < thresholds.length; j++) {
            thresholds[j] = Math.min(highest, overNeurons.at(global, groups[j]));
        }
        return thresholds;
    }

    private static boolean[][] below(double[] thresholds, Synapses synapses) {
        float[][] weights = synapses.weights();
        boolean[][] frozen = synapses.flags().frozen();
        boolean[][] pruned = new boolean[weights.length][thresholds.length];
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < thresholds.length; j++) {
                pruned[i][j] = !frozen[i][j] && weights[i][j] < thresholds[j];
            }
        }
        return pruned;
    }
}
