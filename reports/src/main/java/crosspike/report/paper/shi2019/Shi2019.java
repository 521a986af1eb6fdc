package crosspike.report.paper.shi2019;

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

    /** By name. */
    public static final Map<String, PaperFigure> FIGURES = Map.of(
            "8a", votes("epochs (60,000 images each)", "epochs", "learning.epochs"),
            "8b",
                    votes(
                            "presentation of an image in training (ms), the last 10 ms blank",
                            "presentation",
                            "presentation"),
            "8c", votes("output neurons", "outputs", "network.outputs"),
            "9a",
                    Curves.ofAccuracy(
                            "prune parameter r (occurrences)",
                            Curve.of("%s pruned", "occurrences", "pruning.occurrences", Z)
                                    .by(FRACTION)),
            "9b",
                    Curves.ofAccuracy(
                            PRUNED,
                            Curve.of("%s, during training", "pruning-during", FRACTION, Z)
                                    .by("method"),
                            Curve.of("%s, after training", "pruning-after", FRACTION, Z)
                                    .by("method")),
            "11b", hardware("energy of the training (mJ)", "mJ", 1e3, "training_energy_J"),
            "11c", hardware("latency of the training (s)", "s", 1, "training_latency_s"));

    private Shi2019() {}

    private static PaperFigure votes(String horizontal, String plan, String axis) {
        return Curves.ofAccuracy(horizontal, Curve.of("Eq. 5", plan, axis, EQ5), Curve.of("Z vote", plan, axis, Z));
    }

    private static PaperFigure hardware(String vertical, String unit, double scale, String figure) {
        return new Curves(
                PRUNED,
                vertical,
                unit,
                scale,
                List.of(Curve.of("%s", "hardware", FRACTION, figure).by("pruning.hardware")));
    }
}
