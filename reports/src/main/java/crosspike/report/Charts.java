package crosspike.report;

import crosspike.experiment.run.Checkpoint;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.labels.ItemLabelAnchor;
import org.jfree.chart.labels.ItemLabelPosition;
import org.jfree.chart.labels.StandardCategoryItemLabelGenerator;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.Range;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The figures with axes. All that is known of JFreeChart is known here and in {@link NodeChart}. */
final class Charts {
    private static final double NO_PERCENT = 0;
    private static final double ALL_PERCENT = 100;
    private static final String TICK = "#,##0.#########"; // values that differ by a millionth must not look the same
    private static final double HALF_A_CELL = 0.5; // where bars on a logarithmic axis begin
    static final int HALF_WIDTH = 520;
    static final int FULL_WIDTH = 1040;
    private static final double LABEL_WIDTH = 130; // at the end of a bar
    private static final int BAR_HEIGHT = 40;
    private static final int NUMBERED_BAR_HEIGHT = 20;
    private static final int BAR_MARGIN = 90; // axis and a line of legend
    static final int LEGEND_LINE = 20;
    private static final int LEGEND_MARK = 20; // square and gaps of an entry
    private static final int LEGEND_MARGIN = 24;

    private Charts() {}

    /**
     * Running accuracy against images shown, with the accuracy of the final test as a line. The legend names both: a name in the
     * plot would lie on the curve wherever that happens to be.
     */
    static Figure learningCurve(List<Checkpoint> checkpoints, double testAccuracy) {
        XYSeries running = new XYSeries("running");
        checkpoints.stream()
                .filter(checkpoint -> Double.isFinite(checkpoint.runningAccuracy()))
                .forEach(checkpoint -> running.add(checkpoint.presentations(), 100 * checkpoint.runningAccuracy()));
        XYSeries test = new XYSeries("final test " + Percent.text(testAccuracy));
        checkpoints.stream()
                .mapToLong(Checkpoint::presentations)
                .max()
                .ifPresent(last -> LongStream.of(0, last).forEach(shown -> test.add(shown, 100 * testAccuracy)));
        XYSeriesCollection curves = new XYSeriesCollection(running);
        curves.addSeries(test);
        XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, false);
        line.setSeriesPaint(0, Style.ACCENT);
        line.setSeriesStroke(0, Style.LINE);
        line.setSeriesShapesVisible(0, running.getItemCount() == 1);
        line.setSeriesPaint(1, Style.CONTRAST);
        line.setSeriesStroke(1, Style.DASHES);
        line.setDrawSeriesLineAsPath(true);

        NumberAxis images = counts("training images shown");
        NumberAxis percent = new NumberAxis("accuracy (%)");
        percent.setRange(lowestPercent(running, testAccuracy), ALL_PERCENT);
        percent.setTickUnit(new NumberTickUnit(percent.getLowerBound() >= 80 ? 2 : 10, format("0")));
        XYPlot plot = new XYPlot(curves, images, percent, line);
        return figure("learning-curve", "Learning curve", HALF_WIDTH, 380, styled(plot), true);
    }

    /** A round number below all that is drawn, so that the curve fills the chart. */
    private static double lowestPercent(XYSeries running, double testAccuracy) {
        double lowest = running.isEmpty() ? 100 * testAccuracy : Math.min(running.getMinY(), 100 * testAccuracy);
        return lowest > NO_PERCENT ? Math.min(90, 10 * Math.floor(lowest / 10)) : NO_PERCENT;
    }

    /** Cells against conductance. */
    static Figure conductances(ConductanceHistogram histogram) {
        double[] edges = histogram.edgesSiemens();
        Scale unit = Scale.of(List.of(edges[edges.length - 1]), "S");
        XYIntervalSeriesCollection bars = new XYIntervalSeriesCollection();
        XYBarRenderer renderer = new XYBarRenderer();
        List<String> kinds = List.copyOf(histogram.cells().keySet());
        boolean stacked = !histogram.uneven(); // heights on a logarithmic axis do not add up: there they overlap
        for (int kind = 0; kind < kinds.size(); kind++) {
            long[] heights = new long[edges.length - 1];
            for (String part : kinds.subList(kind, stacked ? kinds.size() : kind + 1)) {
                long[] counts = histogram.cells().get(part);
                Arrays.setAll(heights, bin -> heights[bin] + counts[bin]);
            }
            bars.addSeries(bars(kinds.get(kind), edges, unit, heights));
            renderer.setSeriesPaint(
                    kind, Style.withAlpha(ConductanceHistogram.colour(kinds.get(kind)), stacked ? 1 : 0.6));
        }
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setMargin(0.12);

        ValueAxis cells = stacked ? counts("cells") : logarithmic("cells (logarithmic)", histogram.largest());
        if (!stacked) {
            renderer.setBase(HALF_A_CELL);
        }
        NumberAxis conductance = new NumberAxis("conductance (" + unit.symbol() + ")");
        Range bins = new Range(edges[0] / unit.size(), edges[edges.length - 1] / unit.size());
        conductance.setRange(Range.expand(bins, 0.01, 0.01)); // also where most of them are empty
        XYPlot plot = new XYPlot(bars, conductance, cells, renderer);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD); // the first kind behind the others
        return figure(
                "conductances",
                "Conductances of all cells",
                FULL_WIDTH,
                320,
                styled(plot),
                histogram.cells().size() > 1);
    }

    /**
     * Cells against a quantity, on a logarithmic axis.
     *
     * @param edges ends of the bins, ascending, one more than there are bins
     */
    static Figure histogram(String name, String title, String quantity, String unit, double[] edges, long[] cells) {
        Scale scale = Scale.of(List.of(edges[edges.length - 1]), unit);
        XYIntervalSeriesCollection bars = new XYIntervalSeriesCollection();
        bars.addSeries(bars("cells", edges, scale, cells));
        XYBarRenderer renderer = new XYBarRenderer();
        renderer.setSeriesPaint(0, Style.ACCENT);
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setMargin(0.12);
        renderer.setBase(HALF_A_CELL);
        long largest = Arrays.stream(cells).max().orElse(1);
        NumberAxis values = new NumberAxis(quantity + " (" + scale.symbol() + ")");
        values.setLowerMargin(0.01);
        values.setUpperMargin(0.01);
        XYPlot plot = new XYPlot(bars, values, logarithmic("cells (logarithmic)", largest), renderer);
        return figure(name, title, FULL_WIDTH, 260, styled(plot), false);
    }

    private static XYIntervalSeries bars(String kind, double[] edges, Scale unit, long[] heights) {
        XYIntervalSeries series = new XYIntervalSeries(kind);
        for (int bin = 0; bin < heights.length; bin++) {
            double from = edges[bin] / unit.size();
            double to = edges[bin + 1] / unit.size();
            if (heights[bin] > 0) {
                series.add((from + to) / 2, from, to, heights[bin], heights[bin], heights[bin]);
            }
        }
        return series;
    }

    private static LogAxis logarithmic(String label, long largest) {
        LogAxis axis = new LogAxis(label);
        axis.setSmallestValue(HALF_A_CELL);
        axis.setRange(HALF_A_CELL, 2.0 * largest);
        axis.setTickUnit(new NumberTickUnit(1)); // one tick a decade
        axis.setNumberFormatOverride(format("#,##0"));
        axis.setMinorTickMarksVisible(false);
        return axis;
    }

    /**
     * One horizontal bar.
     *
     * @param name written before it
     * @param parts its parts by name, in the unit of the axis
     * @param label written at its end
     */
    record Bar(String name, Map<String, Double> parts, String label) {}

    /** Horizontal bars of stacked parts in the colours of {@link Breakdown}; all bars have the same parts. */
    static Figure stackedBars(String name, String title, String axis, List<Bar> bars) {
        return stackedBars(name, title, HALF_WIDTH, new NumberAxis(axis), bars);
    }

    /** Stacked bars whose parts are percentages. */
    static Figure shareBars(String name, String title, String axis, List<Bar> bars) {
        NumberAxis percent = new NumberAxis(axis);
        percent.setTickUnit(new NumberTickUnit(20, format("0")));
        return stackedBars(name, title, FULL_WIDTH, percent, bars);
    }

    private static Figure stackedBars(String name, String title, int width, NumberAxis values, List<Bar> bars) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        bars.forEach(bar -> bar.parts().forEach((part, value) -> data.addValue(value, part, bar.name())));
        StackedBarRenderer renderer = new StackedBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setMaximumBarWidth(0.3);
        List<String> legend = new ArrayList<>();
        for (int part = 0; part < data.getRowCount(); part++) {
            String partName = data.getRowKey(part).toString();
            renderer.setSeriesPaint(part, Breakdown.colour(partName));
            boolean seen = bars.stream().anyMatch(bar -> bar.parts().get(partName) > 0);
            renderer.setSeriesVisibleInLegend(part, seen);
            if (seen) legend.add(partName);
        }
        CategoryAxis names = new CategoryAxis();
        names.setAxisLineVisible(false);
        names.setMaximumCategoryLabelWidthRatio(0.4f);
        double longest = bars.stream().mapToDouble(Charts::length).max().orElse(0);
        values.setRange(0, longest == 0 ? 1 : longest * (1 + LABEL_WIDTH / width));
        CategoryPlot plot = styled(names, values, renderer, data);
        bars.forEach(bar -> {
            CategoryTextAnnotation label = new CategoryTextAnnotation("  " + bar.label(), bar.name(), length(bar));
            label.setFont(Style.TEXT);
            label.setPaint(Style.INK);
            label.setTextAnchor(TextAnchor.CENTER_LEFT);
            plot.addAnnotation(label);
        });
        int height = BAR_MARGIN + BAR_HEIGHT * bars.size() + LEGEND_LINE * (legendLines(legend, width) - 1);
        return figure(name, title, width, height, plot, true);
    }

    /** Lines that a legend takes. */
    static int legendLines(List<String> entries, int width) {
        int lines = 1;
        double at = 0;
        for (String entry : entries) {
            double entryWidth = LEGEND_MARK + Style.widthOf(entry, Style.TEXT);
            if (at > 0 && at + entryWidth > width - LEGEND_MARGIN) {
                lines++;
                at = 0;
            }
            at += entryWidth;
        }
        return lines;
    }

    /**
     * Percentages side by side, each with its number at its end.
     *
     * @param percent by the name of its group, then by what it belongs to
     */
    static Figure percentBars(String name, String title, String axis, Map<String, Map<String, Double>> percent) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        percent.forEach((group, values) -> values.forEach((of, value) -> data.addValue(value, of, group)));
        BarRenderer renderer = new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setItemMargin(0);
        for (int of = 0; of < data.getRowCount(); of++) {
            renderer.setSeriesPaint(of, Style.category(of));
        }
        renderer.setDefaultItemLabelGenerator(new StandardCategoryItemLabelGenerator("{2} %", format("0.##")));
        renderer.setDefaultItemLabelFont(Style.SMALL);
        renderer.setDefaultItemLabelPaint(Style.INK);
        renderer.setDefaultItemLabelsVisible(true);
        renderer.setDefaultPositiveItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE3, TextAnchor.CENTER_LEFT));
        renderer.setDefaultNegativeItemLabelPosition(
                new ItemLabelPosition(ItemLabelAnchor.OUTSIDE9, TextAnchor.CENTER_RIGHT));
        NumberAxis values = new NumberAxis(axis);
        values.setUpperMargin(0.15); // for the number at the end of the longest bar
        boolean below = percent.values().stream()
                .flatMap(group -> group.values().stream())
                .anyMatch(value -> value < 0);
        if (below) values.setLowerMargin(0.15); // the same on the other side
        double largest = percent.values().stream()
                .flatMap(group -> group.values().stream())
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        if (largest > ALL_PERCENT / 2 && largest <= ALL_PERCENT) { // no mark beyond the whole
            values.setTickUnit(new NumberTickUnit(20, format("0")));
        }
        CategoryAxis names = new CategoryAxis();
        names.setAxisLineVisible(false);
        names.setCategoryMargin(0.3);
        names.setMaximumCategoryLabelWidthRatio(0.4f);
        return figure(
                name,
                title,
                FULL_WIDTH,
                BAR_MARGIN + Math.max(BAR_HEIGHT, NUMBERED_BAR_HEIGHT * data.getRowCount()) * percent.size(),
                styled(names, values, renderer, data),
                true);
    }

    private static CategoryPlot styled(
            CategoryAxis names, NumberAxis values, BarRenderer renderer, DefaultCategoryDataset data) {
        CategoryPlot plot = new CategoryPlot(data, names, values, renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Style.GRID);
        plot.setRangeGridlineStroke(Style.HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        style(names);
        names.setTickLabelPaint(Style.INK);
        style(values);
        return plot;
    }

    private static double length(Bar bar) {
        return bar.parts().values().stream().mapToDouble(Double::doubleValue).sum();
    }

    static XYPlot styled(XYPlot plot) {
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Style.GRID);
        plot.setRangeGridlineStroke(Style.HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        style(plot.getDomainAxis());
        style(plot.getRangeAxis());
        plot.getRangeAxis().setAxisLineVisible(false);
        return plot;
    }

    private static void style(Axis axis) {
        axis.setLabelFont(Style.TEXT);
        axis.setLabelPaint(Style.MUTED);
        axis.setTickLabelFont(Style.TEXT);
        axis.setTickLabelPaint(Style.MUTED);
        axis.setAxisLinePaint(Style.MUTED);
        axis.setAxisLineStroke(Style.HAIRLINE);
        axis.setTickMarksVisible(false);
        if (axis instanceof NumberAxis number && number.getNumberFormatOverride() == null) {
            number.setStandardTickUnits(new NumberTickUnitSource(false, format(TICK)));
        }
    }

    /** An axis of things that are counted: marked at whole numbers only. */
    private static NumberAxis counts(String label) {
        NumberAxis axis = new NumberAxis(label);
        axis.setStandardTickUnits(NumberAxis.createIntegerTickUnits(Locale.ROOT));
        axis.setNumberFormatOverride(format("#,##0"));
        return axis;
    }

    static Figure figure(String name, String title, int width, int height, Plot plot, boolean legend) {
        JFreeChart chart = chart(plot, legend);
        return new Figure(name, title, width, height, g -> chart.draw(g, new Rectangle2D.Double(0, 0, width, height)));
    }

    static JFreeChart chart(Plot plot, boolean legend) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        JFreeChart chart = new JFreeChart(null, Style.TEXT, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(new RectangleInsets(8, 4, 4, 16));
        if (legend) {
            LegendTitle below = new LegendTitle(plot);
            below.setItemFont(Style.TEXT);
            below.setItemPaint(Style.INK);
            below.setFrame(BlockBorder.NONE);
            below.setBackgroundPaint(null);
            below.setPosition(RectangleEdge.BOTTOM);
            below.setHorizontalAlignment(HorizontalAlignment.LEFT);
            chart.addLegend(below);
        }
        return chart;
    }

    static NumberFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
