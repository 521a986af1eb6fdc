package crosspike.snn.wta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.crossbar.Mapping;
import crosspike.crossbar.Session;
import crosspike.random.Streams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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
    void softFreezingLeavesTheWeightsNearestToZeroWhereTheyAre() {
        assertArrayEquals(
                new float[] {KEEP, KEEP, 0.1f, -0.1f, 0.1f, KEEP}, PruningMethod.SOFT_FREEZE.values(WEIGHTS, 3));
    }

    @Test
    void softFreezingTheLowestLeavesThoseWhereTheyAreThatSoftPruningWouldSetToMinusOne() {
        assertArrayEquals(
                new float[] {KEEP, -0.9f, KEEP, -0.1f, KEEP, -0.9f},
                PruningMethod.SOFT_FREEZE_LOWEST.values(WEIGHTS, 3));
    }

    @Test
    void freezingTheHighestSetsTheHighestWeightsToOne() {
        assertArrayEquals(new float[] {1, KEEP, 1, KEEP, KEEP, KEEP}, PruningMethod.FREEZE_HIGHEST.values(WEIGHTS, 2));
    }

    @Test
    void consolidationLeavesTheHighestWeightsWhereTheyAre() {
        assertArrayEquals(
                new float[] {0.5f, KEEP, 0.1f, KEEP, KEEP, KEEP}, PruningMethod.CONSOLIDATION.values(WEIGHTS, 2));
    }

    @ParameterizedTest
    @EnumSource
    void theWeightsAreNotModified(PruningMethod method) {
        float[] weights = WEIGHTS.clone();
        method.values(weights, 6);
        assertArrayEquals(WEIGHTS, weights);
    }

    /** Bit by bit, on cells that scatter when they are written. */
    @ParameterizedTest
    @EnumSource(names = {"SOFT_FREEZE", "SOFT_FREEZE_LOWEST", "CONSOLIDATION"})
    void freezingWritesNoCellAndCostsNothingButFlags(PruningMethod method) {
        WtaNetwork network = Halves.network(Halves.NOISY, Mapping.PAIR, 3);
        float[][] before = network.synapses().crossbar().conductances();
        Session session = new Session(Streams.of(1, "device").stream(0));
        new Pruning(method, 0.5, Pruning.When.AFTER, Development.SHI2019)
                .prune(2, network.synapses(), new float[37], session);
        assertArrayEquals(before, network.synapses().crossbar().conductances());
        assertEquals(19, network.synapses().prunedWeights(2));
        assertEquals(19, session.flagWrites);
        assertEquals(0, session.deviceWrites);
    }

    /** 398 weights: 50 % are the 199 of Shi 2019, Table 2. */
    @ParameterizedTest
    @CsvSource({"0, 0", "0.5, 199", "0.001, 0", "0.0013, 1", "1, 398"})
    void theFractionIsOfAllWeightsOfTheNeuronRounded(double fraction, int expected) {
        assertEquals(expected, soft(fraction).count(398));
    }

    @Test
    void fractionsHaveLimits() {
        var fraction = assertThrows(IllegalArgumentException.class, () -> soft(1.1));
        assertEquals("prune fraction is 1.1; expected 0 to 1", fraction.getMessage());
    }

    private static Pruning soft(double fraction) {
        return new Pruning(PruningMethod.SOFT, fraction, Pruning.When.AFTER, Development.SHI2019);
    }
}
