package crosspike.crossbar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSumsTest {
    private final LineSums plain = new PlainLineSums();
    private final LineSums fastest = LineSums.FASTEST.get();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 391, 398, 500})
    void allImplementationsGiveTheSameBitsAndTheRightSums(int cells) {
        assertNotEquals(plain.getClass(), fastest.getClass(), "the tests run with the vector module");
        for (int seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            float[] pulses = new float[cells + 3];
            float[] before = new float[cells + 3];
            float[] after = new float[cells + 3];
            for (int i = 0; i < pulses.length; i++) {
                pulses[i] = random.nextInt(3) == 0 ? 0 : (float) random.nextDouble(-4, 4);
                before[i] = (float) random.nextDouble(1e-9, 1e-6);
                after[i] = (float) random.nextDouble(1e-9, 1e-6);
            }
            double total = plain.total(before, cells);
            assertEquals(total, fastest.total(before, cells));
            LineSums.Pulses one = new LineSums.Pulses();
            LineSums.Pulses two = new LineSums.Pulses();
            plain.pulses(pulses, before, after, cells, one);
            fastest.pulses(pulses, before, after, cells, two);
            assertEquals(one.net, two.net);
            assertEquals(one.gross, two.gross);
            assertEquals(one.netSiemens, two.netSiemens);
            assertEquals(one.grossSiemens, two.grossSiemens);
            assertEquals(one.most, two.most);
            assertEquals(one.least, two.least);
            assertEquals(one.written, two.written);
            requireRight(pulses, before, after, cells, total, one);
        }
    }

    private static void requireRight(
            float[] pulses, float[] before, float[] after, int cells, double total, LineSums.Pulses sums) {
        double siemens = 0;
        double up = 0;
        double down = 0;
        double upSiemens = 0;
        float most = 0;
        float least = 0;
        int written = 0;
        for (int i = 0; i < cells; i++) {
            siemens += before[i];
            up += Math.max(0, pulses[i]);
            down += Math.max(0, -pulses[i]);
            upSiemens += Math.max(0, pulses[i]) * ((double) before[i] + after[i]);
            most = Math.max(most, pulses[i]);
            least = Math.min(least, pulses[i]);
            written += pulses[i] != 0 ? 1 : 0;
        }
        assertEquals(siemens, total, siemens * 1e-13); // roundings of 500 additions in double precision
        assertEquals(up, (sums.gross + sums.net) / 2, sums.gross * 1e-13);
        assertEquals(down, (sums.gross - sums.net) / 2, sums.gross * 1e-13);
        assertEquals(upSiemens, (sums.grossSiemens + sums.netSiemens) / 2, sums.grossSiemens * 0x1p-22); // of a float
        assertEquals(most, sums.most);
        assertEquals(least, sums.least);
        assertEquals(written, sums.written);
    }
}
