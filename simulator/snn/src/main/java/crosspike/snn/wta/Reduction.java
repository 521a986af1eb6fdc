package crosspike.snn.wta;

import crosspike.vector.VectorModule;
import java.util.function.Supplier;

/** What many numbers amount to. All implementations give the same bits. */
interface Reduction {
    /** Makes the fastest that this Java can run. */
    Supplier<Reduction> FASTEST = VectorModule.orElse("crosspike.snn.wta.VectorReduction", PlainReduction::new);

    /** The largest of the first {@code count} values, at least one; none is NaN. */
    float largest(float[] values, int count);

    /**
     * Adds the upper half of some values to the lower: {@code sums[i] = values[i] + values[i + sums.length]}.
     *
     * @param values twice as many as sums. Not modified.
     * @param sums overwritten; a power of two of them
     */
    void fold(float[] values, float[] sums);
}
