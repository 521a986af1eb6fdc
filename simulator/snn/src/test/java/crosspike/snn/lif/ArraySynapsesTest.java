package crosspike.snn.lif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.crossbar.CellOptions;
import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Mapping;
import crosspike.crossbar.PulseRounding;
import crosspike.crossbar.Session;
import crosspike.crossbar.SynapseArray;
import crosspike.device.ConductanceRange;
import crosspike.device.ContinuousResponse;
import crosspike.device.LevelResponse;
import crosspike.device.Pulse;
import crosspike.device.PulseResponse;
import crosspike.device.Waveforms;
import crosspike.device.nonideality.ReadNoise;
import crosspike.random.Streams;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArraySynapsesTest extends SynapsesContract {
    private static final ConductanceRange RANGE = new ConductanceRange(1e-7f, 5e-6f);
    private static final Waveforms WAVEFORMS =
            new Waveforms(new Pulse(0.5, 5e-9), new Pulse(2, 1e-8), new Pulse(-2, 1e-8));

    @Override
    Synapses of(float[][] weights) {
        return on(new ContinuousResponse(RANGE, 64), PulseRounding.NONE, weights);
    }

    private static ArraySynapses on(PulseResponse response, PulseRounding rounding, float[][] weights) {
        DeviceCrossbar cells = new DeviceCrossbar(weights.length, weights[0].length, response, WAVEFORMS);
        return new ArraySynapses(new SynapseArray(cells, Mapping.SINGLE, rounding, true), weights);
    }

    /** Otherwise a pruning would see the same noise after every batch, and take the same cells for weak. */
    @Test
    void noiseIsDrawnAnewWheneverWeightsAreLookedAt() {
        DeviceCrossbar cells = new DeviceCrossbar(
                1,
                1,
                new ContinuousResponse(RANGE, 64),
                WAVEFORMS,
                CellOptions.IDEAL.with(List.of(new ReadNoise(0.1, 0)), 1));
        var array = new SynapseArray(cells, Mapping.SINGLE, PulseRounding.NONE, false);
        ArraySynapses synapses = new ArraySynapses(array, new float[][] {{0.5f}});
        assertNotEquals(synapses.weights()[0][0], synapses.weights()[0][0]);
    }

    @Test
    void aWeightOfZeroIsTheLowestConductance() {
        ArraySynapses synapses =
                on(new ContinuousResponse(RANGE, 64), PulseRounding.NONE, new float[][] {{0, 1}, {0.5f, 0}});
        float[][] siemens = synapses.array().crossbar().conductances();
        assertEquals(1e-7, siemens[0][0], 1e-13);
        assertEquals(5e-6, siemens[0][1], 1e-12);
        assertEquals(2.55e-6, siemens[1][0], 1e-12);
    }

    @Test
    void readsAndWritesAreCharged() {
        float[][] weights = new float[4][3];
        ArraySynapses synapses = on(new ContinuousResponse(RANGE, 64), PulseRounding.NONE, weights);
        Session session = new Session(Streams.of(1, "session").stream(0));
        synapses.drive(0, SpikeTrain.of(new int[] {1, 2}), 0, new Drive(MembraneKernel.padded(3)), session);
        // 0.5 V for 5 ns on 2 rows of 3 cells at 0.1 µS
        assertEquals(0.25 * 5e-9 * 6 * 1e-7, session.readJoules, 1e-19);
        assertEquals(1, session.reads);
        assertEquals(0, session.synapticOperations, "left to account");
        synapses.change(0, new int[] {3}, 1, new float[] {0.5f}, session);
        assertEquals(1, session.deviceWrites);
        assertEquals(32, session.potentiationPulses, 1e-4); // half of the 64 pulses from end to end
        assertTrue(session.potentiationJoules > 0);
    }

    @Test
    void smallChangesByInputSpikesWaitForOneWrite() {
        ArraySynapses synapses = on(new LevelResponse(RANGE, 64), PulseRounding.STOCHASTIC, new float[][] {{0.5f}});
        Session session = new Session(Streams.of(1, "session").stream(0));
        for (int k = 0; k < 1000; k++) {
            synapses.changeAtSpikes(0, SpikeTrain.of(new int[] {0}), 0, 1, new float[] {-1e-4f}, 0, session);
        }
        assertEquals(0, session.nominalUpdates);
        synapses.settle(session);
        assertEquals(1, session.nominalUpdates);
        assertEquals(0.4, synapses.weights()[0][0], 1.0 / 63); // to a level
    }

    @Test
    void flaggedCellsAreSwitchedOffAndDissipateNothing() {
        float[][] weights = {{0.5f, 0.25f}, {0.75f, 0}};
        ArraySynapses synapses = on(new ContinuousResponse(RANGE, 64), PulseRounding.NONE, weights);
        Session session = new Session(Streams.of(1, "session").stream(0));
        synapses.remove(new boolean[][] {{false, true}, {true, false}}, session);
        Drive drive = new Drive(MembraneKernel.padded(2));
        Session read = new Session(Streams.of(1, "read").stream(0));
        synapses.drive(0, SpikeTrain.of(new int[] {0, 1}), 0, drive, read);
        float[] sums = drive.rows()[drive.numbers()[drive.from(0)]];
        assertEquals(0.5, sums[0], 1e-6); // what is left of 0.5 + 0.75
        assertEquals(0, sums[1], 1e-6); // what is left of 0.25 + 0
        double siemens = 2.55e-6 + 1e-7; // of a weight of 0.5, and of 0
        assertEquals(0.25 * 5e-9 * siemens, read.readJoules, 1e-5 * 0.25 * 5e-9 * siemens, "rounding of floats");
        synapses.normalise(0.5, session);
        assertEquals(0.5, synapses.weights()[0][0], 1e-5, "the sum is that of the synapses that are left");
    }

    /** Few synapses of a pruned neuron cannot reach the sum of all; they stay full and take no more pulses. */
    @Test
    void normalisingAsksNoCellForMoreThanItsRange() {
        ArraySynapses synapses =
                on(new ContinuousResponse(RANGE, 64), PulseRounding.NONE, new float[][] {{0.5f}, {1f}});
        Session session = new Session(Streams.of(1, "session").stream(0));
        synapses.normalise(40, session);
        assertEquals(1, synapses.weights()[0][0], 1e-5);
        assertEquals(
                32, session.potentiationPulses, 1e-3); // half of the 64 pulses from end to end, none for the full cell
    }
}
