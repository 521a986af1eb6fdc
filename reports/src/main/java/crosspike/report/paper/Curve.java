package crosspike.report.paper;

import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.report.analysis.Estimate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Curves out of one sweep: a figure of it against one of its axes, averaged over the seeds.
 *
 * @param name of the curve; with {@code by}, {@code %s} in it stands for the value of that axis
 * @param plan whose sweep
 * @param x axis of the plan along which it runs
 * @param figure column of the table
 * @param over column that it is divided by; empty: none
 * @param by axis of the plan that tells several curves apart; empty: there is one
 * @param where values of other axes that points must have
 */
public record Curve(
        String name, String plan, String x, String figure, String over, String by, Map<String, String> where) {
    private static final String WEIGHTS = "weights";

    /** One curve. */
    public static Curve of(String name, String plan, String x, String figure) {
        return new Curve(name, plan, x, figure, "", "", Map.of());
    }

    /** One curve of a share of all weights. */
    public static Curve ofShare(String name, String plan, String x, String weights) {
        return of(name, plan, x, weights).shareOf(weights);
    }

    /** The same points, but of a share of all weights. */
    Curve shareOf(String weights) {
        return new Curve(name, plan, x, weights, WEIGHTS, by, where);
    }

    /** A curve for each value of an axis. */
    public Curve by(String axis) {
        return new Curve(name, plan, x, figure, over, axis, where);
    }

    /** Of the points that have some value of an axis. */
    public Curve where(String axis, String value) {
        Map<String, String> more = new LinkedHashMap<>(where);
        more.put(axis, value);
        return new Curve(name, plan, x, figure, over, by, more);
    }

    /**
     * The points in the order of the plan.
     *
     * @param unit of the result
     * @param scale what a figure of the sweep is multiplied with to be in that unit
     */
    public List<Found> points(Evidence evidence, String unit, double scale) {
        record Place(String series, String at) {}
        Map<Place, List<Double>> values = new LinkedHashMap<>();
        for (Row row : evidence.rows(plan)) {
            boolean isWanted = where.entrySet().stream()
                    .allMatch(
                            wanted -> evidence.label(plan, row, wanted.getKey()).equals(wanted.getValue()));
            if (!isWanted) continue;
            String series = by.isEmpty() ? name : name.replace("%s", evidence.label(plan, row, by));
            Place place = new Place(series, evidence.label(plan, row, x));
            values.computeIfAbsent(place, any -> new ArrayList<>()).add(scale * value(evidence, row));
        }
        List<Found> found = new ArrayList<>();
        values.forEach((place, ours) -> found.add(new Found(place.series(), place.at(), unit, Estimate.of(ours))));
        return found;
    }

    private double value(Evidence evidence, Row row) {
        double value = evidence.value(plan, row, figure);
        return over.isEmpty() ? value : value / evidence.value(plan, row, over);
    }
}
