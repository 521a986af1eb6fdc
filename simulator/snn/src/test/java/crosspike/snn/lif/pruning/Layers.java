package crosspike.snn.lif.pruning;

import crosspike.crossbar.Session;
import crosspike.random.Streams;
import crosspike.snn.lif.Compression.Batch;
import crosspike.snn.lif.IdealSynapses;
import crosspike.snn.lif.Synapses;

/** Small layers for tests. */
final class Layers {
    private Layers() {}

    /** 100 inputs with the weights 0.005, 0.015 ... 0.995 to each of some neurons. */
    static Synapses ramp(int neurons) {
        float[][] weights = new float[100][neurons];
        for (int i = 0; i < 100; i++) {
            for (int j = 0; j < neurons; j++) {
                weights[i][j] = (i + 0.5f) / 100;
            }
        }
        return new IdealSynapses(weights);
    }

    static Session session() {
        return new Session(Streams.of(1, "test").stream(0));
    }

    /** Batch number n of so many, of 5,000 images. */
    static Batch batch(int number, int of, long... spikes) {
        return new Batch(number, number * 5_000L, number == of, spikes);
    }

    /** Synapses of a neuron that are not removed. */
    static int left(Synapses synapses, int neuron) {
        int left = 0;
        for (boolean[] row : synapses.flags().removed()) {
            left += row[neuron] ? 0 : 1;
        }
        return left;
    }
}
