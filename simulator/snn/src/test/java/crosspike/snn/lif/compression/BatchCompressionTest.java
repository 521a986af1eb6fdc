package crosspike.snn.lif.compression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.crossbar.CellOptions;
import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Mapping;
import crosspike.crossbar.Programming;
import crosspike.crossbar.PulseRounding;
import crosspike.crossbar.Selection;
import crosspike.crossbar.Session;
import crosspike.crossbar.SynapseArray;
import crosspike.device.ConductanceRange;
import crosspike.device.ContinuousResponse;
import crosspike.device.Pulse;
import crosspike.device.Waveforms;
import crosspike.device.nonideality.AccessResistance;
import crosspike.random.Streams;
import crosspike.snn.lif.ArraySynapses;
import crosspike.snn.lif.Compression.Batch;
import crosspike.snn.lif.IdealSynapses;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rathi 2018, section III and Figure 4. */
class BatchCompressionTest {
    private final Session session = new Session(Streams.of(1, "test").stream(0));
    private final IdealSynapses synapses = new IdealSynapses(new float[][] {{0.1f, 0.3f}, {0.5f, 0.0f}, {0.7f, 0.9f}});

    private static Batch batch(int number, boolean isLast) {
        return new Batch(number, 100L * number, isLast, new long[2]);
    }

    @Test
    void beforeTheFirstStepNothingHappens() {
        var compression = new BatchCompression(0.2, 3, null, true);
        float[][] before = synapses.weights();
        compression.after(batch(1, false), synapses, session);
        compression.after(batch(2, false), synapses, session);
        assertArrayEquals(before, synapses.weights());
        assertEquals(List.of(), compression.steps());
    }

    @Test
    void weightsUpToTheThresholdBecomeZeroAndCanGrowAgain() {
        var compression = new BatchCompression(0.3, 1, null, true);
        compression.after(batch(1, false), synapses, session);
        assertArrayEquals(new float[][] {{0, 0}, {0.5f, 0}, {0.7f, 0.9f}}, synapses.weights());
        synapses.change(0, new int[] {0}, 1, new float[] {0.25f}, session);
        assertEquals(0.25f, synapses.weights()[0][0]);
        assertEquals(3, compression.steps().get(0).connections());
    }

    /** Behind a resistor a cell shows less than it holds: put at what it shows, it would lose that much in every batch. */
    @Test
    void cellsOfWeightsThatStayAreNotWritten() {
        DeviceCrossbar cells = new DeviceCrossbar(
                2,
                1,
                new ContinuousResponse(new ConductanceRange(0, 5e-6f), 64),
                new Waveforms(new Pulse(0.5, 5e-9), new Pulse(2, 1e-8), new Pulse(-2, 1e-8)),
                new CellOptions(List.of(new AccessResistance(1e5)), 1, Programming.OPEN_LOOP, Selection.TRANSISTOR));
        var array = new SynapseArray(cells, Mapping.SINGLE, PulseRounding.NONE, false);
        var inCells = new ArraySynapses(array, new float[][] {{0.2f}, {0.8f}});
        float shown = cells.conductances()[1][0];
        new BatchCompression(0.3, 1, null, false).after(batch(1, false), inCells, session);
        assertArrayEquals(new float[][] {{0}, {shown}}, cells.conductances());
        assertEquals(1, session.deviceWrites, "of the weight that became 0");
    }

    @Test
    void afterTheLastBatchTheyAreGoneForEver() {
        var compression = new BatchCompression(0.3, 5, null, true);
        compression.after(batch(2, true), synapses, session);
        synapses.change(0, new int[] {0}, 1, new float[] {0.25f}, session);
        assertEquals(0, synapses.weights()[0][0]);
        assertArrayEquals(
                new boolean[][] {{true, true}, {false, true}, {false, false}},
                synapses.flags().removed());
    }

    @Test
    void withTwoLevelsAllCriticalWeightsShareTheirMean() {
        var compression = new BatchCompression(0.2, 1, 2, false);
        compression.after(batch(1, false), synapses, session);
        float shared = (0.3f + 0.5f + 0.7f + 0.9f) / 4;
        assertArrayEquals(new float[][] {{0, shared}, {shared, 0}, {shared, shared}}, synapses.weights());
        assertEquals(List.of(shared), compression.steps().get(0).sharedWeights());
    }

    @Test
    void withThreeLevelsTheySplitAtTheirMedian() {
        var shared = SharedWeights.of(new float[][] {{0.1f, 0.2f, 0.3f}, {0, 0.6f, 0.8f}}, 3);
        // median 0.3: 0.1 and 0.2 below it, the others not
        assertArrayEquals(new float[] {0.15f, (0.3f + 0.6f + 0.8f) / 3}, shared.means(), 1e-7f);
        assertEquals(shared.means()[0], shared.of(0.2f));
        assertEquals(shared.means()[1], shared.of(0.3f));
    }

    @Test
    void ofManyWeightsEachLevelHoldsNearlyAsMany() {
        var random = Streams.of(2, "weights").stream(0);
        float[][] weights = new float[50][40];
        for (float[] row : weights) {
            for (int j = 0; j < row.length; j++) row[j] = random.uniform();
        }
        var shared = SharedWeights.of(weights, 5);
        int[] groups = new int[4];
        for (float[] row : weights) {
            for (float weight : row) {
                for (int g = 0; g < 4; g++) groups[g] += shared.of(weight) == shared.means()[g] ? 1 : 0;
            }
        }
        for (int count : groups) assertTrue(Math.abs(count - 500) <= 1, "a quarter each: " + count);
    }

    @Test
    void equalWeightsAndNoWeightsAreNoTrouble() {
        var equal = SharedWeights.of(new float[][] {{0.5f, 0.5f, 0}}, 4);
        assertEquals(0.5f, equal.of(0.5f));
        assertEquals(0, SharedWeights.of(new float[3][3], 3).means().length);
        var allGone = new BatchCompression(1, 1, 2, true);
        allGone.after(batch(1, true), synapses, session);
        assertArrayEquals(new float[3][2], synapses.weights());
    }

    @Test
    void connectionsAreRemovedAtRandomOrFromTheLowest() {
        boolean[][] random = Removal.random(100, 100, 0.3, Streams.of(3, "removal").stream(0));
        int removed = 0;
        for (boolean[] row : random) for (boolean gone : row) removed += gone ? 1 : 0;
        assertEquals(7000, removed, 4 * Math.sqrt(10_000 * 0.3 * 0.7), "four standard deviations of 10,000 draws");
        float[][] weights = {{0.1f, 0.4f}, {0.2f, 0.3f}};
        assertArrayEquals(new boolean[][] {{true, false}, {true, false}}, Removal.lowest(0.5, weights));
        assertArrayEquals(new boolean[2][2], Removal.lowest(1, weights));
        assertArrayEquals(new boolean[][] {{true, false}, {true, true}}, Removal.upTo(0.3, weights));
    }

    @Test
    void ofEqualWeightsAsManyAreRemovedAsAreToGoAndAllThatAreNothing() {
        float[][] fourLevels = new float[60][40];
        for (int i = 0; i < 60; i++) for (int j = 0; j < 40; j++) fourLevels[i][j] = (7 * i + 3 * j) % 4 / 4f + 0.25f;
        boolean[][] lowest = Removal.lowest(0.6, fourLevels); // 600 each are 1/4, 1/2, 3/4 and 1; 960 are to go
        int[] quarters = new int[5];
        int[] ofRow = new int[60];
        for (int i = 0; i < 60; i++) {
            for (int j = 0; j < 40; j++) {
                quarters[(int) (4 * fourLevels[i][j])] += lowest[i][j] ? 1 : 0;
                ofRow[i] += lowest[i][j] ? 1 : 0;
            }
        }
        assertArrayEquals(new int[] {0, 600, 360, 0, 0}, quarters);
        for (int count : ofRow) assertEquals(16, count, 1, "of 40, in each row");
        float[][] mostlyNothing = {{0, 0, 0, 1}};
        assertArrayEquals(new boolean[][] {{true, true, true, false}}, Removal.lowest(0.5, mostlyNothing));
    }

    /** In the order of the array every second one of all would have been every second neuron. */
    @Test
    void ofEqualWeightsEachInputAndEachNeuronLosesItsShare() {
        float[][] equal = new float[60][40];
        for (float[] row : equal) Arrays.fill(row, 1);
        boolean[][] lowest = Removal.lowest(0.5, equal);
        int[] ofNeuron = new int[40];
        for (boolean[] row : lowest) {
            int ofInput = 0;
            for (int j = 0; j < 40; j++) {
                ofInput += row[j] ? 1 : 0;
                ofNeuron[j] += row[j] ? 1 : 0;
            }
            assertEquals(20, ofInput);
        }
        for (int count : ofNeuron) assertEquals(30, count);
    }
}
