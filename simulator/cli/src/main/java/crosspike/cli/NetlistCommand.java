package crosspike.cli;

import crosspike.experiment.NetlistWish;
import crosspike.experiment.RunNetlist;
import crosspike.experiment.run.AtomicFile;
import crosspike.experiment.run.RunDirectory;
import crosspike.input.Dimension;
import crosspike.input.UserError;
import crosspike.spice.Ngspice;
import crosspike.spice.export.ArrayExport;
import crosspike.spice.export.CellModel.Access;
import crosspike.spice.export.Measured;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike netlist}: a part of a trained array as a SPICE netlist. */
@Command(
        name = "netlist",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes or simulates (--run) a part of a run's array as a netlist of ngspice.")
final class NetlistCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(paramLabel = "RUN", description = "Run directory.")
    Path run;

    @Option(
            names = {"--column", "--columns"},
            paramLabel = "LIST",
            description = "Columns such as 3, 0,3,17 or 4-9, with all their rows.")
    String columns;

    @Option(
            names = "--tile",
            paramLabel = "R0:R1,C0:C1",
            description = "Rows from R0 and columns from C0, without R1 and C1.")
    String tile;

    @Option(names = "--all", description = "The whole array.")
    boolean all;

    @Option(
            names = "--rows",
            paramLabel = "LIST",
            description = "Rows that are read; the others get 0 V; default: all.")
    String rows;

    @Option(names = "--transient", description = "Read with the pulse of the device instead of constant voltages.")
    boolean isTransient;

    @Option(
            names = "--program",
            paramLabel = "ROW,COLUMN",
            description = "Write this cell with pulses of the device instead of reading.")
    String program;

    @Option(names = "--lower", description = "With --program: the pulse that lowers the conductance.")
    boolean lower;

    @Option(names = "--pulses", paramLabel = "N", description = "Pulses of --transient or --program; default: 1.")
    int pulses = 1;

    @Option(names = "--lif", description = "A LIF neuron at each column or pair, fed by its current (--transient).")
    boolean lif;

    @Option(
            names = "--membrane",
            paramLabel = "FARAD",
            description =
                    "Capacitance of a membrane, such as \"50 fF\"; default: so that the strongest column spikes four times in a"
                            + " pulse.")
    String membrane;

    @Option(names = "--flags", description = "The columns of prune flags, too.")
    boolean flags;

    @Option(
            names = "--access",
            paramLabel = "none|switch|mos",
            description = "What is in series with a device; default: as circuit.access says, switch or none.")
    String access;

    @Option(
            names = "--sinh",
            paramLabel = "B|device",
            description = "Devices with the current sinh(B*V)/(B*R), B in 1/V or of the data sheet; default: linear.")
    String sinh;

    @Option(
            names = "--segment-ohm",
            paramLabel = "OHM",
            description = "Wire from cell to cell, such as \"2.5 ohm\"; default: of the run's technology.")
    String segmentOhm;

    @Option(names = "--segment-farad", paramLabel = "FARAD", description = "Its capacitance, such as \"0.5 fF\".")
    String segmentFarad;

    @Option(names = "--driver-ohm", paramLabel = "OHM", description = "Drivers of word lines; default: 0 ohm.")
    String driverOhm;

    @Option(names = "--sense-ohm", paramLabel = "OHM", description = "Sense amplifiers; default: 0 ohm.")
    String senseOhm;

    @Option(names = "--ideal", description = "Nothing but the devices, except for what other options say.")
    boolean ideal;

    @Option(
            names = "--templates",
            paramLabel = "DIR",
            description = "Subcircuits, instead of spice-netlists/netlists/templates.")
    Path templates;

    @Option(names = "--out", paramLabel = "FILE", description = "Write it there; default: print it.")
    Path out;

    @Option(names = "--run", description = "Simulate it with ngspice and print what is measured.")
    boolean simulates;

    @Option(names = "--timeout", paramLabel = "TIME", description = "Longest time for --run; default: 60 s.")
    String timeout;

    @Override
    public Integer call() {
        NetlistWish wish = wish();
        RunDirectory directory = RunDirectory.open(run);
        ArrayExport export = RunNetlist.of(directory, wish);
        PrintWriter err = spec.commandLine().getErr();
        if (export.isLarge()) {
            err.println("warning: " + export.cellCount() + " cells: ngspice 39 takes long beyond 64 x 64 cells; a tile"
                    + " or columns are faster");
        }
        PrintWriter stdout = spec.commandLine().getOut();
        if (simulates) {
            simulate(export, directory, stdout);
        } else if (out != null) {
            AtomicFile.write(out, export.netlist().text());
            stdout.println("netlist: " + out);
        } else {
            stdout.print(export.netlist().text());
        }
        return 0;
    }

    private NetlistWish wish() {
        if ((columns == null ? 0 : 1) + (tile == null ? 0 : 1) + (all ? 1 : 0) != 1) {
            throw new UserError("which part of the array is not clear; expected one of --column LIST,"
                    + " --tile R0:R1,C0:C1 and --all");
        }
        if (pulses < 1 || pulses > 10_000) {
            throw new UserError("--pulses is " + pulses + "; expected 1 to 10000");
        }
        if (pulses > 1 && !isTransient && program == null) {
            throw new UserError("--pulses is for --transient or --program; add one of them");
        }
        if (lower && program == null) throw new UserError("--lower is for --program; add --program ROW,COLUMN");
        if (rows != null && program != null) throw new UserError("--rows is for reads; leave it out, or --program");
        if (lif && program != null) throw new UserError("--lif is for reads; leave it out, or --program");
        if (lif && !isTransient) throw new UserError("--lif needs time to pass; add --transient");
        if (membrane != null && !lif) throw new UserError("--membrane is for --lif; add it");
        if (timeout != null && !simulates) throw new UserError("--timeout is for --run; add it");
        return new NetlistWish(
                columns,
                tile,
                rows,
                isTransient,
                program,
                lower,
                pulses,
                lif,
                quantity("--membrane", membrane, Dimension.CAPACITANCE),
                flags,
                ideal,
                access(),
                quantity("--segment-ohm", segmentOhm, Dimension.RESISTANCE),
                quantity("--segment-farad", segmentFarad, Dimension.CAPACITANCE),
                quantity("--driver-ohm", driverOhm, Dimension.RESISTANCE),
                quantity("--sense-ohm", senseOhm, Dimension.RESISTANCE),
                steepness(),
                templates);
    }

    /** Not a number for that of the device. */
    private Double steepness() {
        if ("device".equals(sinh)) return Double.NaN;
        try {
            return quantity("--sinh", sinh, Dimension.NONE);
        } catch (UserError e) {
            throw new UserError("--sinh is \"" + sinh + "\"; expected a steepness in 1/V, such as 3, or device", e);
        }
    }

    private static Double quantity(String option, String text, Dimension dimension) {
        if (text == null) return null;
        double value = Quantities.of(option, text, dimension);
        if (value < 0) throw new UserError(option + " is \"" + text + "\"; expected 0 or more");
        return value;
    }

    private Access access() {
        if (access == null) return null;
        return Arrays.stream(Access.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(access))
                .findFirst()
                .orElseThrow(() -> new UserError("--access is \"" + access + "\"; expected none, switch or mos"));
    }

    private void simulate(ArrayExport export, RunDirectory directory, PrintWriter stdout) {
        Ngspice found = Terminal.ngspice(spec);
        Ngspice ngspice = timeout == null ? found : found.withTimeout(NgspiceOptions.duration(timeout));
        Path file = out != null ? out : directory.path().resolve("netlists").resolve("netlist.cir");
        print(Measured.of(export, ngspice.run(export.netlist(), file)), stdout);
        stdout.println("netlist: " + file + ", by " + ngspice.engine());
    }

    private static void print(Measured measured, PrintWriter stdout) {
        boolean pulsed = measured.joules().isPresent();
        stdout.printf("%-9s %-19s %-19s%s%n", "line", "without wires (A)", "ngspice (A)", pulsed ? " charge (C)" : "");
        for (Measured.Line line : measured.bitLines()) {
            stdout.printf(Locale.ROOT, "%-9s %-19.10e %-19.10e", line.name(), line.idealAmps(), line.amps());
            line.coulombs().ifPresent(charge -> stdout.printf(Locale.ROOT, " %.10e", charge));
            stdout.println();
        }
        for (Measured.Pair pair : measured.pairs()) {
            stdout.printf(Locale.ROOT, "%-29s %.10e%n", pair.name() + ", G+ less G-", pair.amps());
        }
        stdout.printf(
                Locale.ROOT, "%-29s %.10e W%n", pulsed ? "power at the end of a pulse" : "power", measured.watts());
        measured.joules().ifPresent(joules -> stdout.printf(Locale.ROOT, "%-29s %.10e J%n", "energy", joules));
        measured.gateJoules()
                .ifPresent(joules -> stdout.printf(Locale.ROOT, "%-29s %.10e J%n", "energy of the gates", joules));
        for (Measured.Neuron neuron : measured.neurons()) {
            String times = Arrays.stream(neuron.spikeSeconds())
                    .mapToObj(seconds -> String.format(Locale.ROOT, "%.4e", seconds))
                    .collect(Collectors.joining(" "));
            stdout.println("neuron of column " + neuron.column() + ": "
                    + (times.isEmpty() ? "no spikes" : "spikes at " + times + " s"));
        }
    }
}
