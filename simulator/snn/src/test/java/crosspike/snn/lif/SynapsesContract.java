package crosspike.snn.lif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.crossbar.Session;
import crosspike.random.Streams;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What all synapses must do. */
abstract class SynapsesContract {
    private static final int INPUTS = 12;
    private static final int NEURONS = 5;
    /** Conductances are floats over a range of a factor of 50, with rounding at both ends. */
    private static final double ROUNDING = 2e-6;

    private final Session session = new Session(Streams.of(1, "session").stream(0));
    private float[][] weights;
    private Synapses synapses;

    abstract Synapses of(float[][] weights);

    @BeforeEach
    void setUp() {
        weights = IdealSynapses.uniform(INPUTS, NEURONS, 0.1, 0.5, Streams.of(1, "weights").stream(0));
        synapses = of(weights);
    }

    @Test
    void theyHaveTheWeightsTheyWereGiven() {
        assertWeights(weights);
    }

    @Test
    void aStepDrivesEachNeuronByTheSumOfItsWeights() {
        int[] inputs = {0, 1, 2, 5, 7, 8, 9, 10, 11, 4};
        for (int count = 0; count <= inputs.length; count++) {
            int[] spikes = Arrays.copyOf(inputs, count);
            for (int j = 0; j < NEURONS; j++) {
                double sum = 0;
                for (int input : spikes) {
                    sum += weights[input][j];
                }
                assertEquals(sum, drive(spikes)[j], 10 * ROUNDING, count + " spikes");
            }
        }
    }

    @Test
    void theWeightsOfANeuronAreReadInTheOrderAskedFor() {
        float[] read = new float[3];
        synapses.read(2, new int[] {1, 4, 9}, 3, read, session);
        assertEquals(weights[1][2], read[0], ROUNDING);
        assertEquals(weights[4][2], read[1], ROUNDING);
        assertEquals(weights[9][2], read[2], ROUNDING);
    }

    @Test
    void changesAreAddedAndStopAtTheEndsOfTheRange() {
        synapses.change(1, new int[] {0, 3, 7}, 3, new float[] {0.25f, 2f, -2f}, session);
        weights[0][1] += 0.25f;
        weights[3][1] = 1;
        weights[7][1] = 0;
        assertWeights(weights);
    }

    @Test
    void changesByInputSpikesAreThereWhenThePresentationEnds() {
        SpikeTrain spikes =
                SpikeTrain.of(new int[] {9}, new int[] {9, 2}, new int[] {}, new int[] {2, 6}, new int[] {2});
        synapses.changeAtSpikes(4, spikes, 2, 5, new float[] {-0.05f, 1, -0.0125f, 1}, 1, session);
        synapses.changeAtSpikes(0, SpikeTrain.of(new int[] {2}), 0, 1, new float[] {-0.05f}, 0, session);
        synapses.settle(session);
        weights[2][4] -= 0.0625f;
        weights[6][4] -= 0.0125f;
        weights[2][0] -= 0.05f;
        assertWeights(weights);
    }

    @Test
    void normalisingScalesEachColumnToTheSum() {
        synapses.normalise(2.5, session);
        for (int j = 0; j < NEURONS; j++) {
            double before = 0;
            double after = 0;
            for (int i = 0; i < INPUTS; i++) {
                before += weights[i][j];
                after += synapses.weights()[i][j];
            }
            assertEquals(2.5, after, INPUTS * ROUNDING);
            assertEquals(2.5 / before * weights[3][j], synapses.weights()[3][j], ROUNDING);
        }
    }

    @Test
    void whatIsPlacedIsThereAndNotANumberLeavesAWeightAlone() {
        float[][] wanted = new float[INPUTS][NEURONS];
        for (int i = 0; i < INPUTS; i++) {
            for (int j = 0; j < NEURONS; j++) {
                wanted[i][j] = i % 2 == 0 ? Float.NaN : 0.1f * j;
                weights[i][j] = i % 2 == 0 ? weights[i][j] : wanted[i][j];
            }
        }
        synapses.place(wanted, session);
        assertWeights(weights);
    }

    @Test
    void zeroedWeightsCanBeLearntAgain() {
        float[][] zero = new float[INPUTS][NEURONS];
        synapses.place(zero, session);
        synapses.change(0, new int[] {5}, 1, new float[] {0.5f}, session);
        zero[5][0] = 0.5f;
        assertWeights(zero);
    }

    @Test
    void frozenSynapsesConductAndNeverChange() {
        boolean[][] which = new boolean[INPUTS][NEURONS];
        which[3][2] = true;
        synapses.freeze(which, session);
        synapses.change(2, new int[] {3, 4}, 2, new float[] {0.25f, 0.25f}, session);
        synapses.changeAtSpikes(2, SpikeTrain.of(new int[] {3}), 0, 1, new float[] {-0.1f}, 0, session);
        synapses.settle(session);
        weights[4][2] += 0.25f;
        assertWeights(weights);
        assertEquals(weights[3][2], drive(3)[2], ROUNDING);
        assertEquals(INPUTS - 1, synapses.flags().plasticOfNeuron(2));
        assertTrue(synapses.flags().frozen()[3][2]);
    }

    @Test
    void removedSynapsesAreZeroForEverAndNotCounted() {
        boolean[][] which = new boolean[INPUTS][NEURONS];
        which[3][2] = true;
        which[3][4] = true;
        synapses.remove(which, session);
        synapses.change(2, new int[] {3}, 1, new float[] {0.25f}, session);
        float[][] ones = new float[INPUTS][NEURONS];
        ones[3][4] = 1;
        ones[3][1] = 1;
        synapses.place(ones, session);
        assertEquals(0, synapses.weights()[3][2]);
        assertEquals(0, synapses.weights()[3][4]);
        assertEquals(1, synapses.weights()[3][1], ROUNDING);
        assertEquals(0, drive(3)[2], ROUNDING);
        synapses.account(new int[] {3, 5}, 2, session);
        assertEquals(2L * NEURONS - 2, session.synapticOperations);
        assertTrue(synapses.flags().removed()[3][2] && synapses.flags().frozen()[3][2]);
    }

    private float[] drive(int... spikes) {
        assertEquals(1, synapses.parts());
        Drive drive = new Drive(MembraneKernel.padded(NEURONS));
        synapses.drive(0, SpikeTrain.of(new int[] {1}, spikes), 1, drive, session);
        float[] sum = new float[NEURONS];
        for (int r = drive.from(0); r < drive.from(1); r++) {
            for (int j = 0; j < NEURONS; j++) {
                sum[j] += drive.rows()[drive.numbers()[r]][j];
            }
        }
        return sum;
    }

    private void assertWeights(float[][] expected) {
        float[][] actual = synapses.weights();
        for (int i = 0; i < INPUTS; i++) {
            for (int j = 0; j < NEURONS; j++) {
                assertEquals(expected[i][j], actual[i][j], ROUNDING, "input " + i + ", neuron " + j);
            }
        }
    }
}
