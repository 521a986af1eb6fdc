package crosspike.snn.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitColumnTest {
    private static final List<BitColumn> ALL = List.of(BitColumn::inPlainJava, new VectorBitColumn());

    /** Processors of other kinds may have vectors that are too short. */
    @Test
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    void theFastestIsAnother() {
        assertEquals("VectorBitColumn", BitColumn.FASTEST.get().getClass().getSimpleName());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 7})
    void takesOneBitOfEachWord(int count) {
        long[] words = new SplittableRandom(count).longs(64L * count + 1).toArray();
        for (int bit = 0; bit < 130; bit++) {
            BitSet expected = new BitSet();
            for (int i = 0; i < 64 * count; i++) {
                expected.set(i, BitSet.valueOf(new long[] {words[i]}).get(bit % 64));
            }
            long[] wanted = new long[count + 1];
            System.arraycopy(expected.toLongArray(), 0, wanted, 0, expected.toLongArray().length);
            wanted[count] = 9; // what is not wanted stays
            for (BitColumn column : ALL) {
                long[] out = new long[count + 1];
                out[count] = 9;
                column.of(words, bit, out, count);
                assertArrayEquals(wanted, out, "bit " + bit);
            }
        }
    }
}
