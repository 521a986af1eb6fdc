package crosspike.snn.lif;

import crosspike.random.RandomStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The input spikes of one presentation, by steps. In each step an input spikes with probability rate·step, drawn as gaps
 * between spikes: {@code ⌊log u / log(1 − p)⌋} silent steps. Holds the buffers of one thread and is filled anew for each
 * presentation.
 */
final class InputSpikes {
    private static final int GREYS = 256;
    /** Highest probability of a spike in a step: chosen, so that its logarithm is finite. */
    private static final double SUREST = 0.999;

    private final int steps;
    private final double stepSeconds;
    private final Map<Double, float[]> gapScales = new HashMap<>();

    private final SpikeTrain sent;
    private final Delays delays;
    private final SpikeTrain[] arriving; // [part]
    private int[] drawnInput = new int[4096];
    private int[] drawnStep = new int[4096];
    private int[] arrivalStep = new int[0];
    private int[] spiking = new int[0];
    private int spikingCount;

    InputSpikes(Timing timing) {
        this(timing, null);
    }

    /** @param delays until spikes arrive at the parts of a layer; null: they do at once */
    InputSpikes(Timing timing, Delays delays) {
        this.steps = timing.imageSteps();
        this.stepSeconds = timing.stepSeconds();
        this.sent = new SpikeTrain(steps);
        this.delays = delays;
        this.arriving = new SpikeTrain[delays == null ? 0 : delays.parts()];
        Arrays.setAll(arriving, p -> new SpikeTrain(steps + delays.longest()));
    }

    /**
     * Draws the spikes of an image.
     *
     * @param image pixels, unsigned. Not modified.
     * @param brightestHertz rate of a pixel of 255
     * @return number of spikes
     */
    int draw(byte[] image, double brightestHertz, RandomStream random) {
        if (spiking.length < image.length) {
            spiking = new int[image.length];
        }
        float[] scales = gapScales.computeIfAbsent(brightestHertz, this::gapScales);
        spikingCount = 0;
        int count = 0;
        sent.clear();
        long bits = 0;
        boolean hasHalf = false;
        for (int i = 0; i < image.length; i++) {
            int grey = image[i] & 0xFF;
            if (grey == 0) {
                continue;
            }
            float scale = scales[grey];
            reserve(count + steps);
            int before = count;
            int step = -1;
            while (true) {
                bits = hasHalf ? bits >>> 32 : random.bits();
                hasHalf = !hasHalf;
                float gap = Exponential.of((int) bits) * scale;
                if (gap >= steps - 1 - step) {
                    break;
                }
                step += 1 + (int) gap;
                drawnInput[count] = i;
                drawnStep[count++] = step;
                sent.announce(step);
            }
            spiking[spikingCount] = i;
            spikingCount += count > before ? 1 : 0;
        }
        sent.sort(drawnInput, drawnStep, count);
        delay(count);
        return count;
    }

    private void reserve(int capacity) {
        if (drawnInput.length < capacity) {
            drawnInput = Arrays.copyOf(drawnInput, 2 * capacity);
            drawnStep = Arrays.copyOf(drawnStep, 2 * capacity);
        }
    }

    /** Mean gap for each grey level in steps, but for rounding: −1/log(1 − p). */
    private float[] gapScales(double brightestHertz) {
        float[] scales = new float[GREYS];
        for (int grey = 1; grey < GREYS; grey++) {
            double p = Math.min(SUREST, brightestHertz * grey / (GREYS - 1) * stepSeconds);
            scales[grey] = (float) (-1 / StrictMath.log1p(-p));
        }
        return scales;
    }

    private void delay(int count) {
        if (arrivalStep.length < count && delays != null) {
            arrivalStep = new int[drawnInput.length];
        }
        for (int p = 0; p < arriving.length; p++) {
            int[] later = delays.of(p);
            SpikeTrain train = arriving[p];
            train.clear();
            for (int k = 0; k < count; k++) {
                arrivalStep[k] = drawnStep[k] + later[drawnInput[k]];
                train.announce(arrivalStep[k]);
            }
            train.sort(drawnInput, arrivalStep, count);
        }
    }

    /** The spikes as they are sent; those of a step ascend. */
    SpikeTrain sent() {
        return sent;
    }

    /** The spikes as they arrive at a part of the layer. */
    SpikeTrain arriving(int part) {
        return delays == null ? sent : arriving[part];
    }

    /** Inputs that spike at least once, ascending. Not to be modified. */
    int[] spiking() {
        return spiking;
    }

    int spikingCount() {
        return spikingCount;
    }
}
