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
import java.util.IntSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A figure of curves: means of the seeds with their 95 % intervals, and hollow diamonds for what the paper states.
 *
 * @param horizontal label of the horizontal axis, with its unit
 * @param vertical label of the vertical axis, with its unit
 * @param unit of the numbers on it
 * @param scale what a figure of a sweep is multiplied with to be in that unit
 * @param curves what is drawn
 */
public record Curves(String horizontal, String vertical, String unit, double scale, List<Curve> curves)
        implements PaperFigure {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;
    private static final int MOST_TICKS = 12;
    private static final double CLOSEST = 0.05; // of the axis, from tick to tick

    /** Curves of accuracy. */
    public static Curves ofAccuracy(String horizontal, Curve... curves) {
        return new Curves(horizontal, "classification accuracy (%)", "%", 100, List.of(curves));
    }

    @Override
    public List<String> plans() {
        return curves.stream().map(Curve::plan).distinct().toList();
    }

    @Override
    public Drawing draw(Evidence evidence) {
        List<Found> found = curves.stream()
                .flatMap(curve -> curve.points(evidence, unit, scale).stream())
                .toList();
        return new Drawing(List.of(picture(evidence, found)), caption(evidence, found), found);
    }

    private static String caption(Evidence evidence, List<Found> found) {
        IntSummaryStatistics seeds = found.stream()
                .mapToInt(one -> one.ours().n())
                .filter(n -> n > 0)
                .summaryStatistics();
        String means = "One seed, hence no intervals";
        if (seeds.getMax() > 1) {
            String range = seeds.getMin() == seeds.getMax() ? "" : seeds.getMin() + " to ";
            means = "Means of " + range + seeds.getMax() + " seeds with 95 % intervals (Student t)";
        }
        boolean isStated = evidence.stated().stream()
                .filter(Stated::hasValue)
                .anyMatch(said -> found.stream().anyMatch(one -> one.series().equals(said.series())));
        return means + (isStated ? "; diamonds are what the paper states." : ".");
    }

    private Figure picture(Evidence evidence, List<Found> found) {
        Map<String, List<Found>> bySeries = new LinkedHashMap<>();
        found.forEach(one ->
                bySeries.computeIfAbsent(one.series(), any -> new ArrayList<>()).add(one));
        Axis axis = unit.equals("%") ? Axis.ofShares(vertical) : new Axis(vertical, false);
        List<Series> series = new ArrayList<>();
        List<Series> stated = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, List<Found>> curve : bySeries.entrySet()) {
            Color color = Style.category(number++);
            List<Found> points = curve.getValue();
            double[] x = points.stream().mapToDouble(point -> place(point.at())).toArray();
            double[] y =
                    points.stream().mapToDouble(point -> point.ours().mean()).toArray();
            for (int i = 0; i < x.length; i++) {
                if (!points.get(i).ours().hasInterval()) continue;
                Estimate ours = points.get(i).ours();
                double[] interval = axis.cut(ours.low(), ours.high());
                series.add(new Series("", Mark.THIN_LINE, color, new double[] {x[i], x[i]}, interval));
            }
            boolean isLine = x.length > 1;
            series.add(new Series(isLine ? curve.getKey() : "", Mark.LINE, color, x, y));
            series.add(new Series(isLine ? "" : curve.getKey(), Mark.LARGE_DOTS, color, x, y));
            List<Stated> numbers = evidence.stated().stream()
                    .filter(said -> said.hasValue() && said.series().equals(curve.getKey()))
                    .toList();
            stated.add(new Series(
                    "",
                    Mark.DIAMONDS,
                    color,
                    numbers.stream().mapToDouble(said -> place(said.at())).toArray(),
                    numbers.stream().mapToDouble(Stated::value).toArray()));
        }
        series.addAll(seen(stated));
        if (stated.stream().anyMatch(one -> one.x().length > 0)) {
            series.add(new Series("stated in the paper", Mark.DIAMONDS, Style.INK, new double[0], new double[0]));
        }
        return Lines.figure(
                evidence.file(),
                evidence.title(),
                WIDTH,
                HEIGHT,
                new Axis(horizontal, false, ticks(found)),
                axis,
                series,
                List.of());
    }

    /** Numbers that are stated of several curves alike are drawn once, in the colour of none of them. */
    private static List<Series> seen(List<Series> stated) {
        record Place(double x, double y) {}
        Map<Place, List<Color>> colours = new LinkedHashMap<>();
        for (Series one : stated) {
            for (int i = 0; i < one.x().length; i++) {
                colours.computeIfAbsent(new Place(one.x()[i], one.y()[i]), any -> new ArrayList<>())
                        .add(one.color());
            }
        }
        List<Series> seen = new ArrayList<>();
        colours.forEach((at, of) -> seen.add(new Series(
                "", Mark.DIAMONDS, of.size() == 1 ? of.get(0) : Style.INK, new double[] {at.x()}, new double[] {at.y()
                })));
        return seen;
    }

    /** Where a value stands on the axis: its number, whatever its unit. */
    private static double place(String at) {
        return Double.parseDouble(at.split(" ")[0]);
    }

    /** The values that were run, unless these are too many to be told apart. */
    private static Map<Double, String> ticks(List<Found> found) {
        TreeMap<Double, String> ticks = new TreeMap<>();
        found.forEach(one -> ticks.put(place(one.at()), one.at().split(" ")[0]));
        if (ticks.size() > MOST_TICKS) return Map.of();
        double closest = CLOSEST * (ticks.lastKey() - ticks.firstKey());
        double last = Double.NEGATIVE_INFINITY;
        for (double tick : List.copyOf(ticks.keySet())) {
            if (tick - last < closest) {
                ticks.remove(tick);
            } else {
                last = tick;
            }
        }
        return ticks;
    }
}
