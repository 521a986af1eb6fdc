package crosspike.snn.encoding;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.crossbar.ActiveRows;
import crosspike.random.Streams;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpikeTrainsTest {

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    /** Display times of one word and of several, windows from 1 to 64 ms, in one object used again and again. */
    @ParameterizedTest
    @MethodSource("seeds")
    void anInputIsActiveFromEachSpikeForTheWindow(long seed) {
        var cases = new SplittableRandom(seed);
        int rows = cases.nextInt(1, 30);
        int window = cases.nextInt(3) == 0 ? new int[] {1, 2, 10, 63, 64}[cases.nextInt(5)] : cases.nextInt(1, 65);
        int[] rowPixels =
                IntStream.range(0, rows).map(r -> r == rows - 1 ? -1 : r).toArray();
        int display = cases.nextInt(2) == 0 ? cases.nextInt(1, 65) : cases.nextInt(1, 300);
        int total = display + cases.nextInt(0, 80);
        SpikeTrains trains = new SpikeTrains(rowPixels, cases.nextDouble(1, 300), window, display, total);
        for (int image = 0; image < 3; image++) {
            byte[] pixels = new byte[rows];
            for (int p = 0; p < rows; p++) {
                pixels[p] = (byte) (cases.nextInt(2) * cases.nextInt(256));
            }
            int drawn = trains.draw(pixels, Streams.of(seed, "spikes").stream(image));
            int spikes = 0;
            for (int step = 0; step < total; step++) {
                assertArrayEquals(
                        activeRows(trains, rows, step, window), list(trains.activeAt(step)), "rows active at " + step);
                int[] since = new int[rows];
                trains.sinceLatestSpikes(step, since);
                assertArrayEquals(sinceLatestSpikes(trains, rows, step), since, "since latest spikes at " + step);
                for (int r = 0; r < rows; r++) {
                    spikes += trains.spikesAt(r, step) ? 1 : 0;
                    assertFalse(trains.spikesAt(r, step) && step >= display, "a spike after the image is gone");
                    assertFalse(
                            trains.spikesAt(r, step) && rowPixels[r] >= 0 && pixels[r] == 0, "a spike of a dark pixel");
                }
            }
            assertEquals(spikes, drawn, "spikes drawn");
        }
    }

    private static int[] list(ActiveRows rows) {
        return Arrays.copyOf(rows.list(), rows.count());
    }

    /** By the definition, step by step, in ascending order. */
    private static int[] activeRows(SpikeTrains trains, int rows, int step, int window) {
        return IntStream.range(0, rows)
                .filter(r -> IntStream.rangeClosed(Math.max(0, step - window + 1), step)
                        .anyMatch(s -> trains.spikesAt(r, s)))
                .toArray();
    }

    private static int[] sinceLatestSpikes(SpikeTrains trains, int rows, int step) {
        return IntStream.range(0, rows)
                .map(r -> IntStream.rangeClosed(0, step)
                        .filter(since -> trains.spikesAt(r, step - since))
                        .findFirst()
                        .orElse(SpikeTrains.NEVER))
                .toArray();
    }

    /** 2,000 images of 200 ms; within 4 standard errors. */
    @ParameterizedTest
    @ValueSource(ints = {1, 128, 255})
    void aPixelSpikesInProportionToItsGreyAndTheBiasAsTheBrightest(int grey) {
        SpikeTrains trains = new SpikeTrains(new int[] {0, -1}, 200, 10, 200, 200);
        int pixel = 0;
        int bias = 0;
        for (int i = 0; i < 2_000; i++) {
            trains.draw(new byte[] {(byte) grey}, Streams.of(9, "spikes").stream(i));
            for (int step = 0; step < 200; step++) {
                pixel += trains.spikesAt(0, step) ? 1 : 0;
                bias += trains.spikesAt(1, step) ? 1 : 0;
            }
        }
        double steps = 400_000;
        double p = 1 - Math.exp(-0.2 * grey / 255);
        double brightest = 1 - Math.exp(-0.2);
        assertEquals(p, pixel / steps, 4 * Math.sqrt(p * (1 - p) / steps));
        assertEquals(brightest, bias / steps, 4 * Math.sqrt(brightest * (1 - brightest) / steps));
    }

    @Test
    void theSameStreamDrawsTheSameSpikes() {
        byte[] image = {(byte) 200, 30, 0, (byte) 255};
        SpikeTrains one = new SpikeTrains(new int[] {0, 1, 2, 3, -1}, 200, 10, 190, 200);
        SpikeTrains two = new SpikeTrains(new int[] {0, 1, 2, 3, -1}, 200, 10, 190, 200);
        two.draw(new byte[] {9, 0, 99, 1}, Streams.of(1, "other").stream(0)); // what was drawn before does not matter
        assertEquals(one.draw(image, Streams.of(1, "a").stream(0)), two.draw(image, Streams.of(1, "a").stream(0)));
        boolean any = false;
        for (int step = 0; step < 200; step++) {
            int[] active = list(one.activeAt(step));
            assertArrayEquals(active, list(two.activeAt(step)));
            any |= active.length > 0;
        }
        assertTrue(any, "nothing was ever active");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 65})
    void theWindowIsOneTo64Milliseconds(int window) {
        var e = assertThrows(IllegalArgumentException.class, () -> new SpikeTrains(new int[1], 200, window, 40, 50));
        assertEquals("window is " + window + " ms; expected 1 to 64", e.getMessage());
    }
}
