package crosspike.report.paper.guo2020;

import crosspike.report.paper.PaperFigure;
import crosspike.report.paper.guo2020.Tradeoff.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is drawn of Guo et al. 2020. */
public final class Guo2020 {
    private static final String MNIST = "mnist-100";
    private static final String BASELINE = "baseline-" + MNIST;
    private static final Source METHODS = methods(MNIST);
    private static final Source SHARES = shares(MNIST);

    /** By name. */
    public static final Map<String, PaperFigure> FIGURES = Map.ofEntries(
            Map.entry("2", new Dynamics()),
            Map.entry("4", growth("over-time", Set.of())),
            Map.entry("6", growth("over-neurons", Set.of())),
            Map.entry("7a", growth("over-time", Set.of("constant", "f1, a = 1.3", "f2, b = 1.1", "f3, c = 0.01"))),
            Map.entry("7b", growth("over-neurons", Set.of("constant", "f1, a = 1.15", "f2, b = 1.05", "f3, c = 0.03"))),
            Map.entry(
                    "8",
                    new Tradeoff(
                            List.of(new Source("interval", "pruning.online.interval", Tradeoff.THRESHOLD)),
                            Set.of(),
                            BASELINE)),
            Map.entry("9a", methodsOf(MNIST)),
            Map.entry("9b", methodsOf("mnist-800")),
            Map.entry("9c", methodsOf("fashion-100")),
            Map.entry("9d", methodsOf("fashion-800")),
            Map.entry("11", new Start()),
            Map.entry(
                    "12a",
                    new Operations(
                            List.of(METHODS, methods("mnist-800")),
                            Set.of("APTN"),
                            List.of(BASELINE, "baseline-mnist-800"))),
            Map.entry("12b", new Merit()),
            Map.entry("13a", new Tradeoff(List.of(METHODS, SHARES), Set.of("APT", "APN", "APTN", "neurons"), BASELINE)),
            Map.entry(
                    "13b",
                    new Operations(List.of(METHODS, SHARES), Set.of("APTN", "neurons"), List.of(BASELINE, BASELINE))),
            Map.entry("14a", new Tradeoff(List.of(METHODS), Set.of("constant", "APTN", "soft"), BASELINE)),
            Map.entry("14b", new Operations(List.of(METHODS), Set.of("constant", "APTN", "soft"), List.of(BASELINE))),
            Map.entry("table2", new AtShare("mnist")),
            Map.entry("table3", new AtShare("fashion")),
            Map.entry("table4", new Overhead()),
            Map.entry("table5", new Gates()),
            Map.entry("15", new OverheadShare()));

    private Guo2020() {}

    private static Tradeoff growth(String plan, Set<String> only) {
        return new Tradeoff(List.of(new Source(plan, "growth", Tradeoff.THRESHOLD)), only, BASELINE);
    }

    private static Tradeoff methodsOf(String network) {
        return new Tradeoff(
                List.of(methods(network), shares(network)),
                Set.of("constant", "APT", "APN", "APTN", "after training"),
                "baseline-" + network);
    }

    private static Source methods(String network) {
        return new Source("methods-" + network, "method", Tradeoff.THRESHOLD);
    }

    private static Source shares(String network) {
        return new Source("shares-" + network, "method", Tradeoff.SHARE);
    }

    /** Size of the network of a plan, which ends its name. */
    static String neurons(String plan) {
        return plan.substring(plan.lastIndexOf('-') + 1) + " neurons";
    }
}
