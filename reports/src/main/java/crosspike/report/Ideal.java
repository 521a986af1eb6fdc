package crosspike.report;

import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.run.RunResult;
import crosspike.input.Dimension;
import crosspike.input.UserError;
import crosspike.report.analysis.DeviceRows;
import crosspike.report.analysis.SweepData;
import crosspike.report.analysis.SweepTables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The accuracy to compare with: that of cells with continuous states.
 *
 * @param source what it is from
 * @param accuracy by the name of the figure, as fractions; empty if there is none
 */
public record Ideal(String source, Map<String, Double> accuracy) {

    /** None is given: the devices of the sweep are asked for it. */
    public static final Ideal OF_THE_SWEEP = new Ideal("", Map.of());

    /**
     * What a user names.
     *
     * @param text a run directory, or an accuracy such as {@code 93 %}
     * @throws UserError if it is neither
     */
    public static Ideal parse(String text) {
        Map<String, Double> accuracy = new HashMap<>();
        Path folder = Path.of(text);
        if (!text.isEmpty() && Files.isDirectory(folder)) {
            RunResult.Accuracy found = RunDirectory.open(folder).result().accuracy();
            accuracy.put("accuracy_eq5", found.eq5());
            accuracy.put("accuracy_eq5_selective", found.eq5Selective());
            accuracy.put("accuracy_spike_sum", found.spikeSum());
            accuracy.put("accuracy_z", found.zWeighted());
            return new Ideal(folder.toString(), accuracy);
        }
        try {
            double value = Dimension.FRACTION.parse(text);
            if (value >= 0 && value <= 1) {
                for (String vote :
                        List.of("accuracy_eq5", "accuracy_eq5_selective", "accuracy_spike_sum", "accuracy_z")) {
                    accuracy.put(vote, value);
                }
                return new Ideal("", accuracy);
            }
        } catch (UserError neither) {
            // said below
        }
        throw new UserError(
                "--ideal is \"" + text + "\"; expected a run directory, or an accuracy such as 0.93 or \"93 %\"");
    }

    /** The same, or the continuous devices of a sweep if nothing was named and there are others beside them. */
    Ideal or(List<DeviceRows.Row> devices, SweepData data) {
        if (!accuracy.isEmpty()) return this;
        List<DeviceRows.Row> ideal =
                devices.stream().filter(DeviceRows.Row::isIdeal).toList();
        if (ideal.isEmpty() || ideal.size() == devices.size()) return this;
        List<SweepData.Point> points =
                ideal.stream().flatMap(row -> row.points().stream()).toList();
        Map<String, Double> found = new LinkedHashMap<>();
        for (String vote : SweepTables.votes(data)) {
            double mean = SweepData.estimate(data.figure(vote), points).mean();
            if (Double.isFinite(mean)) found.put(vote, mean);
        }
        return new Ideal(ideal.get(0).label(), found);
    }
}
