package crosspike.report.paper;

import crosspike.experiment.run.CsvFiles;
import crosspike.input.Document;
import crosspike.input.RecordReader;
import crosspike.input.Suggest;
import crosspike.input.Unreadable;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A paper that can be reproduced.
 *
 * @param name what it is called on the command line
 * @param folder its data
 * @param sheet its texts
 * @param stated what it states
 * @param drawn its figures and tables by name
 */
public record Paper(String name, Path folder, PaperSheet sheet, List<Stated> stated, Map<String, PaperFigure> drawn) {
    private static final String STATED = "stated.csv";

    /**
     * Reads the data of a paper.
     *
     * @throws UserError if a file is missing or broken, or its figures are not those of the program
     */
    public static Paper read(String name, Path folder, Map<String, PaperFigure> figures) {
        Path sheetFile = folder.resolve("paper.yaml");
        PaperSheet sheet = RecordReader.read(Document.read(sheetFile), PaperSheet.class);
        List<Stated> stated = stated(folder.resolve(STATED));
        if (!figures.keySet().equals(sheet.figures().keySet())) {
            throw new UserError(sheetFile + " describes the figures "
                    + String.join(", ", sheet.figures().keySet()) + "; expected those that are drawn: "
                    + String.join(", ", figures.keySet()));
        }
        for (Stated one : stated) {
            if (!figures.containsKey(one.figure())) {
                throw new UserError(folder.resolve(STATED) + " is about the figure " + one.figure()
                        + "; expected one of " + String.join(", ", figures.keySet()));
            }
        }
        return new Paper(name, folder, sheet, stated, figures);
    }

    private static List<Stated> stated(Path file) {
        try {
            return CsvFiles.read(Stated.class, Files.readString(file), file.toString());
        } catch (IOException e) {
            throw Unreadable.error(file, e);
        }
    }

    /**
     * Figures by a name; {@code fig9b} and {@code Figure 9b} are {@code 9b}, {@code 9} is 9a, 9b and so on.
     *
     * @throws UserError if there is none, with the nearest that there is
     */
    List<String> requireFigures(String typed) {
        String id = typed.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^fig(ure)?[ .-]*", "")
                .replace(" ", "");
        if (drawn.containsKey(id)) return List.of(id);
        List<String> parts = id.matches("[0-9]+")
                ? figures().stream().filter(each -> each.matches(id + "[a-z]")).toList()
                : List.of();
        if (!parts.isEmpty()) return parts;
        throw new UserError("--figure is " + typed + "; "
                + Suggest.nearest(id, figures())
                        .map(near -> "did you mean " + near + "? ")
                        .orElse("")
                + name + " has " + String.join(", ", figures()));
    }

    /** Names of its figures and tables in the order of the paper. */
    public List<String> figures() {
        return List.copyOf(sheet.figures().keySet());
    }

    List<Stated> stated(String figure) {
        return stated.stream().filter(one -> one.figure().equals(figure)).toList();
    }

    Path plan(String plan) {
        return folder.resolve("plans").resolve(plan + ".yaml");
    }
}
