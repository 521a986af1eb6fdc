package crosspike.report;

import crosspike.circuit.CostReport;
import crosspike.circuit.CostReport.Component;
import crosspike.circuit.CostReport.Spent;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The components that figures tell apart, the same in all of them; small ones are one part there. Tables have them all.
 *
 * @param cost all components
 * @param named names of the components with a colour of their own
 */
record Breakdown(CostReport cost, Set<String> named) {

    /** Names each component if there are colours enough, else those with the largest share of any total. */
    static Breakdown of(CostReport cost) {
        Set<String> all = cost.components().stream().map(Component::name).collect(Collectors.toSet());
        if (all.size() <= Style.CATEGORIES.size()) return new Breakdown(cost, all);
        return new Breakdown(
                cost,
                cost.components().stream()
                        .sorted(Comparator.comparingDouble((Component part) -> largestShare(cost, part))
                                .reversed())
                        .limit(Style.CATEGORIES.size())
                        .map(Component::name)
                        .collect(Collectors.toSet()));
    }

    private static double largestShare(CostReport cost, Component part) {
        double largest = share(part.areaSquareMetres(), cost.areaSquareMetres());
        for (String phase : Tables.PHASES) {
            Spent spent = Tables.spent(part, phase);
            Spent total = cost.total(phase);
            largest = Math.max(largest, share(spent.energyJoules(), total.energyJoules()));
            largest = Math.max(largest, share(spent.latencySeconds(), total.latencySeconds()));
        }
        return largest;
    }

    private static double share(double part, double total) {
        return total == 0 ? 0 : part / total;
    }

    /** A figure of each named component in the order of the report, then that of all others together. */
    Map<String, Double> parts(ToDoubleFunction<Component> figure) {
        Map<String, Double> parts = new LinkedHashMap<>();
        double others = 0;
        for (Component part : cost.components()) {
            double value = figure.applyAsDouble(part);
            if (named.contains(part.name())) {
                parts.merge(part.name(), value, Double::sum);
            } else {
                others += value;
            }
        }
        List<String> left = others();
        if (!left.isEmpty()) parts.put(left.size() == 1 ? left.get(0) : "others (" + left.size() + ")", others);
        return parts;
    }

    /** Components that share a part. */
    List<String> others() {
        Set<String> others = new LinkedHashSet<>();
        cost.components().forEach(part -> others.add(part.name()));
        others.removeAll(named);
        return List.copyOf(others);
    }
}
