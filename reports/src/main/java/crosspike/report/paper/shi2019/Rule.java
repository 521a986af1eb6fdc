package crosspike.report.paper.shi2019;

import crosspike.experiment.UpdateCurve;
import crosspike.experiment.config.ConfigFile;
import crosspike.experiment.config.ExperimentConfig;
import crosspike.experiment.config.Shi2019Network;
import crosspike.report.Figure;
import crosspike.report.Lines;
import crosspike.report.Lines.Axis;
import crosspike.report.Lines.Mark;
import crosspike.report.Lines.Series;
import crosspike.report.Style;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import java.util.List;

/**
 * Figure 3: the STDP window, and the change of a weight against the weight. Both are asked of the rule that trains.
 *
 * @param plan keeps the run whose rule it is
 */
record Rule(String plan) implements PaperFigure {
    private static final int POINTS = 201;
    private static final double BESIDE_MS = 20; // of the window that is drawn

    @Override
    public List<String> plans() {
        return List.of(plan);
    }

    @Override
    public Drawing draw(Evidence evidence) {
        ExperimentConfig config =
                ConfigFile.of(evidence.run(plan, evidence.rows(plan).get(0))).config();
        UpdateCurve curve = UpdateCurve.of(config, POINTS);
        int windowMs = ((Shi2019Network) config.network()).windowMs();
        double atMinusOne = curve.potentiation()[0];
        double atOne = curve.potentiation()[POINTS - 2]; // at 1 itself nothing is left to be done
        double down = curve.depression()[POINTS / 2];
        return new Drawing(
                List.of(window(evidence, curve, windowMs), update(evidence, curve)),
                "As the rule that trains answers, before the scaling of Eq. 3.",
                List.of(
                        Found.exact("window", "ms", windowMs),
                        Found.exact("LTP at w = −1", "", atMinusOne),
                        Found.exact("LTP beside w = 1, of that at w = −1", "%", 100 * atOne / atMinusOne),
                        Found.exact("LTD at w = 0", "", down)));
    }

    private static Figure window(Evidence evidence, UpdateCurve curve, int windowMs) {
        double up = curve.potentiation()[POINTS / 2];
        double down = curve.depression()[POINTS / 2];
        return Lines.figure(
                evidence.file() + "a",
                "STDP window, at w = 0",
                520,
                320,
                new Axis("time from the input spike to the output spike (ms)", false),
                new Axis("change of the weight, unscaled", false),
                List.of(
                        new Series("LTP", Mark.LINE, Style.ACCENT, new double[] {0, windowMs}, new double[] {up, up}),
                        new Series(
                                "LTD",
                                Mark.LINE,
                                Style.CONTRAST,
                                new double[] {windowMs, windowMs + BESIDE_MS},
                                new double[] {down, down})),
                List.of());
    }

    private static Figure update(Evidence evidence, UpdateCurve curve) {
        return Lines.figure(
                evidence.file() + "b",
                "Change of a weight against the weight",
                520,
                320,
                new Axis("weight w", false),
                new Axis("change of the weight, unscaled", false),
                List.of(
                        new Series("LTP", Mark.LINE, Style.ACCENT, curve.weights(), curve.potentiation()),
                        new Series("LTD", Mark.LINE, Style.CONTRAST, curve.weights(), curve.depression())),
                List.of());
    }
}
