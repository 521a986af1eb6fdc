package crosspike.report;

import crosspike.report.analysis.Sensitivity;
import crosspike.report.analysis.SweepTables;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which factor explains how much of the variance of which figure. */
final class SensitivityBars {
    private SensitivityBars() {}

    /**
     * Bars for each factor, the strongest of the first figure on top.
     *
     * @return empty if nothing was varied, or no figure moved
     */
    static Optional<SweepFigure> of(List<Sensitivity> figures) {
        List<Sensitivity> moving = figures.stream()
                .filter(one -> one.effects().stream().anyMatch(effect -> effect.share() > 0))
                .toList();
        if (moving.isEmpty()) return Optional.empty();
        Map<String, Map<String, Double>> percent = new LinkedHashMap<>();
        moving.get(0).effects().stream()
                .sorted(Comparator.comparingDouble(Sensitivity.Effect::share).reversed())
                .forEach(effect -> percent.put(Measure.factor(effect.factor()), new LinkedHashMap<>()));
        percent.put("interactions", new LinkedHashMap<>());
        percent.put("seeds", new LinkedHashMap<>());
        for (Sensitivity one : moving) {
            String words = Measure.of(one.figure()).words();
            one.effects()
                    .forEach(effect ->
                            percent.get(Measure.factor(effect.factor())).put(words, 100 * effect.share()));
            boolean mayInteract = one.effects().size() > 1 && Double.isFinite(one.interactions());
            if (mayInteract) percent.get("interactions").put(words, 100 * one.interactions());
            if (Double.isFinite(one.seeds())) percent.get("seeds").put(words, 100 * one.seeds());
        }
        percent.values().removeIf(Map::isEmpty);
        return Optional.of(new SweepFigure(
                Charts.percentBars("sensitivity", "What moves the results", "share of the variance (%)", percent),
                caption(moving.get(0).effects()),
                SweepTables.sensitivity(moving)));
    }

    /** Of factors whose values were drawn, which no two points share, there are no means at a value. */
    private static String caption(List<Sensitivity.Effect> effects) {
        long drawn = effects.stream().filter(effect -> effect.best().isEmpty()).count();
        if (drawn == effects.size()) {
            return "Share of the total sum of squares of all points that a straight line over the values explains.";
        }
        return "Sum of squares of the means at each value about the grand mean, over the total sum of squares of all points"
                + (drawn > 0 ? "; for keys whose values were drawn, what a straight line over them explains." : ".");
    }
}
