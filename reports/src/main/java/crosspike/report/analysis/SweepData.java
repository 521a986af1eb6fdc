package crosspike.report.analysis;

import crosspike.experiment.sweep.FinishedSweep;
import crosspike.experiment.sweep.plan.Axis;
import crosspike.experiment.sweep.plan.Sweep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The points of a sweep by what was varied. A mean over some points is the mean over the seeds of the means of each seed:
 * points of the same seed, above all those that only price the same training anew, are not independent.
 *
 * @param factors what was varied, without the seeds
 * @param seeds how many seeds there are
 * @param figures names of the figures
 * @param points those that were found
 * @param failures those that failed
 */
public record SweepData(
        List<Factor> factors, int seeds, List<String> figures, List<Point> points, List<FinishedSweep.Row> failures) {
    private static final String SEED = "seed";

    /**
     * A point.
     *
     * @param number its number in the plan, from 0
     * @param levels for each factor, which of its values
     * @param seed its seed as text; empty if the sweep has one only
     * @param values its figures
     */
    public record Point(int number, List<Integer> levels, String seed, List<Double> values) {}

    /**
     * Points that differ in the seed only.
     *
     * @param levels for each factor, which of its values
     * @param points the points, at least one
     */
    public record Combination(List<Integer> levels, List<Point> points) {}

    public static SweepData of(FinishedSweep sweep) {
        List<Column> columns = columns(sweep.sweep());
        List<Column> varied =
                columns.stream().filter(column -> !column.isSeed()).toList();
        List<Map<String, Integer>> levels = new ArrayList<>();
        varied.forEach(column -> levels.add(new LinkedHashMap<>()));
        Map<String, Integer> seeds = new LinkedHashMap<>();
        List<Point> points = new ArrayList<>();
        List<FinishedSweep.Row> failures = new ArrayList<>();
        for (FinishedSweep.Row row : sweep.rows()) {
            List<Integer> at = new ArrayList<>();
            for (int i = 0; i < varied.size(); i++) {
                Map<String, Integer> known = levels.get(i);
                at.add(known.computeIfAbsent(varied.get(i).label(row), label -> known.size()));
            }
            String seed = columns.stream()
                    .filter(Column::isSeed)
                    .findFirst()
                    .map(column -> column.label(row))
                    .orElse("");
            seeds.putIfAbsent(seed, seeds.size());
            if (row.hasFailed()) {
                failures.add(row);
            } else {
                points.add(new Point(row.number(), List.copyOf(at), seed, row.figures()));
            }
        }
        List<Factor> factors = new ArrayList<>();
        for (int i = 0; i < varied.size(); i++) {
            factors.add(new Factor(
                    varied.get(i).name(),
                    List.copyOf(levels.get(i).keySet()),
                    varied.get(i).isSpread()));
        }
        return new SweepData(
                factors, seeds.size(), sweep.sweep().figures(), List.copyOf(points), List.copyOf(failures));
    }

    /** Some columns of the table that make one factor. */
    private record Column(String name, int from, int to, boolean isSpread) {
        boolean isSeed() {
            return name.equals(SEED);
        }

        String label(FinishedSweep.Row row) {
            return String.join(" / ", row.labels().subList(from, to));
        }
    }

    private static List<Column> columns(Sweep sweep) {
        List<Column> columns = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < sweep.axes().size(); i++) {
            Axis axis = sweep.axes().get(i);
            int width = axis.columns().size();
            boolean isOfPlan = i < sweep.plan().axes().size(); // the seeds come after them
            if (isOfPlan && sweep.plan().axes().get(i).latinHypercube() != null) {
                for (String name : axis.columns()) columns.add(new Column(name, at, ++at, true));
            } else {
                columns.add(new Column(String.join(" / ", axis.columns()), at, at + width, false));
                at += width;
            }
        }
        return columns;
    }

    /** Which figure has a name; −1 if none. */
    public int figure(String name) {
        return figures.indexOf(name);
    }

    /** Factors with more than one value, by number. */
    public List<Integer> varied() {
        return IntStream.range(0, factors.size())
                .filter(i -> factors.get(i).size() > 1)
                .boxed()
                .toList();
    }

    /** The combinations of the factors in the order of the plan. */
    public List<Combination> combinations() {
        Map<List<Integer>, List<Point>> byLevels = new LinkedHashMap<>();
        for (Point point : points) {
            byLevels.computeIfAbsent(point.levels(), levels -> new ArrayList<>())
                    .add(point);
        }
        return byLevels.entrySet().stream()
                .map(entry -> new Combination(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** Points by what they have of some factors. */
    public Map<List<Integer>, List<Point>> by(List<Integer> chosen) {
        Map<List<Integer>, List<Point>> groups = new LinkedHashMap<>();
        for (Point point : points) {
            groups.computeIfAbsent(levels(point, chosen), key -> new ArrayList<>())
                    .add(point);
        }
        return groups;
    }

    private static List<Integer> levels(Point point, List<Integer> chosen) {
        return chosen.stream().map(point.levels()::get).toList();
    }

    /** A figure over some points: first within each seed, then over the seeds. */
    public static Estimate estimate(int figure, Collection<Point> points) {
        Map<String, double[]> sums = new LinkedHashMap<>();
        for (Point point : points) {
            double value = point.values().get(figure);
            if (!Double.isFinite(value)) continue;
            double[] sum = sums.computeIfAbsent(point.seed(), seed -> new double[2]);
            sum[0] += value;
            sum[1]++;
        }
        return Estimate.of(
                sums.values().stream().mapToDouble(sum -> sum[0] / sum[1]).toArray());
    }

    /** Whether a figure is the same whatever value a factor has: a factor that only prices does not move an accuracy. */
    public boolean isInert(int figure, int factor) {
        List<Integer> others = varied().stream().filter(i -> i != factor).toList();
        Map<List<Integer>, Map<String, Double>> seen = new HashMap<>();
        boolean isCompared = false;
        for (Point point : points) {
            double value = point.values().get(figure);
            Double first = seen.computeIfAbsent(levels(point, others), key -> new HashMap<>())
                    .putIfAbsent(point.seed(), value);
            if (first == null) continue;
            isCompared = true;
            if (Double.compare(first, value) != 0) return false;
        }
        return isCompared;
    }

    /** Whether at least two values of a factor have results. */
    public boolean isPresent(int factor) {
        return points.stream()
                        .map(point -> point.levels().get(factor))
                        .distinct()
                        .count()
                > 1;
    }

    /** Factors that move a figure, or may do so. */
    public List<Integer> active(int figure) {
        return varied().stream()
                .filter(i -> isPresent(i) && !isInert(figure, i))
                .toList();
    }

    /** Values of some factors in words, such as {@code pair, 22 nm}. */
    public String text(List<Integer> chosen, List<Integer> levels) {
        String[] texts = new String[chosen.size()];
        Arrays.setAll(texts, i -> factors.get(chosen.get(i)).values().get(levels.get(i)));
        return String.join(", ", texts);
    }

    /** Values of a combination by the names of all factors. */
    public Map<String, String> labels(Combination combination) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (int i = 0; i < factors.size(); i++) {
            labels.put(
                    factors.get(i).name(),
                    factors.get(i).values().get(combination.levels().get(i)));
        }
        return labels;
    }
}
