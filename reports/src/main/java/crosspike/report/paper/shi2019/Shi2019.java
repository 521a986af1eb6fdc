package crosspike.report.paper.shi2019;

import crosspike.report.paper.Curve;
import crosspike.report.paper.Curves;
import crosspike.report.paper.PaperFigure;
import java.util.Map;

/** What is drawn of Shi et al. 2019. */
public final class Shi2019 {
    private static final String Z = "accuracy_z";

    /** By name. */
    public static final Map<String, PaperFigure> FIGURES = Map.of(
            "8a",
            Curves.ofAccuracy(
                    "epochs (60,000 images each)",
                    Curve.of("Eq. 5", "epochs", "learning.epochs", "accuracy_eq5"),
                    Curve.of("Z vote", "epochs", "learning.epochs", Z)));

    private Shi2019() {}
}
