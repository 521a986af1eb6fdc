package crosspike.report.paper.guo2020;

import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.report.analysis.Estimate;
import crosspike.report.paper.Evidence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Networks of one point of a plan, one a seed.
 *
 * @param series value of the axis that tells curves apart
 * @param at value of the axis along which a curve runs
 * @param rows of its seeds
 */
record Points(String plan, String series, String at, List<Row> rows) {

    /** All points of a plan in its order. */
    static List<Points> of(Evidence evidence, String plan, String by, String along) {
        record Place(String series, String at) {}
        Map<Place, List<Row>> places = new LinkedHashMap<>();
        for (Row row : evidence.rows(plan)) {
            Place place = new Place(evidence.label(plan, row, by), evidence.label(plan, row, along));
            places.computeIfAbsent(place, any -> new ArrayList<>()).add(row);
        }
        List<Points> points = new ArrayList<>();
        places.forEach((place, rows) -> points.add(new Points(plan, place.series(), place.at(), rows)));
        return points;
    }

    /** A figure of them. */
    Estimate estimate(Evidence evidence, String figure, double scale) {
        return estimate(row -> scale * evidence.value(plan, row, figure));
    }

    Estimate estimate(ToDoubleFunction<Row> figure) {
        return Estimate.of(rows.stream().mapToDouble(figure).toArray());
    }

    /** Share of the synapses that are not pruned, in percent. */
    Estimate connectivity(Evidence evidence) {
        return estimate(
                row -> 100 * evidence.value(plan, row, "plastic_weights") / evidence.value(plan, row, "weights"));
    }
}
