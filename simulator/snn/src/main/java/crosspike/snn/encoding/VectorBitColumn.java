package crosspike.snn.encoding;

import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** The same bit of many words, in Java's vector module. */
final class VectorBitColumn implements BitColumn {
    private static final VectorSpecies<Long> SPECIES = LongVector.SPECIES_256;
    private static final int LANES = SPECIES.length();
    private static final LongVector LANE = LongVector.zero(SPECIES).addIndex(1);

    @Override
    public void of(long[] words, int bit, long[] out, int count) {
        int shift = bit & Long.SIZE - 1;
        for (int w = 0; w < count; w++) {
            LongVector bits = LongVector.zero(
                    SPECIES); // lane l: its bits 0, LANES, 2·LANES ... are those of words l, l + LANES ...
            for (int i = (w + 1) * Long.SIZE - LANES; i >= w * Long.SIZE; i -= LANES) {
                LongVector next = LongVector.fromArray(SPECIES, words, i)
                        .lanewise(VectorOperators.LSHR, shift)
                        .and(1);
                bits = bits.lanewise(VectorOperators.LSHL, LANES).or(next);
            }
            out[w] = bits.lanewise(VectorOperators.LSHL, LANE).reduceLanes(VectorOperators.OR);
        }
    }
}
