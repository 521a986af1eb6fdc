package crosspike.snn.encoding;

import crosspike.vector.VectorModule;
import java.util.function.Supplier;

/** Takes the same bit of many words. */
interface BitColumn {
    /** Makes the fastest that this Java can run. */
    Supplier<BitColumn> FASTEST =
            VectorModule.orElse("crosspike.snn.encoding.VectorBitColumn", () -> BitColumn::inPlainJava);

    /**
     * Bit i of {@code out} is bit {@code bit} of word i.
     *
     * @param words 64 for each word of {@code out} that is wanted. Not modified.
     * @param bit counted modulo 64
     * @param out overwritten: its first {@code count} words
     */
    void of(long[] words, int bit, long[] out, int count);

    /** The same in plain Java. */
    static void inPlainJava(long[] words, int bit, long[] out, int count) {
        for (int w = 0; w < count; w++) {
            long bits = 0;
            for (int i = w * Long.SIZE; i < (w + 1) * Long.SIZE; i++) {
                bits |= (words[i] >>> bit & 1) << i;
            }
            out[w] = bits;
        }
    }
}
