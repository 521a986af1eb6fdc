package crosspike.experiment.run;

import crosspike.circuit.CostReport;
import crosspike.circuit.CostReport.Component;
import crosspike.circuit.CostReport.Spent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code cost.json}: a cost report with its totals written out, for readers that do not sum.
 *
 * @param totals sums over all components
 * @param assumptions what is priced, in sentences
 * @param components parts of the circuit
 */
public record CostFile(Totals totals, List<String> assumptions, List<Component> components) {

    /**
     * Sums over all components.
     *
     * @param areaSquareMetres area in m²
     * @param phases energy and latency by phase
     */
    public record Totals(double areaSquareMetres, Map<String, Spent> phases) {}

    /** The report with its totals. */
    public static CostFile of(CostReport report) {
        Map<String, Spent> phases = new TreeMap<>();
        for (Component component : report.components()) {
            component.phases().keySet().forEach(phase -> phases.put(phase, report.total(phase)));
        }
        return new CostFile(new Totals(report.areaSquareMetres(), phases), report.assumptions(), report.components());
    }

    CostReport report() {
        return new CostReport(assumptions, components);
    }
}
