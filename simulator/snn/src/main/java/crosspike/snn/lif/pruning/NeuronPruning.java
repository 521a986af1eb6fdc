package crosspike.snn.lif.pruning;

import crosspike.crossbar.Session;
import crosspike.snn.Require;
import crosspike.snn.lif.Compression;
import crosspike.snn.lif.Compression.Batch;
import crosspike.snn.lif.Synapses;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Removes whole neurons, those that fired least in the batch: W. Guo et al., <em>Towards efficient neuromorphic hardware:
 * unsupervised adaptive neuron pruning</em>, Electronics 9:1059 (2020), as Guo 2020 compares it. All synapses of such a
 * neuron go; its label becomes "silent", as it never fires again.
 *
 * @param share of all neurons that goes at each pruning
 * @param times when
 */
public record NeuronPruning(double share, Times times) implements PruningMethod {
    public NeuronPruning {
        Require.within("share of the neurons", share, 0, 1);
    }

    @Override
    public Compression begin() {
        return new Compression() {
            private boolean[] gone;
            private int step;

            @Override
            public void after(Batch batch, Synapses synapses, Session session) {
                if (gone == null) {
                    gone = new boolean[synapses.neurons()];
                }
                if (!times.include(batch)) {
                    return;
                }
                long before = goneAfter(step, gone.length);
                long now = goneAfter(++step, gone.length);
                IntStream.range(0, gone.length)
                        .filter(j -> !gone[j])
                        .boxed()
                        .sorted(Comparator.comparingLong(j -> batch.spikes()[j]))
                        .limit(now - before)
                        .toList()
                        .forEach(j -> gone[j] = true);
                boolean[][] removed = new boolean[synapses.inputs()][];
                Arrays.setAll(removed, i -> gone);
                synapses.remove(removed, session);
            }
        };
    }

    private long goneAfter(int prunings, int neurons) {
        return Math.min(neurons, Math.round(share * prunings * neurons));
    }
}
