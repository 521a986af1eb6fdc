package crosspike.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StreamsTest {

    /**
     * These numbers are in every result; whoever changes them changes all results and says so in the changelog. Bits and
     * uniform numbers were computed by a second program from the published xoshiro256++ and SplitMix64; the others are as
     * drawn when this was written.
     */
    @Test
    void theFirstNumbersAreTheseForEver() {
        assertArrayEquals(
                new long[] {4210069280055438764L, 7255424863509075849L, -4210157090314547444L},
                draw(Streams.of(1, "initial weights").stream(0), 3));
        RandomStream mixed = Streams.of(-7, "x").stream(1L << 40);
        assertEquals(0.7636996507644653f, mixed.uniform());
        assertEquals(0.31238557320696714, mixed.uniformDouble());
        assertEquals(759, mixed.below(1000));
        assertEquals(0.43592150096496324, mixed.gaussian());
        assertEquals(0.253927705868422, mixed.gaussian());
    }

    @Test
    void aStreamIsTheSameWhateverElseWasDrawn() {
        long[] alone = draw(Streams.of(5, "spikes").stream(3), 100);
        Streams streams = Streams.of(5, "spikes");
        RandomStream other = streams.stream(2);
        RandomStream wanted = streams.stream(3);
        Streams.of(5, "noise").stream(3).gaussian();
        long[] interleaved = new long[100];
        for (int i = 0; i < 100; i++) {
            other.bits();
            interleaved[i] = wanted.bits();
        }
        assertArrayEquals(alone, interleaved);
    }

    @Test
    void seedsPurposesAndIndicesHaveNothingInCommon() {
        Set<Long> seen = new HashSet<>();
        int drawn = 0;
        for (long seed : new long[] {0, 1, 2, -1, Long.MIN_VALUE}) {
            for (String purpose : new String[] {"", "a", "b", "ab", "ba", "test", "test noise"}) {
                for (long index : new long[] {-1, 0, 1, 2, 97, 98, 1L << 33}) {
                    for (long bits : draw(Streams.of(seed, purpose).stream(index), 20)) {
                        seen.add(bits);
                        drawn++;
                    }
                }
            }
        }
        assertEquals(drawn, seen.size(), "two of " + drawn + " draws of 64 bits are equal once in 10^12 tests");
    }

    /** 16 bins of 10,000: chi-square with 15 degrees of freedom exceeds 44.3 once in 10,000. */
    @Test
    void uniformNumbersFillTheUnitIntervalEvenly() {
        RandomStream random = Streams.of(11, "uniform").stream(0);
        int[] floats = new int[16];
        int[] doubles = new int[16];
        int[] integers = new int[16];
        for (int i = 0; i < 160_000; i++) {
            floats[(int) (random.uniform() * 16)]++;
            doubles[(int) (random.uniformDouble() * 16)]++;
            integers[random.below(16)]++;
        }
        assertTrue(chiSquare(floats) < 44.3, () -> "floats: " + chiSquare(floats));
        assertTrue(chiSquare(doubles) < 44.3, () -> "doubles: " + chiSquare(doubles));
        assertTrue(chiSquare(integers) < 44.3, () -> "integers: " + chiSquare(integers));
    }

    /** First numbers of neighbouring streams are as independent as numbers of one stream. */
    @Test
    void theFirstNumbersOfNeighbouringStreamsFillTheUnitIntervalEvenly() {
        Streams streams = Streams.of(12, "neighbours");
        int[] bins = new int[16];
        for (int i = 0; i < 160_000; i++) {
            bins[(int) (streams.stream(i).uniform() * 16)]++;
        }
        assertTrue(chiSquare(bins) < 44.3, () -> "chi-square is " + chiSquare(bins));
    }

    /** 100,000 draws; 4 standard errors: mean 4/√N, variance 4·√(2/N), fourth moment 4·√(96/N). */
    @Test
    void gaussiansHaveMeanZeroVarianceOneAndKurtosisThree() {
        RandomStream random = Streams.of(13, "gaussian").stream(0);
        int n = 100_000;
        double sum = 0;
        double squares = 0;
        double fourths = 0;
        for (int i = 0; i < n; i++) {
            double x = random.gaussian();
            sum += x;
            squares += x * x;
            fourths += x * x * x * x;
        }
        assertEquals(0, sum / n, 4 / Math.sqrt(n));
        assertEquals(1, squares / n, 4 * Math.sqrt(2.0 / n));
        assertEquals(3, fourths / n, 4 * Math.sqrt(96.0 / n));
    }

    private static long[] draw(RandomStream random, int count) {
        long[] bits = new long[count];
        for (int i = 0; i < count; i++) {
            bits[i] = random.bits();
        }
        return bits;
    }

    private static double chiSquare(int[] bins) {
        double sum = 0;
        for (int bin : bins) {
            sum += (bin - 10_000.0) * (bin - 10_000.0) / 10_000;
        }
        return sum;
    }
}
