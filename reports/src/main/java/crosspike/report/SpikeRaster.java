package crosspike.report;

import crosspike.experiment.run.ArrayLayout;
import crosspike.experiment.run.RasterSpike;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** Spikes against time while a few test images are shown: output neurons above, inputs below, image beside image. */
final class SpikeRaster {
    private static final int WIDTH = 1040;
    private static final int LEFT = 64;
    private static final int GAP = 18;
    private static final int TOP = 46;
    private static final int OUTPUTS = 120;
    private static final int INPUTS = 200;
    private static final int BETWEEN = 12;
    private static final int BOTTOM = 40;
    private static final int MOST_SAMPLES = 6;

    private final ArrayLayout array;
    private final int[] labels;
    private final int lastMs;
    private final List<List<RasterSpike>> samples;

    private SpikeRaster(ArrayLayout array, int[] labels, List<RasterSpike> spikes) {
        Map<Integer, List<RasterSpike>> bySample = new LinkedHashMap<>();
        spikes.forEach(spike -> bySample.computeIfAbsent(spike.sample(), any -> new ArrayList<>())
                .add(spike));
        this.array = array;
        this.labels = labels;
        this.samples = bySample.values().stream().limit(MOST_SAMPLES).toList();
        int last = spikes.stream()
                .mapToInt(spike -> spike.timeMs().intValue())
                .max()
                .orElse(0);
        this.lastMs = Math.max(10, (last + 10) / 10 * 10);
    }

    static Figure figure(ArrayLayout array, int[] labels, List<RasterSpike> spikes) {
        SpikeRaster raster = new SpikeRaster(array, labels, spikes);
        int height = TOP + OUTPUTS + BETWEEN + INPUTS + BOTTOM;
        return new Figure("spike-raster", "Spikes of a few test images", WIDTH, height, raster::paint);
    }

    /**
     * The class these spikes vote for: the largest mean number of spikes per neuron of a class (Shi 2019, Eq. 5); empty
     * without an output spike of a labelled neuron. The lower class wins a tie.
     */
    static OptionalInt vote(List<RasterSpike> sample, int[] labels) {
        Map<Integer, Integer> neurons = new TreeMap<>();
        for (int label : labels) {
            neurons.merge(label, 1, Integer::sum);
        }
        Map<Integer, Integer> spikes = new TreeMap<>();
        for (RasterSpike spike : sample) {
            if (spike.layer().equals(RasterSpike.OUTPUT) && labels[spike.neuron()] >= 0) {
                spikes.merge(labels[spike.neuron()], 1, Integer::sum);
            }
        }
        OptionalInt best = OptionalInt.empty();
        double most = 0;
        for (var entry : spikes.entrySet()) {
            double mean = (double) entry.getValue() / neurons.get(entry.getKey());
            if (mean > most) {
                most = mean;
                best = OptionalInt.of(entry.getKey());
            }
        }
        return best;
    }

    private void paint(Graphics2D g) {
        if (samples.isEmpty()) {
            Style.text(g, "no spikes in raster.csv", Style.TEXT, Style.MUTED, WIDTH / 2.0, TOP + OUTPUTS, 0.5);
            return;
        }
        double width = (WIDTH - 1 - LEFT - GAP * (samples.size() - 1)) / (double) samples.size();
        label(g, "output neuron", TOP + OUTPUTS / 2.0);
        label(g, "input", TOP + OUTPUTS + BETWEEN + INPUTS / 2.0);
        tick(g, array.outputs() - 1, TOP + 10);
        tick(g, 0, TOP + OUTPUTS);
        tick(g, array.rows() - 1, TOP + OUTPUTS + BETWEEN + 10);
        tick(g, 0, TOP + OUTPUTS + BETWEEN + INPUTS);
        for (int i = 0; i < samples.size(); i++) {
            paintSample(g, samples.get(i), LEFT + i * (width + GAP), width);
        }
    }

    private void paintSample(Graphics2D g, List<RasterSpike> sample, double left, double width) {
        RasterSpike first = sample.get(0);
        OptionalInt vote = vote(sample, labels);
        String predicted = vote.isPresent() ? "predicted " + vote.getAsInt() : "no prediction";
        boolean right = vote.isPresent() && vote.getAsInt() == first.label();
        Style.text(g, "class " + first.label(), Style.TITLE, Style.INK, left, 16, 0);
        Style.text(g, predicted, Style.TEXT, right ? Style.ACCENT : Style.CONTRAST, left, 34, 0);
        Style.text(g, "image " + first.sample(), Style.SMALL, Style.MUTED, left + width, 16, 1);

        int inputTop = TOP + OUTPUTS + BETWEEN;
        g.setColor(Style.GRID);
        g.setStroke(Style.HAIRLINE);
        frame(g, left, TOP, width, OUTPUTS);
        frame(g, left, inputTop, width, INPUTS);

        Path2D inputs = new Path2D.Double();
        for (RasterSpike spike : sample) {
            double x = left + (spike.timeMs().doubleValue() + 0.5) / lastMs * width;
            if (spike.layer().equals(RasterSpike.OUTPUT)) {
                boolean agrees = labels[spike.neuron()] == first.label();
                double y = TOP + OUTPUTS * (1 - (spike.neuron() + 0.5) / array.outputs());
                dot(g, x, y, agrees ? Style.ACCENT : Style.CONTRAST);
            } else {
                double y = inputTop + INPUTS * (1 - (spike.neuron() + 0.5) / array.rows());
                inputs.moveTo(x, y - 1);
                inputs.lineTo(x, y + 1);
            }
        }
        g.setColor(Style.INK);
        g.draw(inputs);
        int axis = inputTop + INPUTS + 16;
        Style.text(g, "0", Style.SMALL, Style.MUTED, left, axis, 0);
        Style.text(g, lastMs + " ms", Style.SMALL, Style.MUTED, left + width, axis, 1);
        Style.text(g, "time", Style.SMALL, Style.MUTED, left + width / 2, axis, 0.5);
    }

    private static void dot(Graphics2D g, double x, double y, Color colour) {
        g.setColor(colour);
        g.fill(new Ellipse2D.Double(x - 2, y - 2, 4, 4));
    }

    private static void frame(Graphics2D g, double x, double y, double width, double height) {
        g.draw(new Rectangle2D.Double(x, y, width, height));
    }

    private static void label(Graphics2D g, String text, double middle) {
        var upright = g.getTransform();
        g.rotate(-Math.PI / 2, 14, middle);
        Style.text(g, text, Style.TEXT, Style.MUTED, 14, middle, 0.5);
        g.setTransform(upright);
    }

    private static void tick(Graphics2D g, int number, double baseline) {
        Style.text(g, Integer.toString(number), Style.SMALL, Style.MUTED, LEFT - 8, baseline, 1);
    }
}
