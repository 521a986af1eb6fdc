package crosspike.snn.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class BernoulliWordsTest {
    private static final long ALL = -1;

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    /** By the definition: each bit has a random number of 32 bits, one bit of each random word, and is set if that is below the threshold. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aBitIsSetIfItsRandomNumberIsBelowTheThreshold(long seed) {
        var cases = new SplittableRandom(seed);
        int count = cases.nextInt(1, 200);
        long[] thresholds = cases.longs(count, 0, 1L << 32).toArray();
        thresholds[0] = cases.nextBoolean() ? 0 : (1L << 32) - 1;
        long wanted = cases.nextBoolean() ? ALL : cases.nextLong();
        long key = cases.nextLong();
        long[] out = new long[count + 1];
        out[count] = 7;
        new BernoulliWords(count).draw(thresholds, count, wanted, key, out);
        for (int i = 0; i < count; i++) {
            var splitMix = new SplittableRandom(key + i * 32L * 0x9E3779B97F4A7C15L); // Java's is the same generator
            long[] random = splitMix.longs(32).toArray();
            for (int bit = 0; bit < 64; bit++) {
                long number = 0;
                for (long word : random) {
                    number = number << 1 | word >>> bit & 1;
                }
                boolean expected = number < thresholds[i] && (wanted >>> bit & 1) != 0;
                assertEquals(expected, (out[i] >>> bit & 1) != 0, "bit " + bit + " of word " + i);
            }
        }
        assertEquals(7, out[count], "what was not asked for stays");
    }

    /** 10,000 draws; the mean is within 4 standard errors √(p(1−p)/N) of the probability, of each word. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.004, 0.18, 0.5, 0.99})
    void everyWordsBitsAreSetWithItsProbability(double p) {
        int count = 20;
        long[] thresholds = new long[count];
        Arrays.fill(thresholds, Math.round(p * 0x1p32));
        var words = new BernoulliWords(count);
        var keys = new SplittableRandom(2);
        long[] out = new long[count];
        long[] set = new long[count];
        int n = 10_000;
        for (int k = 0; k < n; k++) {
            words.draw(thresholds, count, ALL, keys.nextLong(), out);
            for (int i = 0; i < count; i++) {
                set[i] += Long.bitCount(out[i]);
            }
        }
        double steps = 64.0 * n;
        for (int i = 0; i < count; i++) {
            assertEquals(p, set[i] / steps, 4 * Math.sqrt(p * (1 - p) / steps), "word " + i);
        }
    }

    /** Of p = 1/2: pairs of bits next to each other in a word, and in words next to each other, within 4 standard errors. */
    @Test
    void neighboursAreIndependent() {
        int count = 50;
        long[] thresholds = new long[count];
        Arrays.fill(thresholds, 1L << 31);
        var words = new BernoulliWords(count);
        var keys = new SplittableRandom(3);
        long[] out = new long[count];
        long inWord = 0;
        long ofWords = 0;
        int n = 1_000;
        for (int k = 0; k < n; k++) {
            words.draw(thresholds, count, ALL, keys.nextLong(), out);
            for (int i = 1; i < count; i++) {
                inWord += Long.bitCount(out[i] & out[i] >>> 1);
                ofWords += Long.bitCount(out[i] & out[i - 1]);
            }
        }
        // the variance of a pair is 3/16, its covariance with each of two neighbours, which share a bit with it, 1/16
        double pairs = 63.0 * n * (count - 1);
        assertEquals(0.25, inWord / pairs, 4 * Math.sqrt(5.0 / 16 / pairs));
        pairs = 64.0 * n * (count - 1);
        assertEquals(0.25, ofWords / pairs, 4 * Math.sqrt(5.0 / 16 / pairs));
    }

    @Test
    void theSameKeyDrawsTheSameAndAnotherDoesNot() {
        long[] thresholds = {1L << 31, 1L << 30, 1L << 29};
        var words = new BernoulliWords(3);
        long[] first = new long[3];
        long[] again = new long[3];
        long[] another = new long[3];
        words.draw(thresholds, 3, ALL, 5, first);
        words.draw(thresholds, 3, ALL, 6, another);
        words.draw(thresholds, 3, ALL, 5, again);
        assertArrayEquals(first, again);
        assertTrue(!Arrays.equals(first, another));
    }
}
