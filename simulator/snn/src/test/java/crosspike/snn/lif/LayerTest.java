package crosspike.snn.lif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.snn.lif.Timing.Decay;
import crosspike.snn.lif.Timing.Integrator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerTest {
    private static final int STEPS = 700;

    @ParameterizedTest
    @CsvSource({
        "30, BACKWARD_EULER, EXPONENTIAL, EXPLICIT, 5",
        "30, FORWARD_EULER, EULER, EXPLICIT, 5",
        "30, BACKWARD_EULER, EULER, DIRECT, 5",
        "30, BACKWARD_EULER, EXPONENTIAL, EXPLICIT, 50",
        "1, BACKWARD_EULER, EXPONENTIAL, EXPLICIT, 0",
        "1700, BACKWARD_EULER, EXPONENTIAL, EXPLICIT, 5",
    })
    void firesWhenAPlainLayerDoes(
            int neurons, Integrator integrator, Decay decay, LateralInhibition.Kind kind, int blockMs) {
        int seeds = neurons > 100 ? 2 : 20;
        int compared = 0;
        int spikes = 0;
        for (int seed = 1; seed <= seeds; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            LifModel model = model(integrator, decay, kind, blockMs);
            float[] theta = new float[neurons];
            for (int j = 0; j < neurons; j++) {
                theta[j] = (float) random.nextDouble(-0.005, 0.005);
            }
            PlainLayer plain = new PlainLayer(model, theta);
            Parts fast = new Parts(model, theta);
            double[] strength = random.doubles(neurons, 0.5, 2.5).toArray();
            for (int s = 0; s < STEPS; s++) {
                double[] drive = new double[neurons];
                for (int j = 0; j < neurons; j++) {
                    drive[j] = (float) (strength[j] * random.nextDouble());
                }
                boolean[] expected = plain.step(drive);
                boolean[] actual = fast.step(drive);
                compared++;
                if (!Arrays.equals(expected, actual)) {
                    assertWithinRounding(expected, actual, plain, fast, model, theta, "seed " + seed + ", step " + s);
                    break; // from here on they go different ways
                }
                for (boolean fired : actual) {
                    spikes += fired ? 1 : 0;
                }
            }
        }
        assertTrue(spikes > seeds, "silence proves nothing");
        assertTrue(compared > 0.9 * seeds * STEPS, "compared " + compared + " steps only");
    }

    /** Of neurons that differ, the one that did not fire is within a microvolt: floats hold 1e-5 of the way from rest. */
    private static void assertWithinRounding(
            boolean[] expected,
            boolean[] actual,
            PlainLayer plain,
            Parts fast,
            LifModel model,
            float[] theta,
            String where) {
        for (int j = 0; j < expected.length; j++) {
            if (expected[j] != actual[j]) {
                double potential = actual[j] ? plain.potential(j) : fast.layer.potential(j);
                assertEquals(model.neuron().thresholdVolts() + theta[j], potential, 1e-6, where);
            }
        }
    }

    @Test
    void backwardEulerStaysBetweenTheReversalPotentialsWhateverTheInhibition() {
        LifModel model = model(Integrator.BACKWARD_EULER, Decay.EXPONENTIAL, LateralInhibition.Kind.DIRECT, 5);
        Parts layer = new Parts(model, new float[3000]);
        double[] strong = new double[3000];
        Arrays.fill(strong, 500);
        List<Integer> spikes = new ArrayList<>();
        for (int s = 0; s < 200; s++) {
            layer.step(strong);
            spikes.add(layer.layer.firedCount()); // all 3000 at once: gi rises by 50,983
        }
        layer.layer.pause(0.15);
        assertTrue(spikes.contains(3000));
        assertFalse(layer.layer.diverged());
        assertTrue(spikes.stream().mapToInt(i -> i).sum() <= 3000 * 200 / 10, "no more than the refractory time lets");
    }

    @Test
    void forwardEulerDivergesThenAndItIsNoticed() {
        LifModel model = model(Integrator.FORWARD_EULER, Decay.EXPONENTIAL, LateralInhibition.Kind.DIRECT, 5);
        Parts layer = new Parts(model, new float[3000]);
        double[] strong = new double[3000];
        Arrays.fill(strong, 500);
        for (int s = 0; s < 200; s++) {
            layer.step(strong);
        }
        layer.layer.pause(0.15);
        assertTrue(layer.layer.diverged());
    }

    /** Potentials that swing beyond any threshold, also of neurons that spiked and are worked out one by one. */
    @ParameterizedTest
    @CsvSource({"10, 0", "10, 5", "300, 0", "300, 5"})
    void aDivergedNeuronFiresOnceAStep(int neurons, int blockMs) {
        LifModel usual = model(Integrator.FORWARD_EULER, Decay.EXPONENTIAL, LateralInhibition.Kind.DIRECT, blockMs);
        LifModel model = new LifModel(
                usual.neuron(),
                usual.threshold(),
                new LateralInhibition(LateralInhibition.Kind.DIRECT, 1e5, LateralInhibition.Inhibitor.DIEHL_COOK),
                usual.timing(),
                usual.brightestHertz(),
                usual.boost());
        Parts layer = new Parts(model, new float[neurons]);
        SplittableRandom random = new SplittableRandom(1);
        for (int s = 0; s < STEPS; s++) {
            layer.step(random.doubles(neurons, 0, 5000).toArray());
            assertEquals(
                    layer.layer.firedCount(),
                    Arrays.stream(layer.layer.fired(), 0, layer.layer.firedCount())
                            .distinct()
                            .count());
        }
        layer.layer.pause(0.15);
        assertTrue(layer.layer.diverged());
    }

    @Test
    void conductancesDoNotChangeTheirSign() {
        LifModel usual = model(Integrator.BACKWARD_EULER, Decay.EULER, LateralInhibition.Kind.DIRECT, 5);
        double shortest = usual.neuron().excitatorySeconds();
        Timing longer = new Timing(2 * shortest, 0.35, 0.15, Integrator.BACKWARD_EULER, Decay.EULER);
        assertThrows(IllegalArgumentException.class, () -> with(usual, longer));
        Timing kept = new Timing(2 * shortest, 0.35, 0.15, Integrator.BACKWARD_EULER, Decay.EXPONENTIAL);
        assertEquals(kept, with(usual, kept).timing());
        LifModel explicit = model(Integrator.BACKWARD_EULER, Decay.EXPONENTIAL, LateralInhibition.Kind.EXPLICIT, 5);
        assertThrows(IllegalArgumentException.class, () -> with(explicit, kept));
    }

    private static LifModel with(LifModel model, Timing timing) {
        return new LifModel(
                model.neuron(), model.threshold(), model.inhibition(), timing, model.brightestHertz(), model.boost());
    }

    @Test
    void aPauseRelaxesPotentialsByTheMembraneTimeConstant() {
        LifModel model = model(Integrator.BACKWARD_EULER, Decay.EXPONENTIAL, LateralInhibition.Kind.EXPLICIT, 5);
        Parts layer = new Parts(model, new float[] {1});
        for (int s = 0; s < 20; s++) {
            layer.step(new double[] {1});
        }
        double before = layer.layer.potential(0) + 0.065;
        layer.layer.pause(0.15);
        assertEquals(before * Math.exp(-1.5), layer.layer.potential(0) + 0.065, 1e-8); // 150 ms of 100 ms; float
    }

    private static LifModel model(Integrator integrator, Decay decay, LateralInhibition.Kind kind, int blockMs) {
        LifNeuron n = LifNeuron.diehlCook(0.35);
        double refractory = Math.min(5e-3, blockMs * 1e-3);
        return new LifModel(
                new LifNeuron(
                        n.restVolts(),
                        n.resetVolts(),
                        n.thresholdVolts(),
                        n.membraneSeconds(),
                        n.excitatoryVolts(),
                        n.inhibitoryVolts(),
                        n.excitatorySeconds(),
                        n.inhibitorySeconds(),
                        n.gain(),
                        refractory,
                        blockMs * 1e-3),
                new AdaptiveThreshold(0, 1e-5, 1e4, -0.02, -0.008),
                new LateralInhibition(kind, 17, LateralInhibition.Inhibitor.DIEHL_COOK),
                new Timing(0.5e-3, 0.35, 0.15, integrator, decay),
                63.75,
                Boost.NONE);
    }

    /** A layer whose drives are given as numbers. */
    private static final class Parts {
        final Layer layer;
        private final int neurons;
        private final int width;
        private final Drive[] drives;

        Parts(LifModel model, float[] theta) {
            neurons = theta.length;
            width = Math.min(neurons, 700);
            int parts = (neurons + width - 1) / width;
            layer = new Layer(model, theta, parts, width, null);
            drives = new Drive[parts];
            Arrays.setAll(drives, p -> new Drive(MembraneKernel.padded(width)));
        }

        boolean[] step(double[] drive) {
            for (int p = 0; p < drives.length; p++) {
                float[] sums = drives[p].setSum();
                for (int j = 0; j < width && p * width + j < neurons; j++) {
                    sums[j] = (float) drive[p * width + j];
                }
            }
            layer.advance(drives, 1);
            boolean[] fires = new boolean[neurons];
            for (int k = 0; k < layer.firedCount(); k++) {
                fires[layer.fired()[k]] = true;
            }
            layer.settleSpikes(1);
            return fires;
        }
    }
}
