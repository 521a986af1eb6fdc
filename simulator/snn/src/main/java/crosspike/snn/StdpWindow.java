package crosspike.snn;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A measured STDP window: how much a device changes when a spike of its input and one of its output are Δt apart, positive
 * if the input spikes first. Both sides are curves of their own. Between 0 and the point next to it a side has the value of
 * that point; beyond its last point it has none.
 *
 * @param points in the order of Δt; measured again at the same Δt, the mean counts
 * @param interpolation between points
 */
public record StdpWindow(List<Point> points, Interpolation interpolation) {

    /** Of a product of a number of steps and their length. */
    private static final double ROUNDING = 1e-12;

    /**
     * A measured point.
     *
     * @param seconds Δt in s
     * @param change ΔG, in whatever unit
     */
    public record Point(double seconds, double change) {}

    /** What is between two points. */
    public enum Interpolation {
        /** A straight line. */
        LINEAR,
        /** A cubic that never overshoots: slopes of Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5 (1984) 300. */
        MONOTONE
    }

    public StdpWindow {
        for (Point point : points) {
            if (!Double.isFinite(point.seconds()) || !Double.isFinite(point.change())) {
                throw new IllegalArgumentException("STDP window has the point " + point + "; expected finite numbers");
            }
        }
        Map<Double, Double> means = points.stream()
                .collect(Collectors.groupingBy(
                        point -> point.seconds() + 0.0, // -0.0 is 0.0
                        TreeMap::new,
                        Collectors.averagingDouble(Point::change)));
        points = means.entrySet().stream()
                .map(mean -> new Point(mean.getKey(), mean.getValue()))
                .sorted(Comparator.comparingDouble(Point::seconds))
                .toList();
    }

    /** Change at a Δt; NaN outside the table. */
    public double at(double seconds) {
        List<Point> side = points.stream()
                .filter(point -> point.seconds() < 0 == seconds < 0)
                .toList();
        if (side.isEmpty()) {
            return Double.NaN;
        }
        Point first = side.get(0);
        Point last = side.get(side.size() - 1);
        if (seconds < first.seconds()) {
            return seconds >= 0 || isAt(first, seconds) ? first.change() : Double.NaN;
        }
        if (seconds >= last.seconds()) {
            return seconds < 0 || isAt(last, seconds) ? last.change() : Double.NaN;
        }
        int i = 0;
        while (side.get(i + 1).seconds() <= seconds) {
            i++;
        }
        return between(side, i, seconds);
    }

    /** Whether a point is meant: nine steps of 1 ms are 0.009000000000000001 s. */
    private static boolean isAt(Point point, double seconds) {
        return Math.abs(seconds - point.seconds()) <= ROUNDING * Math.abs(point.seconds());
    }

    private double between(List<Point> side, int i, double seconds) {
        Point from = side.get(i);
        Point to = side.get(i + 1);
        double h = to.seconds() - from.seconds();
        double t = (seconds - from.seconds()) / h;
        if (interpolation == Interpolation.LINEAR) {
            return from.change() + t * (to.change() - from.change());
        }
        double up = slope(side, i) * h;
        double down = slope(side, i + 1) * h;
        double rise = to.change() - from.change();
        return from.change() + t * (up + t * (3 * rise - 2 * up - down + t * (up + down - 2 * rise)));
    }

    /** Slope of the cubic at a point: a weighted harmonic mean of the slopes beside it, 0 at a peak or dip. */
    private static double slope(List<Point> side, int i) {
        if (i == 0) {
            return secant(side, 0);
        }
        if (i == side.size() - 1) {
            return secant(side, i - 1);
        }
        double before = secant(side, i - 1);
        double after = secant(side, i);
        if (before * after <= 0) {
            return 0;
        }
        double left = side.get(i).seconds() - side.get(i - 1).seconds();
        double right = side.get(i + 1).seconds() - side.get(i).seconds();
        return 3 * (left + right) / ((2 * right + left) / before + (right + 2 * left) / after);
    }

    private static double secant(List<Point> side, int i) {
        return (side.get(i + 1).change() - side.get(i).change())
                / (side.get(i + 1).seconds() - side.get(i).seconds());
    }
}
