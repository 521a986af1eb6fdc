package crosspike.snn.wta;

import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Mapping;
import crosspike.crossbar.PulseRounding;
import crosspike.crossbar.SynapseArray;
import crosspike.device.Pulse;
import crosspike.device.PulseResponse;
import crosspike.device.Waveforms;
import crosspike.random.RandomStream;
import crosspike.random.Streams;

/** Networks with random weights. */
final class Untrained {
    private static final Waveforms WAVEFORMS =
            new Waveforms(new Pulse(0.5, 5e-9), new Pulse(2, 1e-8), new Pulse(-2, 1e-8));

    private Untrained() {}

    static WtaNetwork network(int[] rowPixels, int neurons, PulseResponse response, Mapping mapping, long seed) {
        DeviceCrossbar crossbar =
                new DeviceCrossbar(rowPixels.length, neurons * mapping.columnsPerNeuron(), response, WAVEFORMS);
        SynapseArray synapses = new SynapseArray(
                crossbar,
                mapping,
                response.takesFractionalPulses() ? PulseRounding.NONE : PulseRounding.STOCHASTIC,
                true);
        RandomStream random = Streams.of(seed, "initial weights").stream(0);
        float[][] weights = new float[neurons][rowPixels.length];
        for (float[] neuron : weights) {
            for (int i = 0; i < neuron.length; i++) {
                neuron[i] = 2 * random.uniform() - 1;
            }
        }
        synapses.preset(weights);
        return new WtaNetwork(synapses, rowPixels, 200, 10, 1);
    }
}
