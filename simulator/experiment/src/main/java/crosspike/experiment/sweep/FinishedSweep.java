package crosspike.experiment.sweep;

import crosspike.experiment.run.RunDirectory;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.experiment.sweep.plan.SweepPlan;
import crosspike.input.UserError;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private static final int NUMBER_AND_IDS = 3; // columns beside axes, figures and error

    /**
     * One point.
     *
     * @param number its number in the plan, from 0
     * @param labels its values in the columns of the axes
     * @param training id of its training; points that share one have it from the same network
     * @param figures in the order of {@link Sweep#figures}; empty if it failed
     * @param error why it failed; empty if it did not
     */
    public record Row(int number, List<String> labels, String training, List<Double> figures, String error) {
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

    /** The sweep in a folder, if it is finished and its table is that of exactly these points. */
    public static Optional<FinishedSweep> ofPoints(Sweep sweep, Path folder) {
        Path table = folder.resolve(SweepTable.FILE);
        if (!isSweep(folder) || !Files.exists(table)) return Optional.empty();
        List<String> found =
                SweepRows.read(table).rows().stream().map(SweepRows.Row::id).toList();
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
                            : folder + " is not finished: " + finished + " of " + sweep.size() + " points are there; "
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
        List<Row> rows = new ArrayList<>();
        boolean isHeader = true;
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(table)) {
            for (CsvRecord line : csv) {
                if (isHeader) {
                    require(line.getFields().equals(SweepTable.header(sweep)), sweep, table);
                    isHeader = false;
                } else {
                    rows.add(row(sweep, rows.size(), line, table));
                }
            }
        } catch (CsvParseException | IOException e) {
            throw new UserError(
                    table + " cannot be read: " + e.getMessage() + "; remove it, and " + goOn(table.getParent()), e);
        }
        require(rows.size() == sweep.size(), sweep, table);
        return List.copyOf(rows);
    }

    private static Row row(Sweep sweep, int number, CsvRecord line, Path table) {
        int axes = sweep.columns().size();
        int figures = sweep.figures().size();
        List<String> cells = line.getFields();
        require(number < sweep.size() && cells.size() == axes + figures + NUMBER_AND_IDS + 1, sweep, table);
        List<String> labels = cells.subList(1, 1 + axes);
        require(labels.equals(sweep.labels(number)), sweep, table);
        String error = cells.get(cells.size() - 1);
        int first = axes + NUMBER_AND_IDS;
        try {
            List<Double> values = error.isEmpty()
                    ? cells.subList(first, first + figures).stream()
                            .map(Double::valueOf)
                            .toList()
                    : List.of();
            return new Row(number, List.copyOf(labels), cells.get(axes + 2), values, error);
        } catch (NumberFormatException e) {
            throw new UserError(
                    table + ", line " + line.getStartingLineNumber()
                            + " has a figure that is no number; remove the file, and " + goOn(table.getParent()),
                    e);
        }
    }

    private static void require(boolean fits, Sweep sweep, Path table) {
        if (fits) return;
        throw new UserError(table + " is not the table of the " + sweep.size() + " points of " + SweepFolder.PLAN
                + " beside it: the plan has changed since; " + goOn(table.getParent()));
    }
}
