package crosspike.report;

import crosspike.report.analysis.DataTable;
import crosspike.report.analysis.Estimate;
import crosspike.report.analysis.Factor;
import crosspike.report.analysis.Sensitivity;
import crosspike.report.analysis.SweepData;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An accuracy against each factor that moves it: means with their 95 % confidence intervals over the seeds. Quantities lie
 * along a horizontal axis, words one below another.
 */
final class AccuracyFigures {
    private static final Lines.Axis ACCURACY = Lines.Axis.ofShares("accuracy (%)");
    private static final int MOST_LINES = 8;
    private static final double ASIDE = 0.006; // of the axis: the intervals of the lines lie side by side
    private static final double BAND = 0.7; // of the space of a word, for its lines
    private static final int ROW_HEIGHT = 22;
    private static final int LINE_HEIGHT = 13;
    private static final int MARGIN = 110; // axis, its label and a line of legend
    private static final double EDGE = 0.6; // beyond the outermost word
    private static final double WORD = 200; // as wide as a word may be: the rest of the figure is for the accuracies

    private final SweepData data;
    private final Sensitivity sensitivity;
    private final Ideal ideal;
    private final Measure measure;
    private final int figure;

    AccuracyFigures(SweepData data, Sensitivity sensitivity, Ideal ideal) {
        this.data = data;
        this.sensitivity = sensitivity;
        this.ideal = ideal;
        this.measure = Measure.of(sensitivity.figure());
        this.figure = data.figure(sensitivity.figure());
    }

    List<SweepFigure> all() {
        return data.active(figure).stream().map(this::against).toList();
    }

    /** A mean at a place of the axis. */
    private record Mean(int level, Estimate estimate) {}

    private SweepFigure against(int factor) {
        List<Integer> others = new ArrayList<>(data.active(figure));
        others.remove(Integer.valueOf(factor));
        List<Integer> lines = lines(factor, others);
        List<Integer> rest = others.stream().filter(i -> !lines.contains(i)).toList();
        List<Integer> keys = new ArrayList<>(lines);
        keys.add(factor);
        Map<List<Integer>, List<Mean>> means = new LinkedHashMap<>();
        DataTable table = table(keys);
        data.by(keys).forEach((levels, points) -> {
            Estimate estimate = SweepData.estimate(figure, points);
            if (estimate.n() == 0) return;
            means.computeIfAbsent(levels.subList(0, lines.size()), key -> new ArrayList<>())
                    .add(new Mean(levels.get(lines.size()), estimate));
            table.add(cells(keys, levels, estimate));
        });
        Factor varied = data.factors().get(factor);
        String name = SweepFigure.fileName(measure.column() + "-" + varied.name());
        String title = capital(measure.words()) + " against " + Measure.factor(varied.name());
        VariedValues values = VariedValues.of(varied.values());
        Figure drawn = values.areWords()
                ? rows(name, title, varied, named(lines, means))
                : lines(name, title, varied, values, named(lines, means));
        return new SweepFigure(drawn, caption(varied, lines, rest), table);
    }

    /** Factors whose combinations get a line each: all others, or the strongest with few enough values. */
    private List<Integer> lines(int factor, List<Integer> others) {
        List<Integer> possible =
                others.stream().filter(i -> !data.factors().get(i).isSpread()).toList();
        boolean isAll =
                possible.size() == others.size() && !data.factors().get(factor).isSpread();
        if (isAll && data.by(possible).size() <= MOST_LINES) return possible;
        if (data.factors().get(factor).isSpread()) return List.of();
        return possible.stream()
                .filter(i -> data.factors().get(i).size() <= MOST_LINES)
                .max(Comparator.comparingDouble(this::share))
                .map(List::of)
                .orElse(List.of());
    }

    private double share(int factor) {
        return sensitivity.effects().stream()
                .filter(effect ->
                        effect.factor().equals(data.factors().get(factor).name()))
                .mapToDouble(Sensitivity.Effect::share)
                .findFirst()
                .orElse(0);
    }

    private Map<String, List<Mean>> named(List<Integer> lines, Map<List<Integer>, List<Mean>> means) {
        Map<String, List<Mean>> named = new LinkedHashMap<>();
        means.forEach((levels, line) -> named.put(FactorNames.of(data, lines, levels), line));
        return named;
    }

    private Figure lines(String name, String title, Factor varied, VariedValues values, Map<String, List<Mean>> means) {
        List<Lines.Series> series = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, List<Mean>> line : means.entrySet()) {
            List<Mean> sorted = line.getValue().stream()
                    .sorted(Comparator.comparingDouble(mean -> values.position(mean.level())))
                    .toList();
            Color color = Style.category(number);
            double aside = (number++ - (means.size() - 1) / 2.0) * ASIDE;
            double[] x = sorted.stream()
                    .mapToDouble(mean -> values.beside(mean.level(), aside))
                    .toArray();
            double[] y = percent(sorted);
            for (int i = 0; i < x.length && !varied.isSpread(); i++) {
                if (sorted.get(i).estimate().hasInterval()) {
                    series.add(new Lines.Series(
                            "", Lines.Mark.THIN_LINE, color, new double[] {x[i], x[i]}, interval(sorted.get(i))));
                }
            }
            String text = line.getKey();
            if (!varied.isSpread()) series.add(new Lines.Series(text, Lines.Mark.LINE, color, x, y));
            series.add(new Lines.Series("", Lines.Mark.LARGE_DOTS, color, x, y));
        }
        double[] all = means.values().stream()
                .flatMap(List::stream)
                .mapToDouble(mean -> values.position(mean.level()))
                .sorted()
                .toArray();
        addIdeal(series, (level) -> new double[][] {{all[0], all[all.length - 1]}, {level, level}});
        return Lines.figure(
                name,
                title,
                Charts.HALF_WIDTH,
                values.axis(Measure.factor(varied.name())),
                ACCURACY,
                series,
                List.of());
    }

    private Figure rows(String name, String title, Factor varied, Map<String, List<Mean>> means) {
        int last = varied.size() - 1;
        List<Lines.Series> series = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, List<Mean>> line : means.entrySet()) {
            Color color = Style.category(number);
            double aside = BAND * ((number++ + 0.5) / means.size() - 0.5);
            List<Mean> found = line.getValue();
            double[] y = found.stream()
                    .mapToDouble(mean -> last - mean.level() - aside)
                    .toArray();
            for (int i = 0; i < y.length; i++) {
                if (found.get(i).estimate().hasInterval()) {
                    series.add(new Lines.Series(
                            "", Lines.Mark.THIN_LINE, color, interval(found.get(i)), new double[] {y[i], y[i]}));
                }
            }
            series.add(new Lines.Series(line.getKey(), Lines.Mark.LARGE_DOTS, color, percent(found), y));
        }
        addIdeal(series, level -> new double[][] {{level, level}, {-EDGE, last + EDGE}});
        int rows = varied.size() * Math.max(ROW_HEIGHT, LINE_HEIGHT * means.size());
        int label = (int) Math.ceil(Style.widthOf(Measure.factor(varied.name()), Style.TEXT)); // it stands upright
        List<String> legend = series.stream()
                .map(Lines.Series::name)
                .filter(entry -> !entry.isEmpty())
                .toList();
        int height = MARGIN
                + Math.max(rows, label)
                + Charts.LEGEND_LINE * (Charts.legendLines(legend, Charts.HALF_WIDTH) - 1);
        return Lines.rows(
                name,
                title,
                Charts.HALF_WIDTH,
                height,
                ACCURACY,
                Measure.factor(varied.name()),
                varied.values().stream()
                        .map(word -> Style.shortened(word, Style.TEXT, WORD))
                        .toList(),
                series);
    }

    private interface Ends {
        /** Both ends of the line at a percentage: x, then y. */
        double[][] of(double percent);
    }

    private void addIdeal(List<Lines.Series> series, Ends ends) {
        Double accuracy = ideal.accuracy().get(measure.column());
        if (accuracy == null) return;
        double[][] xy = ends.of(100 * accuracy);
        series.add(new Lines.Series("ideal " + Percent.text(accuracy), Lines.Mark.DASHES, Style.MUTED, xy[0], xy[1]));
    }

    private static double[] percent(List<Mean> means) {
        return means.stream().mapToDouble(mean -> 100 * mean.estimate().mean()).toArray();
    }

    private static double[] interval(Mean mean) {
        return ACCURACY.cut(100 * mean.estimate().low(), 100 * mean.estimate().high());
    }

    private DataTable table(List<Integer> keys) {
        List<String> columns = new ArrayList<>(
                keys.stream().map(i -> data.factors().get(i).name()).toList());
        columns.add("n");
        for (String what : List.of("mean_", "sd_", "ci95_low_", "ci95_high_")) columns.add(what + measure.column());
        return DataTable.of(columns);
    }

    private List<Object> cells(List<Integer> keys, List<Integer> levels, Estimate estimate) {
        List<Object> cells = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            cells.add(data.factors().get(keys.get(i)).values().get(levels.get(i)));
        }
        cells.addAll(List.of(estimate.n(), estimate.mean(), estimate.deviation(), estimate.low(), estimate.high()));
        return cells;
    }

    private String caption(Factor varied, List<Integer> lines, List<Integer> rest) {
        StringBuilder caption = new StringBuilder(
                varied.isSpread()
                        ? "A dot is the mean of the seeds at one value"
                        : data.seeds() > 1
                                ? "Mean and 95 % confidence interval (Student t) of " + data.seeds() + " seeds"
                                : "One seed, hence no interval");
        if (!lines.isEmpty()) caption.append(", a colour for each value of ").append(names(lines));
        caption.append('.');
        if (!rest.isEmpty())
            caption.append(" Each seed is first averaged over ")
                    .append(names(rest))
                    .append('.');
        if (ideal.accuracy().containsKey(measure.column()) && !ideal.source().isEmpty()) {
            caption.append(" Ideal: ").append(ideal.source()).append('.');
        }
        return caption.toString();
    }

    private String names(List<Integer> factors) {
        return factors.stream()
                .map(i -> Measure.factor(data.factors().get(i).name()))
                .collect(Collectors.joining(" and "));
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
