package crosspike.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ActiveRowsTest {

    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#thirty")
    void rowsAndWhatChangedAreFoundAmongTheCandidates(long seed) {
        var cases = new SplittableRandom(seed);
        int most = cases.nextInt(1, 200);
        ActiveRows rows = new ActiveRows(most);
        for (int series = 0; series < 3; series++) {
            int[] candidates =
                    IntStream.range(0, most).filter(r -> cases.nextInt(3) > 0).toArray();
            rows.begin(candidates, candidates.length);
            assertEquals(0, rows.count());
            int[] before = {};
            for (int read = 0; read < 10; read++) {
                long[] bits = new long[ActiveRows.words(most)];
                int[] active = IntStream.range(0, candidates.length)
                        .filter(i -> cases.nextBoolean())
                        .peek(i -> bits[i / 64] |= 1L << i)
                        .map(i -> candidates[i])
                        .toArray();
                rows.next(bits);
                assertEquals(active.length, rows.count());
                assertArrayEquals(without(active, before), first(rows.added(scratch), scratch));
                assertArrayEquals(without(before, active), first(rows.removed(scratch), scratch));
                assertArrayEquals(active, first(rows.count(), rows.list()));
                before = active;
            }
        }
    }

    private final int[] scratch = new int[200];

    private static int[] first(int count, int[] values) {
        return Arrays.copyOf(values, count);
    }

    private static int[] without(int[] some, int[] others) {
        return Arrays.stream(some)
                .filter(r -> Arrays.binarySearch(others, r) < 0)
                .toArray();
    }
}
