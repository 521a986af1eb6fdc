package crosspike.instrument.emulator;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A header as manuals write it, such as {@code SYSTem:ERRor[:NEXT]?}: the capital letters are the short form, what is in
 * brackets may be left out.
 */
record ScpiHeader(Pattern pattern) {

    static ScpiHeader of(String text) {
        StringBuilder regex = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '[') {
                regex.append("(?:");
            } else if (c == ']') {
                regex.append(")?");
            } else if (Character.isLetter(c)) {
                int end = i;
                while (end < text.length() && Character.isLetter(text.charAt(end))) end++;
                String word = text.substring(i, end);
                String brief = word.replaceAll("[a-z]", "");
                String full = word.toUpperCase(Locale.ROOT);
                regex.append(brief.equals(full) ? brief : "(?:" + brief + "|" + full + ")");
                i = end - 1;
            } else {
                regex.append(Pattern.quote(String.valueOf(c)));
            }
            i++;
        }
        return new ScpiHeader(Pattern.compile(regex.toString()));
    }

    /** Whether a header, in capitals and from the root, is this one. */
    boolean matches(String header) {
        return pattern.matcher(header).matches();
    }
}
