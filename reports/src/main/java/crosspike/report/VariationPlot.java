package crosspike.report;

import crosspike.experiment.Spread;
import crosspike.experiment.vary.Variation;
import java.awt.Color;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Accuracy against the values of a key: means with their standard deviation over the seeds, the seeds as faint dots. */
public final class VariationPlot {
    private static final double FAINT = 0.4;
    private static final double ASIDE = 0.004; // of the axis: the bars of the votes lie side by side

    private VariationPlot() {}

    /**
     * Draws what became of a config at several values of one key.
     *
     * @param folder gets {@code vary.png} and {@code vary.svg}
     * @return the files
     */
    public static List<Path> write(Variation variation, Path folder) {
        return new OutputFolder(folder).write(List.of(figure(variation)));
    }

    static Figure figure(Variation variation) {
        VariedValues values = VariedValues.of(
                variation.points().stream().map(Variation.Point::value).toList());
        List<Lines.Series> series = new ArrayList<>();
        add(
                series,
                "Eq. 5",
                Style.ACCENT,
                -ASIDE,
                variation,
                values,
                Variation.Point::accuracyEq5,
                Variation.Run::accuracyEq5);
        add(
                series,
                "Z vote",
                Style.CONTRAST,
                ASIDE,
                variation,
                values,
                Variation.Point::accuracyZ,
                Variation.Run::accuracyZ);
        return Lines.figure(
                "vary",
                "Accuracy against " + variation.key(),
                Charts.HALF_WIDTH,
                values.axis(variation.key()),
                new Lines.Axis("accuracy (%)", false),
                series,
                List.of());
    }

    private static void add(
            List<Lines.Series> series,
            String vote,
            Color color,
            double aside,
            Variation variation,
            VariedValues values,
            Function<Variation.Point, Spread> spread,
            ToDoubleFunction<Variation.Run> accuracy) {
        List<Variation.Point> points = variation.points();
        int[] finished = IntStream.range(0, points.size())
                .filter(i -> !points.get(i).runs().isEmpty())
                .boxed()
                .sorted(Comparator.comparingDouble(values::position))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] x = new double[finished.length];
        double[] means = new double[finished.length];
        for (int i = 0; i < finished.length; i++) {
            Variation.Point point = points.get(finished[i]);
            Spread of = spread.apply(point);
            x[i] = values.beside(finished[i], aside);
            means[i] = 100 * of.mean();
            double half = 100 * of.deviation();
            double[] seeds = point.runs().stream()
                    .mapToDouble(run -> 100 * accuracy.applyAsDouble(run))
                    .toArray();
            if (!Double.isNaN(half)) {
                series.add(new Lines.Series("", Lines.Mark.THIN_LINE, color, new double[] {x[i], x[i]}, new double[] {
                    means[i] - half, means[i] + half
                }));
            }
            series.add(new Lines.Series(
                    "", Lines.Mark.DOTS, Style.withAlpha(color, FAINT), same(x[i], seeds.length), seeds));
        }
        series.add(new Lines.Series(vote, Lines.Mark.LINE, color, x, means));
        series.add(new Lines.Series("", Lines.Mark.LARGE_DOTS, color, x, means));
    }

    private static double[] same(double value, int times) {
        double[] all = new double[times];
        Arrays.fill(all, value);
        return all;
    }
}
