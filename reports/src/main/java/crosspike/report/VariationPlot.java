package crosspike.report;

import crosspike.experiment.Spread;
import crosspike.experiment.vary.Variation;
import crosspike.input.Unwritable;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Accuracy against the values of a key: means with their standard deviation over the seeds, the seeds as faint dots. Quantities
 * lie along a horizontal axis, words one below another.
 */
public final class VariationPlot {
    private static final String NAME = "vary";
    private static final Lines.Axis ACCURACY = Lines.Axis.ofShares("accuracy (%)");
    private static final double FAINT = 0.4;
    private static final double ASIDE = 0.004; // of the axis: the bars of the votes lie side by side
    private static final double APART = 0.15; // of the space of a word: the votes lie one below the other
    private static final int ROW_HEIGHT = 32;
    private static final int MARGIN = 110; // axis, its label and the legend
    private static final double USUAL_WORD = 130; // CSS pixels; longer words make the figure wider

    private static final List<Vote> VOTES = List.of(
            new Vote("Eq. 5", Style.ACCENT, -1, Variation.Point::accuracyEq5, Variation.Run::accuracyEq5),
            new Vote("Z vote", Style.CONTRAST, 1, Variation.Point::accuracyZ, Variation.Run::accuracyZ));

    private VariationPlot() {}

    /** @param side of the value on which the vote is drawn: -1 before it, 1 behind it */
    private record Vote(
            String name,
            Color color,
            int side,
            Function<Variation.Point, Spread> spread,
            ToDoubleFunction<Variation.Run> accuracy) {

        double mean(Variation.Point point) {
            return 100 * spread.apply(point).mean();
        }

        /** Ends of the standard deviation; not a number for one seed. */
        double[] deviation(Variation.Point point) {
            Spread of = spread.apply(point);
            return ACCURACY.cut(100 * (of.mean() - of.deviation()), 100 * (of.mean() + of.deviation()));
        }

        double[] seeds(Variation.Point point) {
            return point.runs().stream()
                    .mapToDouble(run -> 100 * accuracy.applyAsDouble(run))
                    .toArray();
        }
    }

    /**
     * Draws what became of a config at several values of one key.
     *
     * @param folder gets {@code vary.png} and {@code vary.svg}; those of an earlier study go if no run was finished
     * @return the files; none if no run was finished
     */
    public static List<Path> write(Variation variation, Path folder) {
        if (variation.points().stream().anyMatch(point -> !point.runs().isEmpty())) {
            return new OutputFolder(folder).write(List.of(figure(variation)));
        }
        for (String ending : List.of(".png", ".svg")) {
            Path stale = folder.resolve(NAME + ending);
            try {
                Files.deleteIfExists(stale);
            } catch (IOException e) {
                throw Unwritable.error(stale, e, "remove it: it shows other values");
            }
        }
        return List.of();
    }

    static Figure figure(Variation variation) {
        VariedValues values = VariedValues.of(
                variation.points().stream().map(Variation.Point::value).toList());
        return values.areWords() ? rows(variation) : columns(variation, values);
    }

    private static Figure columns(Variation variation, VariedValues values) {
        List<Variation.Point> points = variation.points();
        List<Integer> finished = finished(variation).stream()
                .sorted(Comparator.comparingDouble(values::position))
                .toList();
        List<Lines.Series> series = new ArrayList<>();
        for (Vote vote : VOTES) {
            double[] x = finished.stream()
                    .mapToDouble(i -> values.beside(i, vote.side() * ASIDE))
                    .toArray();
            double[] means = means(vote, variation, finished);
            for (int i = 0; i < x.length; i++) {
                Variation.Point point = points.get(finished.get(i));
                if (isSpread(point)) series.add(bar(vote, same(x[i], 2), vote.deviation(point)));
                series.add(seeds(vote, same(x[i], point.runs().size()), vote.seeds(point)));
            }
            series.add(new Lines.Series(vote.name(), Lines.Mark.LINE, vote.color(), x, means));
            series.add(new Lines.Series("", Lines.Mark.LARGE_DOTS, vote.color(), x, means));
        }
        return Lines.figure(
                NAME, title(variation), Charts.HALF_WIDTH, values.axis(variation.key()), ACCURACY, series, List.of());
    }

    private static Figure rows(Variation variation) {
        List<Integer> finished = finished(variation);
        int last = finished.size() - 1;
        List<Lines.Series> series = new ArrayList<>();
        for (Vote vote : VOTES) {
            double[] y = IntStream.rangeClosed(0, last)
                    .mapToDouble(row -> last - row - vote.side() * APART)
                    .toArray();
            for (int row = 0; row <= last; row++) {
                Variation.Point point = variation.points().get(finished.get(row));
                if (isSpread(point)) series.add(bar(vote, vote.deviation(point), same(y[row], 2)));
                series.add(
                        seeds(vote, vote.seeds(point), same(y[row], point.runs().size())));
            }
            series.add(new Lines.Series(
                    vote.name(), Lines.Mark.LARGE_DOTS, vote.color(), means(vote, variation, finished), y));
        }
        List<String> words = finished.stream()
                .map(point -> variation.points().get(point).value())
                .toList();
        double longest = words.stream()
                .mapToDouble(word -> Style.widthOf(word, Style.TEXT))
                .max()
                .orElse(0);
        return Lines.rows(
                NAME,
                title(variation),
                (int) (Charts.HALF_WIDTH + Math.max(0, longest - USUAL_WORD)),
                MARGIN + Math.max(ROW_HEIGHT * finished.size(), (int) Style.widthOf(variation.key(), Style.TEXT)),
                ACCURACY,
                variation.key(),
                words,
                series);
    }

    private static String title(Variation variation) {
        return "Accuracy against " + variation.key();
    }

    private static List<Integer> finished(Variation variation) {
        return IntStream.range(0, variation.points().size())
                .filter(i -> !variation.points().get(i).runs().isEmpty())
                .boxed()
                .toList();
    }

    private static double[] means(Vote vote, Variation variation, List<Integer> finished) {
        return finished.stream()
                .mapToDouble(i -> vote.mean(variation.points().get(i)))
                .toArray();
    }

    private static boolean isSpread(Variation.Point point) {
        return !Double.isNaN(point.accuracyEq5().deviation());
    }

    private static Lines.Series bar(Vote vote, double[] x, double[] y) {
        return new Lines.Series("", Lines.Mark.THIN_LINE, vote.color(), x, y);
    }

    private static Lines.Series seeds(Vote vote, double[] x, double[] y) {
        return new Lines.Series("", Lines.Mark.DOTS, Style.withAlpha(vote.color(), FAINT), x, y);
    }

    private static double[] same(double value, int times) {
        double[] all = new double[times];
        Arrays.fill(all, value);
        return all;
    }
}
