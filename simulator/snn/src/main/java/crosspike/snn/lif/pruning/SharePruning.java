package crosspike.snn.lif.pruning;

import crosspike.crossbar.Session;
import crosspike.snn.lif.Compression;
import crosspike.snn.lif.Compression.Batch;
import crosspike.snn.lif.Synapses;
import java.util.Arrays;

/**
 * Prunes the lowest weights of the whole layer at once, so that a wanted share is left: pruning after training by a threshold
 * (Rathi 2018, as Guo 2020 compares it) with the threshold that gives just that share.
 *
 * @param kept share of all synapses that is left
 * @param image training images before it happens, at the end of a batch; more than there are: after training
 * @param fate what becomes of pruned synapses
 */
public record SharePruning(double kept, long image, Fate fate) implements PruningMethod {
    public SharePruning {
        Range.within("share of synapses that is left", kept, 0, 1);
        Range.within("images before pruning", image, 0, Long.MAX_VALUE);
    }

    /** After training. */
    public static SharePruning afterTraining(double kept) {
        return new SharePruning(kept, Long.MAX_VALUE, Fate.REMOVED);
    }

    @Override
    public Compression begin() {
        return new Compression() {
            private boolean done;

            @Override
            public void after(Batch batch, Synapses synapses, Session session) {
                if (!done && (batch.isLast() || batch.images() >= image)) {
                    done = true;
                    fate.befall(lowest(synapses.weights(), kept), synapses, session);
                }
            }
        };
    }

    /** Marks the lowest weights; of equal ones the first of the layer. */
    static boolean[][] lowest(float[][] weights, double kept) {
        int neurons = weights[0].length;
        int pruned = Math.toIntExact(Math.round((1 - kept) * weights.length * neurons));
        boolean[][] which = new boolean[weights.length][neurons];
        if (pruned == 0) {
            return which;
        }
        float[] sorted = new float[weights.length * neurons];
        for (int i = 0; i < weights.length; i++) {
            System.arraycopy(weights[i], 0, sorted, i * neurons, neurons);
        }
        Arrays.sort(sorted);
        float last = sorted[pruned - 1];
        int below = 0;
        while (sorted[below] < last) {
            below++;
        }
        int equal = pruned - below;
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < neurons; j++) {
                which[i][j] = weights[i][j] < last || (weights[i][j] == last && equal-- > 0);
            }
        }
        return which;
    }
}
