package crosspike.cli;

import crosspike.experiment.RunVerification;
import crosspike.experiment.run.JsonFiles;
import crosspike.experiment.run.RunDirectory;
import crosspike.input.UserError;
import crosspike.spice.Ngspice;
import crosspike.spice.Verification;
import crosspike.spice.Verification.ColumnCheck;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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

    @Mixin
    NgspiceOptions ngspiceOptions;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Override
    public Integer call() {
        if (jobs < 1) {
            throw new UserError("--jobs is " + jobs + "; expected 1 or more");
        }
        ngspiceOptions.check();
        RunDirectory directory = RunDirectory.open(run);
        Ngspice ngspice = ngspiceOptions.find(spec);
        Verification verification = RunVerification.verify(directory, ngspice, columns, tolerance, jobs);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(JsonFiles.write(verification));
        } else {
            print(verification, out);
        }
        return verification.passed() ? 0 : 1;
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
