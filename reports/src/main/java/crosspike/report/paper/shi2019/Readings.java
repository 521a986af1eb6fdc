package crosspike.report.paper.shi2019;

import crosspike.experiment.sweep.FinishedSweep.Row;
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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The search over what the paper leaves open: each reading is a dot, its accuracy at some pruned share against its weight
 * updates at another. The updates of the paper are not drawn: they belong to more presentations, as no image is held out.
 *
 * @param plan with the axes {@code reading} and {@code pruning.fraction}
 * @param counted share at which updates are counted
 * @param judged shares at which accuracy is judged
 */
record Readings(String plan, String counted, List<String> judged) implements PaperFigure {
    private static final String FRACTION = "pruning.fraction";
    private static final String PAPER = "the paper";
    private static final double NAME_WIDTH = 0.3; // of the plot, for the longest
    private static final double NAME_HEIGHT = 0.045;
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
                String.format(
                        Locale.ROOT,
                        "Chosen on %,d training images that nobody learned from; the test images play no part.",
                        imagesJudgedOn(evidence)),
                Stream.concat(accuracies.stream(), updates.stream()).toList());
    }

    private int imagesJudgedOn(Evidence evidence) {
        Row any = evidence.rows(plan).get(0);
        return evidence.sweep(plan)
                .sweep()
                .experiment(any.number())
                .data()
                .testImages(0); // the plan always holds some out
    }

    private Figure figure(Evidence evidence, String share, List<Found> updates, List<Found> accuracies) {
        List<Found> dots =
                accuracies.stream().filter(found -> found.at().equals(share)).toList();
        double[] x =
                dots.stream().mapToDouble(dot -> updates(updates, dot.series())).toArray();
        double[] y = dots.stream().mapToDouble(dot -> dot.ours().mean()).toArray();
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < x.length; i++) {
            String name = dots.get(i).series();
            boolean isBefore = hasNeighbour(x, y, i);
            notes.add(new Note(isBefore ? name + "  " : "  " + name, x[i], y[i], isBefore));
        }
        List<Series> series = new ArrayList<>();
        series.add(new Series("a reading, held-out images", Mark.LARGE_DOTS, Style.ACCENT, x, y));
        stated(evidence, share)
                .ifPresent(said -> series.add(new Series(
                        "the paper, test images",
                        Mark.DASHES,
                        Style.CONTRAST,
                        new double[] {
                            Arrays.stream(x).min().orElse(0),
                            Arrays.stream(x).max().orElse(1)
                        },
                        new double[] {said.value(), said.value()})));
        return Lines.figure(
                evidence.file() + "-" + share.replaceAll("[^0-9]", ""),
                "Readings with " + share + " pruned",
                1040,
                480,
                new Axis(
                        "weight updates with " + counted + " pruned, in the presentations of this plan (millions)",
                        false),
                new Axis("accuracy of the Z vote with " + share + " pruned (%)", false),
                series,
                notes);
    }

    /** Whether a dot stands so close to the right of another that its name would be written over. */
    private static boolean hasNeighbour(double[] x, double[] y, int i) {
        double width = Arrays.stream(x).max().orElse(0) - Arrays.stream(x).min().orElse(0);
        double height =
                Arrays.stream(y).max().orElse(0) - Arrays.stream(y).min().orElse(0);
        for (int j = 0; j < x.length; j++) {
            boolean isRight = x[j] > x[i] && x[j] - x[i] < NAME_WIDTH * width;
            if (isRight && Math.abs(y[j] - y[i]) < NAME_HEIGHT * height) return true;
        }
        return false;
    }

    private static double updates(List<Found> updates, String reading) {
        return updates.stream()
                .filter(found -> found.series().equals(UPDATES.replace("%s", reading)))
                .mapToDouble(found -> found.ours().mean())
                .findFirst()
                .orElse(Double.NaN);
    }

    private static Optional<Stated> stated(Evidence evidence, String at) {
        return evidence.stated().stream()
                .filter(one -> one.series().equals(PAPER) && one.at().equals(at) && one.hasValue())
                .findFirst();
    }
}
