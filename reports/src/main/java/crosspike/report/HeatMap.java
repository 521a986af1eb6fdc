package crosspike.report;

import crosspike.report.analysis.DataTable;
import crosspike.report.analysis.Estimate;
import crosspike.report.analysis.Factor;
import crosspike.report.analysis.SweepData;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A figure over two factors: shades, with the number in each cell where it fits. */
final class HeatMap {
    private static final int LEAST_VALUES = 3;
    private static final int MOST_VALUES = 60;
    private static final int TOP = 14;
    private static final int BAR = 14; // the scale beside the map
    private static final int BAR_MARGIN = 84;
    private static final int LARGEST_CELL = 72;
    private static final int CELL_HEIGHT = 34;
    private static final int SMALLEST_CELL = 8;
    private static final double FAINTEST = 0.06;
    private static final double STRONGEST = 0.95;
    private static final double LOGARITHMIC_FROM = 50; // largest over smallest
    private static final double WHITE_TEXT_FROM = 0.55;

    private final String name;
    private final Measure measure;
    private final Factor down;
    private final Factor across;
    private final double[][] values;
    private final Scale scale;
    private final double smallest;
    private final double largest;
    private final boolean isLogarithmic;

    private HeatMap(Measure measure, Factor down, Factor across, double[][] values) {
        this.name = SweepFigure.fileName("map-" + measure.column() + "-" + down.name() + "-" + across.name());
        this.measure = measure;
        this.down = down;
        this.across = across;
        this.values = values;
        List<Double> all = Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .boxed()
                .toList();
        this.smallest = all.stream().mapToDouble(v -> v).min().orElse(0);
        this.largest = all.stream().mapToDouble(v -> v).max().orElse(1);
        this.isLogarithmic = smallest > 0 && largest > LOGARITHMIC_FROM * smallest;
        this.scale = measure.scale(all);
    }

    /** A map for each pair of factors with three values or more of which at least one moves the figure. */
    static List<SweepFigure> all(SweepData data, String column) {
        int figure = data.figure(column);
        List<Integer> active = data.active(figure);
        List<Integer> wide = data.varied().stream()
                .filter(i -> active.contains(i) && !data.factors().get(i).isSpread())
                .filter(i -> data.factors().get(i).size() >= LEAST_VALUES
                        && data.factors().get(i).size() <= MOST_VALUES)
                .toList();
        List<SweepFigure> maps = new ArrayList<>();
        for (int i = 0; i < wide.size(); i++) {
            for (int j = i + 1; j < wide.size(); j++) {
                maps.add(of(data, figure, wide.get(i), wide.get(j)));
            }
        }
        return maps;
    }

    private static SweepFigure of(SweepData data, int figure, int one, int other) {
        boolean isWider =
                data.factors().get(one).size() > data.factors().get(other).size();
        int down = isWider ? other : one;
        int across = isWider ? one : other;
        Factor rows = data.factors().get(down);
        Factor columns = data.factors().get(across);
        Measure measure = Measure.of(data.figures().get(figure));
        double[][] values = new double[rows.size()][columns.size()];
        for (double[] row : values) Arrays.fill(row, Double.NaN);
        DataTable table = DataTable.of(List.of(rows.name(), columns.name(), "n", "mean_" + measure.column()));
        data.by(List.of(down, across)).forEach((levels, points) -> {
            Estimate estimate = SweepData.estimate(figure, points);
            values[levels.get(0)][levels.get(1)] = estimate.mean();
            table.add(List.of(
                    rows.values().get(levels.get(0)),
                    columns.values().get(levels.get(1)),
                    estimate.n(),
                    estimate.mean()));
        });
        List<String> rest = data.active(figure).stream()
                .filter(i -> i != down && i != across)
                .map(i -> Measure.factor(data.factors().get(i).name()))
                .toList();
        String caption = "Mean over the seeds" + (rest.isEmpty() ? "" : ", " + String.join(", ", rest)) + ".";
        HeatMap map = new HeatMap(measure, rows, columns, values);
        return new SweepFigure(map.figure(), caption + (map.isLogarithmic ? " Shades are logarithmic." : ""), table);
    }

    private Figure figure() {
        double widest = across.values().stream()
                .mapToDouble(text -> Style.widthOf(text, Style.TEXT) + 10)
                .max()
                .orElse(0);
        int left = (int) down.values().stream()
                        .mapToDouble(text -> Style.widthOf(text, Style.TEXT))
                        .max()
                        .orElse(0)
                + 36;
        int room = (Charts.HALF_WIDTH - left - BAR_MARGIN) / across.size();
        int cell =
                (int) Math.max(SMALLEST_CELL, Math.max(Math.min(room, LARGEST_CELL), Math.min(widest, LARGEST_CELL)));
        boolean isSlanted = widest > cell;
        int bottom = isSlanted ? (int) widest + 28 : 46;
        int width = left + cell * across.size() + BAR_MARGIN;
        int height = TOP + CELL_HEIGHT * down.size() + bottom;
        String title = Character.toUpperCase(measure.words().charAt(0))
                + measure.words().substring(1) + ": " + Measure.factor(down.name()) + " and "
                + Measure.factor(across.name());
        return new Figure(name, title, width, height, g -> paint(g, left, cell, isSlanted, height));
    }

    private void paint(Graphics2D g, int left, int cell, boolean isSlanted, int height) {
        int bottom = TOP + CELL_HEIGHT * down.size();
        for (int row = 0; row < values.length; row++) {
            double middle = TOP + (row + 0.5) * CELL_HEIGHT + 4;
            Style.text(g, down.values().get(row), Style.TEXT, Style.INK, left - 8, middle, 1);
            for (int column = 0; column < values[row].length; column++) {
                paintCell(g, left + column * cell, TOP + row * CELL_HEIGHT, cell, values[row][column]);
            }
        }
        for (int column = 0; column < across.size(); column++) {
            double x = left + (column + 0.5) * cell;
            var upright = g.getTransform();
            if (isSlanted) g.rotate(-Math.PI / 2, x + 4, bottom + 8);
            Style.text(
                    g,
                    across.values().get(column),
                    Style.TEXT,
                    Style.INK,
                    isSlanted ? x + 4 : x,
                    bottom + (isSlanted ? 8 : 17),
                    isSlanted ? 1 : 0.5);
            g.setTransform(upright);
        }
        double centre = left + across.size() * cell / 2.0;
        title(g, across, centre, height - 8, across.size() * cell + 2.0 * Math.min(left, BAR_MARGIN));
        double middle = (TOP + bottom) / 2.0;
        var upright = g.getTransform();
        g.rotate(-Math.PI / 2, 12, middle);
        title(g, down, 12, middle, 2 * middle);
        g.setTransform(upright);
        paintScale(g, left + across.size() * cell + 16, bottom);
    }

    /** The name of an axis, centred; the heading has it whole. */
    private static void title(Graphics2D g, Factor axis, double x, double y, double room) {
        String name = Style.shortened(Measure.factor(axis.name()), Style.TEXT, room);
        Style.text(g, name, Style.TEXT, Style.MUTED, x, y, 0.5);
    }

    private void paintCell(Graphics2D g, double x, double y, int cell, double value) {
        Rectangle2D area = new Rectangle2D.Double(x + 1, y + 1, cell - 2, CELL_HEIGHT - 2);
        String text = Double.isFinite(value) ? number(value) : "–";
        double strength = strength(value);
        g.setColor(
                Double.isFinite(value) ? Style.withAlpha(Style.ACCENT, strength) : Style.withAlpha(Style.MUTED, 0.06));
        g.fill(area);
        if (Style.widthOf(text, Style.SMALL) > cell - 6) return;
        Color ink = strength > WHITE_TEXT_FROM ? Color.WHITE : Style.INK;
        Style.text(g, text, Style.SMALL, ink, x + cell / 2.0, y + CELL_HEIGHT / 2.0 + 4, 0.5);
    }

    private double strength(double value) {
        if (!Double.isFinite(value)) return 0;
        double share = largest == smallest
                ? 0.5
                : isLogarithmic
                        ? Math.log(value / smallest) / Math.log(largest / smallest)
                        : (value - smallest) / (largest - smallest);
        return FAINTEST + (STRONGEST - FAINTEST) * share;
    }

    /** Numbers that lie decades apart have a unit each. */
    private String number(double value) {
        if (isLogarithmic) return measure.text(value);
        double shown = value / scale.size();
        return measure.unit().equals("%") ? Charts.format("0.0").format(shown) : three(shown);
    }

    private static String three(double shown) {
        double size = Math.abs(shown);
        return Charts.format(size >= 100 ? "0" : size >= 10 ? "0.0" : size >= 0.1 ? "0.00" : "0.00##")
                .format(shown);
    }

    private void paintScale(Graphics2D g, double x, int bottom) {
        g.setPaint(new GradientPaint(
                (float) x,
                TOP,
                Style.withAlpha(Style.ACCENT, STRONGEST),
                (float) x,
                bottom,
                Style.withAlpha(Style.ACCENT, FAINTEST)));
        g.fill(new Rectangle2D.Double(x, TOP, BAR, bottom - TOP));
        Style.text(g, number(largest), Style.SMALL, Style.MUTED, x + BAR + 5, TOP + 10, 0);
        Style.text(g, number(smallest), Style.SMALL, Style.MUTED, x + BAR + 5, bottom - 2, 0);
        if (isLogarithmic) return;
        Style.text(g, scale.symbol(), Style.SMALL, Style.MUTED, x + BAR + 5, (TOP + bottom) / 2.0 + 4, 0);
    }
}
