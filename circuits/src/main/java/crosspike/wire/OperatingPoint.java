package crosspike.wire;

/**
 * The DC solution of a crossbar. Arrays are {@code [rows][columns]}, or one value for each line.
 *
 * @param wordVolts voltages of the word-line nodes, in V; NaN where a node is connected to no terminal
 * @param bitVolts voltages of the bit-line nodes, likewise
 * @param deviceAmps from word to bit line, in A
 * @param leftAmps from each driver into the array, in A
 * @param rightAmps likewise
 * @param bottomAmps out of the array into each terminal, in A
 * @param topAmps likewise
 * @param supplyWatts Σ V·I that all terminals deliver
 * @param iterations steps of the conjugate gradients, over all linear solutions
 * @param residual largest sum of currents at a node, less what the rounding of node voltages to double precision explains, over
 *     the largest current of a terminal (|V|/R if that is larger)
 */
public record OperatingPoint(
        double[][] wordVolts,
        double[][] bitVolts,
        double[][] deviceAmps,
        double[] leftAmps,
        double[] rightAmps,
        double[] bottomAmps,
        double[] topAmps,
        double supplyWatts,
        int iterations,
        double residual) {}
