package crosspike.snn.lif;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.random.Streams;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InputSpikesTest {
    private static final byte[] IMAGE = {0, (byte) 255, 51, 0, (byte) 128};

    private final InputSpikes spikes = new InputSpikes(Timing.DIEHL_COOK);

    @Test
    void ratesAreInProportionToGrey() {
        long[] counts = new long[IMAGE.length];
        int images = 4_000;
        for (int n = 0; n < images; n++) {
            spikes.draw(IMAGE, 63.75, Streams.of(1, "test").stream(n));
            for (int k = 0; k < spikes.sent().count(); k++) {
                counts[spikes.sent().inputs()[k]]++;
            }
        }
        // 63.75 Hz for 350 ms; noise: five sigma of a Poisson count
        double[] expected = {0, 63.75 * 0.35, 12.75 * 0.35, 0, 32 * 0.35};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i] * images, counts[i], 5 * Math.sqrt(expected[i] * images));
        }
    }

    @Test
    void anInputSpikesAtMostOnceInAStepAndInputsAscend() {
        byte[] bright = new byte[100];
        Arrays.fill(bright, (byte) 255);
        spikes.draw(bright, 1500, Streams.of(1, "test").stream(0));
        int most = 0;
        for (int s = 0; s < 700; s++) {
            for (int k = spikes.sent().starts()[s] + 1; k < spikes.sent().starts()[s + 1]; k++) {
                assertTrue(spikes.sent().inputs()[k] > spikes.sent().inputs()[k - 1]);
            }
            most = Math.max(most, spikes.sent().starts()[s + 1] - spikes.sent().starts()[s]);
        }
        assertTrue(most > 75, "three of four spike in each step: " + most);
    }

    @Test
    void spikingInputsAreListedOnce() {
        spikes.draw(IMAGE, 2000, Streams.of(1, "test").stream(0));
        assertArrayEquals(new int[] {1, 2, 4}, Arrays.copyOf(spikes.spiking(), spikes.spikingCount()));
    }

    @Test
    void theNumberOfSpikesIsTold() {
        int count = spikes.draw(IMAGE, 63.75, Streams.of(1, "test").stream(0));
        assertEquals(spikes.sent().count(), count);
        assertTrue(count > 10);
    }

    @Test
    void aDarkImageIsSilentAlsoAfterABrightOne() {
        spikes.draw(IMAGE, 2000, Streams.of(1, "test").stream(0));
        assertEquals(0, spikes.draw(new byte[5], 2000, Streams.of(1, "test").stream(1)));
        assertEquals(0, spikes.sent().count());
        assertEquals(0, spikes.spikingCount());
    }
}
