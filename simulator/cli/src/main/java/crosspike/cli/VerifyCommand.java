package crosspike.cli;

import crosspike.experiment.RunVerification;
import crosspike.experiment.run.JsonFiles;
import crosspike.experiment.run.RunDirectory;
import crosspike.input.Dimension;
import crosspike.input.UserError;
import crosspike.spice.Ngspice;
import crosspike.spice.Verification;
import crosspike.spice.Verification.ColumnCheck;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike verify}: a circuit simulator reads columns of a trained array. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Checks columns of a finished run with ngspice; exit code 1 beyond the tolerance.")
final class VerifyCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "Run directory.")
    Path run;

    @Option(
            names = "--columns",
            paramLabel = "all|N|LIST",
            description = "All columns, N evenly spread ones, or a list such as 0,3,17; default: as the config says.")
    String columns;

    @Option(names = "--tolerance", paramLabel = "X", description = "Largest relative difference that passes.")
    Double tolerance;

    @Option(names = "--jobs", paramLabel = "N", description = "Columns simulated at a time; default: all cores.")
    int jobs = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            description = "Longest time for one column, such as \"90 s\"; default: 60 s.")
    String timeout;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Override
    public Integer call() {
        if (jobs < 1) {
            throw new UserError("--jobs is " + jobs + "; expected 1 or more");
        }
        Optional<Duration> limit = Optional.ofNullable(timeout).map(VerifyCommand::duration);
        RunDirectory directory = RunDirectory.open(run);
        Ngspice found = Terminal.ngspice(spec);
        Ngspice ngspice = limit.map(found::withTimeout).orElse(found);
        Verification verification = RunVerification.verify(directory, ngspice, columns, tolerance, jobs);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(JsonFiles.write(verification));
        } else {
            print(verification, out);
        }
        return verification.passed() ? 0 : 1;
    }

    /** What --timeout says. */
    static Duration duration(String text) {
        double seconds;
        try {
            seconds = Dimension.TIME.parse(text);
        } catch (UserError e) {
            throw new UserError("--timeout: " + e.getMessage(), e);
        }
        if (!(seconds >= 0.001 && seconds <= 1e6)) {
            throw new UserError("--timeout is \"" + text + "\"; expected a time of at least 1 ms and at most 1 Ms");
        }
        return Duration.ofMillis(Math.round(seconds * 1e3));
    }

    private void print(Verification verification, PrintWriter out) {
        out.println("column   dot product (A)     ngspice (A)         relative difference");
        for (ColumnCheck check : verification.columns()) {
            out.printf(
                    Locale.ROOT,
                    "%6d   %-18.10e  %-18.10e  %.1e%s%n",
                    check.column(),
                    check.idealAmps(),
                    check.spiceAmps(),
                    check.relativeDifference(),
                    check.relativeDifference() <= verification.tolerance() ? "" : "  FAILED");
        }
        out.printf(
                Locale.ROOT,
                "%s: %d columns by %s, worst %.1e, tolerance %.1e; netlists in %s%n",
                verification.passed() ? "passed" : "FAILED",
                verification.columns().size(),
                verification.engine(),
                verification.worst(),
                verification.tolerance(),
                run.resolve("netlists"));
    }
}
