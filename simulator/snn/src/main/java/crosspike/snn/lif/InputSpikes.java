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

    private final int[] starts;
    private final int[] next;
    private int[] drawnInput = new int[4096];
    private int[] drawnStep = new int[4096];
    private int[] inputs = new int[4096];
    private int[] spiking = new int[0];
    private int spikingCount;

    InputSpikes(Timing timing) {
        this.steps = timing.imageSteps();
        this.stepSeconds = timing.stepSeconds();
        this.starts = new int[steps + 1];
        this.next = new int[steps];
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
        Arrays.fill(starts, 0);
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
                starts[step + 1]++;
            }
            spiking[spikingCount] = i;
            spikingCount += count > before ? 1 : 0;
        }
        sort(count);
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

    /** By steps; within a step by inputs, as they were drawn. */
    private void sort(int count) {
        if (inputs.length < count) {
            inputs = new int[drawnInput.length];
        }
        for (int s = 0; s < steps; s++) {
            starts[s + 1] += starts[s];
            next[s] = starts[s];
        }
        for (int k = 0; k < count; k++) {
            inputs[next[drawnStep[k]]++] = drawnInput[k];
        }
    }

    /** Numbers of the spiking inputs, step after step; ascending within a step. Not to be modified. */
    int[] inputs() {
        return inputs;
    }

    /** Index into {@link #inputs} of the first spike at or after a step. */
    int start(int step) {
        return starts[step];
    }

    /** Index into {@link #inputs} of the first spike in each step, and after the last. Not to be modified. */
    int[] starts() {
        return starts;
    }

    /** Inputs that spike at least once, ascending. Not to be modified. */
    int[] spiking() {
        return spiking;
    }

    int spikingCount() {
        return spikingCount;
    }
}
