package crosspike.report.paper.rathi2018;

import crosspike.report.paper.AgainstConnectivity;
import crosspike.report.paper.Curve;
import crosspike.report.paper.Curves;
import crosspike.report.paper.PaperFigure;
import crosspike.report.paper.RearrangedWeights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is drawn of Rathi et al. 2018. */
public final class Rathi2018 {
    static final String ACCURACY = "accuracy_eq5";
    static final String CONNECTIONS = "connections";
    static final String THRESHOLD = "pruning.threshold";

    private static final String AXIS = "pruning threshold";
    private static final String CALTECH = "caltech-";
    private static final Map<String, String> MAPS = maps();

    /** By name. */
    public static final Map<String, PaperFigure> FIGURES = Map.ofEntries(
            Map.entry("3", new LearningWindow()),
            Map.entry("5", new RearrangedWeights(MAPS)),
            Map.entry("6a", connectivity("")),
            Map.entry("6b", connectivity(CALTECH)),
            Map.entry("6c", AgainstConnectivity.of(levels(""))),
            Map.entry("6d", AgainstConnectivity.of(levels(CALTECH))),
            Map.entry("6e", new Sizes("neurons")),
            Map.entry("6f", new Sizes(CALTECH + "neurons")),
            Map.entry("7a", AgainstConnectivity.of(removal(""))),
            Map.entry("7b", AgainstConnectivity.of(removal(CALTECH))),
            Map.entry("8", new Savings()),
            Map.entry("9", tradeoff(CALTECH + "thresholds")),
            Map.entry("claims", new Claims()));

    private Rathi2018() {}

    private static Map<String, String> maps() {
        Map<String, String> maps = new LinkedHashMap<>();
        maps.put("weights", "MNIST");
        maps.put(CALTECH + "weights", "Caltech-101");
        return maps;
    }

    private static PaperFigure connectivity(String set) {
        return new Curves(
                AXIS,
                "connectivity (%)",
                "%",
                100,
                List.of(
                        Curve.ofShare("%s", set + "thresholds", THRESHOLD, CONNECTIONS)
                                .by("levels"),
                        Curve.ofShare("baseline", set + "baseline", THRESHOLD, CONNECTIONS)));
    }

    /** Of the continuous network. */
    private static PaperFigure tradeoff(String plan) {
        return new Curves(
                AXIS,
                "accuracy, connectivity (%)",
                "%",
                100,
                List.of(
                        Curve.of("accuracy", plan, THRESHOLD, ACCURACY).where("levels", "continuous"),
                        Curve.ofShare("connectivity", plan, THRESHOLD, CONNECTIONS)
                                .where("levels", "continuous")));
    }

    private static List<Curve> levels(String set) {
        return List.of(
                Curve.of("%s", set + "thresholds", THRESHOLD, ACCURACY).by("levels"),
                Curve.of("baseline", set + "baseline", THRESHOLD, ACCURACY));
    }

    private static List<Curve> removal(String set) {
        return List.of(
                Curve.of("during", set + "thresholds", THRESHOLD, ACCURACY).where("levels", "continuous"),
                Curve.of("%s", set + "removal", "pruning.connectivity", ACCURACY)
                        .by("pruning.method"));
    }
}
