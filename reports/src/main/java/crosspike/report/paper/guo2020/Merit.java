package crosspike.report.paper.guo2020;

import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.report.Lines.Axis;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import crosspike.report.paper.Scatter;
import crosspike.report.paper.Scatter.Dot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Figure 12B: accuracy lost times operations of training and inference that are left, and what is lost at the best points. */
record Merit() implements PaperFigure {
    private static final List<String> SIZES = List.of("100", "800");

    @Override
    public List<String> plans() {
        List<String> plans = new ArrayList<>();
        for (String size : SIZES) {
            plans.addAll(List.of("methods-mnist-" + size, "chosen-mnist-" + size, "baseline-mnist-" + size));
        }
        return plans;
    }

    @Override
    public Drawing draw(Evidence evidence) {
        List<Found> found = new ArrayList<>();
        Map<String, List<Dot>> curves = new LinkedHashMap<>();
        for (String size : SIZES) {
            Networks networks = new Networks(evidence, "baseline-mnist-" + size);
            String plan = "methods-mnist-" + size;
            for (Points point : Points.of(evidence, plan, "method", Guo2020.THRESHOLD)) {
                if (!point.series().equals("APTN")) continue;
                curves.computeIfAbsent(size + " neurons", any -> new ArrayList<>())
                        .add(new Dot(
                                point.connectivity(evidence).mean(),
                                point.estimate((Row row) -> networks.loss(plan, row) * networks.total(plan, row))));
            }
            String chosen = "chosen-mnist-" + size;
            for (Points point : Points.of(evidence, chosen, "method", Guo2020.SHARE)) {
                AtShare.add(found, networks, point, size + " neurons at " + point.at());
            }
        }
        return new Drawing(
                List.of(Scatter.of(
                        evidence.file(),
                        evidence.title(),
                        new Axis("connectivity (%)", false),
                        new Axis("accuracy lost (%) x operations left (fraction)", false),
                        curves)),
                found);
    }
}
