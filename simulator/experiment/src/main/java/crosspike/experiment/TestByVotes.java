package crosspike.experiment;

import crosspike.random.Streams;
import crosspike.snn.dataset.ImageSet;
import crosspike.snn.lif.LifEvaluation;
import crosspike.snn.wta.Vote;
import crosspike.snn.wta.Votes;
import java.util.function.LongConsumer;

/**
 * A test of a layer, classified by every vote. That of Diehl and Cook, the class whose neurons fired most on average, is
 * {@link Vote#EQ5}.
 *
 * @param correct images classified correctly, indexed by {@link Vote#ordinal}
 * @param confusion {@code [true class][class by Eq. 5]}
 * @param spent counts and energy
 */
record TestByVotes(int[] correct, int[][] confusion, LifEvaluation.Spent spent) {

    static TestByVotes run(
            LifEvaluation evaluation,
            ImageSet images,
            Votes votes,
            Streams spikes,
            Streams noise,
            LongConsumer progress) {
        int[][] classes = new int[images.size()][]; // by image and vote; each image has its own place
        LifEvaluation.Spent spent = evaluation.show(
                images, spikes, noise, progress, (image, counts) -> classes[image] = votes.classify(counts));
        int[] correct = new int[Vote.values().length];
        int[][] confusion = new int[images.classes()][images.classes()];
        for (int i = 0; i < classes.length; i++) {
            int label = images.labels()[i];
            for (int v = 0; v < correct.length; v++) {
                correct[v] += classes[i][v] == label ? 1 : 0;
            }
            confusion[label][classes[i][Vote.EQ5.ordinal()]]++;
        }
        return new TestByVotes(correct, confusion, spent);
    }

    /** Fraction of the images that a vote got right; NaN if there were none. */
    double accuracy(Vote vote) {
        int images = 0;
        for (int[] row : confusion) {
            for (int count : row) {
                images += count;
            }
        }
        return images == 0 ? Double.NaN : (double) correct[vote.ordinal()] / images;
    }
}
