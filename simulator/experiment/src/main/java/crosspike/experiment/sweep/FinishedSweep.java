package crosspike.experiment.sweep;

import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.experiment.sweep.plan.SweepPlan;
import crosspike.input.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a finished sweep left behind: its plan and its table.
 *
 * @param path the folder
 * @param sweep its plan
 * @param rows the table, a row a point in the order of the plan
 */
public record FinishedSweep(Path path, Sweep sweep, List<Row> rows) {
    /**
     * One point.
     *
     * @param number its number in the plan, from 0
     * @param labels its values in the columns of the axes
     * @param id of the point
     * @param training id of its training; points that share one have it from the same network; empty if its config is wrong
     * @param figures in the order of {@link Sweep#figures}; empty if it failed
     * @param error why it failed; empty if it did not
     */
    public record Row(int number, List<String> labels, String id, String training, List<Double> figures, String error) {
        public boolean hasFailed() {
            return !error.isEmpty();
        }
    }

    /**
     * The run directory of a point, if the plan keeps runs.
     *
     * @throws UserError if there is none, or it is damaged
     */
    public RunDirectory run(Row row) {
        return RunDirectory.open(SweepFolder.runs(path).resolve(row.training()));
    }

    /**
     * A figure of a point that did not fail.
     *
     * @param column one that the plan records
     */
    public double figure(Row row, String column) {
        return row.figures().get(sweep.figures().indexOf(column));
    }

    /** The command that goes on with it, trying points that failed again, as a shell takes it. */
    public String command() {
        return SweepFolder.command(path);
    }

    /** The sweep in a folder, if it is finished and its table is that of exactly these points. */
    public static Optional<FinishedSweep> ofPoints(Sweep sweep, Path folder) {
        Path table = folder.resolve(SweepTable.FILE);
        if (!isSweep(folder) || !Files.exists(table)) return Optional.empty();
        List<String> found = SweepTable.read(table).rows().stream().map(Row::id).toList();
        Census census = Census.of(Sweep.standing(sweep.plan().toYaml()));
        List<String> wanted = IntStream.range(0, census.size())
                .mapToObj(number -> Identity.text(census.point(number)))
                .toList();
        if (!found.equals(wanted)) return Optional.empty();
        FinishedSweep finished = open(folder);
        boolean isTold = finished.sweep().columns().equals(sweep.columns())
                && finished.sweep().figures().equals(sweep.figures());
        return isTold ? Optional.of(finished) : Optional.empty(); // else the table is that of an older plan
    }

    /** Whether a folder holds a sweep, finished or not. */
    public static boolean isSweep(Path folder) {
        return Files.isRegularFile(folder.resolve(SweepFolder.PLAN));
    }

    /**
     * Reads a sweep.
     *
     * @throws UserError if there is none, it is not finished, or its table is damaged or that of another plan
     */
    public static FinishedSweep open(Path folder) {
        if (!isSweep(folder)) {
            throw new UserError(
                    folder + " has no " + SweepFolder.PLAN + "; expected a sweep made by: crosspike sweep PLAN");
        }
        Path planFile = folder.resolve(SweepFolder.PLAN);
        Sweep sweep = Sweep.of(SweepPlan.read(planFile), planFile);
        Path table = folder.resolve(SweepTable.FILE);
        if (!Files.exists(table)) {
            int finished = finished(sweep, folder);
            throw new UserError(
                    finished == sweep.size()
                            ? table + " is missing, but all points are there; " + goOn(folder)
                            : folder + " is not finished: " + finished + " of " + sweep.size() + " points are there"
                                    + (Files.exists(folder.resolve(SweepTable.BEFORE))
                                            ? ", and " + SweepTable.BEFORE + " is the table of the plan before; "
                                            : "; ")
                                    + goOn(folder));
        }
        return new FinishedSweep(folder, sweep, rows(sweep, table));
    }

    private static int finished(Sweep sweep, Path folder) {
        Census census = Census.of(sweep);
        try (Results results = new Results()) {
            results.read(folder);
            int count = 0;
            for (int number = 0; number < census.size(); number++) {
                if (results.isFinished(census.point(number))) count++;
            }
            return count;
        }
    }

    private static String goOn(Path folder) {
        return "to go on: " + SweepFolder.command(folder);
    }

    private static List<Row> rows(Sweep sweep, Path table) {
        SweepTable.Content content = SweepTable.read(table);
        List<Row> rows = content.rows();
        require(content.header().equals(SweepTable.header(sweep)) && rows.size() == sweep.size(), sweep, table);
        for (Row row : rows) {
            require(row.labels().equals(sweep.labels(row.number())), sweep, table);
        }
        return rows;
    }

    private static void require(boolean fits, Sweep sweep, Path table) {
        if (fits) return;
        throw new UserError(table + " is not the table of the " + sweep.size() + " points of " + SweepFolder.PLAN
                + " beside it: the plan has changed since; " + goOn(table.getParent()));
    }
}
