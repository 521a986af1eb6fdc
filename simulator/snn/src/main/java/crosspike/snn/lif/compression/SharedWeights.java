package crosspike.snn.lif.compression;

import java.util.Arrays;

/**
 * Weight sharing (Rathi 2018, section III-B): the weights above 0 are split by percentiles into groups of equal size, and all
 * of a group get their mean. With 2 levels there is one group; with 3, those below the median and the others.
 *
 * @param bounds least weight of each group but the first, ascending
 * @param means the shared weight of each group, ascending
 */
public record SharedWeights(float[] bounds, float[] means) {

    /**
     * The groups of some weights.
     *
     * @param weights {@code [inputs][neurons]}; only those above 0 count. Not modified.
     * @param levels values a weight may have afterwards, 0 among them; at least 2
     * @return no groups if no weight is above 0
     */
    public static SharedWeights of(float[][] weights, int levels) {
        float[] critical = critical(weights);
        int groups = levels - 1;
        if (critical.length == 0) {
            return new SharedWeights(new float[0], new float[0]);
        }
        float[] bounds = new float[groups - 1];
        for (int g = 1; g < groups; g++) {
            bounds[g - 1] = critical[(int) ((long) critical.length * g / groups)];
        }
        float[] means = new float[groups];
        int from = 0;
        for (int g = 0; g < groups; g++) {
            int to = from;
            double sum = 0;
            while (to < critical.length && (g == groups - 1 || critical[to] < bounds[g])) {
                sum += critical[to++];
            }
            // equal weights may leave a group empty: then its bound is the only weight there could be
            means[g] = to > from ? (float) (sum / (to - from)) : bounds[Math.min(g, bounds.length - 1)];
            from = to;
        }
        return new SharedWeights(bounds, means);
    }

    private static float[] critical(float[][] weights) {
        int count = 0;
        for (float[] row : weights) {
            for (float weight : row) {
                count += weight > 0 ? 1 : 0;
            }
        }
        float[] critical = new float[count];
        int next = 0;
        for (float[] row : weights) {
            for (float weight : row) {
                if (weight > 0) {
                    critical[next++] = weight;
                }
            }
        }
        Arrays.sort(critical);
        return critical;
    }

    /** The shared weight of a weight above 0. */
    public float of(float weight) {
        int group = 0;
        while (group < bounds.length && weight >= bounds[group]) {
            group++;
        }
        return means[group];
    }
}
