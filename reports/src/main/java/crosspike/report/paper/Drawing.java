package crosspike.report.paper;

import crosspike.report.Figure;
import java.util.List;

/**
 * A figure as it was drawn anew.
 *
 * @param pictures none for a table
 * @param found its numbers
 */
public record Drawing(List<Figure> pictures, List<Found> found) {
    public Drawing {
        pictures = List.copyOf(pictures);
        found = List.copyOf(found);
    }

    /** A table. */
    public static Drawing table(List<Found> found) {
        return new Drawing(List.of(), found);
    }
}
