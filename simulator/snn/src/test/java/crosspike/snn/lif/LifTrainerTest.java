package crosspike.snn.lif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.crossbar.Session;
import crosspike.input.Installation;
import crosspike.random.Streams;
import crosspike.snn.dataset.Dataset;
import crosspike.snn.dataset.IdxFolder;
import crosspike.snn.dataset.ImageSet;
import crosspike.snn.lif.learning.LearningRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifTrainerTest {
    private static final Dataset DIGITS = IdxFolder.read("digits", Installation.path("calibration-data", "digits"), 10);

    @Test
    void theNumberOfThreadsDoesNotChangeABit() {
        Preset preset = Preset.guo(1700); // three parts
        LifNetwork one = preset.network(784, 1700, 1);
        LifNetwork two = preset.network(784, 1700, 1);
        Session sessionOfOne = learn(one, preset, 5, 1);
        Session sessionOfTwo = learn(two, preset, 5, 2);
        assertTrue(sessionOfOne.outputSpikes > 10, "something was learnt");
        assertEquals(sessionOfOne.activity(), sessionOfTwo.activity());
        assertArrayEquals(one.adaptation(), two.adaptation());
        assertArrayEquals(one.synapses().weights(), two.synapses().weights());
    }

    @Test
    void labellingAndTestingDoNotDependOnThreads() {
        Preset preset = Preset.guo(50);
        LifNetwork network = preset.network(784, 50, 1);
        learn(network, preset, 100, 1);
        ImageSet images = DIGITS.test().first(300); // two batches
        LifEvaluation.Test one = test(network, images, 1);
        LifEvaluation.Test two = test(network, images, 2);
        assertArrayEquals(one.predicted(), two.predicted());
        assertArrayEquals(one.spikes(), two.spikes());
        assertEquals(one.usage(), two.usage());
    }

    @Test
    void eachImageDrawsFromItsOwnStream() {
        Preset preset = Preset.rathi(20);
        List<Long> spikes = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            Session session = new Session(Streams.of(1, "device").stream(0));
            LifNetwork network = preset.network(784, 20, 1);
            LifTrainer trainer =
                    trainer(network.with(preset.model().withBoost(Boost.NONE)), preset.rule(), 0, session, 1);
            trainer.learn(DIGITS.training().pixels()[run]);
            long before = session.inputSpikes;
            trainer.learn(DIGITS.training().pixels()[5]);
            spikes.add(session.inputSpikes - before);
        }
        assertEquals(spikes.get(0), spikes.get(1), "of the second image, whatever the first was");
    }

    @Test
    void imagesMayHaveFewerPixelsThanATileHasSteps() {
        Preset preset = Preset.guo(2); // learns at input spikes, too
        LifNetwork network = preset.network(1, 2, 1);
        Session session = new Session(Streams.of(1, "device").stream(0));
        try (LifTrainer trainer = trainer(network, preset.rule(), 20, session, 1)) {
            for (int i = 0; i < 3; i++) {
                trainer.learn(new byte[] {(byte) 255});
            }
            assertTrue(trainer.operations().inputUpdates() > 0, "neurons fired, and inputs after them");
        }
    }

    /** Not right or wrong, but the same on every JDK and machine: whoever changes it should know that it changes results. */
    @Test
    void aTrainingIsPinned() {
        Preset guo = Preset.guo(40);
        LifNetwork network = guo.network(784, 40, 1);
        Session session = learn(network, guo, 100, 1);
        assertEquals("208 presentations, 517541 in, 898 out, c3dff658", pin(network, session));
        Preset rathi = Preset.rathiSummed(40);
        network = rathi.network(784, 40, 1);
        session = learn(network, rathi, 100, 1);
        assertEquals("183 presentations, 444138 in, 834 out, b1645e5c", pin(network, session));
    }

    private static String pin(LifNetwork network, Session session) {
        int bits = Arrays.deepHashCode(network.synapses().weights()) ^ Arrays.hashCode(network.adaptation());
        return session.presentations + " presentations, " + session.inputSpikes + " in, " + session.outputSpikes
                + " out, " + Integer.toHexString(bits);
    }

    @Test
    void dynamicsAndHealthAreToldForEachBatch() {
        Preset preset = Preset.guo(30);
        LifNetwork network = preset.network(784, 30, 1);
        List<Compression.Batch> batches = new ArrayList<>();
        LifTrainer trainer = new LifTrainer(
                network,
                new LifTrainer.Plan(preset.rule(), 78, 20, (batch, synapses, session) -> batches.add(batch), 50, true),
                Streams.of(1, "training"),
                new Session(Streams.of(1, "device").stream(0)));
        long[] fired = new long[30];
        for (int i = 0; i < 50; i++) {
            trainer.learn(DIGITS.training().pixels()[i]);
            for (int j = 0; j < 30; j++) {
                fired[j] += trainer.counts()[j];
            }
        }
        assertEquals(3, trainer.dynamics().size(), "two full batches and the rest");
        assertEquals(
                List.of(20L, 40L, 50L),
                batches.stream().map(Compression.Batch::images).toList());
        assertTrue(batches.get(2).isLast());
        long[] told = new long[30];
        for (LifTrainer.Dynamics batch : trainer.dynamics()) {
            for (int j = 0; j < 30; j++) {
                told[j] += batch.spikes()[j];
            }
            assertTrue(batch.changeVariance() > 0);
            assertTrue(
                    batch.health().theta().maxVolts() > batch.health().theta().minVolts());
        }
        assertArrayEquals(fired, told);
    }

    @Test
    void aLayerThatFiresFarTooOftenIsReported() {
        Health health = Health.of(Preset.guo(2).model(), new float[] {0, 0.2f}, new long[] {600, 0}, 10, 10, false);
        assertEquals(
                List.of(
                        "60 output spikes for each image: neurons fire almost without input, or input is too strong; raise the lowest threshold, or lower the gain or the input rate",
                        "thresholds of 1 neuron are beyond what their input can reach: lower the gain or the threshold step",
                        "1 neuron did not fire in the latest batch"),
                health.remarks());
    }

    private static Session learn(LifNetwork network, Preset preset, int images, int threads) {
        Session session = new Session(Streams.of(1, "device").stream(0));
        try (LifTrainer trainer = trainer(network, preset.rule(), preset.columnSum(), session, threads)) {
            for (int i = 0; i < images; i++) {
                int image = i % DIGITS.training().size();
                trainer.learn(DIGITS.training().pixels()[image]);
            }
        }
        return session;
    }

    private static LifTrainer trainer(LifNetwork network, LearningRule rule, double sum, Session session, int threads) {
        return new LifTrainer(
                network, LifTrainer.Plan.of(rule, sum, 1_000_000), Streams.of(1, "training"), session, threads);
    }

    private static LifEvaluation.Test test(LifNetwork network, ImageSet images, int threads) {
        LifEvaluation evaluation = new LifEvaluation(network, threads);
        Streams noise = Streams.of(1, "noise");
        int[] labels = evaluation
                .label(DIGITS.training().first(300), Streams.of(1, "labelling"), noise, done -> {})
                .responses()
                .labels();
        return evaluation.test(images, labels, Streams.of(1, "test"), noise, done -> {});
    }
}
