package crosspike.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.contract.CrossbarContract;
import crosspike.device.BinaryResponse;
import crosspike.device.ConductanceRange;
import crosspike.device.ExponentialResponse;
import crosspike.device.LevelResponse;
import crosspike.device.PcmResponse;
import crosspike.device.PulseCurve;
import crosspike.device.PulseResponse;
import crosspike.device.nonideality.RangeVariation;
import crosspike.input.UserError;
import crosspike.random.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights whose digits lie in several cells. Expected digits are the weight's level written down in the base of a cell. */
class SlicedWeightTest {
    private static final ConductanceRange RANGE = new ConductanceRange(1e-6f, 7e-6f);
    private static final PulseResponse BINARY = new LevelResponse(RANGE, 2);
    private static final PulseResponse FOUR = new LevelResponse(RANGE, 4);
    private static final int ROWS = 3;
    private static final float ROUNDING = 2e-6f;

    private final Session session = new Session(Streams.of(1, "session").stream(0));

    private static SynapseArray array(
            PulseResponse cells, Mapping mapping, PulseRounding rounding, CellOptions options) {
        var crossbar = new DeviceCrossbar(ROWS, mapping.columns(2), cells, CrossbarContract.WAVEFORMS, options);
        return new SynapseArray(crossbar, mapping, rounding, PruneHardware.NONE, options.programming());
    }

    private static SynapseArray array(PulseResponse cells, Mapping mapping, PulseRounding rounding) {
        return array(cells, mapping, rounding, CellOptions.IDEAL);
    }

    private static float[][] weights(double... first) {
        float[][] weights = new float[2][ROWS];
        for (int i = 0; i < ROWS; i++) {
            weights[0][i] = (float) first[i];
        }
        return weights;
    }

    /** Weight of a level of 4 bits. */
    private static double of(int level) {
        return 2.0 * level / 15 - 1;
    }

    private float[] read(SynapseArray array) {
        float[] weights = new float[ROWS];
        array.weights(0, weights, session);
        return weights;
    }

    private static int[] digits(SynapseArray array, int row, int slices, int states) {
        float[] cells = array.crossbar().conductances()[row];
        int[] digits = new int[slices];
        for (int p = 0; p < slices; p++) {
            digits[p] = Math.round((cells[p] - 1e-6f) / 6e-6f * (states - 1));
        }
        return digits;
    }

    @Test
    void aWeightIsTheNumberThatItsDigitsWriteDownTheMostSignificantFirst() {
        SynapseArray binary = array(BINARY, Mapping.sliced(4, 1), PulseRounding.NEAREST);
        binary.preset(weights(-1, of(11), 1));
        assertArrayEquals(new int[] {0, 0, 0, 0}, digits(binary, 0, 4, 2));
        assertArrayEquals(new int[] {1, 0, 1, 1}, digits(binary, 1, 4, 2));
        assertArrayEquals(new int[] {1, 1, 1, 1}, digits(binary, 2, 4, 2));
        assertArrayEquals(new float[] {-1, (float) of(11), 1}, read(binary), ROUNDING);

        SynapseArray four = array(FOUR, Mapping.sliced(2, 2), PulseRounding.NEAREST);
        four.preset(weights(-1, of(11), 1));
        assertArrayEquals(new int[] {2, 3}, digits(four, 1, 2, 4));
        assertArrayEquals(new float[] {-1, (float) of(11), 1}, read(four), ROUNDING);
    }

    /** The levels of w are 2/15 apart; a value in the middle of two may take either. */
    @Test
    void otherWeightsLieAtTheNearestLevel() {
        SynapseArray array = array(BINARY, Mapping.sliced(4, 1), PulseRounding.NEAREST);
        var cases = new SplittableRandom(1);
        for (int n = 0; n < 200; n++) {
            float[][] wanted = weights(cases.nextDouble(-1, 1), cases.nextDouble(-1, 1), cases.nextDouble(-1, 1));
            array.preset(wanted);
            assertArrayEquals(wanted[0], read(array), 1f / 15 + ROUNDING);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1", "4, 1", "16, 1", "2, 2", "3, 2"})
    void weightedSumsAddTheShiftedCurrentsOfTheSlices(int slices, int bits) {
        Mapping mapping = Mapping.sliced(slices, bits);
        SynapseArray array = array(bits == 1 ? BINARY : FOUR, mapping, PulseRounding.NEAREST);
        array.preset(weights(-1, 0.31, 0.77));
        float[] weights = read(array);
        float[] sums = new float[2];
        array.weightedSums(new int[] {0, 2}, 2, sums, session);
        assertEquals((double) weights[0] + weights[2], sums[0], 2 * ROUNDING);
        array.weightedSums(new int[] {0, 1, 2}, 3, sums, session);
        assertEquals((double) weights[0] + weights[1] + weights[2], sums[0], 3 * ROUNDING);
    }

    /** 7 + 1 is a carry through all four digits, 8 + 1 changes one, 15 + 1 stays. */
    @Test
    void aStepWritesTheCellsWhoseDigitsChange() {
        SynapseArray array = array(BINARY, Mapping.sliced(4, 1), PulseRounding.NEAREST);
        array.preset(weights(of(7), of(8), of(15)));
        float step = 2f / 15;
        array.update(0, new float[] {step, step, step}, session);
        assertArrayEquals(new int[] {1, 0, 0, 0}, digits(array, 0, 4, 2));
        assertArrayEquals(new int[] {1, 0, 0, 1}, digits(array, 1, 4, 2));
        assertArrayEquals(new int[] {1, 1, 1, 1}, digits(array, 2, 4, 2));
        assertEquals(4 + 1, session.deviceWrites);
        assertEquals(1 + 1, session.potentiationPulses);
        assertEquals(3, session.depressionPulses);
        assertEquals(4 * ROWS, session.cellReads, "the digits are read first");
        assertEquals(ROWS, session.nominalUpdates);
    }

    @Test
    void aDigitOfSeveralStatesTakesThePulsesBetweenThem() {
        SynapseArray array = array(FOUR, Mapping.sliced(2, 2), PulseRounding.NEAREST);
        array.preset(weights(of(3), of(4), of(0)));
        array.update(0, new float[] {2f / 15, -2f / 15, 14f / 15}, session);
        assertArrayEquals(new int[] {1, 0}, digits(array, 0, 2, 4), "3 + 1");
        assertArrayEquals(new int[] {0, 3}, digits(array, 1, 2, 4), "4 - 1");
        assertArrayEquals(new int[] {1, 3}, digits(array, 2, 2, 4), "0 + 7");
        assertEquals(1 + 3 + 1 + 3, session.potentiationPulses);
        assertEquals(3 + 1, session.depressionPulses);
    }

    /** 3,000 updates of 3 weights by 0.3 of a step: 2/15·√(0.3·0.7/9,000) = 6.4e-4 standard error. */
    @Test
    void stochasticRoundingOfStepsIsRightOnAverage() {
        SynapseArray array = array(BINARY, Mapping.sliced(4, 1), PulseRounding.STOCHASTIC);
        double moved = 0;
        for (int n = 0; n < 3_000; n++) {
            array.preset(weights(of(6), of(6), of(6)));
            array.update(0, new float[] {0.04f, 0.04f, 0.04f}, session);
            for (float w : read(array)) {
                moved += w - of(6);
            }
        }
        assertEquals(0.04, moved / 9_000, 4 * 6.4e-4);
    }

    /** A cell that does not switch keeps its digit: with 8 − 7 = 1 wanted, 7 = 0111 that cannot rise stays 0000. */
    @Test
    void cellsThatDoNotSwitchKeepTheirDigit() {
        SynapseArray array = array(new BinaryResponse(RANGE, 1e-9, 1), Mapping.sliced(4, 1), PulseRounding.NEAREST);
        array.preset(weights(of(7), of(7), of(7)));
        array.update(0, new float[] {2f / 15, 0, 0}, session);
        assertArrayEquals(new int[] {0, 0, 0, 0}, digits(array, 0, 4, 2));
        assertArrayEquals(new int[] {0, 1, 1, 1}, digits(array, 1, 4, 2));
    }

    @Test
    void cellsOfVaryingRangesAreReadAsTheNearestDigit() {
        var options = CellOptions.IDEAL.with(List.of(new RangeVariation(0.05, 0.05, RangeVariation.Reference.END)), 3);
        SynapseArray array = array(BINARY, Mapping.sliced(4, 1), PulseRounding.NEAREST, options);
        array.preset(weights(of(5), of(5), of(5)));
        for (int level = 6; level <= 12; level++) {
            array.update(0, new float[] {2f / 15, 2f / 15, 2f / 15}, session);
        }
        assertArrayEquals(new int[] {1, 1, 0, 0}, digits(array, 0, 4, 2), "12");
    }

    /** An average cell goes 1/10 of its range with a pulse; this one goes further at first, so that trains miss the digit. */
    @Test
    void verifiedWritesReachDigitsThatTrainsMiss() {
        var curved = new ExponentialResponse(RANGE, PulseCurve.rising(60, 3), PulseCurve.falling(60, -3), 0);
        var verified = new CellOptions(
                List.of(), 1, new Programming(Programming.Scheme.WRITE_VERIFY, 0.02, 100), Selection.TRANSISTOR);
        for (CellOptions options : List.of(CellOptions.IDEAL, verified)) {
            SynapseArray array = array(curved, Mapping.sliced(2, 2), PulseRounding.NEAREST, options);
            array.preset(weights(-1, -1, -1));
            array.update(0, new float[] {2f * 9 / 15, 0, 0}, session);
            float off = Math.abs(read(array)[0] - (float) of(9));
            assertEquals(options == verified, off < 0.05, "weight is off by " + off);
        }
    }

    @Test
    void slicesNeedAStateForEachDigitAndWholeSteps() {
        var noState = assertThrows(UserError.class, () -> array(BINARY, Mapping.sliced(3, 2), PulseRounding.NEAREST));
        assertEquals(
                "slices of 2 bits need 4 states evenly spaced, but these cells have none near 3.0E-6 S; expected fewer bits in each"
                        + " slice (synapse.slice_bits), or a device with such states",
                noState.getMessage());
        assertThrows(UserError.class, () -> array(BINARY, Mapping.sliced(3, 1), PulseRounding.NONE));
        var crossbar = new DeviceCrossbar(ROWS, 7, BINARY, CrossbarContract.WAVEFORMS);
        var columns = assertThrows(
                UserError.class, () -> new SynapseArray(crossbar, Mapping.sliced(3, 1), PulseRounding.ONE, false));
        assertEquals("array has 7 columns; expected a multiple of 3, the slices of a weight", columns.getMessage());
    }

    /** A PCM cell has one depressing pulse, a reset: it takes any digit to 0. Verified, it goes up again from there. */
    @Test
    void pulsesThatPassOverDigitsAreRefused() {
        PulseResponse pcm = new PcmResponse(RANGE, PulseCurve.rising(60, 0.1));
        var passed = assertThrows(UserError.class, () -> array(pcm, Mapping.sliced(2, 2), PulseRounding.NEAREST));
        assertEquals(
                "slices of 2 bits need 4 states evenly spaced, but pulses of these cells pass over some: 60 lead from Gmin to"
                        + " Gmax and 1 back; expected fewer bits in each slice (synapse.slice_bits), a device with finer pulses,"
                        + " or programming.scheme: write-verify if they are fine in one direction",
                passed.getMessage());
        var coarse = new ExponentialResponse(RANGE, PulseCurve.rising(60, 1), PulseCurve.falling(60, -1), 0);
        assertThrows(UserError.class, () -> array(coarse, Mapping.sliced(2, 8), PulseRounding.NEAREST));

        var verified = new CellOptions(
                List.of(), 1, new Programming(Programming.Scheme.WRITE_VERIFY, 0.03, 100), Selection.TRANSISTOR);
        SynapseArray array = array(pcm, Mapping.sliced(2, 2), PulseRounding.NEAREST, verified);
        array.preset(weights(of(3), of(7), of(14)));
        array.update(0, new float[] {-2f / 15, -2f / 15, -2f / 15}, session);
        assertArrayEquals(new int[] {0, 2}, digits(array, 0, 2, 4));
        assertArrayEquals(new int[] {1, 2}, digits(array, 1, 2, 4));
        assertArrayEquals(new int[] {3, 1}, digits(array, 2, 2, 4));
    }

    /** 2 of the levels 0 to 3 is 10: the second slice is at the low end and reset, the first is no half of a pair and stays. */
    @Test
    void twoSlicesAreNoPairThatCancels() {
        var crossbar = new DeviceCrossbar(ROWS, 4, BINARY, CrossbarContract.WAVEFORMS);
        SynapseArray array = new SynapseArray(
                crossbar, Mapping.sliced(2, 1), PulseRounding.NEAREST, PruneHardware.DEEP_RESET, Programming.OPEN_LOOP);
        array.preset(weights(1, 1, 1));
        array.prune(0, new float[] {0, -1, Float.NaN}, session);
        float[][] cells = crossbar.conductances();
        assertArrayEquals(new float[] {7e-6f, 1e-7f}, Arrays.copyOf(cells[0], 2), 1e-12f);
        assertArrayEquals(new float[] {1e-7f, 1e-7f}, Arrays.copyOf(cells[1], 2), 1e-12f);
        assertArrayEquals(new float[] {7e-6f, 7e-6f}, Arrays.copyOf(cells[2], 2), 1e-12f);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1 | slices is 1; expected 2 to 16",
                "17 | 1 | slices is 17; expected 2 to 16",
                "4 | 0 | slice_bits is 0; expected 1 to 4 in 4 slices",
                "5 | 4 | slice_bits is 4; expected 1 to 3 in 5 slices",
                "9 | 2 | slice_bits is 2; expected 1 in 9 slices"
            })
    void aWeightHasUpToSixteenBits(int slices, int bits, String message) {
        assertEquals(
                message,
                assertThrows(UserError.class, () -> Mapping.sliced(slices, bits))
                        .getMessage());
    }

    @Test
    void prunedWeightsTakeTheNearestLevelAndStay() {
        SynapseArray array = array(BINARY, Mapping.sliced(4, 1), PulseRounding.NEAREST);
        array.preset(weights(of(9), of(9), of(9)));
        float[] pruned = {-1, Float.NaN, 0};
        array.prune(0, pruned, session);
        float[] changes = new float[ROWS];
        Arrays.fill(changes, 0.5f);
        array.update(0, changes, session);
        float[] after = read(array);
        assertEquals(-1, after[0], ROUNDING);
        assertEquals(of(13), after[1], ROUNDING, "9 + 3.75");
        assertEquals(of(8), after[2], ROUNDING, "0 lies between 7 and 8");
    }
}
