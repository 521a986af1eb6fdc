package crosspike.snn.wta;

import crosspike.crossbar.Activity;
import crosspike.crossbar.Energy;
import crosspike.crossbar.Session;
import crosspike.random.Streams;
import crosspike.snn.dataset.ImageSet;
import crosspike.snn.parallel.Batches;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Labelling and testing with weights that no longer change. Images are independent: image i draws from stream i, so the
 * results are the same for any number of threads.
 *
 * @param network the trained network
 * @param threads threads to use
 */
public record Evaluation(WtaNetwork network, int threads) {

    /**
     * The spikes of each neuron while images of each class were shown.
     *
     * @param counts {@code [neuron][class]}
     * @param activity what the network did
     * @param energy what its cells dissipated
     */
    public record Labelling(long[][] counts, Activity activity, Energy energy) {}

    /**
     * The outcome of a test.
     *
     * @param correct images classified correctly, indexed by {@link Vote#ordinal}
     * @param confusion {@code [true class][class by Eq. 5]}
     * @param predicted class of each image by Eq. 5
     * @param activity what the network did
     * @param energy what its cells dissipated
     */
    public record Test(int[] correct, int[][] confusion, int[] predicted, Activity activity, Energy energy) {

        /** Fraction of the images that a vote got right; NaN if there were none. */
        public double accuracy(Vote vote) {
            return predicted.length == 0 ? Double.NaN : (double) correct[vote.ordinal()] / predicted.length;
        }
    }

    /** Shows labelled images and counts which neuron answers to which class. */
    public Labelling label(ImageSet images, Schedule schedule, Streams spikes, Streams noise, LongConsumer progress) {
        int neurons = network.neurons();
        List<Labelling> batches = Batches.map(
                images.size(),
                threads,
                (batch, from, to) -> {
                    long[][] counts = new long[neurons][images.classes()];
                    Session session = new Session(noise.stream(batch));
                    Presenter presenter = new Presenter(network, schedule);
                    for (int i = from; i < to; i++) {
                        int label = images.labels()[i];
                        presenter.show(
                                images.pixels()[i],
                                spikes.stream(i),
                                session,
                                (step, neuron, rows, active) -> counts[neuron][label]++);
                    }
                    return new Labelling(counts, session.activity(), session.energy());
                },
                progress);
        long[][] counts = new long[neurons][images.classes()];
        Activity activity = Activity.NONE;
        Energy energy = Energy.NONE;
        for (Labelling batch : batches) {
            add(batch.counts(), counts);
            activity = activity.plus(batch.activity());
            energy = energy.plus(batch.energy());
        }
        return new Labelling(counts, activity, energy);
    }

    /** Shows test images and classifies them by all votes. */
    public Test test(
            ImageSet images, Votes votes, Schedule schedule, Streams spikes, Streams noise, LongConsumer progress) {
        List<Test> batches = Batches.map(
                images.size(),
                threads,
                (batch, from, to) -> {
                    int[] correct = new int[Vote.values().length];
                    int[][] confusion = new int[images.classes()][images.classes()];
                    int[] predicted = new int[to - from];
                    Session session = new Session(noise.stream(batch));
                    Presenter presenter = new Presenter(network, schedule);
                    for (int i = from; i < to; i++) {
                        int[] counts = new int[network.neurons()];
                        presenter.show(
                                images.pixels()[i],
                                spikes.stream(i),
                                session,
                                (step, neuron, rows, active) -> counts[neuron]++);
                        int[] classes = votes.classify(counts);
                        int label = images.labels()[i];
                        for (int v = 0; v < classes.length; v++) {
                            correct[v] += classes[v] == label ? 1 : 0;
                        }
                        predicted[i - from] = classes[Vote.EQ5.ordinal()];
                        confusion[label][predicted[i - from]]++;
                    }
                    return new Test(correct, confusion, predicted, session.activity(), session.energy());
                },
                progress);
        int[] correct = new int[Vote.values().length];
        int[][] confusion = new int[images.classes()][images.classes()];
        int[] predicted = new int[images.size()];
        Activity activity = Activity.NONE;
        Energy energy = Energy.NONE;
        int done = 0;
        for (Test batch : batches) {
            for (int v = 0; v < correct.length; v++) {
                correct[v] += batch.correct()[v];
            }
            for (int j = 0; j < confusion.length; j++) {
                for (int i = 0; i < confusion.length; i++) {
                    confusion[j][i] += batch.confusion()[j][i];
                }
            }
            System.arraycopy(batch.predicted(), 0, predicted, done, batch.predicted().length);
            done += batch.predicted().length;
            activity = activity.plus(batch.activity());
            energy = energy.plus(batch.energy());
        }
        return new Test(correct, confusion, predicted, activity, energy);
    }

    private static void add(long[][] from, long[][] to) {
        for (int k = 0; k < to.length; k++) {
            for (int j = 0; j < to[k].length; j++) {
                to[k][j] += from[k][j];
            }
        }
    }
}
