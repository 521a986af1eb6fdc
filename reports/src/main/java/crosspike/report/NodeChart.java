package crosspike.report;

import crosspike.experiment.NodePrice;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** What a run would have cost at other technology nodes: four small charts, both axes logarithmic. */
final class NodeChart {
    private static final int PANEL_HEIGHT = 290;
    private static final int TITLE = 24;
    private static final double NANOMETRE = 1e-9;
    private static final double MARGIN = 1.12; // beyond the outermost nodes
    /** Of logarithms: without it 0.1 and 1,000 lie beyond an axis that ends there. */
    private static final double ROUNDING = 1e-9;

    private NodeChart() {}

    private record Panel(String title, String unit, ToDoubleFunction<NodePrice> figure) {}

    private static final List<Panel> PANELS = List.of(
            new Panel("Area", "m²", NodePrice::areaSquareMetres),
            new Panel("Energy of the whole training", "J", NodePrice::trainingEnergyJoules),
            new Panel("Energy per classified image", "J", NodePrice::inferenceEnergyPerImageJoules),
            new Panel("Latency per classified image", "s", NodePrice::inferenceLatencyPerImageSeconds));

    /**
     * The charts, small nodes to the right.
     *
     * @param ownMetres node the run was priced at, marked with a line
     */
    static Figure figure(List<NodePrice> prices, double ownMetres) {
        List<JFreeChart> charts =
                PANELS.stream().map(panel -> chart(panel, prices, ownMetres)).toList();
        int height = 2 * (PANEL_HEIGHT + TITLE);
        return new Figure("nodes", "Technology nodes", Charts.FULL_WIDTH, height, g -> {
            for (int i = 0; i < charts.size(); i++) {
                paint(
                        g,
                        charts.get(i),
                        PANELS.get(i).title(),
                        i % 2 * Charts.HALF_WIDTH,
                        i / 2 * (PANEL_HEIGHT + TITLE));
            }
        });
    }

    private static void paint(Graphics2D g, JFreeChart chart, String title, int x, int y) {
        chart.draw(g, new Rectangle2D.Double(x, y + TITLE, Charts.HALF_WIDTH, PANEL_HEIGHT));
        Style.text(g, title, Style.TITLE, Style.INK, x + 4, y + 17, 0);
    }

    private static JFreeChart chart(Panel panel, List<NodePrice> prices, double ownMetres) {
        List<Double> values = prices.stream().map(panel.figure()::applyAsDouble).toList();
        Scale unit = panel.unit().equals("m²") ? Scale.ofAreas(values) : Scale.of(values, panel.unit());
        XYSeriesCollection lines = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, true);
        Map<String, XYSeries> series = new TreeMap<>();
        for (NodePrice price : prices) {
            double value = panel.figure().applyAsDouble(price) / unit.size();
            XYSeries line = series.computeIfAbsent(price.flavour(), XYSeries::new);
            if (value > 0) line.add(price.nodeMetres() / NANOMETRE, value);
        }
        List<Color> colours = List.of(Style.ACCENT, Style.CONTRAST);
        for (XYSeries line : series.values()) {
            int index = lines.getSeriesCount();
            lines.addSeries(line);
            renderer.setSeriesPaint(index, colours.get(index % colours.size()));
            renderer.setSeriesStroke(index, Style.LINE);
            renderer.setSeriesShape(index, new Ellipse2D.Double(-3, -3, 6, 6));
            renderer.setDrawSeriesLineAsPath(true);
        }
        TreeSet<Double> nodes = new TreeSet<>();
        prices.forEach(price -> nodes.add(price.nodeMetres() / NANOMETRE));
        XYPlot plot = new XYPlot(lines, new NodeAxis(nodes), decades(unit, lines), renderer);
        plot.addDomainMarker(new ValueMarker(ownMetres / NANOMETRE, Style.MUTED, Style.DASHES));
        return Charts.chart(Charts.styled(plot), true);
    }

    private static LogAxis decades(Scale unit, XYSeriesCollection lines) {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (int line = 0; line < lines.getSeriesCount(); line++) {
            XYSeries series = lines.getSeries(line);
            if (series.isEmpty()) continue;
            low = Math.min(low, series.getMinY());
            high = Math.max(high, series.getMaxY());
        }
        return decades(unit.symbol(), low, high);
    }

    /** Whole decades around all values, one label each. */
    static LogAxis decades(String label, double low, double high) {
        LogAxis axis = new LogAxis(label);
        if (high > 0) {
            double from = Math.pow(10, Math.floor(Math.log10(low)));
            double to = Math.max(10 * from, Math.pow(10, Math.ceil(Math.log10(high))));
            axis.setSmallestValue(from * (1 - ROUNDING));
            axis.setRange(from * (1 - ROUNDING), to * (1 + ROUNDING));
        }
        axis.setTickUnit(new NumberTickUnit(1));
        axis.setNumberFormatOverride(Charts.format("#,##0.######"));
        axis.setMinorTickMarksVisible(false);
        return axis;
    }

    /** A logarithmic axis with a label at each node, largest first. */
    private static final class NodeAxis extends LogAxis {
        private static final long serialVersionUID = 1L;

        private final ArrayList<Double> nanometres;

        NodeAxis(TreeSet<Double> nanometres) {
            super("technology node (nm)");
            this.nanometres = new ArrayList<>(nanometres);
            setSmallestValue(nanometres.first() / 10);
            setRange(nanometres.first() / MARGIN, nanometres.last() * MARGIN);
            setInverted(true);
        }

        @Override
        public List<NumberTick> refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
            return nanometres.stream()
                    .map(node -> new NumberTick(node, Scale.plain(node), TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0))
                    .toList();
        }
    }
}
