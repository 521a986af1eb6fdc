package crosspike.experiment.run;

import crosspike.input.UserError;
import java.math.BigDecimal;

/**
 * One row of {@code raster.csv}: a spike while a test image is shown.
 *
 * @param sample number of the image in the test set
 * @param label class of the image
 * @param layer {@code input} or {@code output}
 * @param neuron number of the neuron in its layer
 * @param timeMs time since the image appeared, in ms; a decimal, as networks have steps of fractions of it
 */
public record RasterSpike(int sample, int label, String layer, int neuron, BigDecimal timeMs) {
    /** Test images whose spikes are kept. */
    public static final int SAMPLES = 3;

    public static final String INPUT = "input";
    public static final String OUTPUT = "output";

    public RasterSpike {
        if ((long) timeMs.precision() - timeMs.scale() > 12) {
            throw new UserError("time_ms is " + timeMs + "; expected at most twelve digits before the point");
        }
        if (timeMs.scale() != 0) timeMs = timeMs.stripTrailingZeros();
        if (timeMs.scale() < 0) timeMs = timeMs.setScale(0); // 10, not 1E+1
    }

    /** A spike of a network whose steps are whole milliseconds. */
    public RasterSpike(int sample, int label, String layer, int neuron, int timeMs) {
        this(sample, label, layer, neuron, BigDecimal.valueOf(timeMs));
    }
}
