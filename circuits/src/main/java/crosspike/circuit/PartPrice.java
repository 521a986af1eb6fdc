package crosspike.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The price of one part in one phase, as the sum of terms that say where it comes from. */
final class PartPrice {
    private static final double MOST_EVENTS = 1e15; // a double tells all whole numbers below it apart

    private final String name;
    private final String source;
    private final double areaSquareMetres;
    private final List<Term> energy = new ArrayList<>();
    private final List<Term> time = new ArrayList<>();

    /** So many times something that costs so much each time; of leakage, so many seconds of so many watts. */
    private record Term(String what, double times, String timesUnit, double each, String eachUnit) {
        double value() {
            return times * each;
        }

        /** Events are counted to the last one. */
        private String count() {
            boolean isWhole = times == Math.rint(times) && times < MOST_EVENTS;
            return String.format(Locale.ROOT, isWhole ? "%,.0f" : "%.6g", times);
        }

        String line(String unit) {
            return String.format(
                    Locale.ROOT,
                    "  %s%s x %.6g %s = %.6g %s  (%s)",
                    count(),
                    timesUnit,
                    each,
                    eachUnit,
                    value(),
                    unit,
                    what);
        }
    }

    PartPrice(String name, String source, double areaSquareMetres) {
        this.name = name;
        this.source = source;
        this.areaSquareMetres = areaSquareMetres;
    }

    PartPrice joules(String what, double times, double each) {
        energy.add(new Term(what, times, "", each, "J"));
        return this;
    }

    PartPrice watts(String what, double seconds, double watts) {
        energy.add(new Term(what, seconds, " s", watts, "W"));
        return this;
    }

    PartPrice seconds(String what, double times, double each) {
        time.add(new Term(what, times, "", each, "s"));
        return this;
    }

    String name() {
        return name;
    }

    double areaSquareMetres() {
        return areaSquareMetres;
    }

    double joules() {
        return energy.stream().mapToDouble(Term::value).sum();
    }

    double seconds() {
        return time.stream().mapToDouble(Term::value).sum();
    }

    /** The terms with their numbers, one a line, and where their formulas stand. */
    String explanation() {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%s, area %.6g m2", name, areaSquareMetres));
        lines.add(String.format(Locale.ROOT, "energy %.6g J", joules()));
        for (Term term : energy) lines.add(term.line("J"));
        lines.add(String.format(Locale.ROOT, "time %.6g s", seconds()));
        for (Term term : time) lines.add(term.line("s"));
        lines.add("formulas and sources: docs/circuit-model.md, " + source);
        return String.join("\n", lines);
    }
}
