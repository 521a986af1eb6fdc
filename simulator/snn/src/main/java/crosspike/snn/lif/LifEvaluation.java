package crosspike.snn.lif;

import crosspike.crossbar.Session;
import crosspike.crossbar.Usage;
import crosspike.random.Streams;
import crosspike.snn.dataset.ImageSet;
import crosspike.snn.parallel.Batches;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Labelling and testing with frozen weights and thresholds. Each image begins with all neurons at rest and draws from the
 * stream of its number, so the results are the same for any number of threads.
 *
 * @param network the trained network
 * @param threads threads to use
 */
public record LifEvaluation(LifNetwork network, int threads) {

    /**
     * Answers to labelled images.
     *
     * @param responses spikes by neuron and class
     * @param usage what the network did and what its cells dissipated
     */
    public record Labelling(ResponseCounts responses, Usage usage) {}

    /**
     * The outcome of a test.
     *
     * @param predicted class of each image
     * @param spikes output spikes of the last presentation of each image
     * @param confusion {@code [true class][predicted class]}
     * @param usage what the network did and what its cells dissipated
     */
    public record Test(int[] predicted, int[] spikes, int[][] confusion, Usage usage) {

        /** Fraction of the images that were classified correctly; NaN if there were none. */
        public double accuracy() {
            int correct = 0;
            for (int c = 0; c < confusion.length; c++) {
                correct += confusion[c][c];
            }
            return predicted.length == 0 ? Double.NaN : (double) correct / predicted.length;
        }
    }

    /** Shows labelled images and counts which neuron answers to which class. */
    public Labelling label(ImageSet images, Streams spikes, Streams noise, LongConsumer progress) {
        ResponseCounts responses = new ResponseCounts(network.neurons(), images.classes());
        Usage usage = show(images, spikes, noise, progress, (image, counts) -> {
            synchronized (responses) { // sums of whole numbers are the same in any order
                responses.add(images.labels()[image], counts);
            }
        });
        return new Labelling(responses, usage);
    }

    /** Shows test images and classifies them. */
    public Test test(ImageSet images, int[] neuronLabels, Streams spikes, Streams noise, LongConsumer progress) {
        ClassVote vote = new ClassVote(neuronLabels, images.classes());
        int[] predicted = new int[images.size()];
        int[] fired = new int[images.size()];
        Usage usage = show(images, spikes, noise, progress, (image, counts) -> {
            predicted[image] = vote.classify(counts);
            for (int count : counts) {
                fired[image] += count;
            }
        });
        int[][] confusion = new int[images.classes()][images.classes()];
        for (int i = 0; i < predicted.length; i++) {
            confusion[images.labels()[i]][predicted[i]]++;
        }
        return new Test(predicted, fired, confusion, usage);
    }

    /** Hears how often each neuron fired at an image; called by several threads, once for each image. */
    public interface Response {
        /** @param counts spikes of each neuron in the last presentation. Not to be modified, or kept. */
        void image(int image, int[] counts);
    }

    /** Hears of spikes, image by image. */
    public interface Raster {
        void input(int image, int step, int input);

        void output(int image, int step, int neuron);
    }

    /** The spikes of the first presentation of each image, as a test with the same streams draws them. */
    public void raster(ImageSet images, Streams spikes, Streams noise, Raster raster) {
        Presenter presenter = new Presenter(network.with(network.model().withBoost(Boost.NONE)));
        InputSpikes inputs = new InputSpikes(network.model().timing());
        for (int i = 0; i < images.size(); i++) {
            int image = i;
            presenter.reset();
            presenter.show(
                    images.pixels()[i],
                    spikes.stream(i),
                    null,
                    new Session(noise.stream(i)),
                    (step, neuron) -> raster.output(image, step, neuron));
            inputs.draw(images.pixels()[i], network.model().brightestHertz(), spikes.stream(i));
            SpikeTrain sent = inputs.sent();
            for (int step = 0; step < network.model().timing().imageSteps(); step++) {
                for (int k = sent.starts()[step]; k < sent.starts()[step + 1]; k++) {
                    raster.input(image, step, sent.inputs()[k]);
                }
            }
        }
    }

    /**
     * Shows images.
     *
     * @param spikes image i draws from stream i
     * @param noise device noise of batch i from stream i
     */
    public Usage show(ImageSet images, Streams spikes, Streams noise, LongConsumer progress, Response response) {
        List<Session> sessions = Batches.map(
                images.size(),
                threads,
                (batch, from, to) -> {
                    Session session = new Session(noise.stream(batch));
                    Presenter presenter = new Presenter(network);
                    for (int i = from; i < to; i++) {
                        presenter.reset();
                        presenter.show(images.pixels()[i], spikes.stream(i), null, session, SpikeListener.NONE);
                        response.image(i, presenter.counts());
                    }
                    session.end();
                    return session;
                },
                progress);
        return Usage.of(sessions);
    }
}
