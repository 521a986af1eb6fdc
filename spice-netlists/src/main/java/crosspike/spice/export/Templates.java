package crosspike.spice.export;

import crosspike.input.Installation;
import crosspike.input.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A folder of subcircuits; netlists hold a copy of those they use. Files are read when they are needed.
 *
 * @param folder with one file for each {@link Template}
 */
public record Templates(Path folder) {

    /** The templates that come with Crosspike. */
    public static Templates installed() {
        return new Templates(Installation.path("spice-netlists", "netlists", "templates"));
    }

    /**
     * The text of a template, without blanks at its end.
     *
     * @throws UserError naming file and line, if it cannot be read or does not define what it must
     */
    String text(Template template) {
        Path file = folder.resolve(template.file());
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UserError(
                    file + " cannot be read as text; expected a template with \"" + template.definition() + "\"", e);
        }
        int open = 0;
        boolean found = false;
        for (int i = 0; i < lines.size(); i++) {
            String[] words = words(lines, i);
            refuse(file, i + 1, words);
            if (words[0].equals(".subckt")) {
                open = i + 1;
                if (words.length > 1 && words[1].equals(template.subcircuit())) {
                    check(template, file, i + 1, words);
                    found = true;
                }
            } else if (words[0].equals(".ends")) {
                if (open == 0) throw wrong(file, i + 1, ".ends ends nothing", "a .subckt before it");
                open = 0;
            }
        }
        if (open > 0) throw wrong(file, open, "this .subckt has no end", "a line .ends");
        if (!found) {
            throw new UserError(
                    file + " has no .subckt " + template.subcircuit() + "; expected \"" + template.definition() + "\"");
        }
        return String.join("\n", lines).stripTrailing();
    }

    /** The words of a line and of those that continue it, without blanks around equals signs. */
    private static String[] words(List<String> lines, int first) {
        StringBuilder whole = new StringBuilder(lines.get(first).strip());
        for (int i = first + 1; i < lines.size() && lines.get(i).strip().startsWith("+"); i++) {
            whole.append(' ').append(lines.get(i).strip().substring(1));
        }
        return whole.toString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s*=\\s*", "=")
                .split("\\s+");
    }

    /** What a template must not do to a netlist: end it, run commands, or need files that are elsewhere. */
    private static void refuse(Path file, int line, String[] words) {
        if (List.of(".control", ".endc", ".end").contains(words[0])) {
            throw wrong(file, line, words[0] + " cannot stand in a template", "subcircuits, models and parameters");
        }
        boolean includes = List.of(".include", ".inc", ".lib").contains(words[0]);
        if (includes && !(words.length > 1 && words[1].matches("[\"']?/.*"))) {
            throw wrong(file, line, words[0] + " names no file by its full path", "a path that begins with /");
        }
    }

    private static void check(Template template, Path file, int line, String[] words) {
        List<String> rest = Arrays.asList(words).subList(2, words.length);
        List<String> pins = rest.stream()
                .takeWhile(word -> !word.contains("=") && !word.equals("params:"))
                .toList();
        if (!pins.equals(template.pins())) {
            throw wrong(
                    file,
                    line,
                    ".subckt " + template.subcircuit() + " has the pins \"" + String.join(" ", pins) + "\"",
                    "\"" + String.join(" ", template.pins()) + "\"");
        }
        for (String parameter : template.parameters()) {
            if (rest.stream().noneMatch(word -> word.startsWith(parameter + "="))) {
                throw wrong(
                        file,
                        line,
                        ".subckt " + template.subcircuit() + " has no parameter " + parameter,
                        "\"" + template.definition() + "\"");
            }
        }
    }

    private static UserError wrong(Path file, int line, String what, String expected) {
        return new UserError(file + ", line " + line + ": " + what + "; expected " + expected);
    }
}
