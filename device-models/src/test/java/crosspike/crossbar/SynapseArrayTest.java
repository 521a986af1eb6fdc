package crosspike.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.contract.CrossbarContract;
import crosspike.device.ConductanceRange;
import crosspike.device.ContinuousResponse;
import crosspike.device.ExponentialResponse;
import crosspike.device.LevelResponse;
import crosspike.device.PulseCurve;
import crosspike.device.PulseResponse;
import crosspike.input.UserError;
import crosspike.random.Streams;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SynapseArrayTest {
    private static final ConductanceRange RANGE = new ConductanceRange(1e-7f, 5e-6f);
    private static final PulseResponse CONTINUOUS = new ContinuousResponse(RANGE, 64);
    /** Levels are 2/20 of a weight apart. */
    private static final PulseResponse LEVELS = new LevelResponse(RANGE, 21);

    private static final int ROWS = 13;
    private static final int NEURONS = 5;
    /** Weights of size 1 pass through conductances that are 5 % off zero; a few float roundings. */
    private static final double ROUNDING = 1e-6;

    private final Session session = new Session(Streams.of(1, "session").stream(0));

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SLICED")
    void weightsComeBackAsTheyWerePut(Mapping.Kind kind) {
        Mapping mapping = Mapping.of(kind);
        SynapseArray array = array(mapping, CONTINUOUS, PulseRounding.NONE, false);
        float[][] weights = anyWeights(new SplittableRandom(1), 1);
        array.preset(weights);
        for (int k = 0; k < NEURONS; k++) {
            assertArrayEquals(weights[k], weights(array, k), (float) ROUNDING);
        }
        assertEquals(NEURONS, array.neurons());
        assertEquals(ROWS, array.rows());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SLICED")
    void weightsAreRoundedToTheNearestLevel(Mapping.Kind kind) {
        Mapping mapping = Mapping.of(kind);
        SynapseArray array = array(mapping, LEVELS, PulseRounding.NEAREST, false);
        float[][] weights = anyWeights(new SplittableRandom(2), 1);
        array.preset(weights);
        for (int k = 0; k < NEURONS; k++) {
            assertArrayEquals(weights[k], weights(array, k), (float) (0.05 + ROUNDING));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SLICED")
    void theWholeRangeOfACellSpansTheWeightsFromMinusOneToOne(Mapping.Kind kind) {
        Mapping mapping = Mapping.of(kind);
        SynapseArray array = array(mapping, CONTINUOUS, PulseRounding.NONE, false);
        float[][] weights = new float[NEURONS][ROWS];
        Arrays.fill(weights[0], -1f);
        Arrays.fill(weights[1], 1f);
        array.preset(weights);
        float[] cells = array.crossbar().conductances()[0];
        int columns = mapping.columnsPerNeuron();
        float[] lowest = Arrays.copyOfRange(cells, 0, columns);
        float[] highest = Arrays.copyOfRange(cells, columns, 2 * columns);
        float[] ends = {RANGE.minSiemens(), RANGE.maxSiemens()};
        assertArrayEquals(columns == 1 ? new float[] {ends[0]} : ends, lowest, 1e-12f);
        assertArrayEquals(columns == 1 ? new float[] {ends[1]} : new float[] {ends[1], ends[0]}, highest, 1e-12f);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SLICED")
    void weightedSumsAreSumsOfTheWeightsOfTheActiveRows(Mapping.Kind kind) {
        Mapping mapping = Mapping.of(kind);
        SynapseArray array = array(mapping, CONTINUOUS, PulseRounding.NONE, false);
        float[][] weights = anyWeights(new SplittableRandom(3), 1);
        array.preset(weights);
        int[] active = {0, 3, 4, 7, 8, 9, 12};
        float[] sums = new float[mapping.columnsPerNeuron() * NEURONS];
        for (int count = 0; count <= active.length; count++) {
            Arrays.fill(sums, Float.NaN);
            array.weightedSums(active, count, sums, session);
            for (int k = 0; k < NEURONS; k++) {
                double expected = 0;
                for (int i = 0; i < count; i++) {
                    expected += weights[k][active[i]];
                }
                assertEquals(expected, sums[k], count * ROUNDING, "neuron " + k + ", " + count + " rows");
            }
        }
        assertEquals(NEURONS * (1 + 2 + 3 + 4 + 5 + 6 + 7), session.synapticOperations);
        assertEquals(8, session.reads);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SLICED")
    void onIdealCellsWeightsChangeAsAskedAndStopAtTheEnds(Mapping.Kind kind) {
        Mapping mapping = Mapping.of(kind);
        var cases = new SplittableRandom(4);
        SynapseArray array = array(mapping, CONTINUOUS, PulseRounding.NONE, false);
        float[][] weights = anyWeights(cases, 1);
        array.preset(weights);
        for (int k = 0; k < NEURONS; k++) {
            float[] changes = anyWeights(cases, 0.8)[0];
            float[] expected = new float[ROWS];
            for (int i = 0; i < ROWS; i++) {
                expected[i] = Math.max(-1, Math.min(1, weights[k][i] + changes[i]));
            }
            array.update(k, changes, session);
            assertArrayEquals(expected, weights(array, k), (float) (3 * ROUNDING));
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SLICED")
    void anUpdateTouchesOneNeuronOnly(Mapping.Kind kind) {
        Mapping mapping = Mapping.of(kind);
        SynapseArray array = array(mapping, LEVELS, PulseRounding.STOCHASTIC, true);
        array.preset(anyWeights(new SplittableRandom(5), 1));
        float[][] before = allWeights(array);
        array.update(2, filled(0.5f), session);
        float[][] after = allWeights(array);
        for (int k = 0; k < NEURONS; k++) {
            assertEquals(k != 2, Arrays.equals(before[k], after[k]), "neuron " + k);
        }
    }

    /** 2,000 updates of 13 weights by ±0.03, which is 0.3 of a level: 0.1·√(0.3·0.7/26,000) = 2.8e-4 standard error. */
    @ParameterizedTest
    @CsvSource({"SINGLE, 0.03", "SINGLE, -0.03", "PAIR, 0.03", "PAIR, -0.03", "SINGLE, 0.27", "PAIR, -0.27"})
    void stochasticRoundingIsRightOnAverage(Mapping.Kind kind, float change) {
        Mapping mapping = Mapping.of(kind);
        SynapseArray array = array(mapping, LEVELS, PulseRounding.STOCHASTIC, false);
        double moved = 0;
        for (int i = 0; i < 2_000; i++) {
            array.preset(new float[NEURONS][ROWS]);
            array.update(0, filled(change), session);
            for (float w : weights(array, 0)) {
                moved += w;
                double levels = Math.abs(w) * 10 * mapping.columnsPerNeuron();
                assertEquals(Math.rint(levels), levels, 1e-4, "whole pulses");
            }
        }
        assertEquals(change, moved / (2_000 * ROWS), 4 * 2.8e-4 + ROUNDING);
    }

    /** 100 pulses up and 50 down make a full swing: both cells of a pair still take half of a change each. */
    @ParameterizedTest
    @ValueSource(floats = {0.2f, -0.2f})
    void aPairWithDifferentPulsesUpAndDownMovesAsAsked(float change) {
        var response = new ExponentialResponse(LEVELS.range(), PulseCurve.rising(100, 0), PulseCurve.falling(50, 0), 0);
        SynapseArray array = array(Mapping.PAIR, response, PulseRounding.NEAREST, false);
        array.preset(new float[NEURONS][ROWS]);
        array.update(0, filled(change), session);
        for (float w : weights(array, 0)) {
            assertEquals(change, w, ROUNDING);
        }
    }

    @Test
    void weightsThatArePrunedAlreadyStayWhenANeuronIsPrunedAgain() {
        SynapseArray array = array(Mapping.SINGLE, LEVELS, PulseRounding.STOCHASTIC, true);
        array.preset(new float[NEURONS][ROWS]);
        array.prune(0, filled(-1f), session);
        array.prune(0, filled(1f), session);
        for (float w : weights(array, 0)) {
            assertEquals(-1, w, ROUNDING);
        }
        assertEquals(ROWS, array.prunedWeights(0));
    }

    @Test
    void nearestRoundingLosesChangesBelowHalfAPulse() {
        SynapseArray array = array(Mapping.SINGLE, LEVELS, PulseRounding.NEAREST, false);
        array.preset(new float[NEURONS][ROWS]);
        for (int i = 0; i < 100; i++) {
            array.update(0, filled(0.049f), session);
            array.update(1, filled(-0.049f), session);
        }
        array.update(2, filled(0.051f), session);
        array.update(3, filled(-0.051f), session);
        assertEquals(0, weights(array, 0)[0], ROUNDING);
        assertEquals(0, weights(array, 1)[0], ROUNDING);
        assertEquals(0.1, weights(array, 2)[0], ROUNDING);
        assertEquals(-0.1, weights(array, 3)[0], ROUNDING);
    }

    @Test
    void onePulseIsOnePulseHoweverSmallTheChange() {
        SynapseArray array = array(Mapping.SINGLE, LEVELS, PulseRounding.ONE, false);
        array.preset(new float[NEURONS][ROWS]);
        float[] changes = new float[ROWS];
        changes[0] = 1e-6f;
        changes[1] = -1.9f;
        array.update(0, changes, session);
        float[] weights = weights(array, 0);
        assertEquals(0.1, weights[0], ROUNDING);
        assertEquals(-0.1, weights[1], ROUNDING);
        assertEquals(0, weights[2], ROUNDING);
        assertEquals(2, session.deviceWrites);
    }

    @Test
    void bothCellsOfAPairMoveByTheSamePulsesInOppositeDirections() {
        SynapseArray array = array(Mapping.PAIR, LEVELS, PulseRounding.NEAREST, false);
        array.preset(new float[NEURONS][ROWS]);
        array.update(1, filled(0.3f), session);
        assertEquals(3 * ROWS, session.activity().potentiationPulses());
        assertEquals(3 * ROWS, session.activity().depressionPulses());
        assertEquals(3, session.activity().potentiationSlots());
        assertEquals(3, session.activity().depressionSlots());
        assertEquals(2 * ROWS, session.activity().deviceWrites());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SLICED")
    void prunedWeightsTakeTheirValueAndNeverChangeAgain(Mapping.Kind kind) {
        Mapping mapping = Mapping.of(kind);
        var cases = new SplittableRandom(6);
        SynapseArray array = array(mapping, LEVELS, PulseRounding.STOCHASTIC, true);
        array.preset(anyWeights(cases, 0.5));
        float[] values = filled(Float.NaN);
        values[2] = -1;
        values[7] = 0;
        float[] before = weights(array, 3);
        array.prune(3, values, session);
        float[] pruned = weights(array, 3);
        for (int i = 0; i < ROWS; i++) {
            assertEquals(i == 2 ? -1 : i == 7 ? 0 : before[i], pruned[i], ROUNDING, "weight " + i);
        }
        for (int n = 0; n < 200; n++) {
            array.update(3, anyWeights(cases, 1)[0], session);
        }
        float[] after = weights(array, 3);
        assertEquals(pruned[2], after[2]);
        assertEquals(pruned[7], after[7]);
        assertFalse(Arrays.equals(before, after), "the others have changed");
    }

    @Test
    void withoutFlagsPrunedWeightsStayAsWellButNoFlagIsCounted() {
        SynapseArray array = array(Mapping.SINGLE, CONTINUOUS, PulseRounding.NONE, false);
        float[] values = filled(Float.NaN);
        values[0] = -1;
        array.prune(0, values, session);
        array.update(0, filled(1), session);
        assertEquals(-1, weights(array, 0)[0], ROUNDING);
        assertEquals(0, session.flagReads + session.flagReadsSet + session.flagWrites);
    }

    @Test
    void updatesAndFlagsAreCounted() {
        SynapseArray array = array(Mapping.SINGLE, CONTINUOUS, PulseRounding.NONE, true);
        array.update(0, filled(0.1f), session);
        assertEquals(ROWS, session.nominalUpdates);
        assertEquals(ROWS, session.flagReads);
        assertEquals(0, session.flagReadsSet);

        float[] values = filled(Float.NaN);
        values[0] = -1;
        values[5] = -1;
        array.prune(0, values, session);
        array.prune(0, values, session);
        assertEquals(2, session.flagWrites, "a flag is written once");
        assertEquals(2, array.prunedWeights(0));
        assertEquals(0, array.prunedWeights(1));

        array.update(0, filled(0.1f), session);
        array.update(1, filled(0.1f), session);
        assertEquals(ROWS + (ROWS - 2) + ROWS, session.nominalUpdates);
        assertEquals(3 * ROWS, session.flagReads);
        assertEquals(2, session.flagReadsSet);
        boolean[][] flags = array.flags();
        assertEquals(
                2,
                IntStream.range(0, ROWS)
                        .flatMap(r -> IntStream.range(0, NEURONS).filter(k -> flags[r][k]))
                        .count());
        assertTrue(flags[0][0] && flags[5][0]);
    }

    @Test
    void anOddNumberOfColumnsDoesNotSuitPairs() {
        Crossbar crossbar = new DeviceCrossbar(2, 5, CONTINUOUS, CrossbarContract.WAVEFORMS);
        var e = assertThrows(
                UserError.class, () -> new SynapseArray(crossbar, Mapping.PAIR, PulseRounding.NONE, false));
        assertEquals("array has 5 columns; expected a multiple of 2 for differential pairs", e.getMessage());
    }

    @Test
    void cellsOfWholePulsesNeedARounding() {
        Crossbar crossbar = new DeviceCrossbar(2, 4, LEVELS, CrossbarContract.WAVEFORMS);
        var e = assertThrows(
                UserError.class, () -> new SynapseArray(crossbar, Mapping.SINGLE, PulseRounding.NONE, false));
        assertEquals(
                "pulse rounding is none, but the device takes whole pulses only; expected stochastic, nearest or one",
                e.getMessage());
    }

    private static SynapseArray array(
            Mapping mapping, PulseResponse response, PulseRounding rounding, boolean flagged) {
        Crossbar crossbar = new DeviceCrossbar(ROWS, mapping.columns(NEURONS), response, CrossbarContract.WAVEFORMS);
        return new SynapseArray(crossbar, mapping, rounding, flagged);
    }

    private float[][] allWeights(SynapseArray array) {
        float[][] weights = new float[NEURONS][];
        Arrays.setAll(weights, k -> weights(array, k));
        return weights;
    }

    private float[] weights(SynapseArray array, int neuron) {
        float[] weights = new float[ROWS];
        array.weights(neuron, weights, session);
        return weights;
    }

    private static float[] filled(float value) {
        float[] values = new float[ROWS];
        Arrays.fill(values, value);
        return values;
    }

    /** {@code [neurons][rows]}, in [−size, size]. */
    private static float[][] anyWeights(SplittableRandom cases, double size) {
        float[][] weights = new float[NEURONS][ROWS];
        for (float[] neuron : weights) {
            for (int i = 0; i < ROWS; i++) {
                neuron[i] = (float) cases.nextDouble(-size, size);
            }
        }
        return weights;
    }
}
