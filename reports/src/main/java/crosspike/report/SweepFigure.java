package crosspike.report;

import crosspike.report.analysis.DataTable;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A figure of a sweep and the numbers it draws.
 *
 * @param caption what it shows, in sentences
 * @param data in SI units and fractions, whatever the axes say
 */
record SweepFigure(Figure figure, String caption, DataTable data) {
    private static final int LONGEST = 120;
    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z0-9._/ -]*");

    /** A text as the name of a file; what a file name cannot hold is told apart by a hash. */
    static String fileName(String text) {
        String name = text.replaceAll("[^A-Za-z0-9._-]+", "-");
        boolean isWhole = SIMPLE.matcher(text).matches() && name.length() <= LONGEST;
        return isWhole
                ? name
                : String.format(
                        Locale.ROOT, "%s-%08x", name.substring(0, Math.min(LONGEST, name.length())), text.hashCode());
    }
}
