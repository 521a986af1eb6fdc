package crosspike.snn.wta;

import crosspike.crossbar.SynapseArray;

/**
 * A layer of inputs, a layer of neurons of which one fires at a time, and the synapses between them.
 *
 * @param synapses weights, in cells; one row for each entry of {@code rowPixels}
 * @param rowPixels pixel (row-major) that drives each row; −1 for the bias input
 * @param inputHertz rate of the brightest pixel in Hz
 * @param windowMs how long a spike keeps its input active, in ms
 * @param beta softmax gain β
 */
public record WtaNetwork(SynapseArray synapses, int[] rowPixels, double inputHertz, int windowMs, float beta) {
    public WtaNetwork {
        if (synapses.rows() != rowPixels.length) {
            throw new IllegalArgumentException(
                    "array has " + synapses.rows() + " rows, but " + rowPixels.length + " inputs");
        }
    }

    /** Output neurons. */
    public int neurons() {
        return synapses.neurons();
    }
}
