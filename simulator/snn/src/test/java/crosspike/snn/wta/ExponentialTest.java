package crosspike.snn.wta;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExponentialTest {

    @Test
    void theRelativeErrorIsAtMostSixInAMillion() {
        double worst = 0;
        int n = 250_000;
        for (int i = 0; i <= n; i++) {
            float x = -25f * i / n;
            worst = Math.max(worst, Math.abs(of(x) / StrictMath.exp(x) - 1));
        }
        double found = worst;
        assertTrue(found <= 6e-6, () -> "relative error is " + found);
        assertTrue(found > 4e-6, () -> "the error is only " + found + ": the comment can promise more");
    }

    @Test
    void itIsOneAtZero() {
        assertEquals(1f, of(0));
    }

    @Test
    void belowMinus25ItStaysThere() {
        assertEquals(of(-25), of(-25.5f));
        assertEquals(of(-25), of(-1e30f));
        assertEquals(of(-25), of(Float.NEGATIVE_INFINITY));
    }

    @Test
    void theExponentIsScaledFromAnOrigin() {
        float[] out = new float[2];
        Exponential.of(new float[] {-1, 1}, -1, -2.5f, out, 2);
        assertEquals(1f, out[0]);
        assertEquals(Math.exp(-5), out[1], Math.exp(-5) * 6e-6);
    }

    @Test
    void onlyTheFirstValuesAreReplaced() {
        float[] out = {7, 7, 7};
        Exponential.of(new float[3], 0, 1, out, 2);
        assertArrayEquals(new float[] {1, 1, 7}, out);
    }

    private static float of(float x) {
        float[] out = new float[1];
        Exponential.of(new float[] {x}, 0, 1, out, 1);
        return out[0];
    }
}
