package crosspike.circuit;

import java.util.List;
import java.util.Map;

/**
 * Area, energy and latency of a run by component. The components sum to the totals; latencies of components that work one
 * after another add up.
 *
 * @param assumptions sentences a reader needs to judge the numbers: what is priced, with which formula, what is not
 * @param components the parts
 */
public record CostReport(List<String> assumptions, List<Component> components) {

    public CostReport {
        assumptions = List.copyOf(assumptions);
        components = List.copyOf(components);
    }

    /**
     * One part of the circuit.
     *
     * @param name such as {@code array cells}
     * @param areaSquareMetres area in m²
     * @param phases energy and latency of this part in each phase of the run: training, labelling, inference
     */
    public record Component(String name, double areaSquareMetres, Map<String, Spent> phases) {
        public Component {
            phases = Map.copyOf(phases);
        }
    }

    /**
     * What one part spent in one phase.
     *
     * @param energyJoules energy in J
     * @param latencySeconds time in s
     */
    public record Spent(double energyJoules, double latencySeconds) {
        public static final Spent NONE = new Spent(0, 0);
    }

    /**
     * The component of a name.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public Component component(String name) {
        return components.stream()
                .filter(component -> component.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Sum of all components, in m². */
    public double areaSquareMetres() {
        return components.stream().mapToDouble(Component::areaSquareMetres).sum();
    }

    /** Sum of all components in one phase; zero for a phase that did not happen. */
    public Spent total(String phase) {
        double joules = 0;
        double seconds = 0;
        for (Component component : components) {
            Spent spent = component.phases().getOrDefault(phase, Spent.NONE);
            joules += spent.energyJoules();
            seconds += spent.latencySeconds();
        }
        return new Spent(joules, seconds);
    }
}
