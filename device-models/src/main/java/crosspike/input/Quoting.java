package crosspike.input;

import java.util.Locale;

/** How text from users is repeated to them: one line in which all is seen that is there, not longer than a line can bear. */
final class Quoting {
    static final int LONGEST = 60;

    /** Copied with a text, they look like blanks, and are none between a number and its unit. */
    private static final String BLANKS_THAT_DO_NOT_BREAK = "\u00a0\u2007\u202f";

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
        if (BLANKS_THAT_DO_NOT_BREAK.indexOf(codePoint) >= 0) return true;
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
