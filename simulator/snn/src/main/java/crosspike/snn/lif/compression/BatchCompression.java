package crosspike.snn.lif.compression;

import crosspike.crossbar.Session;
import crosspike.snn.lif.Compression;
import crosspike.snn.lif.Synapses;
import java.util.ArrayList;
import java.util.List;

/**
 * Compression during training (Rathi 2018, Figure 4): after each batch but the first few, weights up to a threshold become 0,
 * and stay in the network; the others may be replaced by a few shared values. After the last batch, connections at 0 are
 * removed.
 */
public final class BatchCompression implements Compression {
    private final double threshold;
    private final int firstBatch;
    private final Integer levels;
    private final boolean removesAtEnd;
    private final List<Step> steps = new ArrayList<>();

    /**
     * What a step left.
     *
     * @param images training images shown until then
     * @param connections weights above 0
     * @param sharedWeights values that weights above 0 have; empty if they may have any
     */
    public record Step(long images, long connections, List<Float> sharedWeights) {}

    /**
     * @param threshold weights up to this one become 0
     * @param firstBatch number of the first batch that a step follows
     * @param levels values a weight may have, 0 among them; null for any
     * @param removesAtEnd whether connections at 0 are removed for ever at the end
     */
    public BatchCompression(double threshold, int firstBatch, Integer levels, boolean removesAtEnd) {
        this.threshold = threshold;
        this.firstBatch = firstBatch;
        this.levels = levels;
        this.removesAtEnd = removesAtEnd;
    }

    @Override
    public void after(Batch batch, Synapses synapses, Session session) {
        if (batch.number() < firstBatch && !batch.isLast()) {
            return;
        }
        float[][] read = synapses.weights();
        boolean[][] noncritical = Removal.upTo(threshold, read);
        float[][] weights = new float[read.length][];
        long connections = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = read[i].clone();
            for (int j = 0; j < weights[i].length; j++) {
                weights[i][j] = noncritical[i][j] ? 0 : weights[i][j];
                connections += noncritical[i][j] ? 0 : 1;
            }
        }
        steps.add(new Step(batch.images(), connections, share(weights)));
        leaveOut(read, weights);
        synapses.place(weights, session);
        if (batch.isLast() && removesAtEnd) {
            synapses.remove(noncritical, session);
        }
    }

    /**
     * Makes NaN of weights that stay: cells do not always hold what a read of them shows, and would be put at that. Those that
     * normalising took beyond 1 go back to it.
     */
    private static void leaveOut(float[][] read, float[][] weights) {
        for (int i = 0; i < weights.length; i++) {
            for (int j = 0; j < weights[i].length; j++) {
                boolean stays = weights[i][j] == read[i][j] && read[i][j] <= 1;
                weights[i][j] = stays ? Float.NaN : weights[i][j];
            }
        }
    }

    private List<Float> share(float[][] weights) {
        if (levels == null) {
            return List.of();
        }
        SharedWeights shared = SharedWeights.of(weights, levels);
        for (float[] row : weights) {
            for (int j = 0; j < row.length; j++) {
                row[j] = row[j] > 0 ? shared.of(row[j]) : 0;
            }
        }
        List<Float> values = new ArrayList<>();
        for (float mean : shared.means()) {
            values.add(mean);
        }
        return values;
    }

    /** The steps so far. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }
}
