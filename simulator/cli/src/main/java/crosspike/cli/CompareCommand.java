package crosspike.cli;

import crosspike.experiment.run.JsonFiles;
import crosspike.experiment.sweep.FinishedSweep;
import crosspike.report.analysis.Comparison;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike compare}: what differs between two runs or sweeps, and what came of it. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Says which keys differ between two runs or two sweeps, and which results moved.")
final class CompareCommand implements Callable<Integer> {
    private static final int MOST_COMPONENTS = 15;
    private static final int NARROWEST_KEY = 40;
    private static final int NARROWEST_VALUE = 14;
    private static final int LONGEST_VALUE = 36;

    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "A", description = "Run directory, or folder of a sweep.")
    Path first;

    @Parameters(index = "1", paramLabel = "B", description = "Another one.")
    Path second;

    @Option(names = "--json", description = "Print JSON, with all components.")
    boolean json;

    @Override
    public Integer call() {
        Comparison comparison = Comparison.of(first, second);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(JsonFiles.write(comparison));
        } else {
            print(comparison, FinishedSweep.isSweep(first), out);
        }
        return 0;
    }

    private static void print(Comparison comparison, boolean areSweeps, PrintWriter out) {
        out.printf("A = %s, B = %s%n", comparison.first(), comparison.second());
        if (areSweeps) {
            int shared = comparison.combinations();
            String combinations = shared == 1 ? "one combination" : shared + " combinations";
            out.printf("means over the %s that both have%n", combinations);
        }
        String knobs = line(comparison.knobs());
        out.printf("%n" + knobs, "key", "A", "B");
        for (Comparison.Difference knob : comparison.knobs()) {
            out.printf(knobs, knob.key(), value(knob.first()), value(knob.second()));
        }
        if (comparison.knobs().isEmpty()) out.printf("no key differs%n");
        out.printf("%n%-40s %14s %14s %10s%n", "result", "A", "B", "B/A");
        for (Comparison.Move move : comparison.results()) {
            out.printf(
                    Locale.ROOT,
                    "%-40s %14.6g %14.6g %10s%n",
                    move.result(),
                    move.first(),
                    move.second(),
                    ratio(move.ratio()));
        }
        if (comparison.results().isEmpty()) out.printf("no result moved%n");
        print(comparison.components(), out);
    }

    private static void print(List<Comparison.ComponentMove> moves, PrintWriter out) {
        if (moves.isEmpty()) return;
        out.printf("%n%-22s %-20s %12s %12s %10s %12s%n", "component", "quantity", "A", "B", "B/A", "of total A");
        for (Comparison.ComponentMove move : moves.subList(0, Math.min(MOST_COMPONENTS, moves.size()))) {
            out.printf(
                    Locale.ROOT,
                    "%-22s %-20s %12.4g %12.4g %10s %12s%n",
                    move.component(),
                    move.quantity(),
                    move.first(),
                    move.second(),
                    ratio(move.ratio()),
                    share(move.share()));
        }
        int more = moves.size() - MOST_COMPONENTS;
        if (more > 0) out.printf(Locale.ROOT, "%d more are left out; --json has them%n", more);
    }

    /** Columns as wide as what is in them. */
    private static String line(List<Comparison.Difference> knobs) {
        int key = knobs.stream().mapToInt(knob -> knob.key().length()).reduce(NARROWEST_KEY, Math::max);
        int value =
                knobs.stream().mapToInt(knob -> value(knob.first()).length()).reduce(NARROWEST_VALUE, Math::max);
        return "%-" + key + "s %-" + value + "s %s%n";
    }

    private static String ratio(double ratio) {
        return Double.isFinite(ratio) ? String.format(Locale.ROOT, "%.4g", ratio) : "-";
    }

    private static String share(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%+.2f%%", 100 * share) : "-";
    }

    private static String value(String text) {
        if (text.isEmpty()) return "-";
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 3) + "...";
    }
}
