package crosspike.snn.lif;

import crosspike.vector.VectorModule;
import java.util.function.Supplier;

/**
 * The hot loop: advances the membranes of a part of the layer until one of them exceeds its threshold. All kernels give the
 * same bits.
 */
interface MembraneKernel {

    /** Lengths of the arrays are multiples of this and at least {@link #SHORTEST}. */
    int GRAIN = 16;

    /** Makes the fastest kernel that this Java can run. */
    Supplier<MembraneKernel> FASTEST = VectorModule.orElse("crosspike.snn.lif.VectorKernel", PlainKernel::new);

    /** Length of the shortest arrays. */
    int SHORTEST = 64;

    /** A length of arrays for so many neurons. */
    static int padded(int neurons) {
        return Math.max(SHORTEST, (neurons + GRAIN - 1) / GRAIN * GRAIN);
    }

    /**
     * Advances by up to {@code steps} steps.
     *
     * @param v potentials before. Not modified.
     * @param g excitatory conductances before. Not modified.
     * @param vAfter overwritten
     * @param gAfter overwritten
     * @param threshold of each neuron. Not modified.
     * @param drive what is added to the conductances in each step
     * @return steps done, negative if a potential exceeds its threshold after the last of them: the first such step is the
     *     last
     */
    int advance(
            float[] v, float[] g, float[] vAfter, float[] gAfter, float[] threshold, Drive drive, Tile tile, int steps);

    /** The fastest kernel that this Java can run, for one thread. */
    static MembraneKernel fastest() {
        return FASTEST.get();
    }
}
