package crosspike.snn.lif;

class IdealSynapsesTest extends SynapsesContract {
    @Override
    Synapses of(float[][] weights) {
        return new IdealSynapses(weights);
    }
}
