package crosspike.report.paper.guo2020;

import crosspike.report.paper.AgainstConnectivity;
import crosspike.report.paper.Curve;
import crosspike.report.paper.PaperFigure;
import crosspike.report.paper.RearrangedWeights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What is drawn of Guo et al. 2020. */
public final class Guo2020 {
    static final String THRESHOLD = "pruning.threshold";
    static final String SHARE = "pruning.connectivity";
    private static final String MNIST = "mnist-100";
    private static final String BASELINE = "baseline-" + MNIST;
    private static final String LARGE = "baseline-mnist-800";
    private static final Source METHODS = methods(MNIST);
    private static final Source SHARES = shares(MNIST);

    /**
     * Part of the points of a figure.
     *
     * @param plan whose points
     * @param by axis that tells curves apart
     * @param along axis along which they run
     */
    record Source(String plan, String by, String along) {
        private Curve curve() {
            return Curve.of("%s", plan, along, "accuracy_eq5").by(by);
        }
    }

    /** By name. */
    public static final Map<String, PaperFigure> FIGURES = Map.ofEntries(
            Map.entry("2", new Dynamics()),
            Map.entry("4", growth("over-time", Set.of())),
            Map.entry("6", growth("over-neurons", Set.of())),
            Map.entry("7a", growth("over-time", Set.of("constant", "f1, a = 1.3", "f2, b = 1.1", "f3, c = 0.01"))),
            Map.entry("7b", growth("over-neurons", Set.of("constant", "f1, a = 1.15", "f2, b = 1.05", "f3, c = 0.03"))),
            Map.entry("8", tradeoff(BASELINE, Set.of(), new Source("interval", "pruning.online.interval", THRESHOLD))),
            Map.entry("9a", methodsOf(MNIST)),
            Map.entry("9b", methodsOf("mnist-800")),
            Map.entry("9c", methodsOf("fashion-100")),
            Map.entry("9d", methodsOf("fashion-800")),
            Map.entry("10", new RearrangedWeights(maps())),
            Map.entry("11", new Start(Set.of("APTN"))),
            Map.entry("start", new Start(Set.of())),
            Map.entry(
                    "12a",
                    new Operations(List.of(METHODS, methods("mnist-800")), Set.of("APTN"), List.of(BASELINE, LARGE))),
            Map.entry("12b", new Merit()),
            Map.entry("13a", tradeoff(BASELINE, Set.of("APT", "APN", "APTN", "neurons"), METHODS, SHARES)),
            Map.entry(
                    "13b",
                    new Operations(List.of(METHODS, SHARES), Set.of("APTN", "neurons"), List.of(BASELINE, BASELINE))),
            Map.entry("14a", tradeoff(BASELINE, Set.of("constant", "APTN", "soft"), METHODS)),
            Map.entry("14b", new Operations(List.of(METHODS), Set.of("constant", "APTN", "soft"), List.of(BASELINE))),
            Map.entry("table2", new AtShare("mnist")),
            Map.entry("table3", new AtShare("fashion")),
            Map.entry("table4", new Overhead()),
            Map.entry("table5", new Gates()),
            Map.entry("15a", new Work()),
            Map.entry("15b", new OverheadShare()));

    private Guo2020() {}

    private static PaperFigure tradeoff(String baseline, Set<String> only, Source... sources) {
        List<Curve> curves = Stream.of(sources).map(Source::curve).toList();
        return new AgainstConnectivity(curves, "plastic_weights", only, baseline, true);
    }

    private static PaperFigure growth(String plan, Set<String> only) {
        return tradeoff(BASELINE, only, new Source(plan, "growth", THRESHOLD));
    }

    private static PaperFigure methodsOf(String network) {
        return tradeoff(
                "baseline-" + network,
                Set.of("constant", "APT", "APN", "APTN", "after training"),
                methods(network),
                shares(network));
    }

    private static Map<String, String> maps() {
        Map<String, String> maps = new LinkedHashMap<>();
        maps.put("weights-mnist", "MNIST");
        maps.put("weights-fashion", "Fashion-MNIST");
        return maps;
    }

    private static Source methods(String network) {
        return new Source("methods-" + network, "method", THRESHOLD);
    }

    private static Source shares(String network) {
        return new Source("shares-" + network, "method", SHARE);
    }

    /** Size of the network of a plan, which ends its name. */
    static String neurons(String plan) {
        return plan.substring(plan.lastIndexOf('-') + 1) + " neurons";
    }
}
