package crosspike.report.paper.shi2019;

import crosspike.experiment.run.ArrayLayout;
import crosspike.experiment.run.NeuronRow;
import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.report.Figure;
import crosspike.report.Style;
import crosspike.report.WeightMaps;
import crosspike.report.WeightMatrix;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Figure 7: what neurons learn without pruning, with pruning and with soft-pruning, and the weights of the neuron that is
 * pruned first: when it is pruned, and after training.
 *
 * @param plan keeps runs of one seed: each method, trained until the first neuron is pruned and to the end
 * @param methods values of its axis {@code method}, the first without pruning
 * @param fraction of the weights that are pruned
 */
record PrunedWeights(String plan, List<String> methods, double fraction) implements PaperFigure {
    private static final String EPOCHS = "learning.epochs";
    private static final int WIDTH = 1040;
    private static final int GAP = 24;
    private static final int MAPS = 10;
    private static final int MAPS_A_LINE = 5;
    private static final int SIDE = 60;
    private static final int TOP = 28;
    private static final int HISTOGRAM = 110;
    private static final int BETWEEN = 58;
    private static final int BINS = 40;

    @Override
    public List<String> plans() {
        return List.of(plan);
    }

    @Override
    public Drawing draw(Evidence evidence) {
        RunDirectory early = run(evidence, methods.get(0), Comparator.naturalOrder());
        List<RunDirectory> late = methods.stream()
                .map(method -> run(evidence, method, Comparator.reverseOrder()))
                .toList();
        List<NeuronRow> neurons = developed(late.get(0));
        int first = neurons.isEmpty() ? 0 : neurons.get(0).neuron();
        float[] before = column(weights(early), first);
        List<float[]> after =
                late.stream().map(trained -> column(weights(trained), first)).toList();
        List<Found> found = new ArrayList<>();
        for (int i = 1; i < methods.size(); i++) {
            found.add(Found.exact(
                    "largest difference of the final distribution from that without pruning, " + methods.get(i),
                    "%",
                    100 * distance(after.get(0), after.get(i))));
        }
        Figure figure = new Figure(
                evidence.file(),
                evidence.title(),
                WIDTH,
                TOP + 2 * (SIDE + 4) + 2 * (HISTOGRAM + BETWEEN) + 20,
                g -> paint(g, late, neurons, first, before, after));
        return new Drawing(
                List.of(figure),
                "The neurons that fire consistently first, one seed. Above: their weights, blue −1, white 0, red 1. Below: the"
                        + " weights of the first of them; what is pruned lies between the dashed lines.",
                found);
    }

    /** The first or last training of a method; a longer one does not stand in for a short one that failed. */
    private RunDirectory run(Evidence evidence, String method, Comparator<Double> order) {
        Comparator<Row> byEpochs = Comparator.comparing(row -> epochs(evidence, row), order);
        return evidence.sweep(plan).rows().stream()
                .filter(one -> evidence.label(plan, one, "method").equals(method))
                .min(byEpochs)
                .filter(row -> !row.hasFailed())
                .map(row -> evidence.run(plan, row))
                .orElseThrow();
    }

    private double epochs(Evidence evidence, Row row) {
        return Double.parseDouble(evidence.label(plan, row, EPOCHS));
    }

    /** Neurons in the order in which they were developed. */
    private static List<NeuronRow> developed(RunDirectory run) {
        return run.neurons().stream()
                .filter(neuron -> neuron.developedPresentation() != null)
                .sorted(Comparator.comparing(NeuronRow::developedPresentation).thenComparing(NeuronRow::developedMs))
                .toList();
    }

    private static float[][] weights(RunDirectory run) {
        return WeightMatrix.of(run.array(), run.conductance());
    }

    private static float[] column(float[][] weights, int neuron) {
        float[] column = new float[weights.length];
        for (int row = 0; row < column.length; row++) column[row] = weights[row][neuron];
        return column;
    }

    /** The largest difference of two empirical distribution functions (Kolmogorov and Smirnov). */
    static double distance(float[] one, float[] other) {
        float[] a = one.clone();
        float[] b = other.clone();
        Arrays.sort(a);
        Arrays.sort(b);
        double largest = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            float at = Math.min(a[i], b[j]);
            while (i < a.length && a[i] <= at) i++;
            while (j < b.length && b[j] <= at) j++;
            largest = Math.max(largest, Math.abs((double) i / a.length - (double) j / b.length));
        }
        return largest;
    }

    private void paint(
            Graphics2D g,
            List<RunDirectory> late,
            List<NeuronRow> neurons,
            int first,
            float[] before,
            List<float[]> after) {
        double width = (WIDTH - GAP * (methods.size() - 1.0)) / methods.size();
        for (int i = 0; i < methods.size(); i++) {
            double left = i * (width + GAP);
            Style.text(g, methods.get(i), Style.TITLE, Style.INK, left, 16, 0);
            maps(g, late.get(i), neurons, left);
            double top = TOP + 2 * (SIDE + 4) + 30;
            double[] range = i == 0 ? new double[0] : prunedRange(before, i);
            histogram(g, before, range, "neuron " + first + " when it is pruned", left, top, width);
            histogram(g, after.get(i), new double[0], "after training", left, top + HISTOGRAM + BETWEEN, width);
        }
    }

    private static void maps(Graphics2D g, RunDirectory trained, List<NeuronRow> neurons, double left) {
        ArrayLayout array = trained.array();
        float[][] weights = weights(trained);
        boolean[][] none = new boolean[array.rows()][array.outputs()];
        for (int i = 0; i < Math.min(MAPS, neurons.size()); i++) {
            int x = (int) Math.round(left) + i % MAPS_A_LINE * (SIDE + 4);
            int y = TOP + i / MAPS_A_LINE * (SIDE + 4);
            g.drawImage(WeightMaps.tile(array, weights, none, neurons.get(i).neuron()), x, y, SIDE, SIDE, null);
        }
    }

    /** Ends of the values that a method prunes; pruning takes those nearest to 0, soft-pruning the lowest. */
    private double[] prunedRange(float[] weights, int method) {
        boolean isNearest = method == 1;
        double[] keys = new double[weights.length];
        Arrays.setAll(keys, i -> isNearest ? Math.abs(weights[i]) : weights[i]);
        Arrays.sort(keys);
        double last = keys[Math.max(0, (int) Math.round(fraction * keys.length) - 1)];
        return isNearest ? new double[] {-last, last} : new double[] {-1, last};
    }

    private static void histogram(
            Graphics2D g, float[] weights, double[] range, String title, double left, double top, double width) {
        int[] counts = new int[BINS];
        for (float weight : weights) {
            counts[Math.max(0, Math.min(BINS - 1, (int) ((weight + 1) / 2 * BINS)))]++;
        }
        int most = Arrays.stream(counts).max().orElse(1);
        Style.text(g, title, Style.TEXT, Style.INK, left, top - 8, 0);
        Style.text(g, "most: " + most + " weights a bar", Style.SMALL, Style.MUTED, left + width, top - 8, 1);
        double bar = width / BINS;
        g.setColor(Style.ACCENT);
        for (int bin = 0; bin < BINS; bin++) {
            double high = (double) HISTOGRAM * counts[bin] / most;
            g.fill(new Rectangle2D.Double(left + bin * bar, top + HISTOGRAM - high, bar - 1, high));
        }
        g.setColor(Style.MUTED);
        g.setStroke(Style.HAIRLINE);
        g.draw(new Line2D.Double(left, top + HISTOGRAM, left + width, top + HISTOGRAM));
        for (int tick = -1; tick <= 1; tick++) {
            double x = left + (tick + 1) / 2.0 * width;
            Style.text(
                    g,
                    tick < 0 ? "−1" : Integer.toString(tick),
                    Style.SMALL,
                    Style.MUTED,
                    x,
                    top + HISTOGRAM + 15,
                    (tick + 1) / 2.0);
        }
        Style.text(g, "weight", Style.SMALL, Style.MUTED, left + width * 0.75, top + HISTOGRAM + 15, 0.5);
        g.setColor(Style.CONTRAST);
        g.setStroke(Style.DASHES);
        for (double end : range) {
            double x = left + (end + 1) / 2 * width;
            g.draw(new Line2D.Double(x, top, x, top + HISTOGRAM));
        }
    }
}
