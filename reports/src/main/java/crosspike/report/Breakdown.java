package crosspike.report;

import static java.util.Map.entry;

import crosspike.circuit.CostReport;
import crosspike.circuit.CostReport.Component;
import crosspike.circuit.CostReport.Spent;
import java.awt.Color;
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
 * @param named names of the components that are not put together
 */
record Breakdown(CostReport cost, Set<String> named) {
    /** More are not told apart in a bar. */
    private static final int MOST_NAMED = 9;

    /** The same in every report. Colours beyond {@link Style#CATEGORIES} are those of Tol's scheme "muted". */
    private static final Map<String, Color> COLOURS = Map.ofEntries(
            entry("array cells", Style.ACCENT),
            entry("half-selected cells", new Color(0xaa4499)),
            entry("array wires", new Color(0xe69f00)),
            entry("word-line decoder", new Color(0x882255)),
            entry("word-line drivers", new Color(0xcc79a7)),
            entry("row switches", new Color(0x009e73)),
            entry("column switches", new Color(0xddcc77)),
            entry("column multiplexer", new Color(0x44505f)),
            entry("read-out", Style.CONTRAST),
            entry("subtractors", new Color(0xcc6677)),
            entry("slice sums", new Color(0x661100)),
            entry("partial sums", new Color(0x117733)),
            entry("prune flags", new Color(0x999933)),
            entry("neurons", new Color(0x56b4e9)),
            entry("winner-take-all", new Color(0x44aa99)),
            entry(Tables.LEAKAGE, new Color(0x332288)));

    /** The colour of a component; grey for what is none, such as others together. */
    static Color colour(String component) {
        return COLOURS.getOrDefault(component, Style.OTHERS);
    }

    /** Names each component if there are few, else those with the largest share of any total. */
    static Breakdown of(CostReport cost) {
        Set<String> all = cost.components().stream().map(Component::name).collect(Collectors.toSet());
        if (all.size() <= MOST_NAMED) return new Breakdown(cost, all);
        return new Breakdown(
                cost,
                cost.components().stream()
                        .sorted(Comparator.comparingDouble((Component part) -> largestShare(cost, part))
                                .reversed())
                        .limit(MOST_NAMED)
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
