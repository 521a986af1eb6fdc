package crosspike.report.paper;

import crosspike.experiment.sweep.FinishedSweep;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.experiment.sweep.plan.SweepPlan;
import crosspike.input.Node;
import crosspike.input.Unreadable;
import crosspike.input.UserError;
import crosspike.report.Figure;
import crosspike.report.ReportFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A paper that is being reproduced in a folder: below {@code sweeps} there is an ordinary sweep for each plan, and the page
 * with its figures beside them is drawn from whatever of these is finished.
 */
public final class Reproduction {
    private static final String COMMAND = "crosspike reproduce "; // every page tells how it was made
    private static final String PLOTS = "plots";
    private static final String SWEEPS = "sweeps";

    private final Paper paper;
    private final Options options;
    private final Path folder;
    private final Map<String, Sweep> sweeps = new LinkedHashMap<>();

    /**
     * What is to be done.
     *
     * @param isQuick whether the settings of the paper for a short reproduction are laid over its plans
     * @param seeds seeds of every point; null: as the plans say, or one if it is to be quick
     * @param settings keys of the config, laid over every plan
     */
    public record Options(boolean isQuick, Integer seeds, Map<String, Node> settings) {}

    /** A plan of the paper with the options laid over it, and the folder of its sweep. */
    public record Plan(String name, Sweep sweep, Path folder) {}

    /**
     * One figure, drawn, or with nothing in it if what failed was needed for it.
     *
     * @param errors why points of its sweeps failed, and how many did for each reason
     */
    record Result(String id, Drawing drawing, List<Comparison> comparisons, Map<String, Integer> errors) {}

    public Reproduction(Paper paper, Options options, Path folder) {
        this.paper = paper;
        this.options = options;
        this.folder = folder;
    }

    /**
     * The plans of some figures, each once; those that keep runs first, as the others can take trainings from them.
     *
     * @param figures as typed; empty: all
     * @throws UserError if there is no such figure, or an option does not fit a plan
     */
    public List<Plan> plans(List<String> figures) {
        return (figures.isEmpty()
                        ? paper.figures()
                        : figures.stream()
                                .flatMap(typed -> paper.requireFigures(typed).stream())
                                .toList())
                .stream()
                        .flatMap(id -> paper.drawn().get(id).plans().stream())
                        .distinct()
                        .map(this::plan)
                        .sorted(Comparator.comparing(plan -> plan.sweep().plan().keep() != SweepPlan.Keep.RUNS))
                        .toList();
    }

    /** Settings that change nothing in some plans, because each of these varies that key itself. */
    public List<String> varied(List<Plan> plans) {
        return options.settings().keySet().stream()
                .filter(key -> !plans.isEmpty()
                        && plans.stream().allMatch(plan -> plan.sweep().varies(key)))
                .toList();
    }

    /** Folders of the sweeps of all plans of the paper, whether they exist or not. */
    public List<Path> folders() {
        return planNames().sorted().map(this::folder).toList();
    }

    private Stream<String> planNames() {
        return paper.drawn().values().stream()
                .flatMap(figure -> figure.plans().stream())
                .distinct();
    }

    /**
     * Makes sure that the folder can take this paper.
     *
     * @throws UserError if it has something else, the page of another paper, or sweeps of which none is of this one
     */
    public void requireOwnFolder() {
        Path sweeps = folder.resolve(SWEEPS);
        if (!Files.isDirectory(sweeps)) {
            if (holdsSomethingElse()) {
                throw new UserError(
                        folder + " exists and is no reproduction that could go on; choose another --out or remove it");
            }
            return;
        }
        List<String> there;
        try (Stream<Path> found = Files.list(sweeps)) {
            there = found.map(path -> path.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw Unreadable.error(sweeps, e);
        }
        boolean hasOtherPage = pageNames(COMMAND) && !pageNames(COMMAND + paper.name());
        if (!there.isEmpty() && (hasOtherPage || planNames().noneMatch(there::contains))) {
            throw new UserError(folder + " has the sweeps of something else (" + there.get(0)
                    + (there.size() > 1 ? ", ..." : "") + "); choose another --out for " + paper.name());
        }
    }

    private boolean holdsSomethingElse() {
        if (!Files.isDirectory(folder)) return Files.exists(folder);
        try (Stream<Path> found = Files.list(folder)) {
            return !pageNames(COMMAND + paper.name())
                    && found.findAny().isPresent(); // figures that need no sweep may be drawn
        } catch (IOException e) {
            throw Unreadable.error(folder, e);
        }
    }

    private boolean pageNames(String command) {
        Path page = folder.resolve(ReportFolder.PAGE);
        try {
            return Files.isRegularFile(page) && Files.readString(page).contains(command);
        } catch (IOException e) {
            throw Unreadable.error(page, e);
        }
    }

    private Path folder(String plan) {
        return folder.resolve(SWEEPS).resolve(plan);
    }

    private Plan plan(String name) {
        return new Plan(name, sweeps.computeIfAbsent(name, this::read), folder(name));
    }

    private Sweep read(String name) {
        Path file = paper.plan(name);
        SweepPlan plan = Sweep.read(file).plan();
        if (options.isQuick()) plan = plan.withSettings(paper.sheet().quick());
        plan = plan.withSettings(options.settings());
        Integer seeds = options.seeds() != null ? options.seeds() : options.isQuick() ? Integer.valueOf(1) : null;
        return Sweep.of(seeds == null || plan.seeds() == null ? plan : plan.withSeeds(seeds), file);
    }

    /**
     * Draws every figure whose sweeps are finished, and the page. Pictures and tables that an earlier draw with other settings
     * left, and that the page does not show, are removed.
     *
     * @return the page
     * @throws UserError if the folder cannot be written; it is then as it was
     */
    public Path draw() {
        List<Result> results = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String id : paper.figures()) {
            result(id).ifPresentOrElse(results::add, () -> missing.add(id));
        }
        return ReportFolder.write(folder, out -> {
            for (Result result : results) {
                for (Figure picture : result.drawing().pictures()) {
                    out.write(PLOTS + "/" + picture.name() + ".png", picture.png());
                    out.write(PLOTS + "/" + picture.name() + ".svg", picture.svg());
                }
                out.write(
                        PLOTS + "/" + fileName(result.id()) + ".csv",
                        Comparison.table(result.comparisons()).csv());
            }
            out.write(ReportFolder.PAGE, new ReproductionPage(paper, options, folder, results, missing).html());
        });
    }

    private Optional<Result> result(String id) {
        PaperFigure figure = paper.drawn().get(id);
        Map<String, FinishedSweep> finished = new LinkedHashMap<>();
        for (String name : figure.plans()) {
            if (!FinishedSweep.isSweep(folder(name)))
                return Optional.empty(); // its plan may not fit the options at all
            Plan plan = plan(name);
            Optional<FinishedSweep> sweep = FinishedSweep.ofPoints(plan.sweep(), plan.folder());
            if (sweep.isEmpty()) return Optional.empty();
            finished.put(name, sweep.get());
        }
        List<Stated> stated = paper.stated(id);
        String title = paper.sheet().figures().get(id).title();
        Map<String, Integer> errors = new LinkedHashMap<>();
        finished.values().stream()
                .flatMap(sweep -> sweep.rows().stream())
                .filter(FinishedSweep.Row::hasFailed)
                .forEach(row -> errors.merge(row.error(), 1, Integer::sum));
        Drawing drawing = draw(figure, new Evidence(id, title, finished, stated), !errors.isEmpty());
        return Optional.of(new Result(id, drawing, Comparison.of(drawing.found(), stated), errors));
    }

    /** Figures count on their points; where some failed, one that cannot do without must not take the others with it. */
    private static Drawing draw(PaperFigure figure, Evidence evidence, boolean lacksPoints) {
        try {
            return figure.draw(evidence);
        } catch (NoSuchElementException | IndexOutOfBoundsException e) {
            if (!lacksPoints) throw e;
            return Drawing.table(List.of());
        }
    }

    /** Name of the files of a figure. */
    static String fileName(String id) {
        return (Character.isDigit(id.charAt(0)) ? "figure-" : "") + id;
    }
}
