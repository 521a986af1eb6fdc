package crosspike.report.paper.guo2020;

import crosspike.report.Figure;
import crosspike.report.Lines;
import crosspike.report.Lines.Axis;
import crosspike.report.Lines.Mark;
import crosspike.report.Lines.Series;
import crosspike.report.Style;
import crosspike.report.analysis.Estimate;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Curves of means over seeds; the intervals of the vertical axis are drawn where there are any. */
final class Scatter {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;

    /** A point: where it stands, and what was found there. */
    record Dot(double x, Estimate y) {}

    private Scatter() {}

    /** @param curves points by the name of their curve; a curve is drawn from left to right */
    static Figure of(String file, String title, Axis horizontal, Axis vertical, Map<String, List<Dot>> curves) {
        List<Series> series = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, List<Dot>> curve : curves.entrySet()) {
            Color color = Style.category(number++);
            TreeMap<Double, Estimate> sorted = new TreeMap<>();
            curve.getValue().forEach(dot -> sorted.put(dot.x(), dot.y()));
            double[] x = sorted.keySet().stream().mapToDouble(d -> d).toArray();
            double[] y = sorted.values().stream().mapToDouble(Estimate::mean).toArray();
            sorted.forEach((at, found) -> {
                if (found.hasInterval()) {
                    series.add(new Series(
                            "", Mark.THIN_LINE, color, new double[] {at, at}, new double[] {found.low(), found.high()
                            }));
                }
            });
            boolean isLine = x.length > 1;
            series.add(new Series(isLine ? curve.getKey() : "", Mark.LINE, color, x, y));
            series.add(new Series(isLine ? "" : curve.getKey(), Mark.LARGE_DOTS, color, x, y));
        }
        return Lines.figure(file, title, WIDTH, HEIGHT, horizontal, vertical, series, List.of());
    }
}
