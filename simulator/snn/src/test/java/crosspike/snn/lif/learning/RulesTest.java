package crosspike.snn.lif.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.snn.StdpWindow;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Expected values are worked out on paper from the equation beside each. */
class RulesTest {
    private static final float[] W = {0, 0.5f, 1};
    private static final Traces TRACES = new Traces(0.02, false, 0.02, 0.04);

    @Test
    void powerLawFallsWithTheWeightAndDepressesSilentInputs() {
        LearningRule rule = WeightDependent.powerLaw(0.01, 0.4, 2, TRACES, Visits.ALL);
        // 0.01·(x − 0.4)·(1 − w)²
        assertArrayEquals(new float[] {0.006f, 0.0015f, 0}, output(rule, W, new float[] {1, 1, 1}, 0), 1e-8f);
        assertArrayEquals(new float[] {-0.004f, -0.001f, 0}, output(rule, W, new float[3], 0), 1e-8f);
        assertFalse(rule.learnsFromInputs());
        assertTrue(rule.readsWeights());
    }

    @Test
    void theExponentOfRathiIsRightToSixDigits() {
        LearningRule rule = WeightDependent.powerLaw(1, 0, 0.9, TRACES, Visits.ALL);
        for (float w = 0; w <= 0.99f; w += 0.01f) {
            // a table of 1,024 straight lines: worst near w = 1, where u^0.9 bends most
            assertEquals(Math.pow(1 - w, 0.9), output(rule, new float[] {w}, new float[] {1}, 0)[0], 2e-6);
        }
    }

    @Test
    void exponentialWeightsBalanceAtTheOffset() {
        LearningRule rule = WeightDependent.exponential(0.1, 0.4, 1, TRACES, Visits.ALL);
        // 0.1·(x·e^−w − 0.4·e^−(1 − w))
        assertArrayEquals(
                new float[] {
                    (float) (0.1 * (1 - 0.4 * Math.exp(-1))),
                    (float) (0.06 * Math.exp(-0.5)),
                    (float) (0.1 * (Math.exp(-1) - 0.4))
                },
                output(rule, W, new float[] {1, 1, 1}, 0),
                1e-7f);
    }

    @Test
    void thePowerLawAtBothSpikesDepressesByThePowerOfTheWeight() {
        LearningRule rule = WeightDependent.powerLaw(0.01, 0.002, 0.4, 2, TRACES, Visits.ALL);
        float[] changes = new float[3];
        rule.inputSpikes(W, new float[] {0.5f, 0.5f, 0.5f}, changes, 3); // −0.002·0.5·w²
        assertArrayEquals(new float[] {0, -0.00025f, -0.001f}, changes, 1e-8f);
        assertArrayEquals(new float[] {0.006f, 0.0015f, 0}, output(rule, W, new float[] {1, 1, 1}, 0), 1e-8f);
    }

    @Test
    void tripletsNeedAnEarlierOutputSpike() {
        float[] x = {0, 0.5f, 1};
        assertArrayEquals(new float[3], output(Triplet.GUO, W, x, 0), 0f);
        assertFalse(Triplet.GUO.learnsFromLoneSpikes());
        assertArrayEquals(new float[] {0, 0.002f, 0.004f}, output(Triplet.GUO, W, x, 0.4f), 1e-8f); // 0.01·x·y2
        float[] changes = new float[3];
        Triplet.GUO.inputSpikes(W, x, changes, 3); // −1e-4·y1
        assertArrayEquals(new float[] {0, -5e-5f, -1e-4f}, changes, 1e-10f);
        assertFalse(Triplet.GUO.readsWeights());
    }

    @Test
    void pairsDoNot() {
        Triplet rule = new Triplet(1e-4, 0.01, TRACES, true);
        assertTrue(rule.learnsFromLoneSpikes());
        assertArrayEquals(new float[] {0, 0.005f, 0.01f}, output(rule, W, new float[] {0, 0.5f, 1}, 0), 1e-8f);
    }

    @Test
    void tracesDecayExponentiallyAndEnd() {
        float[] x = Triplet.GUO.inputTrace(0.5e-3);
        assertEquals(1, x[0]);
        assertEquals(Math.exp(-1), x[16], 1e-7); // 8 ms in steps of 0.5 ms
        assertEquals(0, x[x.length - 1]);
        assertEquals(9e-4, x[x.length - 2], 1e-4);
    }

    @Test
    void aMeasuredWindowTakesThePlaceOfTheTraces() {
        StdpWindow window = new StdpWindow(
                List.of(
                        new StdpWindow.Point(-0.010, -2),
                        new StdpWindow.Point(-0.001, -4),
                        new StdpWindow.Point(0.001, 10),
                        new StdpWindow.Point(0.011, 0)),
                StdpWindow.Interpolation.LINEAR);
        MeasuredPairs rule = MeasuredPairs.ofRange(window, -1, 0.01);
        float[] x = rule.inputTrace(1e-3);
        assertEquals(0.1, x[0], 1e-8); // nearer than the first point: its value
        assertEquals(0.05, x[6], 1e-8); // half way down
        assertEquals(-0.01, x[x.length - 1], 1e-8); // outside
        assertEquals(13, x.length);
        float[] y = rule.fastTrace(1e-3);
        assertEquals(-0.04, y[1], 1e-8);
        assertEquals(-0.02, y[10], 1e-8);
        assertEquals(0, y[y.length - 1]);
        assertEquals(Visits.ALL, rule.visits());
        assertTrue(rule.learnsFromInputs());
        assertArrayEquals(new float[] {0.1f, -0.01f}, output(rule, W, new float[] {0.1f, -0.01f}, 0), 0f);
    }

    @Test
    void aWindowOfRelativeChangesGoesByTheConductance() {
        StdpWindow window = new StdpWindow(
                List.of(new StdpWindow.Point(-0.001, -0.2), new StdpWindow.Point(0.001, 0.1)),
                StdpWindow.Interpolation.LINEAR);
        MeasuredPairs rule = MeasuredPairs.ofConductance(window, 0, 0.25);
        assertTrue(rule.readsWeights());
        // ΔG/G·(w + Gmin / (Gmax − Gmin)), G from Gmin at w = 0
        assertArrayEquals(
                new float[] {0.025f, 0.075f, 0.125f}, output(rule, W, new float[] {0.1f, 0.1f, 0.1f}, 0), 1e-8f);
        float[] changes = new float[3];
        rule.inputSpikes(W, new float[] {-0.2f, -0.2f, -0.2f}, changes, 3);
        assertArrayEquals(new float[] {-0.05f, -0.15f, -0.25f}, changes, 1e-8f);
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        var e = assertThrows(
                IllegalArgumentException.class, () -> WeightDependent.powerLaw(2, 0.4, 0.9, TRACES, Visits.ALL));
        assertEquals("learning rate is 2.0; expected 0.0 to 1.0", e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new Traces(Double.NaN, false, 0.02, 0.02));
    }

    private static float[] output(LearningRule rule, float[] weights, float[] traces, float slow) {
        float[] changes = new float[traces.length];
        rule.outputSpike(weights, traces, slow, changes, traces.length);
        return changes;
    }
}
