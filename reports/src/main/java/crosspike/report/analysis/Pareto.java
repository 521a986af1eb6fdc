package crosspike.report.analysis;

import java.util.Comparator;
import java.util.stream.IntStream;

/** The points that nothing beats: whoever gains more costs more. */
public final class Pareto {
    private Pareto() {}

    /**
     * Which points no other one beats, that is, gains at least as much for no more cost and is better in one of the two. A
     * point without both numbers is not among them.
     *
     * @param gain the more, the better
     * @param cost the less, the better; as many
     */
    public static boolean[] front(double[] gain, double[] cost) {
        boolean[] front = new boolean[gain.length];
        int[] order = IntStream.range(0, gain.length)
                .filter(i -> Double.isFinite(gain[i]) && Double.isFinite(cost[i]))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> cost[i]).thenComparingDouble(i -> -gain[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double best = Double.NEGATIVE_INFINITY;
        double itsCost = Double.NaN;
        for (int i : order) {
            if (gain[i] > best) {
                best = gain[i];
                itsCost = cost[i];
            }
            front[i] = gain[i] == best && cost[i] == itsCost;
        }
        return front;
    }

    /** Points of the front, cheapest first. */
    public static int[] order(boolean[] front, double[] cost) {
        return IntStream.range(0, front.length)
                .filter(i -> front[i])
                .boxed()
                .sorted(Comparator.comparingDouble(i -> cost[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
