package crosspike.report.paper.shi2019;

import crosspike.report.analysis.Estimate;
import crosspike.report.paper.Curves;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Figure 11b, c: curves with and without flags in hardware, what the flags cost, and whether the curves fall.
 *
 * @param curves a curve for each hardware
 * @param without the one without flags in hardware
 */
record Overheads(Curves curves, String without) implements PaperFigure {

    @Override
    public List<String> plans() {
        return curves.plans();
    }

    @Override
    public Drawing draw(Evidence evidence) {
        Drawing drawn = curves.draw(evidence);
        Map<String, List<Found>> bySeries = new LinkedHashMap<>();
        drawn.found()
                .forEach(one -> bySeries.computeIfAbsent(one.series(), any -> new ArrayList<>())
                        .add(one));
        Map<String, Double> base = new HashMap<>();
        bySeries.getOrDefault(without, List.of())
                .forEach(one -> base.put(one.at(), one.ours().mean()));
        List<Found> found = new ArrayList<>(drawn.found());
        bySeries.forEach((series, points) -> {
            found.add(Found.exact("largest step to the next share, " + series, "%", largestStep(points)));
            if (series.equals(without)) return;
            for (Found one : points) {
                if (!base.containsKey(one.at())) continue; // it failed
                double overhead = one.ours().mean() / base.get(one.at()) - 1;
                found.add(new Found("overhead of " + series, one.at(), "%", Estimate.of(100 * overhead)));
            }
        });
        return new Drawing(drawn.pictures(), drawn.caption(), found);
    }

    /** The largest relative change from one point to the next, in %; negative if the curve falls everywhere. */
    static double largestStep(List<Found> points) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 1; i < points.size(); i++) {
            largest = Math.max(largest, 100 * (mean(points, i) / mean(points, i - 1) - 1));
        }
        return largest;
    }

    private static double mean(List<Found> points, int i) {
        return points.get(i).ours().mean();
    }
}
