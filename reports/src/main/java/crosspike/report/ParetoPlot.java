package crosspike.report;

import crosspike.report.analysis.DataTable;
import crosspike.report.analysis.Pareto;
import crosspike.report.analysis.SweepData;
import crosspike.report.analysis.SweepData.Combination;
import crosspike.report.analysis.SweepTables;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.AbstractXYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;

/** Accuracy against energy with the area of the circuit as that of a bubble; what nothing beats is joined and named. */
final class ParetoPlot {
    private static final int HEIGHT = 470;
    private static final int LEGEND = 30;
    private static final double LARGEST_RADIUS = 18;
    private static final double ALIKE = 1.2; // areas within this ratio look the same
    private static final double SMALLEST_RADIUS = 3;
    private static final double PLAIN_RADIUS = 5;
    private static final int MOST_LABELS = 14;
    private static final double LOGARITHMIC_FROM = 8;
    private static final double CORE = 0.7; // of the radius, where no name may be
    private static final double MARGIN = 0.1; // of the axis, beyond the outermost points
    private static final String AREA = "area_m2";

    private final Measure gain;
    private final Measure cost;
    private final String[] labels;
    private final double[] percent;
    private final double[] energy;
    private final double[] area;
    private final boolean[] front;
    private final Scale scale;
    private final double smallestArea;
    private final double largestArea;

    private ParetoPlot(SweepData data, String accuracy, String energyColumn) {
        this.gain = Measure.of(accuracy);
        this.cost = Measure.of(energyColumn);
        List<Combination> combinations = data.combinations();
        List<Integer> varied = data.varied();
        this.labels = combinations.stream()
                .map(combination -> data.text(
                        varied, varied.stream().map(combination.levels()::get).toList()))
                .toArray(String[]::new);
        this.percent = Arrays.stream(SweepTables.means(data, accuracy))
                .map(value -> 100 * value)
                .toArray();
        double[] joules = SweepTables.means(data, energyColumn);
        this.scale = cost.scale(Arrays.stream(joules).boxed().toList());
        this.energy = Arrays.stream(joules).map(value -> value / scale.size()).toArray();
        this.area = data.figures().contains(AREA) ? SweepTables.means(data, AREA) : new double[0];
        this.smallestArea = Arrays.stream(area).filter(Double::isFinite).min().orElse(0);
        this.largestArea = Arrays.stream(area).filter(Double::isFinite).max().orElse(0);
        this.front = Pareto.front(percent, joules);
    }

    /** One figure for each energy that was recorded; none without accuracies that differ. */
    static List<SweepFigure> all(SweepData data) {
        List<String> votes = SweepTables.votes(data);
        if (votes.isEmpty() || data.combinations().size() < 2) return List.of();
        return SweepTables.energies(data).stream()
                .map(energy -> new ParetoPlot(data, votes.get(0), energy))
                .filter(ParetoPlot::hasTradeOff)
                .map(plot -> plot.figure(data))
                .toList();
    }

    private boolean hasTradeOff() {
        return known().mapToDouble(i -> percent[i]).distinct().count() > 1;
    }

    /** Points with both numbers. */
    private IntStream known() {
        return IntStream.range(0, energy.length).filter(this::isKnown);
    }

    private boolean isKnown(int i) {
        return Double.isFinite(percent[i]) && Double.isFinite(energy[i]);
    }

    private SweepFigure figure(SweepData data) {
        double[] known = known().mapToDouble(i -> energy[i]).toArray();
        ValueAxis horizontal = energyAxis(known);
        double[] heights = known().mapToDouble(i -> percent[i]).toArray();
        ValueAxis vertical = Lines.axis(new Lines.Axis(gain.words() + " (%)", false));
        double low = Arrays.stream(heights).min().orElse(0);
        double high = Arrays.stream(heights).max().orElse(100);
        double margin = Math.max(0.5, MARGIN * (high - low));
        vertical.setRange(low - margin, high + 1.3 * margin);
        XYPlot plot = new XYPlot(null, horizontal, vertical, new XYLineAndShapeRenderer());
        plot.addAnnotation(new Bubbles());
        JFreeChart chart = Charts.chart(Charts.styled(plot), false);
        Figure drawn = new Figure(
                SweepFigure.fileName("pareto-" + cost.column()),
                "Accuracy and " + cost.words(),
                Charts.FULL_WIDTH,
                HEIGHT,
                g -> {
                    legend(g);
                    chart.draw(g, new Rectangle2D.Double(0, LEGEND, Charts.FULL_WIDTH, HEIGHT - LEGEND));
                });
        return new SweepFigure(drawn, caption() + FactorNames.explained(data, data.varied()), table(data));
    }

    private ValueAxis energyAxis(double[] known) {
        double low = Arrays.stream(known).min().orElse(1);
        double high = Arrays.stream(known).max().orElse(1);
        boolean isLogarithmic = low > 0 && high >= LOGARITHMIC_FROM * low;
        ValueAxis axis = Lines.axis(
                new Lines.Axis(cost.label(scale), isLogarithmic, isLogarithmic ? Lines.decades(low, high) : Map.of()));
        if (isLogarithmic) {
            double margin = Math.pow(high / low, MARGIN);
            axis.setRange(low / margin, high * margin);
        } else {
            boolean differs = high - low > Lines.ONE_VALUE * high;
            double margin = differs ? MARGIN * (high - low) : Math.max(MARGIN * high, Double.MIN_NORMAL);
            axis.setRange(Math.max(0, low - margin), high + margin);
        }
        return axis;
    }

    private double radius(double squareMetres) {
        if (!areasDiffer() || !Double.isFinite(squareMetres)) return PLAIN_RADIUS;
        return Math.max(SMALLEST_RADIUS, LARGEST_RADIUS * Math.sqrt(squareMetres / largestArea));
    }

    private boolean areasDiffer() {
        return largestArea > ALIKE * smallestArea;
    }

    private double radius(int i) {
        return area.length == 0 ? PLAIN_RADIUS : radius(area[i]);
    }

    /** What colours and sizes mean, above the plot. */
    private void legend(Graphics2D g) {
        double x = 24;
        double y = LEGEND / 2.0 + 4;
        x = entry(g, x, y, PLAIN_RADIUS, true, "Pareto front");
        x = entry(g, x, y, PLAIN_RADIUS, false, "other points");
        if (!(largestArea > 0)) return;
        Scale unit = Scale.ofAreas(List.of(largestArea));
        Style.text(g, "area of the circuit:", Style.TEXT, Style.MUTED, x + 12, y + 4, 0);
        x += 24 + Style.widthOf("area of the circuit:", Style.TEXT);
        if (areasDiffer()) {
            x = entry(g, x, y, Math.min(13, radius(smallestArea)), false, unit.withUnit(smallestArea));
            entry(g, x, y + 2, radius(largestArea), false, unit.withUnit(largestArea));
        } else {
            Style.text(g, unit.withUnit(largestArea), Style.TEXT, Style.INK, x, y + 4, 0);
        }
    }

    private double entry(Graphics2D g, double x, double y, double radius, boolean isFront, String text) {
        bubble(g, x + radius, y, radius, isFront);
        Style.text(g, text, Style.TEXT, Style.INK, x + 2 * radius + 6, y + 4, 0);
        return x + 2 * radius + 26 + Style.widthOf(text, Style.TEXT);
    }

    private static void bubble(Graphics2D g, double x, double y, double radius, boolean isFront) {
        Ellipse2D circle = new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
        g.setColor(Style.withAlpha(isFront ? Style.ACCENT : Style.OTHERS, isFront ? 0.6 : 0.4));
        g.fill(circle);
        g.setStroke(Style.HAIRLINE);
        g.setColor(isFront ? Style.ACCENT : Style.OTHERS);
        g.draw(circle);
    }

    /** Draws the points where the axes have them, and names them where there is room. */
    private final class Bubbles extends AbstractXYAnnotation {
        private static final long serialVersionUID = 1L;

        @Override
        public void draw(
                Graphics2D g,
                XYPlot plot,
                Rectangle2D area,
                ValueAxis horizontal,
                ValueAxis vertical,
                int index,
                PlotRenderingInfo info) {
            double[] x = new double[energy.length];
            double[] y = new double[energy.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = horizontal.valueToJava2D(energy[i], area, RectangleEdge.BOTTOM);
                y[i] = vertical.valueToJava2D(percent[i], area, RectangleEdge.LEFT);
            }
            int[] onFront = Pareto.order(front, energy);
            List<Rectangle2D> taken = join(g, onFront, x, y);
            for (boolean isFront : List.of(false, true)) {
                for (int i = 0; i < x.length; i++) {
                    if (isKnown(i) && front[i] == isFront) bubble(g, x[i], y[i], radius(i), isFront);
                }
            }
            name(g, area, onFront, x, y, taken);
        }

        /** Draws the front in steps, for what costs less still gains no more; returns where its lines are. */
        private List<Rectangle2D> join(Graphics2D g, int[] onFront, double[] x, double[] y) {
            List<Rectangle2D> taken = new ArrayList<>();
            Path2D line = new Path2D.Double();
            for (int k = 0; k < onFront.length; k++) {
                if (k == 0) {
                    line.moveTo(x[onFront[k]], y[onFront[k]]);
                } else {
                    int from = onFront[k - 1];
                    int to = onFront[k];
                    line.lineTo(x[to], y[from]);
                    line.lineTo(x[to], y[to]);
                    taken.add(new Rectangle2D.Double(x[from], y[from] - 1, x[to] - x[from], 2));
                    taken.add(new Rectangle2D.Double(x[to] - 1, y[to], 2, y[from] - y[to]));
                }
            }
            g.setColor(Style.ACCENT);
            g.setStroke(Style.DASHES);
            g.draw(line);
            return taken;
        }

        private void name(
                Graphics2D g, Rectangle2D area, int[] onFront, double[] x, double[] y, List<Rectangle2D> taken) {
            for (int i = 0; i < x.length; i++) {
                double core = CORE * radius(i);
                if (isKnown(i)) taken.add(new Rectangle2D.Double(x[i] - core, y[i] - core, 2 * core, 2 * core));
            }
            int[] others = IntStream.range(0, x.length)
                    .filter(i -> isKnown(i) && !front[i])
                    .toArray();
            Arrays.stream(onFront).limit(MOST_LABELS).forEach(i -> name(g, area, i, x, y, taken));
            if (onFront.length + others.length <= MOST_LABELS) {
                Arrays.stream(others).forEach(i -> name(g, area, i, x, y, taken));
            }
        }

        /** Right of the point, left of it, above or below it; not at all where something else is. */
        private void name(Graphics2D g, Rectangle2D area, int i, double[] x, double[] y, List<Rectangle2D> taken) {
            double width = Style.widthOf(labels[i], Style.SMALL);
            double away = radius(i) + 4;
            double[][] places = {
                {x[i] + away, y[i] - 6},
                {x[i] + away * 0.7, y[i] - away * 0.7 - 10},
                {x[i] - away - width, y[i] - 6},
                {x[i] - width / 2, y[i] - away - 12},
                {x[i] - width / 2, y[i] + away},
                {x[i] + away * 0.7, y[i] + away * 0.7},
                {x[i] - away * 0.7 - width, y[i] - away * 0.7 - 10},
                {x[i] - away * 0.7 - width, y[i] + away * 0.7},
            };
            for (double[] place : places) {
                Rectangle2D box = new Rectangle2D.Double(place[0], place[1], width, 12);
                if (!area.contains(box) || taken.stream().anyMatch(box::intersects)) continue;
                taken.add(box);
                Style.text(g, labels[i], Style.SMALL, front[i] ? Style.INK : Style.MUTED, place[0], place[1] + 10, 0);
                return;
            }
        }
    }

    private String caption() {
        long known = known().count();
        long best = IntStream.range(0, front.length).filter(i -> front[i]).count();
        return best + " of " + known + " combinations are on the front: no other one is as accurate for no more "
                + cost.words() + ". Means over the seeds"
                + (areasDiffer() ? "; the area of a bubble is in proportion to that of the circuit." : ".");
    }

    private DataTable table(SweepData data) {
        List<String> columns = new ArrayList<>(
                data.factors().stream().map(factor -> factor.name()).toList());
        columns.addAll(List.of("mean_" + gain.column(), "mean_" + cost.column()));
        if (area.length > 0) columns.add("mean_" + AREA);
        columns.add("on_front");
        DataTable table = DataTable.of(columns);
        List<Combination> combinations = data.combinations();
        for (int i = 0; i < combinations.size(); i++) {
            List<Object> cells =
                    new ArrayList<>(data.labels(combinations.get(i)).values());
            cells.addAll(List.of(
                    SweepTables.mean(data, combinations.get(i), gain.column()),
                    SweepTables.mean(data, combinations.get(i), cost.column())));
            if (area.length > 0) cells.add(area[i]);
            cells.add(front[i]);
            table.add(cells);
        }
        return table;
    }
}
