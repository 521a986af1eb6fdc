package crosspike.snn.wta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PruningTest {
    private static final float KEEP = Float.NaN;
    private static final float[] WEIGHTS = {0.5f, -0.9f, 0.1f, -0.1f, 0.1f, -0.9f};

    @Test
    void noneKeepsAll() {
        assertArrayEquals(new float[] {KEEP, KEEP, KEEP, KEEP, KEEP, KEEP}, PruningMethod.NONE.values(WEIGHTS, 3));
    }

    @Test
    void pruningSetsTheWeightsNearestToZeroToZeroAndOfEqualsTheFirst() {
        assertArrayEquals(new float[] {KEEP, KEEP, 0, 0, KEEP, KEEP}, PruningMethod.PRUNE.values(WEIGHTS, 2));
        assertArrayEquals(new float[] {0, KEEP, 0, 0, 0, KEEP}, PruningMethod.PRUNE.values(WEIGHTS, 4));
    }

    @Test
    void softPruningSetsTheLowestWeightsToMinusOneAndOfEqualsTheFirst() {
        assertArrayEquals(new float[] {KEEP, -1, KEEP, KEEP, KEEP, KEEP}, PruningMethod.SOFT.values(WEIGHTS, 1));
        assertArrayEquals(new float[] {KEEP, -1, -1, -1, KEEP, -1}, PruningMethod.SOFT.values(WEIGHTS, 4));
    }

    @Test
    void theWeightsAreNotModified() {
        float[] weights = WEIGHTS.clone();
        PruningMethod.SOFT.values(weights, 6);
        assertArrayEquals(WEIGHTS, weights);
    }

    /** 398 weights: 50 % are the 199 of Shi 2019, Table 2. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 199", "0.001, 0", "0.0013, 1", "1, 398"})
    void theFractionIsOfAllWeightsOfTheNeuronRounded(double fraction, int expected) {
        float[] values = new Pruning(PruningMethod.SOFT, fraction, Pruning.When.AFTER, 8, 10).values(new float[398]);
        int pruned = 0;
        for (float value : values) {
            pruned += Float.isNaN(value) ? 0 : 1;
        }
        assertEquals(expected, pruned);
    }

    @Test
    void fractionsAndRunsHaveLimits() {
        var fraction = assertThrows(
                IllegalArgumentException.class, () -> new Pruning(PruningMethod.SOFT, 1.1, Pruning.When.DURING, 8, 10));
        assertEquals("prune fraction is 1.1; expected 0 to 1", fraction.getMessage());
        var runs = assertThrows(
                IllegalArgumentException.class, () -> new Pruning(PruningMethod.SOFT, 1, Pruning.When.DURING, 0, 10));
        assertEquals("pruning after 10 runs of 0; expected at least 1 each", runs.getMessage());
    }
}
