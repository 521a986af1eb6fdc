package crosspike.report;

import static java.util.Map.entry;

import crosspike.report.analysis.Estimate;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * A figure of a sweep as people read it.
 *
 * @param column its name in the table
 * @param words what it is
 * @param unit its SI unit, {@code %} for an accuracy, empty for a count
 */
record Measure(String column, String words, String unit) {
    private static final Map<String, String> UNITS = Map.of("_m2", "m²", "_W", "W", "_J", "J", "_s", "s");
    private static final Map<String, String> WORDS = Map.of(
            "accuracy_eq5", "accuracy, Eq. 5 vote",
            "accuracy_eq5_selective", "accuracy, Eq. 5 vote of selective neurons",
            "accuracy_spike_sum", "accuracy, spike-sum vote",
            "accuracy_z", "accuracy, Z-weighted vote",
            "leakage_W", "leakage power");

    static Measure of(String column) {
        String suffix =
                UNITS.keySet().stream().filter(column::endsWith).findFirst().orElse("");
        String words = column.substring(0, column.length() - suffix.length()).replace('_', ' ');
        String unit = column.startsWith("accuracy") ? "%" : UNITS.getOrDefault(suffix, "");
        return new Measure(column, WORDS.getOrDefault(column, words), unit);
    }

    /** The unit that suits some values; an accuracy in per cent. */
    Scale scale(Collection<Double> values) {
        return switch (unit) {
            case "%" -> new Scale("%", 0.01);
            case "" -> new Scale("", 1);
            case "m²" -> Scale.ofAreas(values);
            default -> Scale.of(values, unit);
        };
    }

    /** The words with a unit, for an axis. */
    String label(Scale scale) {
        return scale.symbol().isEmpty() ? words : words + " (" + scale.symbol() + ")";
    }

    /** A value with its unit. */
    String text(double value) {
        if (!Double.isFinite(value)) return "–";
        if (unit.equals("%")) return Percent.text(value);
        return unit.isEmpty() ? Scale.digits(value) : scale(List.of(value)).withUnit(value);
    }

    /** A mean with its standard deviation where there is one, and its unit. */
    String text(Estimate estimate) {
        if (!Double.isFinite(estimate.mean())) return "–";
        if (!estimate.hasInterval() || !unit.equals("%")) return text(estimate.mean());
        return Percent.text(estimate.mean()).replace(" %", "") + " ± " + Percent.text(estimate.deviation());
    }

    /** The title of a factor: the words of a well-known key, or the key itself. */
    static String factor(String key) {
        return FACTORS.getOrDefault(key, key);
    }

    private static final Map<String, String> FACTORS = Map.ofEntries(
            entry("device.levels", "conductance levels"),
            entry("device.preset", "device"),
            entry("device.file", "device"),
            entry("device.pulses", "pulses of a full swing"),
            entry("device.nonlinearity_ltp", "nonlinearity label of LTP"),
            entry("device.nonlinearity_ltd", "nonlinearity label of LTD"),
            entry("device.cycle_to_cycle_sigma", "cycle-to-cycle σ"),
            entry("device.definition.conductance.min", "Gmin"),
            entry("device.definition.conductance.max", "Gmax"),
            entry("synapse.mapping", "cells per weight"),
            entry("synapse.slices", "slices of a weight"),
            entry("circuit.node", "technology node"),
            entry("network.outputs", "output neurons"));
}
