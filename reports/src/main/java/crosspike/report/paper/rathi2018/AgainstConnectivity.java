package crosspike.report.paper.rathi2018;

import crosspike.report.Lines;
import crosspike.report.Lines.Axis;
import crosspike.report.Lines.Mark;
import crosspike.report.Lines.Series;
import crosspike.report.Style;
import crosspike.report.paper.Curve;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Accuracy against the connectivity that was found, a point for each value of the axis of a curve. Means over the seeds, with
 * the 95 % interval of the accuracy.
 *
 * @param curves of accuracy
 */
record AgainstConnectivity(List<Curve> curves) implements PaperFigure {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 440;

    @Override
    public List<String> plans() {
        return curves.stream().map(Curve::plan).distinct().toList();
    }

    @Override
    public Drawing draw(Evidence evidence) {
        List<Found> found = new ArrayList<>();
        Map<String, List<double[]>> points = new LinkedHashMap<>();
        for (Curve curve : curves) {
            List<Found> accuracy = curve.points(evidence, "%", 100);
            List<Found> connectivity = new Curve(
                            curve.name(), curve.plan(), curve.x(), Rathi2018.CONNECTIONS, curve.by(), curve.where())
                    .points(evidence, "%", Rathi2018.PERCENT_OF_SYNAPSES);
            for (int i = 0; i < accuracy.size(); i++) {
                Found one = accuracy.get(i);
                found.add(one);
                Found dense = connectivity.get(i);
                found.add(new Found(one.series() + ", connectivity", one.at(), "%", dense.ours()));
                points.computeIfAbsent(one.series(), any -> new ArrayList<>()).add(new double[] {
                    dense.ours().mean(),
                    one.ours().mean(),
                    one.ours().low(),
                    one.ours().high()
                });
            }
        }
        return new Drawing(
                List.of(Lines.figure(
                        evidence.file(),
                        evidence.title(),
                        WIDTH,
                        HEIGHT,
                        new Axis("connectivity (%)", false),
                        new Axis("classification accuracy (%)", false),
                        series(points),
                        List.of())),
                found);
    }

    private static List<Series> series(Map<String, List<double[]>> points) {
        List<Series> series = new ArrayList<>();
        int number = 0;
        for (Map.Entry<String, List<double[]>> curve : points.entrySet()) {
            Color color = Style.category(number++);
            double[] x =
                    curve.getValue().stream().mapToDouble(point -> point[0]).toArray();
            double[] y =
                    curve.getValue().stream().mapToDouble(point -> point[1]).toArray();
            for (double[] point : curve.getValue()) {
                if (Double.isNaN(point[2])) continue;
                series.add(new Series(
                        "", Mark.THIN_LINE, color, new double[] {point[0], point[0]}, new double[] {point[2], point[3]
                        }));
            }
            boolean isLine = x.length > 1;
            series.add(new Series(isLine ? curve.getKey() : "", Mark.LINE, color, x, y));
            series.add(new Series(isLine ? "" : curve.getKey(), Mark.LARGE_DOTS, color, x, y));
        }
        return series;
    }
}
