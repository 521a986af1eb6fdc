package crosspike.report;

import crosspike.device.library.DeviceSheet.PulseTrain;
import crosspike.experiment.config.DeviceConfig;
import crosspike.experiment.sweep.FinishedSweep;
import crosspike.report.analysis.DeviceRows;
import crosspike.report.analysis.Estimate;
import crosspike.report.analysis.Sensitivity;
import crosspike.report.analysis.SweepData;
import crosspike.report.analysis.SweepData.Combination;
import crosspike.report.analysis.SweepTables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code report.html} of a sweep. */
final class SweepPage {
    private static final int MOST_ROWS = 200;
    private static final List<String> FORMATS = List.of("PNG", "SVG", "CSV", "JSON");

    private final FinishedSweep sweep;
    private final SweepData data;
    private final List<DeviceRows.Row> devices;
    private final List<Sensitivity> sensitivities;
    private final SweepReport.Figures figures;
    private final HtmlPage html;

    SweepPage(
            FinishedSweep sweep,
            SweepData data,
            List<DeviceRows.Row> devices,
            List<Sensitivity> sensitivities,
            SweepReport.Figures figures) {
        this.sweep = sweep;
        this.data = data;
        this.devices = devices;
        this.sensitivities = sensitivities;
        this.figures = figures;
        this.html = new HtmlPage(sweep.sweep().plan().name());
    }

    String html() {
        headline();
        accuracy();
        figures("Two factors at once", figures.maps());
        figures("Energy, latency and area", figures.costs());
        figures("Accuracy against energy", figures.fronts());
        sensitivity();
        deviceTable();
        combinations();
        failures();
        plan();
        return html.end();
    }

    private void headline() {
        int combinations = data.combinations().size();
        html.append("<header>\n")
                .append(HtmlPage.kind(SweepReport.KIND))
                .append("<h1>")
                .append(Html.escape(sweep.sweep().plan().name()))
                .append("</h1>\n<p class=\"lead\">")
                .append(Html.escape(data.varied().stream()
                                .map(i -> data.factors().get(i).size() + " × "
                                        + Measure.factor(data.factors().get(i).name()))
                                .collect(Collectors.joining(", "))
                        + (data.varied().isEmpty() ? "" : ", ") + many(data.seeds(), "seed") + ": "
                        + many(sweep.rows().size(), "point") + ", " + many(combinations, "combination") + ", "
                        + many((int) trainings(), "training") + ", "
                        + data.failures().size() + " failed."))
                .append("</p>\n</header>\n");
        if (data.points().isEmpty()) return;
        html.append("<dl class=\"key\">\n");
        SweepTables.votes(data).stream()
                .limit(1)
                .forEach(vote -> best("Highest " + Measure.of(vote).words(), vote, 1));
        SweepTables.energies(data)
                .forEach(energy -> best("Lowest " + Measure.of(energy).words(), energy, -1));
        if (data.figures().contains("area_m2")) best("Smallest area", "area_m2", -1);
        html.append("</dl>\n");
    }

    private long trainings() {
        return sweep.rows().stream()
                .map(FinishedSweep.Row::training)
                .filter(id -> !id.isEmpty())
                .distinct()
                .count();
    }

    private void best(String label, String column, int sign) {
        Measure measure = Measure.of(column);
        Combination best = null;
        double extreme = Double.NaN;
        double opposite = Double.NaN;
        for (Combination combination : data.combinations()) {
            double mean = SweepTables.mean(data, combination, column);
            if (Double.isFinite(mean) && !(sign * extreme >= sign * mean)) {
                extreme = mean;
                best = combination;
            }
            if (Double.isFinite(mean) && !(sign * opposite <= sign * mean)) opposite = mean;
        }
        if (best == null) return;
        Estimate estimate = SweepData.estimate(data.figure(column), best.points());
        List<Integer> active = data.active(data.figure(column));
        String where = extreme == opposite
                ? ""
                : FactorNames.of(
                        data, active, active.stream().map(best.levels()::get).toList());
        String interval = estimate.hasInterval() && measure.unit().equals("%")
                ? "; 95 % interval " + Percent.text(Math.max(0, estimate.low())).replace(" %", "") + " to "
                        + Percent.text(Math.min(1, estimate.high()))
                : "";
        html.key(label, measure.text(estimate.mean()), (where.isEmpty() ? "everywhere" : where) + interval);
    }

    private void accuracy() {
        if (figures.votes().isEmpty() || data.varied().isEmpty()) return;
        html.section("Accuracy");
        figures.votes().forEach((vote, drawn) -> {
            inertNote(vote);
            pairs(drawn);
        });
    }

    private void inertNote(String vote) {
        int figure = data.figure(vote);
        notDrawn(
                "it does not move the " + Measure.of(vote).words(),
                data.varied().stream().filter(i -> data.isInert(figure, i)).toList());
        notDrawn(
                "only one value of it has results",
                data.varied().stream().filter(i -> !data.isPresent(i)).toList());
    }

    private void notDrawn(String reason, List<Integer> factors) {
        if (factors.isEmpty()) return;
        html.append("<p class=\"note\">")
                .append(Html.escape("Not drawn, since " + reason + ": " + FactorNames.words(data, factors) + "."))
                .append("</p>\n");
    }

    private void pairs(List<SweepFigure> drawn) {
        if (drawn.isEmpty()) return;
        html.append("<div class=\"pair\">\n");
        drawn.forEach(one -> html.figure(one.figure(), one.caption(), FORMATS));
        html.append("</div>\n");
    }

    private void figures(String title, List<SweepFigure> drawn) {
        if (drawn.isEmpty()) return;
        html.section(title);
        if (drawn.stream().allMatch(one -> one.figure().width() <= Charts.HALF_WIDTH)) {
            pairs(drawn);
        } else {
            drawn.forEach(one -> html.figure(one.figure(), one.caption(), FORMATS));
        }
    }

    private void sensitivity() {
        if (figures.sensitivity().isEmpty()) return;
        figures("Sensitivity", figures.sensitivity());
        List<List<String>> rows = new ArrayList<>();
        for (Sensitivity one : sensitivities) {
            Measure measure = Measure.of(one.figure());
            for (Sensitivity.Effect effect : one.effects()) {
                if (effect.share() == 0) continue;
                rows.add(List.of(
                        measure.words(),
                        Measure.factor(effect.factor()),
                        share(effect.share()),
                        measure.unit().equals("%")
                                ? Percent.text(effect.range()).replace("%", "points")
                                : measure.text(effect.range()),
                        effect.best(),
                        effect.least()));
            }
        }
        html.table(
                "numbers effects",
                List.of("Figure", "factor", "share of the variance", "range of the means", "largest at", "smallest at"),
                rows);
        note(
                (Sensitivity.isBalanced(data)
                                ? ""
                                : "Not every combination is there equally often: shares may overlap, and interactions are"
                                        + " not told apart. ")
                        + "Factors without any effect are left out here.",
                "tables/sensitivity.csv");
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private void deviceTable() {
        if (devices.isEmpty()) return;
        html.section("Devices");
        List<String> results = Stream.of(
                        SweepTables.votes(data).stream().limit(1),
                        Stream.of("area_m2", "training_latency_s", "training_energy_J", "leakage_W")
                                .filter(data.figures()::contains))
                .flatMap(stream -> stream)
                .toList();
        List<String> head = new ArrayList<>(
                List.of("Device", "states", "NL (LTP / LTD)", "RON", "on/off", "LTP pulse", "LTD pulse", "C2C"));
        results.forEach(column -> head.add(Measure.of(column).words().replaceFirst(", .*", "")));
        List<List<String>> rows = new ArrayList<>();
        for (DeviceRows.Row device : devices.subList(0, Math.min(MOST_ROWS, devices.size()))) {
            DeviceConfig config = device.config();
            List<String> row = new ArrayList<>(List.of(
                    device.label(),
                    device.isIdeal() ? "continuous" : both(config.states(true), config.states(false)),
                    both(
                            config.nonlinearity(true).map(Scale::plain),
                            config.nonlinearity(false).map(Scale::plain)),
                    Scale.text(device.onOhms(), "Ω"),
                    ratio(device.onOff()),
                    device.train(true).map(SweepPage::pulse).orElse("–"),
                    device.train(false).map(SweepPage::pulse).orElse("–"),
                    Scale.plain(100 * config.sigma()) + " %"));
            for (String column : results) {
                row.add(Measure.of(column).text(SweepData.estimate(data.figure(column), device.points())));
            }
            rows.add(row);
        }
        html.table("numbers dense", head, rows);
        note(
                "Results are means over the seeds and over what else was varied"
                        + (data.seeds() > 1 ? ", accuracies with their standard deviation over the seeds" : "")
                        + "; energy and latency are those of the whole training."
                        + FactorNames.explained(data, deviceFactors()),
                "tables/devices.csv");
    }

    private List<Integer> deviceFactors() {
        return IntStream.range(0, data.factors().size())
                .filter(i -> data.factors().get(i).name().startsWith("device."))
                .boxed()
                .toList();
    }

    /** Both where they differ, one where they do not. */
    private static <T> String both(Optional<T> up, Optional<T> down) {
        if (up.equals(down)) return up.map(Objects::toString).orElse("–");
        return up.map(Objects::toString).orElse("–") + " / "
                + down.map(Objects::toString).orElse("–");
    }

    private static String ratio(double ratio) {
        return Double.isFinite(ratio) ? Scale.plain(ratio) : "∞";
    }

    private static String pulse(PulseTrain train) {
        return signed(train.voltageVolts()) + " V / " + width(train.widthSeconds());
    }

    private static String signed(double value) {
        return Scale.plain(value).replace('-', '−');
    }

    private static String width(double seconds) {
        Scale scale = Scale.of(List.of(seconds), "s");
        return Scale.plain(seconds / scale.size()) + " " + scale.symbol();
    }

    private void combinations() {
        html.section("All combinations");
        List<String> head = new ArrayList<>(data.factors().stream()
                .map(factor -> Measure.factor(factor.name()))
                .toList());
        head.add("n");
        data.figures().forEach(figure -> head.add(Measure.of(figure).words()));
        List<List<String>> rows = new ArrayList<>();
        for (Combination combination : data.combinations()) {
            if (rows.size() == MOST_ROWS) break;
            List<String> row = new ArrayList<>(data.labels(combination).values());
            row.add(Integer.toString(combination.points().size()));
            for (int figure = 0; figure < data.figures().size(); figure++) {
                row.add(Measure.of(data.figures().get(figure)).text(SweepData.estimate(figure, combination.points())));
            }
            rows.add(row);
        }
        html.table("numbers dense", head, rows);
        int more = data.combinations().size() - rows.size();
        note(
                (more > 0 ? "The first " + rows.size() + "; " + more + " more are in the file. " : "")
                        + (data.seeds() > 1
                                ? "Means over the seeds, accuracies with their standard deviation; confidence intervals are"
                                        + " in the file."
                                : "One seed."),
                "tables/summary.csv");
    }

    private void failures() {
        if (data.failures().isEmpty()) return;
        html.section("Points that failed");
        List<String> head = new ArrayList<>(List.of("Point"));
        head.addAll(sweep.sweep().columns());
        head.add("error");
        html.table(
                "facts failures",
                head,
                data.failures().stream()
                        .limit(MOST_ROWS)
                        .map(row -> Stream.of(
                                        Stream.of(Integer.toString(row.number() + 1)),
                                        row.labels().stream(),
                                        Stream.of(row.error()))
                                .flatMap(cells -> cells)
                                .toList())
                        .toList());
        note(
                data.failures().size() + " of " + sweep.rows().size() + " points; no mean counts them.",
                "tables/failures.csv");
    }

    private void plan() {
        html.section("How this sweep was made");
        html.append("<p>To go on with it: <code>")
                .append(Html.escape(sweep.command()))
                .append("</code>; to repeat it take another --out.</p>\n<pre>")
                .append(Html.escape(sweep.sweep().plan().toYaml()))
                .append("</pre>\n");
    }

    private void note(String text, String file) {
        html.append("<p class=\"note\">")
                .append(Html.escape(text))
                .append(" Table: ")
                .append(Html.link(file, file))
                .append("</p>\n");
    }

    private static String many(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
