package crosspike.report;

import crosspike.report.analysis.DataTable;
import crosspike.report.analysis.Sensitivity;
import crosspike.report.analysis.SweepData;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the circuit of each combination costs: bars in panels side by side, their rows in common. */
final class CostPanels {
    private static final List<String> COLUMNS = List.of(
            "area_m2",
            "training_energy_J",
            "training_latency_s",
            "leakage_W",
            "inference_energy_per_image_J",
            "inference_latency_per_image_s");
    private static final int MOST_ROWS = 24;
    private static final int PANELS_IN_A_LINE = 3;
    private static final int ROW = 22;
    private static final int BAR = 13;
    private static final int TITLE = 34;
    private static final int GAP = 26;
    private static final int NUMBER = 62; // beside the longest bar
    private static final int NAME_MARGIN = 12; // between the name of a row and its bars
    private static final double LOGARITHMIC_FROM = 50; // largest over smallest

    private final List<String> rows;
    private final List<Panel> panels;
    private final int left;

    /** A figure of all rows. */
    private record Panel(Measure measure, double[] values) {}

    private CostPanels(List<String> rows, List<Panel> panels) {
        this.rows = rows;
        this.panels = panels;
        this.left = (int) Math.min(
                260,
                16
                        + rows.stream()
                                .mapToDouble(row -> Style.widthOf(row, Style.TEXT))
                                .max()
                                .orElse(0));
    }

    /** Empty if the sweep recorded no costs. */
    static Optional<SweepFigure> of(SweepData data) {
        List<String> recorded =
                COLUMNS.stream().filter(data.figures()::contains).toList();
        if (recorded.isEmpty()) return Optional.empty();
        List<Integer> chosen = rowFactors(data, recorded);
        List<String> columns = new ArrayList<>(
                chosen.stream().map(i -> data.factors().get(i).name()).toList());
        recorded.forEach(column -> columns.add("mean_" + column));
        DataTable table = DataTable.of(columns);
        List<String> rows = new ArrayList<>();
        List<double[]> means = new ArrayList<>();
        data.by(chosen).forEach((levels, points) -> {
            if (rows.size() == MOST_ROWS) return;
            double[] row = recorded.stream()
                    .mapToDouble(column ->
                            SweepData.estimate(data.figure(column), points).mean())
                    .toArray();
            rows.add(chosen.isEmpty() ? "all points" : data.text(chosen, levels));
            means.add(row);
            List<Object> cells = new ArrayList<>();
            for (int i = 0; i < chosen.size(); i++) {
                cells.add(data.factors().get(chosen.get(i)).values().get(levels.get(i)));
            }
            Arrays.stream(row).forEach(cells::add);
            table.add(cells);
        });
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < recorded.size(); i++) {
            int column = i;
            panels.add(new Panel(
                    Measure.of(recorded.get(i)),
                    means.stream().mapToDouble(row -> row[column]).toArray()));
        }
        return Optional.of(
                new SweepFigure(new CostPanels(rows, panels).figure(), caption(data, recorded, chosen), table));
    }

    /** All factors that move a cost; if they make too many rows, the strongest that do not. */
    private static List<Integer> rowFactors(SweepData data, List<String> recorded) {
        List<Integer> moving = data.varied().stream()
                .filter(i -> recorded.stream().anyMatch(column -> !data.isInert(data.figure(column), i)))
                .toList();
        if (data.by(moving).size() <= MOST_ROWS) return moving;
        List<Integer> strongest = moving.stream()
                .filter(i -> !data.factors().get(i).isSpread())
                .sorted(Comparator.comparingDouble((Integer i) -> strength(data, recorded, i))
                        .reversed())
                .toList();
        List<Integer> chosen = new ArrayList<>();
        for (int factor : strongest) {
            List<Integer> more = new ArrayList<>(chosen);
            more.add(factor);
            if (data.by(more).size() <= MOST_ROWS) chosen = more;
        }
        return chosen.stream().sorted().toList();
    }

    private static double strength(SweepData data, List<String> recorded, int factor) {
        return recorded.stream()
                .flatMap(column -> Sensitivity.of(data, column).effects().stream())
                .filter(effect ->
                        effect.factor().equals(data.factors().get(factor).name()))
                .mapToDouble(Sensitivity.Effect::share)
                .sum();
    }

    private static String caption(SweepData data, List<String> recorded, List<Integer> chosen) {
        String rest = data.varied().stream()
                .filter(i -> !chosen.contains(i))
                .filter(i -> recorded.stream().anyMatch(column -> !data.isInert(data.figure(column), i)))
                .map(i -> Measure.factor(data.factors().get(i).name()))
                .collect(Collectors.joining(", "));
        return "Means over the seeds" + (rest.isEmpty() ? "" : " and over " + rest)
                + "; a panel whose values lie more than fiftyfold apart is logarithmic."
                + FactorNames.explained(data, chosen);
    }

    private Figure figure() {
        int lines = (panels.size() + PANELS_IN_A_LINE - 1) / PANELS_IN_A_LINE;
        int height = lines * (TITLE + ROW * rows.size() + GAP) - GAP + 6;
        return new Figure("costs", "Area, energy and latency", Charts.FULL_WIDTH, height, this::paint);
    }

    private void paint(Graphics2D g) {
        int width = (Charts.FULL_WIDTH - left) / PANELS_IN_A_LINE;
        for (int i = 0; i < panels.size(); i++) {
            int top = i / PANELS_IN_A_LINE * (TITLE + ROW * rows.size() + GAP);
            if (i % PANELS_IN_A_LINE == 0) paintNames(g, top);
            paint(g, panels.get(i), left + i % PANELS_IN_A_LINE * width, top, width - 20);
        }
    }

    private void paintNames(Graphics2D g, int top) {
        for (int row = 0; row < rows.size(); row++) {
            String name = Style.shortened(rows.get(row), Style.TEXT, left - NAME_MARGIN);
            Style.text(g, name, Style.TEXT, Style.INK, left - NAME_MARGIN, top + TITLE + row * ROW + 15, 1);
        }
    }

    private void paint(Graphics2D g, Panel panel, int x, int top, int width) {
        double[] known = Arrays.stream(panel.values()).filter(Double::isFinite).toArray();
        double largest = Arrays.stream(known).max().orElse(1);
        double smallest = Arrays.stream(known).min().orElse(1);
        boolean isLogarithmic = smallest > 0 && largest > LOGARITHMIC_FROM * smallest;
        Scale scale = panel.measure().scale(Arrays.stream(known).boxed().toList());
        String title = isLogarithmic
                ? panel.measure().words() + " (logarithmic)"
                : panel.measure().label(scale);
        Style.text(g, title, Style.TITLE.deriveFont(12f), Style.INK, x, top + 18, 0);
        double from = isLogarithmic ? Math.floor(Math.log10(smallest)) - 0.2 : 0;
        double to = isLogarithmic ? Math.log10(largest) : largest;
        for (int row = 0; row < rows.size(); row++) {
            double value = panel.values()[row];
            double at = isLogarithmic ? Math.log10(value) : value;
            double length = Double.isFinite(value) && to > from ? (width - NUMBER) * (at - from) / (to - from) : 0;
            double y = top + TITLE + row * ROW + (ROW - BAR) / 2.0;
            g.setColor(Style.withAlpha(Style.ACCENT, 0.85));
            g.fill(new Rectangle2D.Double(x, y, Math.max(0, length), BAR));
            String number = !Double.isFinite(value)
                    ? "–"
                    : isLogarithmic ? panel.measure().text(value) : Scale.digits(value / scale.size());
            Style.text(g, number, Style.SMALL, Style.INK, x + Math.max(0, length) + 6, y + BAR - 2, 0);
        }
        g.setColor(Style.MUTED);
        g.fill(new Rectangle2D.Double(x - 1, top + TITLE, 1, (double) ROW * rows.size()));
    }
}
