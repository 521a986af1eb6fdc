package crosspike.report.paper.pruning;

import crosspike.report.Figure;
import crosspike.report.Lines;
import crosspike.report.Lines.Axis;
import crosspike.report.Lines.Mark;
import crosspike.report.Lines.Series;
import crosspike.report.Style;
import crosspike.report.analysis.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A line for each name, the largest on top: a dot at the mean, and its interval. */
final class Ranking {
    private static final int WIDTH = 760;
    private static final int LINE = 26;
    private static final int REST = 70;

    private Ranking() {}

    static Figure of(String file, String title, String axis, Map<String, Estimate> estimates) {
        List<Map.Entry<String, Estimate>> ranked = estimates.entrySet().stream()
                .sorted(Comparator.comparingDouble(entry -> entry.getValue().mean()))
                .toList();
        Map<Double, String> names = new TreeMap<>();
        List<Series> series = new ArrayList<>();
        double[] x = new double[ranked.size()];
        double[] y = new double[ranked.size()];
        for (int i = 0; i < x.length; i++) {
            Estimate estimate = ranked.get(i).getValue();
            x[i] = estimate.mean();
            y[i] = i + 1;
            names.put(y[i], ranked.get(i).getKey());
            if (estimate.hasInterval()) {
                double[] interval = {estimate.low(), estimate.high()};
                series.add(new Series("", Mark.LINE, Style.category(0), interval, new double[] {y[i], y[i]}));
            }
        }
        series.add(new Series("", Mark.LARGE_DOTS, Style.category(0), x, y));
        return Lines.figure(
                file,
                title,
                WIDTH,
                REST + LINE * x.length,
                new Axis(axis, false),
                new Axis("", false, names),
                series,
                List.of());
    }
}
