package crosspike.experiment.run;

/**
 * One row of {@code raster.csv}: a spike while a test image is shown.
 *
 * @param sample number of the image in the test set
 * @param label class of the image
 * @param layer {@code input} or {@code output}
 * @param neuron number of the neuron in its layer
 * @param timeMs time since the image appeared, in ms
 */
public record RasterSpike(int sample, int label, String layer, int neuron, int timeMs) {
    /** Test images whose spikes are kept. */
    public static final int SAMPLES = 3;

    public static final String INPUT = "input";
    public static final String OUTPUT = "output";
}
