package crosspike.report.paper.guo2020;

import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.report.Lines.Axis;
import crosspike.report.analysis.Estimate;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import crosspike.report.paper.Scatter;
import crosspike.report.paper.Scatter.Dot;
import crosspike.report.paper.guo2020.Guo2020.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Synaptic operations that are left, for training and inference, against the connectivity that was found (Figures 12A, 13B, 14B).
 *
 * @param sources plans with the axes that tell curves apart and along which they run
 * @param only methods that are drawn
 * @param baselines plan of the network without pruning, for each source
 */
record Operations(List<Source> sources, Set<String> only, List<String> baselines) implements PaperFigure {

    @Override
    public List<String> plans() {
        List<String> plans = new ArrayList<>();
        sources.forEach(source -> plans.add(source.plan()));
        baselines.stream().distinct().forEach(plans::add);
        return plans;
    }

    @Override
    public Drawing draw(Evidence evidence) {
        List<Found> found = new ArrayList<>();
        Map<String, List<Dot>> curves = new LinkedHashMap<>();
        for (int s = 0; s < sources.size(); s++) {
            Source source = sources.get(s);
            Networks networks = new Networks(evidence, baselines.get(s));
            String suffix = baselines.stream().distinct().count() > 1 ? ", " + Guo2020.neurons(source.plan()) : "";
            for (Points point : Points.of(evidence, source.plan(), source.by(), source.along())) {
                if (!only.contains(point.series())) continue;
                String name = point.series() + suffix;
                Estimate left = point.connectivity(evidence);
                Estimate training = point.estimate((Row row) -> 100 * networks.training(source.plan(), row));
                Estimate inference = point.estimate((Row row) -> 100 * networks.inference(source.plan(), row));
                curves.computeIfAbsent(name + ": training", any -> new ArrayList<>())
                        .add(new Dot(left.mean(), training));
                curves.computeIfAbsent(name + ": inference", any -> new ArrayList<>())
                        .add(new Dot(left.mean(), inference));
                found.add(new Found(name + ": connectivity", point.at(), "%", left));
                found.add(new Found(name + ": training", point.at(), "%", training));
                found.add(new Found(name + ": inference", point.at(), "%", inference));
            }
        }
        return new Drawing(
                List.of(Scatter.of(
                        evidence.file(),
                        evidence.title(),
                        new Axis("connectivity (%)", false),
                        new Axis("synaptic operations an image (% of those without pruning)", false),
                        curves)),
                found);
    }
}
