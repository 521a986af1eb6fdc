package crosspike.report.analysis;

import crosspike.report.analysis.SweepData.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * How much of the variance of a figure over all points each factor explains: the sum of squares of its means about the
 * grand mean over the total sum of squares. What is left is interaction of factors, where every combination of them is
 * there as often as any other, and the seeds.
 *
 * @param figure name of the figure
 * @param effects of the factors, strongest first
 * @param interactions share that the combinations explain beyond the factors one by one; NaN if the plan is not balanced
 * @param seeds share within the combinations; NaN if there is one seed
 */
public record Sensitivity(String figure, List<Effect> effects, double interactions, double seeds) {

    /**
     * What a factor does to a figure.
     *
     * @param factor its name
     * @param share of the variance, 0 to 1; of a factor whose values were drawn, what a straight line over them explains
     * @param range largest mean less smallest
     * @param best value with the largest mean; empty for a factor whose values were drawn
     * @param least value with the smallest mean
     */
    public record Effect(String factor, double share, double range, String best, String least) {}

    /** Empty effects if the figure does not vary at all. */
    public static Sensitivity of(SweepData data, String figureName) {
        int figure = data.figure(figureName);
        List<Point> points = data.points().stream()
                .filter(point -> Double.isFinite(point.values().get(figure)))
                .toList();
        double total = squares(figure, points);
        List<Effect> effects = new ArrayList<>();
        double explained = 0;
        for (int factor : data.varied()) {
            Effect effect = data.factors().get(factor).isSpread()
                    ? trend(data, figure, factor, points, total)
                    : effect(data, figure, factor, points, total);
            effects.add(effect);
            explained += effect.share();
        }
        effects.sort(Comparator.comparingDouble(Effect::share).reversed());
        double within = 0;
        for (SweepData.Combination combination : data.combinations()) {
            within += squares(figure, combination.points());
        }
        double seeds = data.seeds() > 1 ? share(within, total) : Double.NaN;
        double rest = 1 - explained - share(within, total);
        return new Sensitivity(
                figureName,
                List.copyOf(effects),
                isBalanced(data) && total > 0 ? Math.max(0, rest) : Double.NaN,
                seeds);
    }

    /** Whether every combination of the factors is there, each as often as any other. */
    public static boolean isBalanced(SweepData data) {
        long all = 1;
        for (int factor : data.varied()) {
            if (data.factors().get(factor).isSpread()) return false;
            all *= data.factors().get(factor).size();
        }
        List<SweepData.Combination> combinations = data.combinations();
        return combinations.size() == all
                && combinations.stream()
                        .allMatch(one -> one.points().size()
                                == combinations.get(0).points().size());
    }

    private static Effect effect(SweepData data, int figure, int factor, List<Point> points, double total) {
        double grand = mean(figure, points);
        double between = 0;
        double[] means = new double[data.factors().get(factor).size()];
        Arrays.fill(means, Double.NaN);
        for (Map.Entry<List<Integer>, List<Point>> group :
                data.by(List.of(factor)).entrySet()) {
            List<Point> members = group.getValue().stream()
                    .filter(point -> Double.isFinite(point.values().get(figure)))
                    .toList();
            if (members.isEmpty()) continue;
            double mean = mean(figure, members);
            means[group.getKey().get(0)] = mean;
            between += members.size() * (mean - grand) * (mean - grand);
        }
        List<String> values = data.factors().get(factor).values();
        return new Effect(
                data.factors().get(factor).name(),
                data.isInert(figure, factor) ? 0 : share(between, total),
                range(means),
                values.get(extreme(means, 1)),
                values.get(extreme(means, -1)));
    }

    /** Largest less smallest of the values that are numbers; NaN if there is none. */
    private static double range(double[] values) {
        double[] numbers = Arrays.stream(values).filter(Double::isFinite).toArray();
        return numbers.length == 0 ? Double.NaN : StatUtils.max(numbers) - StatUtils.min(numbers);
    }

    private static int extreme(double[] means, int sign) {
        int best = 0;
        for (int i = 1; i < means.length; i++) {
            if (!(sign * means[best] >= sign * means[i]) && Double.isFinite(means[i])) best = i;
        }
        return best;
    }

    private static Effect trend(SweepData data, int figure, int factor, List<Point> points, double total) {
        Factor drawn = data.factors().get(factor);
        Places places = Places.of(drawn.values());
        SimpleRegression line = new SimpleRegression();
        double smallest = Double.POSITIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        for (Point point : points) {
            double place = places.onScale(point.levels().get(factor));
            line.addData(place, point.values().get(figure));
            smallest = Math.min(smallest, place);
            largest = Math.max(largest, place);
        }
        boolean hasLine = total > 0 && largest > smallest; // all points that are there may share one place
        return new Effect(
                drawn.name(),
                hasLine ? line.getRSquare() : 0,
                hasLine ? Math.abs(line.getSlope() * (largest - smallest)) : 0,
                "",
                "");
    }

    private static double share(double part, double total) {
        return total > 0 ? part / total : 0;
    }

    private static double squares(int figure, List<Point> points) {
        double[] values = values(figure, points);
        return values.length < 2 ? 0 : StatUtils.populationVariance(values) * values.length;
    }

    private static double mean(int figure, List<Point> points) {
        return StatUtils.mean(values(figure, points));
    }

    private static double[] values(int figure, List<Point> points) {
        return points.stream()
                .mapToDouble(point -> point.values().get(figure))
                .filter(Double::isFinite)
                .toArray();
    }
}
