package crosspike.experiment.run;

/**
 * {@code array.json}: how the network lies in the array.
 *
 * @param mapping {@code single}: one cell for each weight, column = neuron; {@code pair}: G+ in column 2·neuron and G− in
 *     column 2·neuron + 1; {@code unidirectional-pair}: likewise; {@code reference-column}: as single, and a last column at
 *     weight 0
 * @param rows word lines
 * @param columns bit lines
 * @param outputs output neurons
 * @param minSiemens lowest conductance of a cell in S
 * @param maxSiemens highest conductance of a cell in S
 * @param readVolts read voltage in V
 * @param imageWidth width of an image in pixels
 * @param imageHeight height of an image in pixels
 * @param rowPixels pixel number (row-major) that drives each word line; −1 for the bias input
 */
public record ArrayLayout(
        String mapping,
        int rows,
        int columns,
        int outputs,
        double minSiemens,
        double maxSiemens,
        double readVolts,
        int imageWidth,
        int imageHeight,
        int[] rowPixels) {}
