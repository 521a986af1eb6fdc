package crosspike.experiment.sweep;

import crosspike.experiment.run.AtomicFile;
import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.experiment.sweep.plan.Figures;
import crosspike.experiment.sweep.plan.Sweep;
import crosspike.input.Unwritable;
import crosspike.input.UserError;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** {@code sweep.csv}, one row a point in the order of the plan, and the configs of the points that failed. */
final class SweepTable {
    static final String FILE = "sweep.csv";
    /** The table of the plan before, until that of the new plan is there. */
    static final String BEFORE = "sweep.before.csv";

    private static final List<String> IDS = List.of("id", "training"); // between axes and figures

    private SweepTable() {}

    /** Gives the table of a plan that has changed another name: it may have the labels of the new plan. */
    static void putAside(Path folder) throws IOException {
        try {
            Files.move(folder.resolve(FILE), folder.resolve(BEFORE), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // no plan was finished, or another shard that begins now was faster
        }
    }

    /**
     * Writes the table when every point has a result; that of the plan before goes.
     *
     * @return the file
     * @throws UserError if it cannot be written
     */
    static Path write(Sweep sweep, Census census, Results results, Path folder) {
        Path file = folder.resolve(FILE);
        AtomicFile.write(file, out -> write(sweep, census, results, out));
        writeFailures(sweep, census, results, folder.resolve("failed"));
        try {
            Files.deleteIfExists(folder.resolve(BEFORE));
        } catch (IOException e) {
            throw Unwritable.error(folder, e, "mend the folder and start again");
        }
        return file;
    }

    static List<String> header(Sweep sweep) {
        List<String> header = new ArrayList<>(List.of("point"));
        header.addAll(sweep.columns());
        header.addAll(IDS);
        header.addAll(sweep.figures());
        header.add("error");
        return header;
    }

    /**
     * What a table holds.
     *
     * @param header names of the columns
     * @param rows a row a point
     */
    record Content(List<String> header, List<Row> rows) {}

    /**
     * Reads a table.
     *
     * @throws UserError naming file and line, if it is none
     */
    static Content read(Path file) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(file)) {
            List<String> header = null;
            List<Row> rows = new ArrayList<>();
            for (CsvRecord line : csv) {
                if (header == null) {
                    header = line.getFields();
                    if (!isHeader(header)) break;
                } else {
                    rows.add(row(header, rows.size(), line, file));
                }
            }
            if (header == null || !isHeader(header)) {
                throw new UserError(file + " is no table of a sweep; " + remedy(file));
            }
            return new Content(header, List.copyOf(rows));
        } catch (CsvParseException | IOException e) {
            throw new UserError(file + " cannot be read: " + e.getMessage() + "; " + remedy(file), e);
        }
    }

    private static boolean isHeader(List<String> columns) {
        int ids = Collections.lastIndexOfSubList(columns, IDS);
        return ids > 0 && ids + IDS.size() < columns.size();
    }

    private static Row row(List<String> header, int number, CsvRecord line, Path file) {
        List<String> cells = line.getFields();
        int ids = Collections.lastIndexOfSubList(header, IDS);
        int last = header.size() - 1;
        String error = cells.get(last);
        try {
            return new Row(
                    number,
                    List.copyOf(cells.subList(1, ids)),
                    cells.get(ids),
                    cells.get(ids + 1),
                    error.isEmpty()
                            ? cells.subList(ids + IDS.size(), last).stream()
                                    .map(Double::valueOf)
                                    .toList()
                            : List.of(),
                    error);
        } catch (NumberFormatException e) {
            throw new UserError(
                    file + ", line " + line.getStartingLineNumber() + " has a figure that is no number; "
                            + remedy(file),
                    e);
        }
    }

    private static String remedy(Path file) {
        return "remove the file, and to go on: " + SweepFolder.command(file.getParent());
    }

    private static void write(Sweep sweep, Census census, Results results, OutputStream out) throws IOException {
        List<String> figures = sweep.figures();
        List<Integer> chosen = figures.stream().map(Figures.COLUMNS::indexOf).toList();
        CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        csv.writeRecord(header(sweep));
        for (int number = 0; number < census.size(); number++) {
            PointResult result = results.get(census.point(number));
            List<String> row = new ArrayList<>(List.of(Integer.toString(number + 1)));
            row.addAll(sweep.labels(number));
            row.addAll(List.of(result.id(), result.training()));
            row.addAll(
                    result.hasFailed()
                            ? Collections.nCopies(chosen.size(), "")
                            : chosen.stream().map(result.figures()::get).toList());
            row.add(result.error());
            csv.writeRecord(row);
        }
        csv.flush();
    }

    /** A config for each point that failed, to be mended or run alone; those of points that failed earlier go. */
    private static void writeFailures(Sweep sweep, Census census, Results results, Path folder) {
        Set<String> names = new TreeSet<>();
        for (int number = 0; number < census.size(); number++) {
            long id = census.point(number);
            if (results.isFinished(id) || !names.add(Identity.text(id) + ".yaml")) continue;
            String yaml = new Points(sweep).yaml(number);
            AtomicFile.write(
                    folder.resolve(Identity.text(id) + ".yaml"),
                    "# " + results.get(id).error() + "\n" + yaml);
        }
        if (!Files.isDirectory(folder)) return;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (!names.contains(file.getFileName().toString())) Files.delete(file);
            }
            if (names.isEmpty()) Files.delete(folder);
        } catch (IOException e) {
            throw Unwritable.error(folder, e, "mend the folder and start again");
        }
    }
}
