package crosspike.snn.lif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import crosspike.crossbar.Session;
import crosspike.random.Streams;
import org.junit.jupiter.api.Test;

class IdealSynapsesTest extends SynapsesContract {
    @Override
    Synapses of(float[][] weights) {
        return new IdealSynapses(weights);
    }

    /** Few synapses of a pruned neuron share the sum of all, so that normalising takes them beyond the range of learning. */
    @Test
    void whatNormalisingPutAboveOneIsLoweredByNoMoreThanAsked() {
        Session session = new Session(Streams.of(1, "session").stream(0));
        Synapses synapses = of(new float[][] {{0.5f}, {0.5f}, {0.5f}, {0.5f}});
        synapses.normalise(5, session); // 1.25 each
        synapses.changeAtSpikes(0, SpikeTrain.of(new int[] {0}), 0, 1, new float[] {-0.125f}, 0, session);
        synapses.change(0, new int[] {1, 2}, 2, new float[] {0f, 0.125f}, session);
        synapses.settle(session);
        float[][] weights = synapses.weights();
        assertEquals(1.125f, weights[0][0], "lowered");
        assertEquals(1.25f, weights[1][0], "no change asked for");
        assertEquals(1f, weights[2][0], "learning raises nothing above 1");
        assertEquals(1.25f, weights[3][0], "left alone");
    }
}
