package crosspike.report;

import crosspike.experiment.run.Checkpoint;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.renderer.xy.StandardXYBarPainter;
import org.jfree.chart.renderer.xy.XYBarRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.data.xy.XYIntervalSeries;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The figures with axes. All that is known of JFreeChart is known here. */
final class Charts {
    private static final double NO_PERCENT = 0;
    private static final double ALL_PERCENT = 100;
    private static final double HALF_A_CELL = 0.5; // where bars on a logarithmic axis begin
    private static final int BAR_HEIGHT = 46;

    private Charts() {}

    /** Running accuracy against images shown, with the accuracy of the final test as a line. */
    static Figure learningCurve(List<Checkpoint> checkpoints, double testAccuracy) {
        XYSeries running = new XYSeries("running");
        checkpoints.stream()
                .filter(checkpoint -> Double.isFinite(checkpoint.runningAccuracy()))
                .forEach(checkpoint -> running.add(checkpoint.presentations(), 100 * checkpoint.runningAccuracy()));
        XYLineAndShapeRenderer line = new XYLineAndShapeRenderer(true, running.getItemCount() == 1);
        line.setSeriesPaint(0, Style.ACCENT);
        line.setSeriesStroke(0, Style.LINE);
        line.setDrawSeriesLineAsPath(true);

        NumberAxis images = new NumberAxis("training images shown");
        images.setNumberFormatOverride(format("#,##0"));
        NumberAxis percent = new NumberAxis("accuracy (%)");
        percent.setRange(NO_PERCENT, ALL_PERCENT);
        XYPlot plot = new XYPlot(new XYSeriesCollection(running), images, percent, line);
        if (Double.isFinite(testAccuracy)) {
            plot.addRangeMarker(marker(testAccuracy));
        }
        return figure("learning-curve", "Learning curve", 520, 360, styled(plot), false);
    }

    private static ValueMarker marker(double testAccuracy) {
        ValueMarker marker = new ValueMarker(100 * testAccuracy, Style.CONTRAST, Style.DASHES);
        marker.setAlpha(1f);
        marker.setLabel("final test " + Percent.text(testAccuracy));
        marker.setLabelFont(Style.TEXT);
        marker.setLabelPaint(Style.CONTRAST);
        marker.setLabelBackgroundColor(new java.awt.Color(0, 0, 0, 0));
        boolean high = testAccuracy > 0.1; // room for the label below the line
        marker.setLabelAnchor(high ? RectangleAnchor.BOTTOM_RIGHT : RectangleAnchor.TOP_RIGHT);
        marker.setLabelTextAnchor(high ? TextAnchor.TOP_RIGHT : TextAnchor.BOTTOM_RIGHT);
        return marker;
    }

    /** Cells against conductance. */
    static Figure conductances(ConductanceHistogram histogram) {
        double[] edges = histogram.edgesSiemens();
        Scale unit = Scale.of(List.of(edges[edges.length - 1]), "S");
        XYIntervalSeriesCollection bars = new XYIntervalSeriesCollection();
        XYBarRenderer renderer = new XYBarRenderer();
        histogram.cells().forEach((kind, counts) -> {
            XYIntervalSeries series = new XYIntervalSeries(kind);
            for (int bin = 0; bin < counts.length; bin++) {
                double from = edges[bin] / unit.size();
                double to = edges[bin + 1] / unit.size();
                if (counts[bin] > 0) {
                    series.add((from + to) / 2, from, to, counts[bin], counts[bin], counts[bin]);
                }
            }
            renderer.setSeriesPaint(
                    bars.getSeriesCount(), Style.withAlpha(Style.category(bars.getSeriesCount()), 0.75));
            bars.addSeries(series);
        });
        renderer.setBarPainter(new StandardXYBarPainter());
        renderer.setShadowVisible(false);
        renderer.setMargin(0.12);

        ValueAxis cells = histogram.uneven() ? logarithmic("cells (logarithmic)") : new NumberAxis("cells");
        if (histogram.uneven()) {
            renderer.setBase(HALF_A_CELL);
        }
        NumberAxis conductance = new NumberAxis("conductance (" + unit.symbol() + ")");
        conductance.setAutoRangeIncludesZero(false);
        XYPlot plot = new XYPlot(bars, conductance, cells, renderer);
        return figure(
                "conductances",
                "Conductances of all cells",
                1040,
                320,
                styled(plot),
                histogram.cells().size() > 1);
    }

    private static LogAxis logarithmic(String label) {
        LogAxis axis = new LogAxis(label);
        axis.setSmallestValue(HALF_A_CELL);
        axis.setAutoRange(true);
        axis.setNumberFormatOverride(format("#,##0"));
        axis.setMinorTickMarksVisible(false);
        return axis;
    }

    /**
     * Horizontal bars, each the sum of its parts, with the sum at its end.
     *
     * @param bars value of each part of each bar in SI units, by name of the bar and of the part, in the order to draw
     */
    static Figure stackedBars(String name, String title, Scale unit, Map<String, Map<String, Double>> bars) {
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        bars.forEach((bar, parts) -> parts.forEach((part, value) -> data.addValue(value / unit.size(), part, bar)));
        StackedBarRenderer renderer = new StackedBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setMaximumBarWidth(0.3);
        for (int part = 0; part < data.getRowCount(); part++) {
            renderer.setSeriesPaint(part, Style.category(part));
        }
        NumberAxis values = new NumberAxis(unit.symbol());
        values.setUpperMargin(0.3); // room for the sums
        CategoryAxis names = new CategoryAxis();
        names.setAxisLineVisible(false);
        names.setTickMarksVisible(false);
        names.setMaximumCategoryLabelWidthRatio(0.4f);
        CategoryPlot plot = new CategoryPlot(data, names, values, renderer);
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        bars.forEach((bar, parts) -> {
            double sum =
                    parts.values().stream().mapToDouble(Double::doubleValue).sum();
            CategoryTextAnnotation label =
                    new CategoryTextAnnotation("  " + unit.withUnit(sum), bar, sum / unit.size());
            label.setFont(Style.TEXT);
            label.setPaint(Style.INK);
            label.setTextAnchor(TextAnchor.CENTER_LEFT);
            plot.addAnnotation(label);
        });
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Style.GRID);
        plot.setRangeGridlineStroke(Style.HAIRLINE);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        style(names);
        style(values);
        int legendRows = (data.getRowCount() + 2) / 3;
        int height = 70 + BAR_HEIGHT * bars.size() + 20 * legendRows;
        return figure(name, title, 520, height, plot, true);
    }

    private static XYPlot styled(XYPlot plot) {
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
            number.setStandardTickUnits(NumberAxis.createStandardTickUnits(Locale.ROOT));
        }
    }

    private static Figure figure(String name, String title, int width, int height, Plot plot, boolean legend) {
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
        return new Figure(
                name,
                title,
                width,
                height,
                g -> chart.draw(g, new java.awt.geom.Rectangle2D.Double(0, 0, width, height)));
    }

    private static NumberFormat format(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
