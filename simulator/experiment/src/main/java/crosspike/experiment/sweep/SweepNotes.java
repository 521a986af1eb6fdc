package crosspike.experiment.sweep;

import crosspike.experiment.config.ConfigNotes;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.input.UserError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a user should know of the points of a plan: settings that do nothing, above all. */
public final class SweepNotes {
    /** A plan of more points would be kept waiting. */
    private static final int MOST_POINTS = 2_000;

    private SweepNotes() {}

    /** One sentence for each, with the number of points that it is about. */
    public static List<String> of(Sweep sweep) {
        int looked = Math.min(sweep.size(), MOST_POINTS);
        String all = looked == sweep.size() ? looked + " points " : "the first " + looked + " points ";
        Map<Integer, List<String>> ofFrame = new HashMap<>(); // points of a frame differ in their circuit only
        Map<String, Integer> points = new TreeMap<>();
        for (int point = 0; point < looked; point++) {
            int number = point;
            ofFrame.computeIfAbsent(sweep.frame(point), frame -> notes(sweep, number))
                    .forEach(sentence -> points.merge(sentence, 1, Integer::sum));
        }
        return points.entrySet().stream()
                .map(entry -> "at " + entry.getValue() + " of " + all + entry.getKey())
                .toList();
    }

    private static List<String> notes(Sweep sweep, int point) {
        try {
            return ConfigNotes.of(sweep.experiment(point));
        } catch (UserError isARowOfTheTable) {
            return List.of();
        }
    }
}
