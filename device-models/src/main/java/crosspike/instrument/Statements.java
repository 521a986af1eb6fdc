package crosspike.instrument;

import java.util.ArrayList;
import java.util.List;

/** A line of SCPI: statements, or answers, between semicolons that are in no quotes. */
public final class Statements {
    private Statements() {}

    /** The parts of a line. */
    public static List<String> split(String line) {
        List<String> parts = new ArrayList<>();
        int from = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                parts.add(line.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(line.substring(from));
        return parts;
    }

    /** Whether a statement is answered: its header ends in a question mark. */
    static boolean asks(String statement) {
        String header = statement.strip();
        int end = header.indexOf(' ');
        return (end < 0 ? header : header.substring(0, end)).endsWith("?");
    }

    /** Appends a command; after a semicolon a path goes on, unless the next command begins at the root. */
    static void append(StringBuilder line, String command) {
        if (line.length() > 0) {
            line.append(';');
            if (command.charAt(0) != '*' && command.charAt(0) != ':') {
                line.append(':');
            }
        }
        line.append(command);
    }
}
