package crosspike.snn.wta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExponentialTest {

    @Test
    void theRelativeErrorIsAtMostTwoInABillion() {
        double worst = 0;
        int n = 320_000;
        for (int i = 0; i <= n; i++) {
            double x = -32.0 * i / n;
            worst = Math.max(worst, Math.abs(of(x) / StrictMath.exp(x) - 1));
        }
        double found = worst;
        assertTrue(found <= 2e-9, () -> "relative error is " + found);
        assertTrue(found > 1e-10, () -> "the error is only " + found + ": the comment can promise more");
    }

    @Test
    void itNeverFallsAndEndsAtOne() {
        double last = 0;
        for (int i = -40_000; i <= 0; i++) {
            double now = of(i / 1_000.0);
            assertTrue(now >= last, "at " + i / 1_000.0);
            last = now;
        }
        assertEquals(1, of(0));
    }

    @Test
    void belowMinus32ItStaysThere() {
        assertEquals(of(-32), of(-32.5));
        assertEquals(of(-32), of(-1e300));
        assertEquals(of(-32), of(Double.NEGATIVE_INFINITY));
    }

    @Test
    void onlyTheFirstValuesAreReplaced() {
        double[] values = {0, 0, -7};
        Exponential.ofNonPositive(values, 2);
        assertEquals(-7, values[2]);
    }

    private static double of(double x) {
        double[] values = {x};
        Exponential.ofNonPositive(values, 1);
        return values[0];
    }
}
