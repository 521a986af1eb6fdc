package crosspike.input;

import java.util.Locale;

/** How text from users is repeated to them: one line, no control characters, not longer than a line can bear. */
final class Quoting {
    static final int LONGEST = 60;

    private Quoting() {}

    static String quoted(String text) {
        return '"' + printable(text) + '"';
    }

    static String printable(String text) {
        StringBuilder line = new StringBuilder();
        text.codePoints().limit(LONGEST + 1L).forEach(c -> {
            if (c == '\n') line.append("\\n");
            else if (c == '\t') line.append("\\t");
            else if (isInvisible(c)) line.append(String.format(Locale.ROOT, "\\u%04x", c));
            else line.appendCodePoint(c);
        });
        return text.codePointCount(0, text.length()) <= LONGEST
                ? line.toString()
                : line.substring(0, line.offsetByCodePoints(line.length(), -1)) + "...";
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
