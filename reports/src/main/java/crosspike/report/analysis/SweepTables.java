package crosspike.report.analysis;

import crosspike.experiment.sweep.FinishedSweep;
import crosspike.report.analysis.SweepData.Combination;
import java.util.ArrayList;
import java.util.List;

/** The tables of a sweep that are not about devices. */
public final class SweepTables {
    /** Accuracies of the votes, the one that leads first. */
    private static final List<String> VOTES =
            List.of("accuracy_eq5", "accuracy_z", "accuracy_eq5_selective", "accuracy_spike_sum");

    private static final List<String> ENERGIES = List.of("training_energy_J", "inference_energy_per_image_J");
    private static final String AREA = "area_m2";

    private SweepTables() {}

    /** Accuracies that a sweep recorded, the leading one first. */
    public static List<String> votes(SweepData data) {
        return VOTES.stream().filter(data.figures()::contains).toList();
    }

    /** Energies that a sweep recorded. */
    public static List<String> energies(SweepData data) {
        return ENERGIES.stream().filter(data.figures()::contains).toList();
    }

    /** A row for each combination: the mean of each figure, its standard deviation and confidence interval. */
    public static DataTable summary(SweepData data) {
        List<String> columns = new ArrayList<>(names(data));
        columns.add("n");
        for (String figure : data.figures()) {
            for (String what : List.of("mean_", "sd_", "ci95_low_", "ci95_high_")) columns.add(what + figure);
        }
        DataTable table = DataTable.of(columns);
        for (Combination combination : data.combinations()) {
            List<Object> row = new ArrayList<>(data.labels(combination).values());
            row.add(combination.points().size());
            for (int figure = 0; figure < data.figures().size(); figure++) {
                Estimate estimate = SweepData.estimate(figure, combination.points());
                row.addAll(List.of(estimate.mean(), estimate.deviation(), estimate.low(), estimate.high()));
            }
            table.add(row);
        }
        return table;
    }

    /** A row for each combination: the leading accuracy, the energies and, for each energy, whether it is on the front. */
    public static DataTable pareto(SweepData data) {
        List<String> figures =
                new ArrayList<>(votes(data).subList(0, Math.min(1, votes(data).size())));
        List<String> energies = figures.isEmpty() ? List.of() : energies(data);
        figures.addAll(energies);
        if (data.figures().contains(AREA)) figures.add(AREA);
        List<String> columns = new ArrayList<>(names(data));
        columns.addAll(figures);
        energies.forEach(energy -> columns.add("on_front_of_" + energy.replaceFirst("_J$", "")));
        DataTable table = DataTable.of(columns);
        List<boolean[]> fronts = energies.stream()
                .map(energy -> Pareto.front(means(data, figures.get(0)), means(data, energy)))
                .toList();
        List<Combination> combinations = data.combinations();
        for (int i = 0; i < combinations.size(); i++) {
            Combination combination = combinations.get(i);
            List<Object> row = new ArrayList<>(data.labels(combination).values());
            for (String figure : figures) {
                row.add(mean(data, combination, figure));
            }
            for (boolean[] front : fronts) row.add(front[i]);
            table.add(row);
        }
        return table;
    }

    /** The mean of a figure at each combination. */
    public static double[] means(SweepData data, String figure) {
        return data.combinations().stream()
                .mapToDouble(combination -> mean(data, combination, figure))
                .toArray();
    }

    /** The mean of a figure at a combination. */
    public static double mean(SweepData data, Combination combination, String figure) {
        return SweepData.estimate(data.figure(figure), combination.points()).mean();
    }

    /** A row for each figure and factor, then interactions and seeds. */
    public static DataTable sensitivity(List<Sensitivity> all) {
        DataTable table = DataTable.of(
                List.of("figure", "factor", "share_of_variance", "range_of_means", "largest_at", "smallest_at"));
        for (Sensitivity one : all) {
            for (Sensitivity.Effect effect : one.effects()) {
                table.add(List.of(
                        one.figure(), effect.factor(), effect.share(), effect.range(), effect.best(), effect.least()));
            }
            table.add(List.of(one.figure(), "interactions", one.interactions(), Double.NaN, "", ""));
            table.add(List.of(one.figure(), "seeds", one.seeds(), Double.NaN, "", ""));
        }
        return table;
    }

    /** A row for each point that failed. */
    public static DataTable failures(FinishedSweep sweep) {
        List<String> columns = new ArrayList<>(List.of("point"));
        columns.addAll(sweep.sweep().columns());
        columns.add("error");
        DataTable table = DataTable.of(columns);
        for (FinishedSweep.Row row : sweep.rows()) {
            if (!row.hasFailed()) continue;
            List<Object> cells = new ArrayList<>(List.of(row.number() + 1));
            cells.addAll(row.labels());
            cells.add(row.error());
            table.add(cells);
        }
        return table;
    }

    private static List<String> names(SweepData data) {
        return data.factors().stream().map(Factor::name).toList();
    }
}
