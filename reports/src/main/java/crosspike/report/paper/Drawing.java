package crosspike.report.paper;

import crosspike.report.Figure;
import java.util.List;

/**
 * A figure as it was drawn anew.
 *
 * @param pictures none for a table
 * @param caption what is to be known of the pictures; may be empty
 * @param found its numbers
 * @param isGrid whether they are a table with a line for each series and a column for each place
 */
public record Drawing(List<Figure> pictures, String caption, List<Found> found, boolean isGrid) {
    public Drawing {
        pictures = List.copyOf(pictures);
        found = List.copyOf(found);
    }

    /** Pictures and a list of numbers. */
    public Drawing(List<Figure> pictures, String caption, List<Found> found) {
        this(pictures, caption, found, false);
    }

    /** Pictures that need no caption. */
    public Drawing(List<Figure> pictures, List<Found> found) {
        this(pictures, "", found);
    }

    /** A table with a line for each series and a column for each place. */
    public static Drawing grid(List<Figure> pictures, String caption, List<Found> found) {
        return new Drawing(pictures, caption, found, true);
    }

    /** A table. */
    public static Drawing table(List<Found> found) {
        return new Drawing(List.of(), found);
    }
}
