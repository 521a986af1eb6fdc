package crosspike.report.paper.pruning;

import crosspike.report.paper.PaperFigure;
import java.util.List;
import java.util.Map;

/** What is drawn of the comparison. */
public final class PruningComparison {
    private static final List<Measure> NUMBERS = List.of(
            Measure.ACCURACY,
            Measure.LEARN,
            Measure.REMOVED,
            Measure.SILENT,
            Measure.TRAINING,
            Measure.UPDATES,
            Measure.INFERENCE,
            Measure.INFERENCE_ENERGY);
    private static final List<Measure> CELLS = List.of(
            Measure.ACCURACY,
            Measure.LEARN,
            Measure.REMOVED,
            Measure.SILENT,
            Measure.TRAINING,
            Measure.INFERENCE,
            Measure.WRITES,
            Measure.TRAINING_ENERGY,
            Measure.INFERENCE_ENERGY,
            Measure.AREA);

    /** By name. */
    public static final Map<String, PaperFigure> FIGURES = Map.of(
            "methods", new Methods("methods", NUMBERS, List.of(Measure.ACCURACY, Measure.INFERENCE, Measure.UPDATES)),
            "devices",
                    new Methods("devices", CELLS, List.of(Measure.ACCURACY, Measure.WRITES, Measure.TRAINING_ENERGY)),
            "faults", new Faults());

    private PruningComparison() {}
}
