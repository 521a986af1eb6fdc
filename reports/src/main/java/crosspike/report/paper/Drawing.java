package crosspike.report.paper;

import crosspike.report.Figure;
import java.util.List;

/**
 * A figure as it was drawn anew.
 *
 * @param pictures none for a table
 * @param caption what is to be known of the pictures; may be empty
 * @param found its numbers
 */
public record Drawing(List<Figure> pictures, String caption, List<Found> found) {
    public Drawing {
        pictures = List.copyOf(pictures);
        found = List.copyOf(found);
    }

    /** Pictures that need no caption. */
    public Drawing(List<Figure> pictures, List<Found> found) {
        this(pictures, "", found);
    }

    /** A table. */
    public static Drawing table(List<Found> found) {
        return new Drawing(List.of(), found);
    }
}
