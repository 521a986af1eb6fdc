package crosspike.experiment.sweep;

import crosspike.experiment.run.CsvFiles;
import crosspike.experiment.sweep.plan.Figures;
import java.util.List;

/**
 * What came of a point.
 *
 * @param id of the point
 * @param training id of its training; empty if its config is wrong
 * @param figures its figures as text, in the order of {@link Figures#COLUMNS}; empty if it failed
 * @param error why it failed; empty if it did not
 */
public record PointResult(String id, String training, List<String> figures, String error) {

    static PointResult found(Identity identity, Figures figures) {
        return new PointResult(
                Identity.text(identity.point()), Identity.text(identity.training()), CsvFiles.cells(figures), "");
    }

    static PointResult failed(Identity identity, boolean isBroken, String error) {
        String training = isBroken ? "" : Identity.text(identity.training());
        return new PointResult(Identity.text(identity.point()), training, List.of(), oneLine(error));
    }

    boolean hasFailed() {
        return !error.isEmpty();
    }

    private static String oneLine(String error) {
        String line = error == null ? "" : error.lines().findFirst().orElse("");
        return line.isEmpty() ? "no reason given" : line;
    }
}
