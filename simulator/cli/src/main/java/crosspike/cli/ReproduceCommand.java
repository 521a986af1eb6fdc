package crosspike.cli;

import crosspike.experiment.data.ReadOnce;
import crosspike.experiment.sweep.FinishedSweep;
import crosspike.experiment.sweep.LocalEngine;
import crosspike.experiment.sweep.Shard;
import crosspike.experiment.sweep.Slices;
import crosspike.experiment.sweep.SweepEstimate;
import crosspike.experiment.sweep.SweepRun;
import crosspike.input.Document;
import crosspike.input.Node;
import crosspike.input.UserError;
import crosspike.report.paper.Reproduction;
import crosspike.report.paper.library.Papers;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code crosspike reproduce}: the figures of a paper, drawn anew. */
@Command(
        name = "reproduce",
        mixinStandardHelpOptions = true,
        description = {
            "Draws the figures and tables of a paper beside what the paper states.",
            "Stopped in any way, it goes on where it was."
        })
final class ReproduceCommand implements Callable<Integer> {
    @Spec
    CommandSpec spec;

    @Parameters(
            paramLabel = "PAPER",
            arity = "0..1",
            completionCandidates = CompletionCommand.PaperNames.class,
            description = "Such as shi2019; without one: which there are.")
    String paper;

    @Option(
            names = "--figure",
            paramLabel = "NAME",
            description =
                    "Only this figure or table, such as 9b, or several as 9b,table2; 9 is 9a, 9b and so on; may be"
                            + " repeated.")
    List<String> figures = List.of();

    @Option(names = "--quick", description = "A small network and few images, to see the shapes in a few minutes.")
    boolean isQuick;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            description = "Seeds of each point; default: as the plans say, 1 with --quick.")
    Integer seeds;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "Trainings at a time, each on one thread; default: all cores.")
    Integer jobs;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the reproduction; what is finished in it is kept; default: runs/PAPER, or"
                    + " runs/PAPER-quick.")
    Path out;

    @Option(
            names = "--shard",
            paramLabel = "I/N",
            description = "Train only part I of N of each sweep, and draw nothing.")
    String shard = "1/1";

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Change one key of all configs, such as --set data.set=fashion-mnist; may be repeated.")
    List<String> settings = List.of();

    @Option(
            names = "--dry-run",
            description = "Say how many trainings there are and how long they will take; run none.")
    boolean isDry;

    private final ReadOnce datasets = new ReadOnce();

    @Override
    public Integer call() {
        PrintWriter printer = spec.commandLine().getOut();
        if (paper == null) {
            Papers.names()
                    .forEach(name -> printer.printf(
                            Locale.ROOT,
                            "%-18s %s%n",
                            name,
                            String.join(" ", Papers.of(name).figures())));
            return 0;
        }
        if (seeds != null) SeedOption.checked(seeds);
        Jobs.count(jobs); // before anything is estimated or read
        Path folder = out != null ? out : Path.of("runs", paper + (isQuick ? "-quick" : ""));
        Reproduction reproduction =
                new Reproduction(Papers.of(paper), new Reproduction.Options(isQuick, seeds, changes()), folder);
        List<Reproduction.Plan> plans = reproduction.plans(figureNames());
        Shard part = Shard.parse(shard);
        reproduction.requireOwnFolder();
        for (String key : reproduction.varied(plans)) {
            spec.commandLine().getErr().println("note: --set " + key + " changes nothing, because the plans vary it");
        }
        // a setting with which no point of a plan can be trained is told before anything is estimated or trained
        plans.forEach(plan -> plan.sweep().check());
        if (isDry) {
            return estimate(plans, part, printer) == 0 ? 0 : Main.CHECK_FAILED;
        }
        requireData(plans);
        int failed = 0;
        for (Reproduction.Plan plan : plans) failed += run(plan, reproduction.folders(), part);
        if (part.isAll()) printer.println(reproduction.draw());
        return failed == 0 ? 0 : Main.CHECK_FAILED;
    }

    private List<String> figureNames() {
        List<String> names = new ArrayList<>();
        for (String typed : figures) {
            List<String> parts = List.of(typed.split(",", -1));
            if (parts.stream().anyMatch(String::isBlank)) {
                throw new UserError("--figure is \"" + typed
                        + "\"; expected names with commas between them, such as 9b,table2; "
                        + paper + " has " + String.join(", ", Papers.of(paper).figures()));
            }
            names.addAll(parts);
        }
        return names;
    }

    private Map<String, Node> changes() {
        Map<String, Node> changes = new LinkedHashMap<>();
        for (String typed : settings) {
            Setting setting = Setting.parse(typed);
            changes.put(setting.key(), Document.value("--set", setting.key(), setting.value()));
        }
        return changes;
    }

    /** Nobody should wait for the first sweeps to hear that the data of a later one are not there. */
    private void requireData(List<Reproduction.Plan> plans) {
        for (Reproduction.Plan plan : plans) {
            if (FinishedSweep.ofPoints(plan.sweep(), plan.folder()).isEmpty()) {
                dataSet(plan).ifPresent(datasets::apply);
            }
        }
    }

    private static Optional<String> dataSet(Reproduction.Plan plan) {
        try {
            return Optional.of(plan.sweep().experiment(0).data().set());
        } catch (UserError itsRowWillSay) {
            return Optional.empty();
        }
    }

    private int run(Reproduction.Plan plan, List<Path> folders, Shard part) {
        List<Path> others =
                folders.stream().filter(other -> !other.equals(plan.folder())).toList();
        try (LocalEngine engine = LocalEngine.of(plan.sweep(), Jobs.count(jobs), plan.folder(), datasets)) {
            SweepRun.Outcome outcome = SweepRun.run(
                    plan.sweep(), plan.folder(), others, part, engine, Terminal.sweepProgress(plan.name()));
            if (outcome.failed() > 0) {
                PrintWriter err = spec.commandLine().getErr();
                err.println(plan.name() + ": failed " + SweepCommand.failures(outcome));
            }
            return outcome.failed();
        }
    }

    /** Returns how many points have a wrong config. */
    private int estimate(List<Reproduction.Plan> plans, Shard part, PrintWriter printer) {
        printer.printf(
                Locale.ROOT, "%-24s %8s %10s %9s  %s%n", "plan", "points", "trainings", "finished", "one thread");
        Slices slices = new Slices(datasets);
        double seconds = 0;
        int wrong = 0;
        for (Reproduction.Plan plan : plans) {
            SweepEstimate estimate = SweepEstimate.of(plan.sweep(), plan.folder(), part, slices);
            seconds += estimate.seconds();
            printer.printf(
                    Locale.ROOT,
                    "%-24s %8d %10d %9d  %s%n",
                    plan.name(),
                    estimate.points(),
                    estimate.trainings(),
                    estimate.finished(),
                    SweepLines.duration(estimate.seconds()));
            if (estimate.wrong() > 0) {
                printer.printf("  %s of them will fail; the first: %s%n", estimate.wrong(), estimate.error());
                wrong += estimate.wrong();
            }
            printer.flush();
        }
        printer.printf(
                Locale.ROOT,
                "at most %s with --jobs %d; trainings that plans share are done once%n",
                SweepLines.duration(seconds / Jobs.count(jobs)),
                Jobs.count(jobs));
        return wrong;
    }
}
