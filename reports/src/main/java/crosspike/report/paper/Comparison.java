package crosspike.report.paper;

import crosspike.input.UserError;
import crosspike.report.analysis.DataTable;
import crosspike.report.analysis.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A number beside what the paper states of it; one of both may be missing.
 *
 * @param found by us
 * @param stated by the paper
 */
record Comparison(Optional<Found> found, Optional<Stated> stated) {
    static final List<String> COLUMNS = List.of(
            "series",
            "at",
            "unit",
            "n",
            "ours",
            "sd",
            "ci95_low",
            "ci95_high",
            "relation",
            "paper",
            "within",
            "difference",
            "verdict",
            "paper_says",
            "where");

    private static final MathContext DIGITS = new MathContext(12);

    /** @throws UserError if both are there and their units differ */
    Comparison {
        found.ifPresent(ours -> stated.ifPresent(said -> said.requireUnitOf(ours)));
    }

    /** Whether both agree. */
    enum Verdict {
        AGREES("agrees"),
        DIFFERS("differs"),
        /** Nothing to compare with. */
        NONE("");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    /** What was found in its order, each with what is stated of it; then what is stated and was not found. */
    static List<Comparison> of(List<Found> found, List<Stated> stated) {
        List<Comparison> all = new ArrayList<>();
        for (Found one : found) {
            List<Stated> about = stated.stream().filter(said -> said.isOf(one)).toList();
            if (about.isEmpty()) all.add(new Comparison(Optional.of(one), Optional.empty()));
            about.forEach(said -> all.add(new Comparison(Optional.of(one), Optional.of(said))));
        }
        stated.stream()
                .filter(said -> found.stream().noneMatch(said::isOf))
                .forEach(said -> all.add(new Comparison(Optional.empty(), Optional.of(said))));
        return all;
    }

    String series() {
        return found.map(Found::series).or(() -> stated.map(Stated::series)).orElseThrow();
    }

    String at() {
        return found.map(Found::at).or(() -> stated.map(Stated::at)).orElseThrow();
    }

    String unit() {
        return found.map(Found::unit).or(() -> stated.map(Stated::unit)).orElseThrow();
    }

    Estimate ours() {
        return found.map(Found::ours).orElseGet(Estimate::of);
    }

    /** The number of the paper; NaN if it gives none. */
    double paper() {
        return stated.filter(Stated::hasValue).map(Stated::value).orElse(Double.NaN);
    }

    /** Ours less that of the paper; NaN if one is missing. */
    double difference() {
        return rounded(ours().mean() - paper());
    }

    Verdict verdict() {
        double difference = difference();
        if (Double.isNaN(difference)) return Verdict.NONE;
        double within = stated.orElseThrow().within();
        boolean agrees = switch (stated.orElseThrow().relation()) {
            case "at-least" -> difference >= -within;
            case "at-most" -> difference <= within;
            default -> Math.abs(difference) <= within;
        };
        return agrees ? Verdict.AGREES : Verdict.DIFFERS;
    }

    static DataTable table(List<Comparison> all) {
        DataTable table = DataTable.of(COLUMNS);
        for (Comparison one : all) {
            Estimate ours = one.ours();
            table.add(List.of(
                    one.series(),
                    one.at(),
                    one.unit(),
                    ours.n(),
                    rounded(ours.mean()),
                    rounded(ours.deviation()),
                    rounded(ours.low()),
                    rounded(ours.high()),
                    one.stated.map(Stated::relation).orElse(""),
                    one.paper(),
                    one.stated.map(Stated::within).orElse(Double.NaN),
                    one.difference(),
                    one.verdict().text(),
                    one.stated.map(Stated::says).orElse(""),
                    one.stated.map(Stated::where).orElse("")));
        }
        return table;
    }

    /** Without the digits that changing the unit, or subtracting, left behind. */
    private static double rounded(double value) {
        return Double.isFinite(value) ? new BigDecimal(value).round(DIGITS).doubleValue() : value;
    }
}
