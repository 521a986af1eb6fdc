package crosspike.report.paper.shi2019;

import crosspike.experiment.run.RasterSpike;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.report.Figure;
import crosspike.report.Style;
import crosspike.report.analysis.Estimate;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Figure 2: spikes while three images are shown one after another: inputs, and ten output neurons that fire most, before and after
 * training.
 *
 * @param plan keeps runs
 * @param axis of the plan: which training
 * @param untrained its value for no training
 * @param trained its value for the whole training
 * @param presentationMs time from image to image
 */
record Spikes(String plan, String axis, String untrained, String trained, int presentationMs) implements PaperFigure {
    private static final int WIDTH = 1040;
    private static final int LEFT = 64;
    private static final int TOP = 26;
    private static final int INPUTS = 220;
    private static final int LINE = 16;
    private static final int BOTTOM = 40;
    private static final int NEURONS = 10;

    @Override
    public List<String> plans() {
        return List.of(plan);
    }

    @Override
    public Drawing draw(Evidence evidence) {
        List<RasterSpike> before = first(evidence, untrained).raster();
        List<RasterSpike> after = first(evidence, trained).raster();
        int rows = first(evidence, trained).array().rows();
        return new Drawing(
                List.of(
                        inputs(evidence, after, rows),
                        outputs(evidence.file() + "b", "Output spikes, untrained", before),
                        outputs(evidence.file() + "c", "Output spikes, trained", after)),
                "The first three test images, one after another, of the first seed; the output neurons that fire most for them.",
                List.of(
                        found(evidence, trained, "output spikes a presentation in training", run -> {
                            var counts = run.result().activity().training();
                            return (double) counts.outputSpikes() / counts.presentations();
                        }),
                        found(evidence, untrained, "neurons that fire for an image, untrained", Spikes::neurons),
                        found(evidence, trained, "neurons that fire for an image, trained", Spikes::neurons)));
    }

    private RunDirectory first(Evidence evidence, String which) {
        return rows(evidence, which).stream()
                .findFirst()
                .map(row -> evidence.run(plan, row))
                .orElseThrow();
    }

    private List<Row> rows(Evidence evidence, String which) {
        return evidence.rows(plan).stream()
                .filter(row -> evidence.label(plan, row, axis).equals(which))
                .toList();
    }

    private Found found(Evidence evidence, String which, String series, ToDoubleFunction<RunDirectory> figure) {
        double[] values = rows(evidence, which).stream()
                .mapToDouble(row -> figure.applyAsDouble(evidence.run(plan, row)))
                .toArray();
        return new Found(series, "", "", Estimate.of(values));
    }

    /** Different output neurons that fire while an image is shown, mean of the images. */
    private static double neurons(RunDirectory run) {
        List<RasterSpike> outputs =
                run.raster().stream().filter(Spikes::isOutput).toList();
        record Firing(int sample, int neuron) {}
        long pairs = outputs.stream()
                .map(spike -> new Firing(spike.sample(), spike.neuron()))
                .distinct()
                .count();
        return (double) pairs
                / Math.max(
                        1,
                        run.raster().stream()
                                .mapToInt(RasterSpike::sample)
                                .distinct()
                                .count());
    }

    private static boolean isOutput(RasterSpike spike) {
        return spike.layer().equals(RasterSpike.OUTPUT);
    }

    private Figure inputs(Evidence evidence, List<RasterSpike> spikes, int rows) {
        List<RasterSpike> shown =
                spikes.stream().filter(spike -> !isOutput(spike)).toList();
        int height = TOP + INPUTS + BOTTOM;
        return new Figure(evidence.file() + "a", "Input spikes", WIDTH, height, g -> {
            frame(g, spikes, INPUTS, "input");
            g.setColor(Style.INK);
            for (RasterSpike spike : shown) {
                double y = TOP + INPUTS * (1 - (spike.neuron() + 0.5) / rows);
                g.fill(new Rectangle2D.Double(x(spike, spikes), y - 1, 1.2, 2));
            }
        });
    }

    private Figure outputs(String name, String title, List<RasterSpike> spikes) {
        List<Integer> shown = mostActive(spikes);
        int high = NEURONS * LINE;
        return new Figure(name, title, WIDTH, TOP + high + BOTTOM, g -> {
            frame(g, spikes, high, "output neuron");
            for (int i = 0; i < shown.size(); i++) {
                double middle = TOP + (i + 0.5) * LINE;
                Style.text(g, Integer.toString(shown.get(i)), Style.SMALL, Style.MUTED, LEFT - 8, middle + 4, 1);
                g.setColor(Style.ACCENT);
                for (RasterSpike spike : spikes) {
                    if (isOutput(spike) && spike.neuron() == shown.get(i)) {
                        g.fill(new Rectangle2D.Double(x(spike, spikes) - 1, middle - 5, 2.4, 10));
                    }
                }
            }
        });
    }

    /** The neurons that fire most, taking turns between the images; those of one image stand together. */
    static List<Integer> mostActive(List<RasterSpike> spikes) {
        Map<Integer, Map<Integer, Integer>> counts =
                new TreeMap<>(); // by image and neuron; who fired first comes first
        spikes.stream()
                .filter(Spikes::isOutput)
                .forEach(spike -> counts.computeIfAbsent(spike.sample(), any -> new LinkedHashMap<>())
                        .merge(spike.neuron(), 1, Integer::sum));
        List<List<Integer>> left = counts.values().stream()
                .<List<Integer>>map(ofImage -> new ArrayList<>(ofImage.keySet().stream()
                        .sorted((a, b) -> ofImage.get(b) - ofImage.get(a))
                        .toList()))
                .toList();
        List<List<Integer>> chosen =
                left.stream().<List<Integer>>map(any -> new ArrayList<>()).toList();
        Set<Integer> all = new HashSet<>();
        while (all.size() < NEURONS && left.stream().anyMatch(neurons -> !neurons.isEmpty())) {
            for (int i = 0; i < left.size() && all.size() < NEURONS; i++) {
                left.get(i).removeAll(all);
                if (left.get(i).isEmpty()) continue;
                int neuron = left.get(i).remove(0);
                all.add(neuron);
                chosen.get(i).add(neuron);
            }
        }
        return chosen.stream().flatMap(List::stream).toList();
    }

    private double x(RasterSpike spike, List<RasterSpike> all) {
        int samples = samples(all);
        double width = WIDTH - 1 - LEFT;
        return LEFT + width * (spike.sample() + (spike.timeMs().doubleValue() + 0.5) / presentationMs) / samples;
    }

    private static int samples(List<RasterSpike> all) {
        return 1 + all.stream().mapToInt(RasterSpike::sample).max().orElse(0);
    }

    private void frame(Graphics2D g, List<RasterSpike> spikes, int high, String what) {
        int samples = samples(spikes);
        double width = WIDTH - 1 - LEFT;
        for (int i = 0; i < samples; i++) {
            int sample = i;
            String label = spikes.stream()
                    .filter(spike -> spike.sample() == sample)
                    .findFirst()
                    .map(spike -> "image of a " + spike.label())
                    .orElse("");
            double left = LEFT + width * i / samples;
            g.setColor(Style.GRID);
            g.setStroke(Style.HAIRLINE);
            g.draw(new Rectangle2D.Double(left, TOP, width / samples, high));
            Style.text(g, label, Style.SMALL, Style.INK, left + 4, TOP - 8, 0);
            Style.text(
                    g,
                    Integer.toString(i * presentationMs),
                    Style.SMALL,
                    Style.MUTED,
                    left,
                    TOP + high + 16,
                    i == 0 ? 0 : 0.5);
        }
        Style.text(g, samples * presentationMs + " ms", Style.SMALL, Style.MUTED, WIDTH - 1, TOP + high + 16, 1);
        Style.text(g, "time", Style.SMALL, Style.MUTED, LEFT + width / 2, TOP + high + 32, 0.5);
        var upright = g.getTransform();
        double middle = TOP + high / 2.0;
        g.rotate(-Math.PI / 2, 14, middle);
        Style.text(g, what, Style.TEXT, Style.MUTED, 14, middle, 0.5);
        g.setTransform(upright);
    }
}
