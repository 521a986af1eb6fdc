package crosspike.snn.lif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MembraneKernelTest {
    /** Processors of other kinds may have vectors that are too short. */
    @Test
    @EnabledIfSystemProperty(named = "os.arch", matches = "amd64|x86_64")
    void theFastestIsAnother() {
        assertEquals("VectorKernel", MembraneKernel.fastest().getClass().getSimpleName());
    }

    @ParameterizedTest
    @CsvSource({"64, true", "80, true", "112, false", "208, true", "800, true", "800, false"})
    void allKernelsGiveTheSameBits(int length, boolean isBackward) {
        MembraneKernel plain = new PlainKernel();
        MembraneKernel vectors = new VectorKernel();
        int cut = 0;
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            Case state = new Case(length, isBackward, random);
            Case other = state.copy();
            int steps = 1 + random.nextInt(Tile.STEPS);
            int done = state.advance(plain, steps);
            assertEquals(done, other.advance(vectors, steps), "seed " + seed);
            assertArrayEquals(state.vAfter, other.vAfter, "seed " + seed);
            assertArrayEquals(state.gAfter, other.gAfter, "seed " + seed);
            cut += done < 0 ? 1 : 0;
        }
        assertNotEquals(0, cut, "some tiles end early");
        assertNotEquals(200, cut);
    }

    private static final class Case {
        final float[] v;
        final float[] g;
        final float[] threshold;
        final float[] vAfter;
        final float[] gAfter;
        final Drive drive;
        final Tile tile;

        Case(int length, boolean isBackward, SplittableRandom random) {
            v = numbers(length, -0.1, -0.054, random);
            g = numbers(length, 0, 8, random);
            threshold = numbers(length, 0, 1, random);
            threshold[random.nextInt(length)] = -0.058f; // one neuron may reach it
            vAfter = new float[length];
            gAfter = new float[length];
            drive = new Drive(length);
            tile = new Tile(isBackward, 0.00175f, 0.6065f);
            int[][] spiking = new int[Tile.STEPS][];
            for (int s = 0; s < Tile.STEPS; s++) {
                tile.leak[s] = isBackward ? 1.005f + 0.1f * random.nextInt(2) : 0.995f;
                tile.offset[s] = -3.2e-4f - 1e-3f * random.nextInt(2);
                spiking[s] = random.ints(random.nextInt(9), 0, 30).toArray();
            }
            float[][] rows = new float[30][];
            Arrays.setAll(rows, r -> numbers(length, 0, 1, random));
            drive.set(rows, SpikeTrain.of(spiking), 0);
        }

        private Case(Case other) {
            v = other.v.clone();
            g = other.g.clone();
            threshold = other.threshold;
            vAfter = new float[v.length];
            gAfter = new float[v.length];
            drive = other.drive;
            tile = other.tile;
        }

        Case copy() {
            return new Case(this);
        }

        int advance(MembraneKernel kernel, int steps) {
            float[] vBefore = v.clone();
            int done = kernel.advance(v, g, vAfter, gAfter, threshold, drive, tile, steps);
            assertArrayEquals(vBefore, v, "not modified");
            return done;
        }

        private static float[] numbers(int length, double low, double high, SplittableRandom random) {
            float[] numbers = new float[length];
            for (int j = 0; j < length; j++) {
                numbers[j] = (float) random.nextDouble(low, high);
            }
            return numbers;
        }
    }
}
