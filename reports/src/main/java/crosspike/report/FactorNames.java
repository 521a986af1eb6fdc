package crosspike.report;

import crosspike.input.Dimension;
import crosspike.report.analysis.Factor;
import crosspike.report.analysis.Places;
import crosspike.report.analysis.SweepData;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Values of factors in words that say of which factor they are. */
final class FactorNames {
    private static final Set<Dimension> NUMBERS = Set.of(Dimension.NONE, Dimension.FRACTION);

    private FactorNames() {}

    /** Values such as {@code pair, 22 nm, learning.a 0.01}: bare numbers say of what. */
    static String of(SweepData data, List<Integer> factors, List<Integer> levels) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            Factor factor = data.factors().get(factors.get(i));
            String value = factor.values().get(levels.get(i));
            parts.add(isBare(value) ? Measure.factor(factor.name()) + " " + value : value);
        }
        return String.join(", ", parts);
    }

    /** What the values in {@link SweepData#text} are of, where one of them is a bare number; empty if none is. */
    static String explained(SweepData data, List<Integer> factors) {
        boolean isExplained = factors.stream()
                .anyMatch(i -> data.factors().get(i).values().stream().anyMatch(FactorNames::isBare));
        return isExplained ? " Named by " + words(data, factors) + "." : "";
    }

    /** Titles of factors with commas between them. */
    static String words(SweepData data, List<Integer> factors) {
        return factors.stream()
                .map(i -> Measure.factor(data.factors().get(i).name()))
                .collect(Collectors.joining(", "));
    }

    private static boolean isBare(String value) {
        return Places.of(List.of(value)).dimension().filter(NUMBERS::contains).isPresent();
    }
}
