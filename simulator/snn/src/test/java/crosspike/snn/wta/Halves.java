package crosspike.snn.wta;

import crosspike.crossbar.Mapping;
import crosspike.device.ConductanceRange;
import crosspike.device.ContinuousResponse;
import crosspike.device.ExponentialResponse;
import crosspike.device.PulseCurve;
import crosspike.device.PulseResponse;
import crosspike.random.RandomStream;
import crosspike.random.Streams;
import crosspike.snn.dataset.ImageSet;
import java.util.stream.IntStream;

/** A task for toddlers: images of 6 x 6 pixels with the left (class 0) or the right half (class 1) lit. */
final class Halves {
    static final int SIDE = 6;
    static final int NEURONS = 4;
    static final Schedule SCHEDULE = new Schedule(40, 10, 200);
    static final ExponentialStdp RULE = new ExponentialStdp(0.0667, 2.5, 0.0167);

    private static final ConductanceRange RANGE = new ConductanceRange(1e-7f, 5e-6f);
    static final PulseResponse IDEAL = new ContinuousResponse(RANGE, 64);
    static final PulseResponse NOISY =
            new ExponentialResponse(RANGE, PulseCurve.rising(64, 1), PulseCurve.falling(64, -1), 0.02);

    private Halves() {}

    /** Images with a tenth of their pixels wrong. */
    static ImageSet images(int count, long seed) {
        RandomStream random = Streams.of(seed, "halves").stream(0);
        byte[][] pixels = new byte[count][SIDE * SIDE];
        byte[] labels = new byte[count];
        for (int i = 0; i < count; i++) {
            labels[i] = (byte) random.below(2);
            for (int p = 0; p < SIDE * SIDE; p++) {
                boolean right = p % SIDE >= SIDE / 2;
                boolean lit = (right == (labels[i] == 1)) != (random.uniform() < 0.1f);
                pixels[i][p] = (byte) (lit ? 255 : 0);
            }
        }
        return new ImageSet("halves", SIDE, SIDE, 2, pixels, labels);
    }

    /** An untrained network with random weights. */
    static WtaNetwork network(PulseResponse response, Mapping mapping, long seed) {
        int[] rowPixels = IntStream.rangeClosed(0, SIDE * SIDE)
                .map(r -> r < SIDE * SIDE ? r : -1)
                .toArray();
        return Untrained.network(rowPixels, NEURONS, response, mapping, seed);
    }
}
