package crosspike.report.paper;

import crosspike.input.ShellWord;
import crosspike.report.Figure;
import crosspike.report.Html;
import crosspike.report.HtmlPage;
import crosspike.report.Scale;
import crosspike.report.analysis.Estimate;
import crosspike.report.paper.Comparison.Verdict;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The page of a reproduction: what agrees first, then each figure beside what the paper states of it. */
final class ReproductionPage {
    private static final MathContext DIGITS = new MathContext(5);
    private static final MathContext SPREAD = new MathContext(2);
    private static final double NOTHING = 1e-6; // of a number: what a float leaves over
    private static final List<String> FORMATS = List.of("PNG", "SVG");
    private static final List<String> COLUMNS =
            List.of("", "at", "ours", "paper", "difference", "tolerance", "verdict", "in the paper");

    private final Paper paper;
    private final Reproduction.Options options;
    private final Path folder;
    private final List<Reproduction.Result> results;
    private final List<String> missing;
    private final HtmlPage html;

    ReproductionPage(
            Paper paper,
            Reproduction.Options options,
            Path folder,
            List<Reproduction.Result> results,
            List<String> missing) {
        this.paper = paper;
        this.options = options;
        this.folder = folder;
        this.results = results;
        this.missing = missing;
        this.html = new HtmlPage(paper.name() + " reproduced");
    }

    String html() {
        headline();
        overview();
        results.forEach(this::figure);
        missing();
        how();
        return html.end();
    }

    private void headline() {
        PaperSheet sheet = paper.sheet();
        String doi = isPaper() ? ", " + Html.link("https://doi.org/" + sheet.doi(), "doi " + sheet.doi()) : "";
        html.append("<header>\n<p class=\"kind\">Crosspike reproduction</p>\n<h1>")
                .append(Html.escape(sheet.title()))
                .append("</h1>\n<p class=\"lead\">")
                .append(Html.escape(sheet.authors() + ". " + sheet.published()))
                .append(doi)
                .append("</p>\n</header>\n");
        if (isShortened()) {
            html.append("<p><strong>Shortened or changed:")
                    .append(Html.escape(changes()))
                    .append(
                            ".</strong> The shapes of curves can be seen, the numbers of the paper are not to be expected.")
                    .append("</p>\n");
        }
    }

    private boolean isPaper() {
        return paper.sheet().doi() != null;
    }

    private void overview() {
        if (!isPaper()) return;
        html.section("What agrees");
        List<List<String>> rows = new ArrayList<>();
        for (Reproduction.Result result : results) {
            List<Comparison> judged = result.comparisons().stream()
                    .filter(one -> one.verdict() != Verdict.NONE)
                    .toList();
            long agreeing = judged.stream()
                    .filter(one -> one.verdict() == Verdict.AGREES)
                    .count();
            rows.add(List.of(
                    name(result.id()) + ": " + text(result.id()).title(),
                    judged.isEmpty()
                            ? "the paper gives no numbers"
                            : agreeing + " of " + judged.size() + " numbers agree"));
        }
        html.table("facts", List.of("Figure", "stated numbers within their tolerance"), rows);
        html.append(
                "<p class=\"note\">A number agrees if the mean of the seeds is within the tolerance of what the paper"
                        + " states; tolerances stand in the tables. What the paper only shows as a curve has no number to compare"
                        + " with.</p>\n");
    }

    private PaperSheet.Text text(String id) {
        return paper.sheet().figures().get(id);
    }

    private static String name(String id) {
        return Character.isDigit(id.charAt(0))
                ? "Figure " + id
                : Character.toUpperCase(id.charAt(0)) + id.substring(1).replaceFirst("(?<=[a-z])(?=[0-9])", " ");
    }

    private void figure(Reproduction.Result result) {
        PaperSheet.Text text = text(result.id());
        html.section(name(result.id()) + ": " + text.title());
        paragraph(isPaper() ? "The paper" : "What it shows", text.shows());
        if (!isShortened()) paragraph("Here", text.found());
        paragraph("What was tried", text.tried());
        failures(result);
        for (Figure picture : result.drawing().pictures()) {
            html.figure(picture, result.drawing().caption(), FORMATS);
        }
        table(result);
    }

    private void failures(Reproduction.Result result) {
        if (result.errors().isEmpty()) return;
        int failed =
                result.errors().values().stream().mapToInt(Integer::intValue).sum();
        String fate = result.drawing().found().isEmpty() ? "it cannot be drawn without them" : "they count in no mean";
        paragraph("Failed", points(failed) + " of its sweeps failed; " + fate + ".");
        html.append("<ul>\n");
        result.errors()
                .forEach((error, count) -> html.append("<li>")
                        .append(Html.escape(points(count) + ": " + error))
                        .append("</li>\n"));
        html.append("</ul>\n");
    }

    private static String points(int count) {
        return count == 1 ? "1 point" : count + " points";
    }

    private boolean isShortened() {
        return options.isQuick() || !options.settings().isEmpty();
    }

    private void paragraph(String what, String text) {
        if (text == null) return;
        html.append("<p><strong>")
                .append(Html.escape(what + "."))
                .append("</strong> ")
                .append(Html.escape(text.strip()))
                .append("</p>\n");
    }

    private void table(Reproduction.Result result) {
        if (result.drawing().isGrid()) {
            grid(result.drawing().found());
        } else {
            list(result);
        }
        String file = "plots/" + Reproduction.fileName(result.id()) + ".csv";
        html.append("<p class=\"note\">Table: ").append(Html.link(file, file)).append("</p>\n");
    }

    /** Numbers with a line for each series and a column for each place. */
    private void grid(List<Found> found) {
        Map<String, Map<String, Found>> lines = new LinkedHashMap<>();
        Map<String, String> head = new LinkedHashMap<>();
        for (Found one : found) {
            lines.computeIfAbsent(one.series(), any -> new LinkedHashMap<>()).put(one.at(), one);
            head.put(one.at(), one.at() + (one.unit().isEmpty() ? "" : " (" + one.unit() + ")"));
        }
        List<String> columns =
                Stream.concat(Stream.of(""), head.values().stream()).toList();
        List<List<String>> rows = lines.entrySet().stream()
                .map(line -> Stream.concat(
                                Stream.of(line.getKey()),
                                head.keySet().stream()
                                        .map(at -> line.getValue().get(at))
                                        .map(one -> one == null ? "–" : mean(one.ours())))
                        .toList())
                .toList();
        html.table("dense comparison", columns, rows);
        if (found.stream().anyMatch(one -> one.ours().hasInterval())) {
            html.append("<p class=\"note\">± half of the 95 % interval of the mean (Student t).</p>\n");
        }
    }

    private static String mean(Estimate ours) {
        if (ours.n() == 0) return "–";
        String half = ours.hasInterval()
                ? " ± "
                        + new BigDecimal(ours.high() - ours.mean())
                                .round(SPREAD)
                                .toPlainString()
                : "";
        return number(ours.mean()) + half;
    }

    private void list(Reproduction.Result result) {
        boolean hasPlaces =
                result.comparisons().stream().anyMatch(one -> !one.at().isEmpty());
        List<String> head = COLUMNS.stream()
                .filter(column -> hasPlaces || !column.equals("at"))
                .toList();
        List<List<String>> rows = result.comparisons().stream()
                .map(one -> Stream.of(
                                Stream.of(one.series()),
                                hasPlaces ? Stream.of(one.at()) : Stream.<String>empty(),
                                Stream.of(
                                        ours(one),
                                        paper(one),
                                        difference(one),
                                        within(one),
                                        one.verdict().text(),
                                        words(one)))
                        .flatMap(cells -> cells)
                        .toList())
                .toList();
        boolean isLong = result.drawing().pictures().size() > 0 && rows.size() > 12;
        if (isLong) html.append("<details><summary>Numbers</summary>\n");
        html.table("dense comparison", head, rows);
        if (isLong) html.append("</details>\n");
    }

    private static String ours(Comparison one) {
        Estimate ours = one.ours();
        if (ours.n() == 0) return "–";
        String spread = ours.hasInterval()
                ? " ± " + new BigDecimal(ours.deviation()).round(SPREAD).toPlainString()
                : "";
        return number(ours.mean()) + spread + unit(one);
    }

    private static String unit(Comparison one) {
        return one.unit().isEmpty() ? "" : " " + one.unit();
    }

    /** Five digits: accuracies to a hundredth of a percent, and one more where that is needed. */
    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9)
            return String.format(Locale.ROOT, "%,.0f", value).replace('-', '−');
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        return rounded.stripTrailingZeros().toPlainString().replace('-', '−');
    }

    private static String paper(Comparison one) {
        if (Double.isNaN(one.paper())) return "–";
        String sign = switch (one.stated().orElseThrow().relation()) {
            case "at-least" -> "≥ ";
            case "at-most" -> "≤ ";
            default -> "";
        };
        return sign + number(one.paper()) + unit(one);
    }

    /** Four digits, or all where these would read as if it were within the tolerance. */
    static String difference(Comparison one) {
        double difference = one.difference();
        if (Double.isNaN(difference)) return "";
        boolean differs = one.verdict() == Verdict.DIFFERS;
        if (!differs && Math.abs(difference) < NOTHING * Math.abs(one.paper())) return "0";
        double within = one.stated().orElseThrow().within();
        boolean isAlike = differs && Scale.plain(Math.abs(difference)).equals(Scale.plain(within));
        String text = isAlike ? BigDecimal.valueOf(difference).toPlainString() : Scale.plain(difference);
        return (difference > 0 ? "+" : "") + text.replace('-', '−');
    }

    private static String within(Comparison one) {
        return one.stated()
                .filter(Stated::hasValue)
                .map(said -> "± " + Scale.plain(said.within()))
                .orElse("");
    }

    private static String words(Comparison one) {
        return one.stated()
                .map(said -> Stream.of(said.says(), said.where())
                        .filter(part -> !part.isEmpty())
                        .reduce((says, where) -> says + " (" + where + ")")
                        .orElse(""))
                .orElse("");
    }

    private void missing() {
        if (missing.isEmpty()) return;
        html.section("Not run yet");
        html.append("<ul>\n");
        for (String id : missing) {
            html.append("<li>")
                    .append(Html.escape(name(id) + ": " + text(id).title() + " — "))
                    .append("<code>")
                    .append(Html.escape(command() + " --figure " + id))
                    .append("</code></li>\n");
        }
        html.append("</ul>\n");
    }

    private String command() {
        return "crosspike reproduce " + paper.name() + changes()
                + (options.seeds() == null ? "" : " --seeds " + options.seeds()) + " --out " + ShellWord.of(folder);
    }

    /** Options that make it another reproduction, each with a blank before it. */
    private String changes() {
        StringBuilder changes = new StringBuilder(options.isQuick() ? " --quick" : "");
        options.settings()
                .forEach((key, value) -> changes.append(" --set ").append(ShellWord.of(key + "=" + value.typed())));
        return changes.toString();
    }

    private void how() {
        html.section("How this was made");
        html.append("<p>To repeat it, or to go on with it: <code>")
                .append(Html.escape(command()))
                .append(
                        "</code>. Each folder below <code>sweeps</code> is an ordinary sweep: its plan, a row for each point,"
                                + " its trainings.</p>\n");
    }
}
