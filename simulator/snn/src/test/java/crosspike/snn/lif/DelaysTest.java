package crosspike.snn.lif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.crossbar.Session;
import crosspike.input.Installation;
import crosspike.random.Streams;
import crosspike.snn.dataset.IdxFolder;
import crosspike.snn.dataset.ImageSet;
import crosspike.snn.lif.learning.LearningRule;
import crosspike.snn.lif.learning.Traces;
import crosspike.snn.lif.learning.Triplet;
import crosspike.snn.lif.learning.Visits;
import crosspike.snn.lif.learning.WeightDependent;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DelaysTest {
    private static final Timing TIMING = Timing.DIEHL_COOK;
    private static final ImageSet DIGITS = IdxFolder.read("digits", Installation.path("calibration-data", "digits"), 10)
            .training()
            .first(20);

    private static IdealSynapses synapses(int neurons, int block) {
        return new IdealSynapses(
                IdealSynapses.uniform(784, neurons, 0.003, 0.303, Streams.of(1, "initial weights").stream(0)), block);
    }

    private static Delays delays(Synapses synapses, double seconds) {
        return Delays.uniform(synapses, seconds, TIMING, Streams.of(1, "delays").stream(0));
    }

    @Test
    void eachSpikeArrivesAfterTheDelayOfItsInputAndBlock() {
        Delays delays = delays(synapses(32, 16), 0.01);
        InputSpikes spikes = new InputSpikes(TIMING, delays);
        int count = spikes.draw(DIGITS.pixels()[0], 63.75, Streams.of(3, "spikes").stream(0));
        int[] sent = times(spikes.sent());
        assertEquals(721, spikes.arriving(0).starts().length, "350 ms and 10 ms in steps of 0.5 ms, and the end");
        for (int part = 0; part < 2; part++) {
            int[] late = delays.of(part);
            int[] expected = new int[count];
            for (int k = 0; k < count; k++) {
                int input = spikes.sent().inputs()[k];
                expected[k] = (sent[k] + late[input]) * 784 + input;
            }
            int[] arrived = times(spikes.arriving(part));
            for (int k = 0; k < count; k++) {
                arrived[k] = arrived[k] * 784 + spikes.arriving(part).inputs()[k];
            }
            Arrays.sort(expected);
            Arrays.sort(arrived, 0, count);
            assertArrayEquals(expected, Arrays.copyOf(arrived, count));
        }
        assertFalse(Arrays.equals(delays.of(0), delays.of(1)), "each block has its own");
    }

    private static int[] times(SpikeTrain train) {
        int[] times = new int[train.inputs().length];
        for (int s = 0; s + 1 < train.starts().length; s++) {
            Arrays.fill(times, train.starts()[s], train.starts()[s + 1], s);
        }
        return times;
    }

    @Test
    void allDelaysUpToTheLongestAreEquallyLikely() {
        int[] seen = new int[21];
        Synapses synapses = synapses(100, 10);
        Delays delays = delays(synapses, 0.01);
        for (int p = 0; p < 10; p++) {
            for (int steps : delays.of(p)) {
                seen[steps]++;
            }
        }
        for (int count : seen) {
            assertEquals(7840 / 21.0, count, 4 * Math.sqrt(7840 / 21.0)); // four standard deviations
        }
    }

    @Test
    void withoutDelayNothingChanges() {
        LearningRule powerLaw =
                WeightDependent.powerLaw(0.002, 0.4, 0.9, new Traces(0.02, true, 0.02, 0.02), Visits.UNPAIRED);
        for (LearningRule rule : new LearningRule[] {Triplet.GUO, powerLaw}) {
            assertArrayEquals(learnt(rule, synapses(32, 16), false), learnt(rule, synapses(32, 16), true));
            assertArrayEquals(learnt(rule, synapses(32, 32), false), learnt(rule, synapses(32, 16), true));
        }
    }

    private static float[][] learnt(LearningRule rule, Synapses synapses, boolean delayed) {
        LifModel model = Preset.diehlCook(32).model();
        train(rule, new LifNetwork(model, synapses, delayed ? delays(synapses, 0) : null));
        return synapses.weights();
    }

    private static Session train(LearningRule rule, LifNetwork network) {
        Session session = new Session(Streams.of(1, "device").stream(0));
        LifTrainer trainer = new LifTrainer(
                network, LifTrainer.Plan.of(rule, 78, DIGITS.size()), Streams.of(1, "training"), session);
        for (byte[] image : DIGITS.pixels()) {
            trainer.learn(image);
        }
        return session;
    }

    /** A delayed Poisson process is one: the rate stays, but fewer neurons reach their thresholds in the same step. */
    @Test
    void spikesAreAboutAsManyAsWithout() {
        LifModel model = Preset.diehlCook(400).model();
        Synapses synapses = synapses(400, 16);
        Session at = train(Triplet.DIEHL_COOK, new LifNetwork(model, synapses(400, 16)));
        Session late = train(Triplet.DIEHL_COOK, new LifNetwork(model, synapses, delays(synapses, 0.01)));
        double before = (double) at.outputSpikes / at.presentations;
        double after = (double) late.outputSpikes / late.presentations;
        assertTrue(after > 0.6 * before && after < 1.4 * before, before + " spikes a presentation, then " + after);
    }

    @Test
    void delaysLongerThanThePauseAreRefused() {
        var e = assertThrows(IllegalArgumentException.class, () -> delays(synapses(16, 16), 0.2));
        assertEquals("longest delay in s is 0.2; expected 0.0 to 0.15", e.getMessage());
    }
}
