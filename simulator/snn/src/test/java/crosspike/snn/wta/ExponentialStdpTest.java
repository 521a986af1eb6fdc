package crosspike.snn.wta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExponentialStdpTest {
    private static final ExponentialStdp RULE = new ExponentialStdp(0.0667, 2.5, 0.0167);

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 100);
    }

    /** Within the error of the exponential, 6e-6, and rounding; e^−25 stands for all that is smaller. */
    @ParameterizedTest
    @MethodSource("seeds")
    void theChangesAreThoseOfEquationThreeWithinTheRangeOfWeights(long seed) {
        var cases = new SplittableRandom(seed);
        double a = cases.nextDouble(0.001, 2);
        double b = cases.nextInt(4) == 0 ? 0 : cases.nextDouble(0, 16);
        double c = cases.nextDouble(0, 2);
        int n = cases.nextInt(1, 60);
        float[] weights = new float[n];
        for (int i = 0; i < n; i++) {
            weights[i] = (float) Math.max(-1, Math.min(1, cases.nextDouble(-1.2, 1.2)));
        }
        double density = cases.nextDouble();
        int[] active =
                IntStream.range(0, n).filter(i -> cases.nextDouble() < density).toArray();
        float[] changes = nans(n);
        float[] before = weights.clone();
        new ExponentialStdp(a, b, c).changes(weights, active, active.length, new int[n], changes, new float[n]);

        double p = active.length;
        for (int i = 0; i < n; i++) {
            int row = i;
            double equation = Arrays.stream(active).anyMatch(r -> r == row)
                    ? (n - p) / n * a * Math.exp(-b * (weights[i] + 1))
                    : -p / n * c;
            double expected = b == 0 ? equation : Math.max(-1.0 - weights[i], Math.min(1.0 - weights[i], equation));
            assertEquals(expected, changes[i], Math.abs(expected) * 7e-6 + a * 1.4e-11, "row " + i);
        }
        assertTrue(Arrays.equals(before, weights), "weights are not modified");
    }

    @Test
    void withoutActiveRowsNothingChanges() {
        float[] changes = nans(4);
        RULE.changes(new float[4], new int[4], 0, new int[4], changes, new float[4]);
        for (float change : changes) {
            assertEquals(0f, Math.abs(change));
        }
    }

    @Test
    void withAllRowsActiveNothingChanges() {
        float[] changes = nans(4);
        RULE.changes(new float[4], new int[] {0, 1, 2, 3}, 4, new int[4], changes, new float[4]);
        for (float change : changes) {
            assertEquals(0f, change);
        }
    }

    @Test
    void onlyARuleThatDependsOnTheWeightReadsIt() {
        assertTrue(RULE.readsWeights());
        assertFalse(new ExponentialStdp(0.01, 0, 0.01).readsWeights());
    }

    @Test
    void parametersHaveLimits() {
        assertRefused("STDP parameter a is 0.0; expected more than 0 and at most 2", 0, 1, 1);
        assertRefused("STDP parameter a is NaN; expected more than 0 and at most 2", Double.NaN, 1, 1);
        assertRefused("STDP parameter b is 16.1; expected 0 to 16", 1, 16.1, 1);
        assertRefused("STDP parameter c is -0.1; expected 0 to 2", 1, 1, -0.1);
    }

    private static void assertRefused(String message, double a, double b, double c) {
        var e = assertThrows(IllegalArgumentException.class, () -> new ExponentialStdp(a, b, c));
        assertEquals(message, e.getMessage());
    }

    private static float[] nans(int length) {
        float[] values = new float[length];
        Arrays.fill(values, Float.NaN);
        return values;
    }
}
