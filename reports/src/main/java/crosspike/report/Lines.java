package crosspike.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.chart.util.ShapeUtils;
import org.jfree.data.Range;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** Figures of lines and points over two axes. */
public final class Lines {
    private static final int HEIGHT = 380;
    private static final double MANY_DECADES = 1e3; // largest over smallest
    private static final double DOT = 4;
    private static final double LARGE_DOT = 7;
    private static final float DIAMOND = 6;
    private static final BasicStroke OUTLINE = new BasicStroke(1.8f);
    private static final double NOTE_MARGIN = 0.05; // above a note, of the axis

    /** Below an axis that begins at 0, of its length: chosen, so that dots there are whole and no mark falls into it. */
    private static final double ROOM_FOR_DOTS = 0.02;

    private static final double HALF_ROW = 0.5;

    /** Range over value at which all values are one: no label would tell them apart. */
    static final double ONE_VALUE = 1e-6;

    private static final double ROOM_FOR_ONE_VALUE = 0.1; // on both sides, of the value
    private static final double ROOM_AROUND_ZERO = 1; // of which no part is room

    private static final double ROOM_FOR_NOTES = 0.27; // on both sides, of what the points take

    private Lines() {}

    /** How a series is drawn. */
    public enum Mark {
        LINE,
        THIN_LINE,
        DASHES,
        DOTS,
        LARGE_DOTS,
        /** Hollow: what somebody else found. */
        DIAMONDS;

        boolean isDots() {
            return this == DOTS || this == LARGE_DOTS || this == DIAMONDS;
        }
    }

    /**
     * One series; series with an empty name are not in the legend.
     *
     * @param x values along the horizontal axis
     * @param y values along the vertical axis, as many
     */
    public record Series(String name, Mark mark, Color color, double[] x, double[] y) {}

    /**
     * An axis.
     *
     * @param label with the unit
     * @param isLogarithmic whether decades are equally long
     * @param ticks texts at the only values that are marked; empty: round numbers
     * @param isShare whether its values are parts of a whole in percent: none is below 0 or above 100
     */
    public record Axis(String label, boolean isLogarithmic, Map<Double, String> ticks, boolean isShare) {
        private static final double WHOLE = 100;

        /** An axis with round numbers. */
        public Axis(String label, boolean isLogarithmic) {
            this(label, isLogarithmic, Map.of());
        }

        /** An axis of any values. */
        public Axis(String label, boolean isLogarithmic, Map<Double, String> ticks) {
            this(label, isLogarithmic, ticks, false);
        }

        /** A linear axis of parts of a whole in percent. */
        public static Axis ofShares(String label) {
            return new Axis(label, false, Map.of(), true);
        }

        /** An interval without what the axis cannot show: Student's t of two seeds may go beyond all that there is. */
        public double[] cut(double low, double high) {
            return isShare ? new double[] {Math.max(0, low), Math.min(WHOLE, high)} : new double[] {low, high};
        }
    }

    /**
     * A text in the plot beside a point.
     *
     * @param isBefore whether it ends at the point rather than begins there
     */
    public record Note(String text, double x, double y, boolean isBefore) {
        /** A text that begins at a point. */
        public Note(String text, double x, double y) {
            this(text, x, y, false);
        }
    }

    static Figure figure(
            String name,
            String title,
            int width,
            Axis horizontal,
            Axis vertical,
            List<Series> series,
            List<Note> notes) {
        return figure(name, title, width, HEIGHT, horizontal, vertical, series, notes);
    }

    /** The same with a height of its own, in CSS pixels. */
    public static Figure figure(
            String name,
            String title,
            int width,
            int height,
            Axis horizontal,
            Axis vertical,
            List<Series> series,
            List<Note> notes) {
        return figure(name, title, width, height, plot(horizontal, vertical, series, notes), series);
    }

    /**
     * Rows of words with dots beside them.
     *
     * @param label of the vertical axis
     * @param words from above; the last stands at 0, each other 1 above the next
     */
    static Figure rows(
            String name,
            String title,
            int width,
            int height,
            Axis horizontal,
            String label,
            List<String> words,
            List<Series> series) {
        Map<Double, String> ticks = new LinkedHashMap<>();
        for (int i = 0; i < words.size(); i++) ticks.put(words.size() - 1.0 - i, words.get(i));
        XYPlot plot = plot(horizontal, new Axis(label, false, ticks), series, List.of());
        plot.getRangeAxis().setRange(-HALF_ROW, words.size() - 1 + HALF_ROW);
        return figure(name, title, width, height, plot, series);
    }

    private static Figure figure(String name, String title, int width, int height, XYPlot plot, List<Series> series) {
        boolean hasLegend = series.stream().anyMatch(one -> !one.name().isEmpty());
        return Charts.figure(name, title, width, height, Charts.styled(plot), hasLegend);
    }

    private static XYPlot plot(Axis horizontal, Axis vertical, List<Series> series, List<Note> notes) {
        XYPlot plot = new XYPlot(null, axis(horizontal), axis(vertical), null);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        add(plot, 0, series.stream().filter(one -> !one.mark().isDots()).toList()); // drawn last, on top
        add(plot, 1, series.stream().filter(one -> one.mark().isDots()).toList());
        makeRoomForOneValue(plot.getDomainAxis(), horizontal);
        makeRoomForOneValue(plot.getRangeAxis(), vertical);
        for (Note note : notes) {
            XYTextAnnotation text = new XYTextAnnotation(note.text(), note.x(), note.y());
            text.setFont(Style.TEXT);
            text.setPaint(Style.INK);
            text.setTextAnchor(note.isBefore() ? TextAnchor.CENTER_RIGHT : TextAnchor.CENTER_LEFT);
            plot.addAnnotation(text);
            Range shown = plot.getRangeAxis().getRange();
            plot.getRangeAxis().setRange(Range.expandToInclude(shown, note.y() + NOTE_MARGIN * shown.getLength()));
        }
        if (notes.stream().anyMatch(Note::isBefore)) {
            plot.getDomainAxis().setLowerMargin(ROOM_FOR_NOTES);
            plot.getDomainAxis().setUpperMargin(ROOM_FOR_NOTES);
        }
        if (series.stream().anyMatch(one -> one.mark().isDots())) {
            makeRoomForDots(plot.getDomainAxis(), horizontal);
            makeRoomForDots(plot.getRangeAxis(), vertical);
        }
        return plot;
    }

    /** Where all values are the same, the marks of an axis around them must not be. */
    private static void makeRoomForOneValue(ValueAxis axis, Axis shows) {
        Range shown = axis.getRange();
        double value = shown.getCentralValue();
        boolean isOne = value == 0
                ? shown.getLength() <= axis.getAutoRangeMinimumSize()
                : shown.getLength() < ONE_VALUE * Math.abs(value);
        if (axis instanceof NumberAxis && isOne) {
            double room = value == 0 ? ROOM_AROUND_ZERO : ROOM_FOR_ONE_VALUE * Math.abs(value);
            double[] ends = shows.cut(value - room, value + room);
            axis.setRange(ends[0], ends[1]);
        }
    }

    /** A dot at an end of what there can be is whole. */
    private static void makeRoomForDots(ValueAxis axis, Axis shows) {
        Range shown = axis.getRange();
        double room = ROOM_FOR_DOTS * shown.getLength();
        if (shown.getLowerBound() == 0) axis.setLowerBound(-room);
        if (shows.isShare() && shown.getUpperBound() == Axis.WHOLE) axis.setUpperBound(Axis.WHOLE + room);
    }

    private static void add(XYPlot plot, int index, List<Series> series) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < series.size(); i++) {
            Series one = series.get(i);
            XYSeries points = new XYSeries(one.name().isEmpty() ? " " + i : one.name(), false, true);
            for (int k = 0; k < one.x().length; k++) {
                points.add(one.x()[k], one.y()[k], false);
            }
            style(renderer, i, one);
            data.addSeries(points);
        }
        plot.setDataset(index, data);
        plot.setRenderer(index, renderer);
    }

    private static void style(XYLineAndShapeRenderer renderer, int index, Series series) {
        boolean dots = series.mark().isDots();
        double size = series.mark() == Mark.LARGE_DOTS ? LARGE_DOT : DOT;
        Shape dot = series.mark() == Mark.DIAMONDS
                ? ShapeUtils.createDiamond(DIAMOND)
                : new Ellipse2D.Double(-size / 2, -size / 2, size, size);
        renderer.setSeriesShapesFilled(index, series.mark() != Mark.DIAMONDS);
        renderer.setSeriesOutlineStroke(index, OUTLINE);
        renderer.setSeriesLinesVisible(index, !dots);
        renderer.setSeriesShapesVisible(index, dots);
        renderer.setSeriesShape(index, dot);
        renderer.setSeriesPaint(index, series.color());
        renderer.setSeriesStroke(
                index,
                switch (series.mark()) {
                    case LINE -> Style.LINE;
                    case DASHES -> Style.DASHES;
                    default -> new BasicStroke(1f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
                });
        renderer.setSeriesVisibleInLegend(index, !series.name().isEmpty());
    }

    static ValueAxis axis(Axis axis) {
        if (axis.isLogarithmic()) {
            LogAxis decades = new LogAxis(axis.label()) {
                private static final long serialVersionUID = 1L;

                @Override
                @SuppressWarnings("rawtypes") // as JFreeChart has it
                public List refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
                    return axis.ticks().isEmpty()
                            ? super.refreshTicks(g, state, area, edge)
                            : marks(axis, getRange(), edge);
                }
            };
            decades.setTickUnit(new NumberTickUnit(1));
            decades.setMinorTickMarksVisible(false);
            decades.setBaseSymbol("10");
            return decades;
        }
        NumberAxis linear = new NumberAxis(axis.label()) {
            private static final long serialVersionUID = 1L;

            @Override
            @SuppressWarnings("rawtypes")
            public List refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
                return axis.ticks().isEmpty()
                        ? super.refreshTicks(g, state, area, edge)
                        : marks(axis, getRange(), edge);
            }
        };
        linear.setAutoRangeIncludesZero(false);
        return linear;
    }

    /** Ticks of a logarithmic axis: powers of ten, and what is two and five times as much unless there are many of them. */
    static Map<Double, String> decades(double low, double high) {
        Map<Double, String> ticks = new TreeMap<>();
        for (int decade = (int) Math.floor(Math.log10(low)) - 1; decade <= Math.log10(high) + 1; decade++) {
            for (int digit : high > MANY_DECADES * low ? new int[] {1} : new int[] {1, 2, 5}) {
                double tick = digit * Double.parseDouble("1e" + decade);
                ticks.put(tick, Scale.plain(tick));
            }
        }
        return ticks;
    }

    private static List<NumberTick> marks(Axis axis, Range shown, RectangleEdge edge) {
        TextAnchor anchor = RectangleEdge.isLeftOrRight(edge) ? TextAnchor.CENTER_RIGHT : TextAnchor.TOP_CENTER;
        List<NumberTick> marks = new ArrayList<>();
        axis.ticks().forEach((value, text) -> {
            if (shown.contains(value)) marks.add(new NumberTick(value, text, anchor, TextAnchor.CENTER, 0));
        });
        return marks;
    }
}
