package crosspike.report.analysis;

import crosspike.circuit.CostReport;
import crosspike.circuit.CostReport.Component;
import crosspike.circuit.CostReport.Spent;
import crosspike.experiment.config.ConfigFile;
import crosspike.experiment.run.Phases;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.run.RunResult;
import crosspike.experiment.sweep.FinishedSweep;
import crosspike.input.Document;
import crosspike.input.UserError;
import crosspike.report.analysis.SweepData.Combination;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Two runs, or two sweeps: what was set otherwise, and what came of it. Of what is the same there is nothing.
 *
 * @param first folder of the one
 * @param second folder of the other
 * @param combinations for sweeps, how many combinations of axes both have; 1 for runs
 * @param knobs keys of the config, or of the plan, that differ
 * @param results figures that moved; of sweeps, means over the combinations that both have
 * @param components of runs, what moved in the components of the circuit, the largest share of a total first; of sweeps none
 */
public record Comparison(
        String first,
        String second,
        int combinations,
        List<Difference> knobs,
        List<Move> results,
        List<ComponentMove> components) {

    /**
     * A key that differs.
     *
     * @param key such as {@code device.levels}
     * @param first value as written; empty if there is none
     * @param second value of the other
     */
    public record Difference(String key, String first, String second) {}

    /**
     * A figure that moved.
     *
     * @param result its name, which ends in its unit
     * @param first value of the one
     * @param second value of the other
     * @param ratio second over first; NaN if the first is 0
     */
    public record Move(String result, double first, double second, double ratio) {
        static Move of(String result, double first, double second) {
            return new Move(result, first, second, first == 0 ? Double.NaN : second / first);
        }

        boolean isMove() {
            return Double.compare(first, second) != 0;
        }
    }

    /**
     * What moved in one component.
     *
     * @param component such as {@code array cells}
     * @param quantity what of it, which ends in its unit, such as {@code training_energy_J}
     * @param first value of the one
     * @param second value of the other
     * @param ratio second over first; NaN if the first is 0
     * @param share difference over the total of all components of the first; NaN if that is 0, as of a training of no epochs
     */
    public record ComponentMove(
            String component, String quantity, double first, double second, double ratio, double share) {}

    /**
     * Compares two folders.
     *
     * @throws UserError if they are not two finished runs or two finished sweeps over the same axes
     */
    public static Comparison of(Path first, Path second) {
        boolean isSweep = FinishedSweep.isSweep(first);
        if (isSweep != FinishedSweep.isSweep(second)) {
            Path other = isSweep ? second : first;
            String problem = Files.exists(other)
                    ? (isSweep ? first : second) + " is a sweep and " + other + " is not"
                    : other + " does not exist";
            throw new UserError(problem + "; expected two runs or two sweeps");
        }
        return isSweep
                ? of(FinishedSweep.open(first), FinishedSweep.open(second))
                : of(RunDirectory.open(first), RunDirectory.open(second));
    }

    private static Comparison of(RunDirectory first, RunDirectory second) {
        return new Comparison(
                first.path().toString(),
                second.path().toString(),
                1,
                differences(
                        ConfigFile.of(first).document(), ConfigFile.of(second).document()),
                moves(results(first), results(second)),
                components(first.cost(), second.cost()));
    }

    private static Map<String, Double> results(RunDirectory run) {
        RunResult result = run.result();
        CostReport cost = run.cost();
        Map<String, Double> results = new LinkedHashMap<>();
        results.put("accuracy_eq5", result.accuracy().eq5());
        results.put("accuracy_eq5_selective", result.accuracy().eq5Selective());
        results.put("accuracy_spike_sum", result.accuracy().spikeSum());
        results.put("accuracy_z", result.accuracy().zWeighted());
        results.put("training_nominal_updates", (double)
                result.activity().training().nominalUpdates());
        results.put(
                "training_device_writes", (double) result.activity().training().deviceWrites());
        results.put("pruned_weights", (double) result.prunedWeights());
        results.put("area_m2", cost.areaSquareMetres());
        for (String phase : List.of(Phases.TRAINING, Phases.INFERENCE)) {
            results.put(phase + "_energy_J", cost.total(phase).energyJoules());
            results.put(phase + "_latency_s", cost.total(phase).latencySeconds());
        }
        return results;
    }

    private static Comparison of(FinishedSweep first, FinishedSweep second) {
        SweepData one = SweepData.of(first);
        SweepData other = SweepData.of(second);
        Set<String> axes = names(one);
        if (!axes.equals(names(other))) {
            throw new UserError(first.path() + " is over " + axes + " and " + second.path() + " over " + names(other)
                    + "; expected two sweeps over the same axes");
        }
        Map<Map<String, String>, Combination> ofFirst = byLabels(one);
        Map<Map<String, String>, Combination> ofSecond = byLabels(other);
        List<Map<String, String>> shared =
                ofFirst.keySet().stream().filter(ofSecond::containsKey).toList();
        if (shared.isEmpty()) {
            throw new UserError(first.path() + " and " + second.path() + " have no point in common whose values of "
                    + axes + " are the same and which did not fail; expected some");
        }
        List<Move> results = new ArrayList<>();
        for (String figure : one.figures()) {
            if (other.figure(figure) < 0) continue;
            results.add(Move.of(figure, mean(one, figure, shared, ofFirst), mean(other, figure, shared, ofSecond)));
        }
        return new Comparison(
                first.path().toString(),
                second.path().toString(),
                shared.size(),
                differences(document(first), document(second)),
                results.stream().filter(Move::isMove).toList(),
                List.of());
    }

    private static double mean(
            SweepData data,
            String figure,
            List<Map<String, String>> shared,
            Map<Map<String, String>, Combination> combinations) {
        return Estimate.of(shared.stream()
                        .mapToDouble(labels -> SweepTables.mean(data, combinations.get(labels), figure))
                        .toArray())
                .mean();
    }

    private static Set<String> names(SweepData data) {
        Set<String> names = new TreeSet<>();
        data.factors().forEach(factor -> names.add(factor.name()));
        return names;
    }

    private static Map<Map<String, String>, Combination> byLabels(SweepData data) {
        Map<Map<String, String>, Combination> byLabels = new LinkedHashMap<>();
        data.combinations().forEach(one -> byLabels.put(data.labels(one), one));
        return byLabels;
    }

    private static Document document(FinishedSweep sweep) {
        return Document.parse(sweep.sweep().plan().toYaml(), sweep.path().toString());
    }

    private static List<Difference> differences(Document first, Document second) {
        Map<String, String> one = WrittenKeys.of(first);
        Map<String, String> other = WrittenKeys.of(second);
        Set<String> keys = new LinkedHashSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys.stream()
                .map(key -> new Difference(key, one.getOrDefault(key, ""), other.getOrDefault(key, "")))
                .filter(difference -> !difference.first().equals(difference.second()))
                .toList();
    }

    private static List<Move> moves(Map<String, Double> first, Map<String, Double> second) {
        return first.entrySet().stream()
                .map(entry -> Move.of(entry.getKey(), entry.getValue(), second.get(entry.getKey())))
                .filter(Move::isMove)
                .toList();
    }

    private static List<ComponentMove> components(CostReport first, CostReport second) {
        Map<String, Component> one = byName(first);
        Map<String, Component> other = byName(second);
        Set<String> names = new LinkedHashSet<>(one.keySet());
        names.addAll(other.keySet());
        List<ComponentMove> moves = new ArrayList<>();
        for (String name : names) {
            add(moves, name, "area_m2", area(one.get(name)), area(other.get(name)), first.areaSquareMetres());
            for (String phase : List.of(Phases.TRAINING, Phases.INFERENCE)) {
                Spent was = spent(one.get(name), phase);
                Spent is = spent(other.get(name), phase);
                Spent total = first.total(phase);
                add(moves, name, phase + "_energy_J", was.energyJoules(), is.energyJoules(), total.energyJoules());
                add(
                        moves,
                        name,
                        phase + "_latency_s",
                        was.latencySeconds(),
                        is.latencySeconds(),
                        total.latencySeconds());
            }
        }
        moves.sort(Comparator.comparingDouble(
                move -> Double.isNaN(move.share()) ? 0 : -Math.abs(move.share()))); // a share of nothing is last
        return List.copyOf(moves);
    }

    private static void add(
            List<ComponentMove> moves, String component, String quantity, double first, double second, double total) {
        if (Double.compare(first, second) == 0) return;
        moves.add(new ComponentMove(
                component,
                quantity,
                first,
                second,
                first == 0 ? Double.NaN : second / first,
                total == 0 ? Double.NaN : (second - first) / total));
    }

    private static Map<String, Component> byName(CostReport cost) {
        Map<String, Component> byName = new LinkedHashMap<>();
        cost.components().forEach(component -> byName.put(component.name(), component));
        return byName;
    }

    private static double area(Component component) {
        return component == null ? 0 : component.areaSquareMetres();
    }

    private static Spent spent(Component component, String phase) {
        return component == null ? Spent.NONE : component.phases().getOrDefault(phase, Spent.NONE);
    }
}
