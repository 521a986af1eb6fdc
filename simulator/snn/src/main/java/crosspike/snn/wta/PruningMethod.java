package crosspike.snn.wta;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Which weights of a developed neuron are pruned, and the value they keep for ever (Shi 2019). */
public enum PruningMethod {
    /** No weights. */
    NONE {
        @Override
        float[] values(float[] weights, int count) {
            return filled(weights.length);
        }
    },
    /** The weights nearest to 0 become 0. */
    PRUNE {
        @Override
        float[] values(float[] weights, int count) {
            return lowest(weights, count, 0f, i -> Math.abs(weights[i]));
        }
    },
    /** Soft-pruning: the lowest weights become −1; they still conduct, but are never updated again. */
    SOFT {
        @Override
        float[] values(float[] weights, int count) {
            return lowest(weights, count, -1f, i -> weights[i]);
        }
    };

    /**
     * @param weights weights of one neuron. Not modified.
     * @param count how many to prune
     * @return new value of each pruned weight, NaN for the others; of equal weights the first are pruned
     */
    abstract float[] values(float[] weights, int count);

    private static float[] lowest(float[] weights, int count, float value, IntToFloat order) {
        float[] values = filled(weights.length);
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingDouble(order::of))
                .limit(count)
                .forEach(i -> values[i] = value);
        return values;
    }

    private static float[] filled(int length) {
        float[] values = new float[length];
        Arrays.fill(values, Float.NaN);
        return values;
    }

    private interface IntToFloat {
        float of(int index);
    }
}
