package crosspike.report;

import crosspike.report.analysis.DataTable;

/**
 * A figure of a sweep and the numbers it draws.
 *
 * @param caption what it shows, in sentences
 * @param data in SI units and fractions, whatever the axes say
 */
record SweepFigure(Figure figure, String caption, DataTable data) {

    /** A text as a part of a file name. */
    static String fileName(String text) {
        String name = text.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^[.-]+|[.-]+$", "");
        return name.isEmpty() ? "x" : name.substring(0, Math.min(60, name.length()));
    }
}
