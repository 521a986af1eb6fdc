package crosspike.cli;

import crosspike.experiment.RunVerification;
import crosspike.experiment.run.JsonFiles;
import crosspike.experiment.run.RunDirectory;
import crosspike.input.Dimension;
import crosspike.input.UserError;
import crosspike.report.Report;
import crosspike.spice.Ngspice;
import crosspike.spice.Verification;
import crosspike.spice.Verification.ColumnCheck;
import crosspike.spice.Verification.ReadEnergy;
import crosspike.spice.Verification.TileCheck;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
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
        description = "Checks a finished run with ngspice; exit code 1 beyond the tolerance.")
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

    @Option(
            names = "--wires",
            paramLabel = "OHM",
            description =
                    "Also with wires: resistance of each segment, such as \"2.5 ohm\"; default: as the config says.")
    String wires;

    @Option(
            names = "--tiles",
            paramLabel = "N|LIST",
            description = "Also N evenly spread tiles of 64 x 64 cells, each as one circuit, or tiles such as"
                    + " 0:64,128:192 (rows,columns; with ; between).")
    String tiles;

    @Option(names = "--transient", description = "Also a read pulse through each column, for its energy.")
    boolean pulses;

    @Option(
            names = "--tolerance",
            paramLabel = "X",
            description = "Largest relative difference that passes; default: as the config says.")
    Double tolerance;

    @Option(names = "--jobs", paramLabel = "N", description = "Circuits simulated at a time; default: all cores.")
    Integer jobs;

    @Mixin
    NgspiceOptions ngspiceOptions;

    @Option(names = "--json", description = "Print JSON.")
    boolean json;

    @Override
    public Integer call() {
        int jobCount = Jobs.count(jobs);
        ngspiceOptions.check();
        RunVerification.Request request = new RunVerification.Request(columns, tolerance, tiles, segmentOhms(), pulses);
        RunDirectory directory = RunDirectory.open(run);
        Ngspice ngspice = ngspiceOptions.find(spec);
        Verification verification = RunVerification.verify(directory, ngspice, request, jobCount);
        Path page = run.resolve("report");
        if (Report.isIn(page)) {
            Report.write(directory, page); // or it would go on to show an earlier check, or none
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(JsonFiles.write(verification));
        } else {
            print(verification, out);
        }
        return verification.passed() ? 0 : Main.CHECK_FAILED;
    }

    private Double segmentOhms() {
        if (wires == null) {
            return null;
        }
        double ohms = Quantities.of("--wires", wires, Dimension.RESISTANCE);
        if (!(ohms >= 0 && ohms <= 1e9)) {
            throw new UserError("--wires is \"" + wires + "\"; expected a resistance of 0 ohm to 1 Gohm");
        }
        return ohms;
    }

    private void print(Verification verification, PrintWriter out) {
        out.println("column circuit  dot product (A)     solver (A)          ngspice (A)         relative difference");
        for (ColumnCheck check : verification.columns()) {
            out.printf(
                    Locale.ROOT,
                    "%6d %-7s  %-18.10e  %-18.10e  %-18.10e  %.1e%s%n",
                    check.column(),
                    check.circuit(),
                    check.idealAmps(),
                    check.solverAmps(),
                    check.spiceAmps(),
                    check.relativeDifference(),
                    verdict(check.relativeDifference(), verification));
        }
        for (TileCheck tile : verification.tiles()) {
            out.printf(
                    Locale.ROOT,
                    "tile %s: voltages %.1e, currents %.1e of the largest (rounding %.1e)%s%n",
                    tile.tile(),
                    tile.voltageDifference(),
                    tile.currentDifference(),
                    tile.rounding(),
                    tile.passes(verification.tolerance()) ? "" : "  FAILED");
        }
        for (ReadEnergy energy : verification.energy()) {
            out.printf(
                    Locale.ROOT,
                    "read pulse on all rows, %d columns: ngspice %.4g J; macro model %.4g J in cells, %.4g J in wires%n",
                    energy.columns(),
                    energy.spiceJoules(),
                    energy.cellJoules(),
                    energy.wireJoules());
            energy.explanation().forEach(sentence -> out.println("  " + sentence));
        }
        verification.circuits().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(circuit -> out.println(circuit.getKey() + ": " + circuit.getValue()));
        out.printf(
                Locale.ROOT,
                "%s: %d columns%s by %s, worst %.1e%s, tolerance %.1e; netlists in %s%n",
                verification.passed() ? "passed" : "FAILED",
                verification.columnCount(),
                verification.tiles().isEmpty()
                        ? ""
                        : " and " + verification.tiles().size() + " tiles",
                verification.engine(),
                verification.worst(),
                verification
                        .worstColumn()
                        .map(check -> String.format(
                                Locale.ROOT,
                                " (columns: worst %.1e in column %d, mean %.1e)",
                                check.relativeDifference(),
                                check.column(),
                                verification.mean()))
                        .orElse(""),
                verification.tolerance(),
                run.resolve("netlists"));
    }

    private static String verdict(double difference, Verification verification) {
        return difference <= verification.tolerance() ? "" : "  FAILED";
    }
}
