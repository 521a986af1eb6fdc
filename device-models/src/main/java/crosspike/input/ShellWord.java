package crosspike.input;

import java.util.regex.Pattern;

/** Words of commands that users are told to type. */
public final class ShellWord {
    private static final Pattern PLAIN = Pattern.compile("[\\w./=,:%+@-]+", Pattern.UNICODE_CHARACTER_CLASS);

    private ShellWord() {}

    /** A word as a POSIX shell takes it: in single quotes if it has blanks or signs that mean something there. */
    public static String of(Object word) {
        String text = word.toString();
        return PLAIN.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
