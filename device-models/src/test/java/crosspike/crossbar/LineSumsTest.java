package crosspike.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSumsTest {
    private final LineSums plain = new PlainLineSums();
    private final LineSums vectors = new VectorLineSums();

    /** Processors of other kinds may have vectors that are too short. */
    @Test
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    void theFastestIsAnother() {
        assertEquals("VectorLineSums", LineSums.FASTEST.get().getClass().getSimpleName());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 15, 16, 391, 398, 500})
    void allImplementationsGiveTheSameBitsAndTheRightSums(int cells) {
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
            assertEquals(total, vectors.total(before, cells));
            float[] scaled = new float[cells];
            float[] others = new float[cells];
            assertEquals(total, plain.scale(before, 0.3f, scaled, cells));
            assertEquals(total, vectors.scale(before, 0.3f, others, cells));
            assertArrayEquals(scaled, others);
            for (int i = 0; i < cells; i++) {
                assertEquals(0.3f * before[i], scaled[i]);
            }
            LineSums.Pulses one = new LineSums.Pulses();
            LineSums.Pulses two = new LineSums.Pulses();
            plain.pulses(pulses, before, after, cells, one);
            vectors.pulses(pulses, before, after, cells, two);
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
        double rounding = (cells / LineSums.STRANDS + 4) * 0x1p-24; // of the additions in a strand, and of products
        assertEquals(siemens, total, siemens * rounding);
        assertEquals(up, (sums.gross + sums.net) / 2, sums.gross * rounding);
        assertEquals(down, (sums.gross - sums.net) / 2, sums.gross * rounding);
        assertEquals(upSiemens, (sums.grossSiemens + sums.netSiemens) / 2, sums.grossSiemens * rounding);
        assertEquals(most, sums.most);
        assertEquals(least, sums.least);
        assertEquals(written, sums.written);
    }

    /** 2,000 cells of up to 10,000 pulses: counts of pulses are whole numbers, and stay so. */
    @Test
    void wholePulsesAreCountedExactly() {
        var random = new SplittableRandom(3);
        float[] pulses = new float[2_000];
        float[] siemens = new float[2_000];
        long net = 0;
        long gross = 0;
        for (int i = 0; i < pulses.length; i++) {
            int n = random.nextInt(-10_000, 10_001);
            pulses[i] = n;
            net += n;
            gross += Math.abs(n);
        }
        LineSums.Pulses sums = new LineSums.Pulses();
        LineSums.FASTEST.get().pulses(pulses, siemens, siemens, pulses.length, sums);
        assertEquals(net, sums.net);
        assertEquals(gross, sums.gross);
    }
}
