package crosspike.report.paper.shi2019;

import crosspike.report.Figure;
import crosspike.report.Lines;
import crosspike.report.Lines.Axis;
import crosspike.report.Lines.Mark;
import crosspike.report.Lines.Note;
import crosspike.report.Lines.Series;
import crosspike.report.Style;
import crosspike.report.paper.Curve;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import crosspike.report.paper.Stated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The search over what the paper leaves open: each reading is a dot, its accuracy at some pruned share against its weight
 * updates at another.
 *
 * @param plan with the axes {@code reading} and {@code pruning.fraction}
 * @param counted share at which updates are counted
 * @param judged shares at which accuracy is judged
 */
record Readings(String plan, String counted, List<String> judged) implements PaperFigure {
    private static final String FRACTION = "pruning.fraction";
    private static final String PAPER = "the paper";
    private static final String UPDATES = "%s, updates";

    @Override
    public List<String> plans() {
        return List.of(plan);
    }

    @Override
    public Drawing draw(Evidence evidence) {
        List<Found> updates = Curve.of(UPDATES, plan, FRACTION, "training_nominal_updates")
                .by("reading")
                .points(evidence, "M", 1e-6)
                .stream()
                .filter(found -> found.at().equals(counted))
                .toList();
        List<Found> accuracies =
                Curve.of("%s", plan, FRACTION, "accuracy_z").by("reading").points(evidence, "%", 100);
        List<Figure> figures = judged.stream()
                .map(share -> figure(evidence, share, updates, accuracies))
                .toList();
        return new Drawing(
                figures,
                "Chosen on 10,000 training images that nobody learned from; the test images play no part.",
                Stream.concat(accuracies.stream(), updates.stream()).toList());
    }

    private Figure figure(Evidence evidence, String share, List<Found> updates, List<Found> accuracies) {
        List<Found> dots =
                accuracies.stream().filter(found -> found.at().equals(share)).toList();
        double[] x =
                dots.stream().mapToDouble(dot -> updates(updates, dot.series())).toArray();
        double[] y = dots.stream().mapToDouble(dot -> dot.ours().mean()).toArray();
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            notes.add(new Note("  " + dots.get(i).series(), x[i], y[i]));
        }
        List<Series> series = new ArrayList<>();
        series.add(new Series("a reading, held-out images", Mark.LARGE_DOTS, Style.ACCENT, x, y));
        Optional<Stated> count = stated(evidence, UPDATES.replace("%s", PAPER), counted);
        Optional<Stated> accuracy = stated(evidence, PAPER, share);
        if (count.isPresent() && accuracy.isPresent()) {
            series.add(new Series(
                    "the paper, test images",
                    Mark.DIAMONDS,
                    Style.CONTRAST,
                    new double[] {count.get().value()},
                    new double[] {accuracy.get().value()}));
        }
        return Lines.figure(
                evidence.file() + "-" + share.replaceAll("[^0-9]", ""),
                "Readings with " + share + " pruned",
                1040,
                480,
                new Axis("weight updates with " + counted + " pruned (millions)", false),
                new Axis("accuracy of the Z vote with " + share + " pruned (%)", false),
                series,
                notes);
    }

    private static double updates(List<Found> updates, String reading) {
        return updates.stream()
                .filter(found -> found.series().equals(UPDATES.replace("%s", reading)))
                .mapToDouble(found -> found.ours().mean())
                .findFirst()
                .orElse(Double.NaN);
    }

    private static Optional<Stated> stated(Evidence evidence, String series, String at) {
        return evidence.stated().stream()
                .filter(one -> one.series().equals(series) && one.at().equals(at) && one.hasValue())
                .findFirst();
    }
}
