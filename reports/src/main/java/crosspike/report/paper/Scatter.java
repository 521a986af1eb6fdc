package crosspike.report.paper;

import crosspike.report.Figure;
import crosspike.report.Lines;
import crosspike.report.Lines.Axis;
import crosspike.report.Lines.Mark;
import crosspike.report.Lines.Series;
import crosspike.report.Style;
import crosspike.report.analysis.Estimate;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Curves of means over seeds; the intervals of the vertical axis are drawn where there are any, and what the paper states as
 * hollow diamonds.
 */
public final class Scatter {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;

    /** A point: where it stands, and what was found there. */
    public record Dot(double x, Estimate y) {}

    /**
     * A number of the paper.
     *
     * @param series curve that it belongs to
     */
    public record Said(String series, double x, double y) {}

    private Scatter() {}

    /** What is to be known of a picture. */
    public static String caption(List<Said> stated) {
        return "Means of the seeds, with their 95 % intervals (Student t) where there are several"
                + (stated.isEmpty() ? "." : "; diamonds are what the paper states.");
    }

    /** Without anything from the paper. */
    public static Figure of(String file, String title, Axis horizontal, Axis vertical, Map<String, List<Dot>> curves) {
        return of(file, title, horizontal, vertical, curves, List.of());
    }

    /** @param curves points by the name of their curve; a curve is drawn from left to right */
    public static Figure of(
            String file,
            String title,
            Axis horizontal,
            Axis vertical,
            Map<String, List<Dot>> curves,
            List<Said> stated) {
        List<Series> series = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, List<Dot>> curve : curves.entrySet()) {
            Color color = Style.category(number++);
            List<Dot> dots = curve.getValue().stream()
                    .sorted(Comparator.comparingDouble(Dot::x))
                    .toList();
            double[] x = dots.stream().mapToDouble(Dot::x).toArray();
            double[] y = dots.stream().mapToDouble(dot -> dot.y().mean()).toArray();
            dots.stream().filter(dot -> dot.y().hasInterval()).forEach(dot -> {
                double[] interval = vertical.cut(dot.y().low(), dot.y().high());
                series.add(new Series("", Mark.THIN_LINE, color, new double[] {dot.x(), dot.x()}, interval));
            });
            boolean isLine = x.length > 1;
            series.add(new Series(isLine ? curve.getKey() : "", Mark.LINE, color, x, y));
            series.add(new Series(isLine ? "" : curve.getKey(), Mark.LARGE_DOTS, color, x, y));
            series.add(diamonds("", color, stated, curve.getKey()));
        }
        if (series.stream().anyMatch(one -> one.mark() == Mark.DIAMONDS && one.x().length > 0)) {
            series.add(diamonds("stated in the paper", Style.INK, List.of(), ""));
        }
        return Lines.figure(file, title, WIDTH, HEIGHT, horizontal, vertical, series, List.of());
    }

    private static Series diamonds(String name, Color color, List<Said> stated, String curve) {
        List<Said> ofCurve =
                stated.stream().filter(said -> said.series().equals(curve)).toList();
        return new Series(
                name,
                Mark.DIAMONDS,
                color,
                ofCurve.stream().mapToDouble(Said::x).toArray(),
                ofCurve.stream().mapToDouble(Said::y).toArray());
    }
}
