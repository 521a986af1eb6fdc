package crosspike.snn.encoding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BitMatrixTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 65})
    void bitsAndWordsChangePlaces(int from) {
        long[] words = new SplittableRandom(from).longs(from + 66).toArray();
        long[] transposed = words.clone();
        BitMatrix.transpose(transposed, from);
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 64; j++) {
                assertEquals(words[from + i] >>> j & 1, transposed[from + j] >>> i & 1, "bit " + j + " of word " + i);
            }
        }
        for (int outside = 0; outside < words.length; outside++) {
            if (outside < from || outside >= from + 64) {
                assertEquals(words[outside], transposed[outside], "word " + outside);
            }
        }
    }
}
