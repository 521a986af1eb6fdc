package crosspike.snn.wta;

import crosspike.crossbar.Session;
import crosspike.crossbar.Usage;
import crosspike.random.Streams;
import crosspike.snn.dataset.ImageSet;
import crosspike.snn.parallel.Batches;
import crosspike.snn.vote.Classification;
import crosspike.snn.vote.Votes;
import java.util.Arrays;
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
     * @param usage what the network did and what its cells dissipated
     */
    public record Labelling(long[][] counts, Usage usage) {}

    /**
     * The outcome of a test.
     *
     * @param votes what the votes made of its images
     * @param usage what the network did and what its cells dissipated
     */
    public record Test(Classification votes, Usage usage) {}

    /** Shows labelled images and counts which neuron answers to which class. */
    public Labelling label(ImageSet images, Schedule schedule, Streams spikes, Streams noise, LongConsumer progress) {
        long[][] counts = new long[network.neurons()][images.classes()];
        Usage usage = show(images, schedule, spikes, noise, progress, (image, fired) -> {
            int label = images.labels()[image];
            synchronized (counts) { // sums of whole numbers are the same in any order
                for (int k = 0; k < fired.length; k++) {
                    counts[k][label] += fired[k];
                }
            }
        });
        return new Labelling(counts, usage);
    }

    /** Shows test images and classifies them by all votes. */
    public Test test(
            ImageSet images, Votes votes, Schedule schedule, Streams spikes, Streams noise, LongConsumer progress) {
        int[][] classes = new int[images.size()][]; // by image and vote; each image has its own place
        Usage usage = show(
                images, schedule, spikes, noise, progress, (image, fired) -> classes[image] = votes.classify(fired));
        return new Test(new Classification(images, classes), usage);
    }

    /**
     * Hears how often each neuron fired at an image; called by several threads, once for each image. The counts are valid during the
     * call.
     */
    private interface Response {
        void image(int image, int[] fired);
    }

    private Usage show(
            ImageSet images,
            Schedule schedule,
            Streams spikes,
            Streams noise,
            LongConsumer progress,
            Response response) {
        List<Session> sessions = Batches.map(
                images.size(),
                threads,
                (batch, from, to) -> {
                    Session session = new Session(noise.stream(batch));
                    Presenter presenter = new Presenter(network, schedule);
                    int[] fired = new int[network.neurons()];
                    for (int i = from; i < to; i++) {
                        presenter.show(images.pixels()[i], spikes.stream(i), session);
                        count(presenter, fired);
                        response.image(i, fired);
                    }
                    session.end();
                    return session;
                },
                progress);
        return Usage.of(sessions);
    }

    /** How often each neuron fires at the image that is shown. */
    private static void count(Presenter presenter, int[] fired) {
        Arrays.fill(fired, 0);
        while (presenter.spikes()) {
            fired[presenter.winner()]++;
        }
    }
}
