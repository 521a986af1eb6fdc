package crosspike.snn.lif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ExponentialTest {
    @Test
    void itIsTheLogarithmOfTheBitsAsAFraction() {
        SplittableRandom random = new SplittableRandom(1);
        for (int k = 0; k < 100_000; k++) {
            int bits = random.nextInt() >>> random.nextInt(20); // also small ones
            double expected = -Math.log((Integer.toUnsignedLong(bits) + 0.5) / 0x1p32);
            // 1.2e-7 of the table; float of up to 22; half of a unit of what bits there are
            assertEquals(expected, Exponential.of(bits), 2e-6 + 0.75 / Math.max(1, Integer.toUnsignedLong(bits)));
        }
    }

    @Test
    void meanAndVarianceAreOne() {
        SplittableRandom random = new SplittableRandom(2);
        int n = 1_000_000;
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < n; k++) {
            double x = Exponential.of(random.nextInt());
            sum += x;
            squares += x * x;
        }
        assertEquals(1, sum / n, 5e-3); // noise: five sigma of 1e-3
        assertEquals(2, squares / n, 2.5e-2); // noise: five sigma of sqrt(20)e-3
    }
}
