package crosspike.snn.lif.pruning;

import crosspike.crossbar.Session;
import crosspike.snn.Require;
import crosspike.snn.lif.Compression;
import crosspike.snn.lif.Compression.Batch;
import crosspike.snn.lif.Synapses;
import crosspike.snn.lif.compression.Removal;

/**
 * Prunes each neuron once, when it is developed: the idea of Shi 2019 on this network. A neuron is developed at the end of the
 * batch in which its spikes reach a number; those that never are stay whole. Shi's own criterion counts runs of spikes of a
 * winner-take-all layer, which has no counterpart here.
 *
 * @param kept share of the synapses of a neuron that is left, the strongest
 * @param spikes that make a neuron developed
 * @param fate what becomes of pruned synapses
 */
public record DevelopedPruning(double kept, long spikes, Fate fate) implements PruningMethod {
    public DevelopedPruning {
        Require.within("share of synapses that is left", kept, 0, 1);
        Require.within("spikes that make a neuron developed", spikes, 0, 1e12);
    }

    @Override
    public Compression begin() {
        return new Compression() {
            private long[] fired;
            private boolean[] developed;

            @Override
            public void after(Batch batch, Synapses synapses, Session session) {
                int neurons = synapses.neurons();
                if (fired == null) {
                    fired = new long[neurons];
                    developed = new boolean[neurons];
                }
                boolean[][] pruned = new boolean[synapses.inputs()][neurons];
                float[][] weights = synapses.weights();
                for (int j = 0; j < neurons; j++) {
                    fired[j] += batch.spikes()[j];
                    if (!developed[j] && fired[j] >= spikes) {
                        developed[j] = true;
                        markLowest(weights, j, pruned);
                    }
                }
                fate.befall(pruned, synapses, session);
            }
        };
    }

    private void markLowest(float[][] weights, int neuron, boolean[][] pruned) {
        float[][] column = new float[weights.length][1];
        for (int i = 0; i < weights.length; i++) {
            column[i][0] = weights[i][neuron];
        }
        boolean[][] lowest = Removal.lowest(kept, column);
        for (int i = 0; i < weights.length; i++) {
            pruned[i][neuron] = lowest[i][0];
        }
    }
}
