package crosspike.instrument;

import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command with places for values: {@code :ROUT:CLOS (@{row:1###},{column:2###})}. After the colon stands how a line number
 * is written: each {@code #} is a digit, padded with zeros. What is filled in are numbers and lists of numbers only, so that
 * nothing can break out of a command.
 */
public final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)(?::([0-9#!.]{1,16}))?}");
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]{1,1000}");
    private static final int MOST_DIGITS = 9;

    private final String text;
    private final List<Piece> pieces;

    /** Text, or a place with the form of its line numbers; one of both is null. */
    private record Piece(String literal, String place, String form) {}

    private Template(String text, List<Piece> pieces) {
        this.text = text;
        this.pieces = List.copyOf(pieces);
    }

    /**
     * Reads a template.
     *
     * @param key where it stands, for messages
     * @param text what stands there
     * @param places names that may be filled in
     * @throws UserError if a place is unknown, or the text is no line of printable ASCII
     */
    static Template parse(String key, String text, Set<String> places) {
        if (!PRINTABLE.matcher(text).matches()) {
            throw new UserError(key + " is not a command; expected one line of 1 to 1000 printable ASCII characters");
        }
        List<Piece> pieces = new ArrayList<>();
        Matcher place = PLACE.matcher(text);
        int from = 0;
        while (place.find()) {
            if (!places.contains(place.group(1))) {
                throw new UserError(key + " has a place {" + place.group(1) + "}; expected "
                        + (places.isEmpty()
                                ? "none"
                                : "one of {"
                                        + String.join(
                                                "}, {", places.stream().sorted().toList()) + "}"));
            }
            String form = place.group(2);
            if (form != null && !form.matches("[0-9!.]*#{1," + MOST_DIGITS + "}[0-9!.]*")) {
                throw new UserError(
                        key + " writes lines as \"" + form + "\"; expected digits around a run of #, as 1###");
            }
            addLiteral(key, text.substring(from, place.start()), pieces);
            pieces.add(new Piece(null, place.group(1), form));
            from = place.end();
        }
        addLiteral(key, text.substring(from), pieces);
        return new Template(text, pieces);
    }

    private static void addLiteral(String key, String literal, List<Piece> pieces) {
        if (literal.contains("{") || literal.contains("}")) {
            throw new UserError(
                    key + " has a brace that encloses no name; expected places such as {row} or {row:1###}");
        }
        if (!literal.isEmpty()) {
            pieces.add(new Piece(literal, null, null));
        }
    }

    /** Whether a place occurs. */
    boolean has(String place) {
        return pieces.stream().anyMatch(piece -> place.equals(piece.place()));
    }

    /**
     * The command with values.
     *
     * @param values a {@link Double}, {@code int[]} of line numbers or {@code float[]} for each place
     */
    String fill(Map<String, Object> values) {
        StringBuilder filled = new StringBuilder();
        for (Piece piece : pieces) {
            if (piece.literal() != null) {
                filled.append(piece.literal());
            } else {
                write(values.get(piece.place()), piece, filled);
            }
        }
        return filled.toString();
    }

    private void write(Object value, Piece piece, StringBuilder out) {
        if (value instanceof Double number) {
            out.append(finite(number));
        } else if (value instanceof int[] lines) {
            join(lines.length, i -> line(lines[i], piece.form(), out), out);
        } else if (value instanceof float[] numbers) {
            join(
                    numbers.length,
                    i -> {
                        if (numbers[i] == (int) numbers[i]) out.append((int) numbers[i]);
                        else out.append(ScpiNumber.text(checked(numbers[i])));
                    },
                    out);
        } else {
            throw new IllegalArgumentException("no value for {" + piece.place() + "} of " + text);
        }
    }

    private static void join(int count, Consumer<Integer> element, StringBuilder out) {
        for (int i = 0; i < count; i++) {
            if (i > 0) out.append(',');
            element.accept(i);
        }
    }

    private void line(int number, String form, StringBuilder out) {
        if (form == null) {
            out.append(number);
            return;
        }
        int from = form.indexOf('#');
        int to = form.lastIndexOf('#') + 1;
        String digits = Integer.toString(number);
        if (digits.length() > to - from) {
            throw new UserError("line " + number + " does not fit into " + form + " of the command " + text
                    + "; expected more # in the profile");
        }
        out.append(form, 0, from)
                .append("0".repeat(to - from - digits.length()))
                .append(digits)
                .append(form, to, form.length());
    }

    private static String finite(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("a command cannot hold " + number);
        }
        return number == Math.rint(number) && Math.abs(number) < 1e9
                ? Long.toString((long) number)
                : ScpiNumber.text(number);
    }

    private static float checked(float number) {
        finite(number);
        return number;
    }

    @Override
    public String toString() {
        return text;
    }
}
