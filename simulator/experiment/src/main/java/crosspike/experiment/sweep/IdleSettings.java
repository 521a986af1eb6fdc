package crosspike.experiment.sweep;

import crosspike.experiment.config.IdleKeys;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.input.UserError;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Settings of a plan that do nothing at some of its points. */
public final class IdleSettings {
    /** A plan of more points would be kept waiting. */
    private static final int MOST_POINTS = 2_000;

    private IdleSettings() {}

    /** One sentence for each setting, with the number of points at which it does nothing. */
    public static List<String> of(Sweep sweep) {
        int looked = Math.min(sweep.size(), MOST_POINTS);
        String all = looked == sweep.size() ? looked + " points " : "the first " + looked + " points ";
        Map<Integer, List<String>> ofFrame = new HashMap<>(); // points of a frame have the same device
        Map<String, Integer> points = new TreeMap<>();
        for (int point = 0; point < looked; point++) {
            int number = point;
            ofFrame.computeIfAbsent(sweep.frame(point), frame -> idle(sweep, number))
                    .forEach(sentence -> points.merge(sentence, 1, Integer::sum));
        }
        return points.entrySet().stream()
                .map(entry -> "at " + entry.getValue() + " of " + all + entry.getKey())
                .toList();
    }

    private static List<String> idle(Sweep sweep, int point) {
        try {
            return IdleKeys.of(sweep.experiment(point));
        } catch (UserError isARowOfTheTable) {
            return List.of();
        }
    }
}
