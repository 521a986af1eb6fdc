package crosspike.snn.wta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.crossbar.Mapping;
import crosspike.crossbar.Session;
import crosspike.random.Streams;
import crosspike.snn.dataset.ImageSet;
import crosspike.snn.vote.NeuronLabels;
import crosspike.snn.vote.Vote;
import crosspike.snn.vote.Votes;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EvaluationTest {
    /** Three batches, the last one short. */
    private static final ImageSet IMAGES = Halves.images(600, 3);

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SLICED")
    void theResultsAreTheSameForAnyNumberOfThreads(Mapping.Kind kind) {
        Mapping mapping = Mapping.of(kind);
        WtaNetwork network = Halves.network(Halves.NOISY, mapping, 1);
        Evaluation.Labelling labelled = label(network, 1);
        Evaluation.Test tested = test(network, 1, labelled);
        for (int threads = 2; threads <= 3; threads++) {
            Evaluation.Labelling alsoLabelled = label(network, threads);
            assertTrue(Arrays.deepEquals(labelled.counts(), alsoLabelled.counts()));
            assertEquals(labelled.usage(), alsoLabelled.usage());
            Evaluation.Test alsoTested = test(network, threads, labelled);
            assertArrayEquals(tested.votes().classes(), alsoTested.votes().classes());
            assertEquals(tested.usage(), alsoTested.usage());
        }
    }

    @Test
    void confusionAccuracyAndPredictionsTellTheSameStory() {
        WtaNetwork network = Halves.network(Halves.IDEAL, Mapping.SINGLE, 2);
        Evaluation.Test tested = test(network, 2, label(network, 2));
        int[] predicted = tested.votes().by(Vote.EQ5);
        int[][] confusion = new int[2][2];
        int correct = 0;
        for (int i = 0; i < IMAGES.size(); i++) {
            confusion[IMAGES.labels()[i]][predicted[i]]++;
            correct += IMAGES.labels()[i] == predicted[i] ? 1 : 0;
        }
        assertArrayEquals(confusion, tested.votes().confusion(Vote.EQ5));
        assertEquals(correct, tested.votes().correct(Vote.EQ5));
        assertEquals(correct / 600.0, tested.votes().accuracy(Vote.EQ5));
        assertEquals(600, tested.usage().activity().presentations());
    }

    @Test
    void labellingCountsEveryOutputSpikeOnce() {
        WtaNetwork network = Halves.network(Halves.IDEAL, Mapping.SINGLE, 3);
        Evaluation.Labelling labelled = label(network, 2);
        long spikes =
                Arrays.stream(labelled.counts()).flatMapToLong(Arrays::stream).sum();
        assertEquals(labelled.usage().activity().outputSpikes(), spikes);
        assertEquals(
                0,
                labelled.usage().activity().nominalUpdates()
                        + labelled.usage().activity().deviceWrites());
    }

    @Test
    void evaluationChangesNoWeight() {
        WtaNetwork network = Halves.network(Halves.NOISY, Mapping.PAIR, 4);
        float[][] before = network.synapses().crossbar().conductances();
        test(network, 2, label(network, 2));
        assertArrayEquals(before, network.synapses().crossbar().conductances());
    }

    /** What else is in the set does not matter, nor in which batch the image is. */
    @Test
    void imageNumberIDrawsFromStreamI() {
        WtaNetwork network = Halves.network(Halves.IDEAL, Mapping.SINGLE, 5);
        Votes votes = votes(label(network, 2));
        int[] predicted = test(network, 2, votes, IMAGES).votes().by(Vote.EQ5);
        Presenter presenter = new Presenter(network, Halves.SCHEDULE);
        for (int i = 0; i < IMAGES.size(); i++) {
            int[] spikes = new int[Halves.NEURONS];
            presenter.show(
                    IMAGES.pixels()[i],
                    Streams.of(1, "test").stream(i),
                    new Session(Streams.of(1, "unused").stream(0)));
            while (presenter.spikes()) {
                spikes[presenter.winner()]++;
            }
            assertEquals(votes.classify(spikes)[Vote.EQ5.ordinal()], predicted[i], "image " + i);
        }
    }

    @Test
    void withoutTestImagesThereIsNoAccuracy() {
        WtaNetwork network = Halves.network(Halves.IDEAL, Mapping.SINGLE, 6);
        Votes votes = votes(label(network, 2));
        assertEquals(
                Double.NaN, test(network, 1, votes, IMAGES.first(0)).votes().accuracy(Vote.EQ5));
    }

    private static Evaluation.Labelling label(WtaNetwork network, int threads) {
        return new Evaluation(network, threads)
                .label(IMAGES, Halves.SCHEDULE, Streams.of(1, "labelling"), Streams.of(1, "noise"), done -> {});
    }

    private static Evaluation.Test test(WtaNetwork network, int threads, Evaluation.Labelling labelled) {
        return test(network, threads, votes(labelled), IMAGES);
    }

    private static Evaluation.Test test(WtaNetwork network, int threads, Votes votes, ImageSet images) {
        return new Evaluation(network, threads)
                .test(images, votes, Halves.SCHEDULE, Streams.of(1, "test"), Streams.of(1, "test noise"), done -> {});
    }

    private static Votes votes(Evaluation.Labelling labelled) {
        return new Votes(NeuronLabels.of(labelled.counts()), 2, 0.75);
    }
}
