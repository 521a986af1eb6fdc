package crosspike.report.paper.shi2019;

import static java.util.Map.entry;

import crosspike.report.paper.Curve;
import crosspike.report.paper.Curves;
import crosspike.report.paper.PaperFigure;
import java.util.List;
import java.util.Map;

/** What is drawn of Shi et al. 2019. */
public final class Shi2019 {
    private static final String EQ5 = "accuracy_eq5";
    private static final String Z = "accuracy_z";
    private static final String FRACTION = "pruning.fraction";
    private static final String PRUNED = "pruned weights of a neuron (%)";

    /** By name; {@code search} is no figure of the paper but of what it leaves open. */
    public static final Map<String, PaperFigure> FIGURES = Map.ofEntries(
            entry("2", new Spikes("spikes", "state", "untrained", "trained", 50)),
            entry("3", new Rule("counts")),
            entry("7", new PrunedWeights("weights", List.of("without pruning", "pruning", "soft-pruning"), 0.5)),
            entry("8a", votes("epochs", "epochs", "learning.epochs")),
            entry(
                    "8b",
                    votes(
                            "presentation of an image in training, 10 ms of it blank (ms)",
                            "presentation",
                            "presentation")),
            entry("8c", votes("output neurons", "outputs", "network.outputs")),
            entry(
                    "9a",
                    zVote(
                            "prune parameter r (occurrences)",
                            Curve.of("%s pruned", "occurrences", "pruning.occurrences", Z)
                                    .by(FRACTION))),
            entry(
                    "9b",
                    zVote(
                            PRUNED,
                            Curve.of("%s, during training", "pruning-during", FRACTION, Z)
                                    .by("method"),
                            Curve.of("%s", "pruning-others", FRACTION, Z).by("method"))),
            entry("11b", hardware("energy of the training (mJ)", "mJ", 1e3, "training_energy_J")),
            entry("11c", hardware("latency of the training (s)", "s", 1, "training_latency_s")),
            entry("table1", new Tables(Tables::parameters)),
            entry("table2", new Tables(Tables::updates)),
            entry("table3", new Tables(Tables::performance)),
            entry("search", new Readings("search", "50 %", List.of("60 %", "75 %"))));

    private Shi2019() {}

    private static PaperFigure votes(String horizontal, String plan, String axis) {
        return Curves.ofAccuracy(horizontal, Curve.of("Eq. 5", plan, axis, EQ5), Curve.of("Z vote", plan, axis, Z));
    }

    private static PaperFigure zVote(String horizontal, Curve... curves) {
        return new Curves(horizontal, "accuracy of the Z vote (%)", "%", 100, List.of(curves));
    }

    private static PaperFigure hardware(String vertical, String unit, double scale, String figure) {
        List<Curve> curves =
                List.of(Curve.of("%s", "hardware", FRACTION, figure).by("flags"));
        return new Overheads(new Curves(PRUNED, vertical, unit, scale, curves), "flags in software");
    }
}
