package crosspike.crossbar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.contract.CrossbarContract;
import crosspike.device.ConductanceRange;
import crosspike.device.ContinuousResponse;
import crosspike.device.ExponentialResponse;
import crosspike.device.LevelResponse;
import crosspike.device.PulseCurve;
import crosspike.device.PulseResponse;
import crosspike.device.nonideality.OnOffRatio;
import crosspike.input.UserError;
import crosspike.random.Streams;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MappingsTest {
    private static final ConductanceRange RANGE = new ConductanceRange(1e-7f, 5e-6f);
    private static final PulseResponse RESPONSE =
            new ExponentialResponse(RANGE, PulseCurve.rising(64, 2.4), PulseCurve.falling(64, -2.4), 0);
    private static final int ROWS = 6;

    private final Session session = new Session(Streams.of(1, "session").stream(0));

    private static SynapseArray array(Mapping mapping, PruneHardware hardware, CellOptions options) {
        var crossbar = new DeviceCrossbar(ROWS, mapping.columns(2), RESPONSE, CrossbarContract.WAVEFORMS, options);
        return new SynapseArray(crossbar, mapping, PulseRounding.STOCHASTIC, hardware, options.programming());
    }

    private static SynapseArray array(Mapping mapping) {
        return array(mapping, PruneHardware.NONE, CellOptions.IDEAL);
    }

    private static SynapseArray verified() {
        var programming = new Programming(Programming.Scheme.WRITE_VERIFY, 0.002, 100);
        var options = new CellOptions(List.of(), 1, programming, Selection.TRANSISTOR);
        var response = new LevelResponse(RANGE, 1001);
        var crossbar = new DeviceCrossbar(ROWS, 2, response, CrossbarContract.WAVEFORMS, options);
        return new SynapseArray(crossbar, Mapping.SINGLE, PulseRounding.STOCHASTIC, PruneHardware.NONE, programming);
    }

    private static float[] filled(double value) {
        float[] values = new float[ROWS];
        Arrays.fill(values, (float) value);
        return values;
    }

    private void update(SynapseArray array, double change, int times) {
        for (int i = 0; i < times; i++) {
            array.update(0, filled(change), session);
        }
    }

    private float weight(SynapseArray array) {
        float[] weights = new float[ROWS];
        array.weights(0, weights, session);
        return weights[0];
    }

    @Test
    void aUnidirectionalPairIsWrittenWithOneCellAtTheLowestConductance() {
        SynapseArray array = array(Mapping.UNIDIRECTIONAL_PAIR);
        array.preset(new float[][] {filled(0.4), filled(-0.3)});
        float[] row = array.crossbar().conductances()[0];
        assertEquals(RANGE.minSiemens() + 0.4 * RANGE.widthSiemens(), row[0], 1e-12);
        assertEquals(RANGE.minSiemens(), row[1]);
        assertEquals(RANGE.minSiemens(), row[2]);
        assertEquals(RANGE.minSiemens() + 0.3 * RANGE.widthSiemens(), row[3], 1e-12);
    }

    @Test
    void aUnidirectionalPairOnlyPotentiatesUntilItIsRefreshed() {
        SynapseArray array = array(Mapping.UNIDIRECTIONAL_PAIR);
        array.preset(new float[2][ROWS]);
        update(array, 0.1, 2);
        update(array, -0.1, 2);
        assertTrue(session.potentiationPulses > 0);
        assertEquals(0, session.depressionPulses);
        assertEquals(0, session.refreshes);
    }

    @Test
    void aRefreshKeepsTheWeightAndMakesRoom() {
        SynapseArray array = array(Mapping.UNIDIRECTIONAL_PAIR);
        array.preset(new float[2][ROWS]);
        float last = 0;
        for (int i = 0; session.refreshes == 0; i++) {
            assertTrue(i < 1000, "never refreshed");
            last = weight(array);
            update(array, i % 2 == 0 ? 0.05 : -0.05, 1);
        }
        assertEquals(last, weight(array), 0.2, "a refresh is not felt as a jump");
        assertTrue(session.depressionPulses > 0, "cells were reset");
        long restarted = Arrays.stream(array.crossbar().conductances())
                .filter(row -> Math.min(row[0], row[1]) == RANGE.minSiemens())
                .count();
        assertEquals(session.refreshes, restarted, "pairs whose lower cell starts again");
    }

    @Test
    void aPairWithNothingToGainIsNotRefreshed() {
        SynapseArray array = array(Mapping.UNIDIRECTIONAL_PAIR);
        array.preset(new float[][] {filled(1), filled(1)});
        update(array, 0.1, 5);
        assertEquals(0, session.refreshes);
        assertEquals(1, weight(array), 1e-6);
    }

    @Test
    void aReferenceColumnSubtractsWhateverIsCommonToAllCells() {
        var options = CellOptions.IDEAL.with(List.of(new OnOffRatio(3)), 1);
        float[] sums = new float[2];
        for (Mapping mapping : new Mapping[] {Mapping.SINGLE, Mapping.REFERENCE_COLUMN}) {
            SynapseArray array = array(mapping, PruneHardware.NONE, options);
            array.preset(new float[2][ROWS]);
            array.weightedSums(new int[] {0, 1, 2}, 3, sums, session);
            if (mapping.equals(Mapping.REFERENCE_COLUMN)) {
                assertEquals(0, sums[0], 1e-6, "weights 0 sum up to 0 however far cells turn off");
            } else {
                assertTrue(sums[0] > 0.5, "without it the offset shows: " + sums[0]);
            }
        }
    }

    @Test
    void aReferenceColumnIsNotAWeight() {
        SynapseArray array = array(Mapping.REFERENCE_COLUMN);
        assertEquals(2, array.neurons());
        assertEquals(3, array.crossbar().columns());
        float reference = array.crossbar().conductances()[0][2];
        array.preset(new float[][] {filled(0.4), filled(-0.3)});
        update(array, 0.3, 3);
        assertEquals((1e-7f + 5e-6f) / 2, array.crossbar().conductances()[0][2], 1e-12f);
        assertEquals(RANGE.minSiemens(), reference, "before the first preset it is like all cells");
    }

    @Test
    void verifiedUpdatesDoNotDependOnTheNonlinearity() {
        SynapseArray array = verified();
        array.preset(new float[2][ROWS]);
        update(array, 0.2, 2);
        update(array, -0.1, 1);
        assertEquals(0.3, weight(array), 3 * 2 * 0.002);
        assertTrue(session.verifyReads > 0);
        assertEquals(0, session.failedWrites);
    }

    /** What was read before the cells were put elsewhere is no place to start from. */
    @Test
    void aVerifiedUpdateStartsFromWhereTheCellsWerePut() {
        SynapseArray array = verified();
        array.preset(new float[2][ROWS]);
        assertEquals(0, weight(array), 0.01);
        array.preset(new float[][] {filled(0.5), filled(0)});
        update(array, 0.1, 1);
        assertEquals(0.6, weight(array), 0.01);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SINGLE", "REFERENCE_COLUMN", "PAIR", "UNIDIRECTIONAL_PAIR"})
    void deeplyResetWeightsStayAndNeedNoFlag(Mapping.Kind kind) {
        Mapping mapping = Mapping.of(kind);
        SynapseArray array = array(mapping, PruneHardware.DEEP_RESET, CellOptions.IDEAL);
        array.preset(new float[][] {filled(-0.6), filled(0.2)});
        float[] pruned = filled(Double.NaN);
        pruned[0] = -1;
        array.prune(0, pruned, session);
        float deep = 0.1f * RANGE.minSiemens();
        assertEquals(deep, array.crossbar().conductances()[0][0], 1e-13f);
        float before = weight(array);
        assertTrue(before <= -1, "weight " + before);
        long reads = session.cellReads;
        update(array, 0.3, 10);
        assertEquals(before, weight(array), "it is never pulsed again");
        assertEquals(0, session.flagReads + session.flagWrites);
        assertTrue(session.cellReads > reads, "the cells themselves are read before each update");
    }

    @Test
    void aPairCancelsWithBothCellsResetDeeply() {
        SynapseArray array = array(Mapping.PAIR, PruneHardware.DEEP_RESET, CellOptions.IDEAL);
        array.preset(new float[][] {filled(0.1), filled(0.2)});
        array.prune(0, filled(0), session);
        float[] row = array.crossbar().conductances()[0];
        assertEquals(0.1f * RANGE.minSiemens(), row[0], 1e-13f);
        assertEquals(0.1f * RANGE.minSiemens(), row[1], 1e-13f);
        assertEquals(0, weight(array), 1e-6);
    }

    @Test
    void cellsThatGoToZeroCannotGoDeeper() {
        var response = new ContinuousResponse(new ConductanceRange(0, 5e-6f), 64);
        var crossbar = new DeviceCrossbar(2, 2, response, CrossbarContract.WAVEFORMS);
        var e = assertThrows(
                UserError.class,
                () -> new SynapseArray(
                        crossbar, Mapping.SINGLE, PulseRounding.NONE, PruneHardware.DEEP_RESET, Programming.OPEN_LOOP));
        assertEquals(
                "pruned cells are to be reset deeply, but these cells cannot go below their range;"
                        + " expected pruning hardware: flag-device or none",
                e.getMessage());
    }
}
