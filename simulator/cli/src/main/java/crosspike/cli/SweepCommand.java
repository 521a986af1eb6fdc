package crosspike.cli;

import crosspike.experiment.run.JsonFiles;
import crosspike.experiment.sweep.Engine;
import crosspike.experiment.sweep.LocalEngine;
import crosspike.experiment.sweep.Shard;
import crosspike.experiment.sweep.SweepEstimate;
import crosspike.experiment.sweep.SweepNotes;
import crosspike.experiment.sweep.SweepRun;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.input.ShellWord;
import crosspike.input.UserError;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike sweep}: every point of a plan, or what is missing of it. */
@Command(
        name = "sweep",
        mixinStandardHelpOptions = true,
        subcommands = MergeCommand.class,
        description = "Runs a config at all points of a plan; stopped, it goes on where it was.")
final class SweepCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "PLAN",
            arity = "0..1",
            description = "YAML file, such as docs/examples/sweeps/small.yaml; docs/sweeps.md.")
    Path planFile;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description =
                    "Trainings at a time, each on one thread; default: all cores. The result does not depend on it.")
    Integer jobs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the sweep; what is finished in it is kept; default: runs/NAME.")
    Path out;

    @Option(names = "--dry-run", description = "Say how many points there are and how long they will take; run none.")
    boolean isDry;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Run only part I of N; crosspike sweep merge joins them.")
    String shard = "1/1";

    @Option(
            names = "--engine",
            paramLabel = "local|spark",
            description = "Where: on threads of this process, or on Apache Spark; default: ${DEFAULT-VALUE}.")
    String engine = "local";

    @Option(
            names = "--master",
            paramLabel = "URL",
            description = "Spark master, such as spark://host:7077; default: that of spark-submit, else local[*].")
    String master;

    @Option(
            names = "--json",
            description = "Print JSON: of --dry-run what is finished and what is left, else what came of it.")
    boolean json;

    @Override
    public Integer call() {
        if (planFile == null) {
            throw new UserError("no plan is given; expected crosspike sweep PLAN, such as"
                    + " crosspike sweep docs/examples/sweeps/small.yaml");
        }
        if (!engine.equals("local") && !engine.equals("spark")) {
            throw new UserError("--engine is " + engine + "; expected local or spark");
        }
        if (master != null && !engine.equals("spark")) throw new UserError("--master is for --engine spark; add it");
        int jobCount = Jobs.count(jobs);
        Sweep sweep = Sweep.read(planFile);
        Shard part = Shard.parse(shard);
        Path target =
                out != null ? out : Path.of("runs", RunNames.folder(sweep.plan().name()));
        PrintWriter printer = spec.commandLine().getOut();
        sweep.check();
        Notes.print(SweepNotes.of(sweep), spec);
        if (isDry) {
            SweepEstimate estimate = SweepEstimate.of(sweep, target, part);
            if (json) printer.print(JsonFiles.write(row(estimate, jobCount)));
            else print(estimate, jobCount, printer);
            return estimate.wrong() == 0 ? 0 : Main.CHECK_FAILED;
        }
        try (Engine chosen =
                engine.equals("spark") ? Engines.spark(sweep, master) : LocalEngine.of(sweep, jobCount, target)) {
            SweepRun.Outcome outcome = SweepRun.run(sweep, target, part, chosen, Terminal.sweepProgress());
            if (json) printer.print(JsonFiles.write(row(outcome, target)));
            else print(outcome, target, printer);
            return outcome.failed() == 0 ? 0 : Main.CHECK_FAILED;
        }
    }

    private static Map<String, Object> row(SweepEstimate estimate, int jobCount) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("points", estimate.points());
        row.put("trainings", estimate.trainings());
        row.put("finished", estimate.finished());
        row.put("wrong", estimate.wrong());
        row.put("error", estimate.error());
        row.put("jobs", jobCount);
        row.put("estimate_s", estimate.seconds() / jobCount);
        return row;
    }

    static Map<String, Object> row(SweepRun.Outcome outcome, Path target) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("folder", target.toString());
        row.put("points", outcome.points());
        row.put("failed", outcome.failed());
        row.put("error", outcome.error());
        row.put("table", outcome.table().map(Path::toString).orElse(""));
        return row;
    }

    private static void print(SweepEstimate estimate, int jobCount, PrintWriter printer) {
        printer.printf("%-10s %s%n", "points", estimate.points());
        printer.printf("%-10s %s%n", "trainings", estimate.trainings());
        printer.printf("%-10s %s%n", "finished", estimate.finished());
        if (estimate.wrong() > 0) {
            printer.printf("%-10s %s of them will fail; the first: %s%n", "wrong", estimate.wrong(), estimate.error());
        }
        printer.printf("%-10s %s%n", "measured", estimate.measured());
        printer.printf(
                Locale.ROOT,
                "%-10s %s with --jobs %d%s%n",
                "estimate",
                SweepLines.duration(estimate.seconds() / jobCount),
                jobCount,
                estimate.seconds() == 0 ? "" : ", in proportion to images x columns");
    }

    static void print(SweepRun.Outcome outcome, Path target, PrintWriter printer) {
        outcome.table().ifPresent(table -> printer.printf("%-10s %s%n", "table", table));
        if (outcome.table().isEmpty()) {
            printer.printf(
                    "%-10s %s; when all shards are there: crosspike sweep merge %s, or of several folders merge OUT DIR...%n",
                    "shard", target, ShellWord.of(target));
        }
        if (outcome.failed() == 0) return;
        printer.printf("%-10s %s%n", "failed", failures(outcome));
        if (outcome.table().isPresent()) printer.printf("%-10s %s%n", "configs", target.resolve("failed"));
    }

    /** How many points failed, and why the first did. */
    static String failures(SweepRun.Outcome outcome) {
        return outcome.failed() + " of " + outcome.points() + " points; the first: " + outcome.error();
    }
}
