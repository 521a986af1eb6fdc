package crosspike.snn.wta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReductionTest {
    private static final List<Reduction> ALL = List.of(new PlainReduction(), new VectorReduction());

    /** Processors of other kinds may have vectors that are too short. */
    @Test
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    void theFastestIsAnother() {
        assertEquals("VectorReduction", Reduction.FASTEST.get().getClass().getSimpleName());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 31, 32, 33, 100, 500, 1000})
    void findsTheLargest(int count) {
        SplittableRandom cases = new SplittableRandom(count);
        for (int i = 0; i < 100; i++) {
            float[] values = values(count + 3, cases);
            Arrays.fill(values, count, values.length, 1e9f);
            double largest =
                    IntStream.range(0, count).mapToDouble(k -> values[k]).max().getAsDouble();
            for (Reduction reduction : ALL) {
                assertEquals(largest, reduction.largest(values, count));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16, 256})
    void foldsTheUpperHalfOntoTheLower(int count) {
        float[] values = values(2 * count, new SplittableRandom(count));
        float[] before = values.clone();
        float[] expected = new float[count];
        for (int i = 0; i < count; i++) {
            expected[i] = values[i] + values[i + count];
        }
        for (Reduction reduction : ALL) {
            float[] sums = new float[count];
            Arrays.fill(sums, Float.NaN);
            reduction.fold(values, sums);
            assertArrayEquals(expected, sums);
            assertArrayEquals(before, values, "values are not modified");
        }
    }

    private static float[] values(int count, SplittableRandom cases) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) cases.nextDouble(-100, 100);
        }
        return values;
    }
}
