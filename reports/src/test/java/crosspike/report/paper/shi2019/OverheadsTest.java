package crosspike.report.paper.shi2019;

import static org.junit.jupiter.api.Assertions.assertEquals;

import crosspike.experiment.sweep.FinishedSweep;
import crosspike.report.SyntheticSweep;
import crosspike.report.paper.Evidence;
import crosspike.report.paper.Found;
import crosspike.report.paper.PaperFigure;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What flags cost is told from the same share without them, whatever failed beside it. */
class OverheadsTest {
    private static final String PLAN = """
            axes:
            - {key: pruning.fraction, values: [10 %, 20 %, 30 %]}
            - name: flags
              variants:
                flags in software: {pruning.hardware: none}
                deep reset: {pruning.hardware: deep-reset}
            record: [training_energy_J]
            """;
    private static final Map<String, Double> JOULES = Map.of("10 %", 4e-3, "20 %", 3e-3, "30 %", 2e-3);

    @TempDir
    Path folder;

    @Test
    void allPointsHaveAnOverhead() {
        assertEquals(Map.of("10 %", 25.0, "20 %", 25.0, "30 %", 25.0), overheads(labels -> false));
    }

    @Test
    void aPointThatFailedWithFlagsShiftsNoOther() {
        assertEquals(
                Map.of("20 %", 25.0, "30 %", 25.0), overheads(labels -> labels.equals(List.of("10 %", "deep reset"))));
    }

    @Test
    void aShareThatFailedWithoutFlagsHasNoOverhead() {
        assertEquals(
                Map.of("20 %", 25.0, "30 %", 25.0),
                overheads(labels -> labels.equals(List.of("10 %", "flags in software"))));
    }

    @Test
    void withoutAnyPointToCompareWithThereIsNone() {
        assertEquals(Map.of(), overheads(labels -> labels.contains("flags in software")));
    }

    /** Overheads of deep reset in whole percent, by share; each costs a quarter more than without flags. */
    private Map<String, Double> overheads(Predicate<List<String>> hasFailed) {
        FinishedSweep sweep = SyntheticSweep.write(folder, PLAN, labels -> {
            if (hasFailed.test(labels)) return List.of("no luck");
            return List.of(JOULES.get(labels.get(0)) * (labels.get(1).equals("deep reset") ? 1.25 : 1));
        });
        PaperFigure figure = Shi2019.FIGURES.get("11b");
        Map<String, Double> overheads = new TreeMap<>();
        for (Found one : figure.draw(new Evidence("11b", "energy", Map.of("hardware", sweep), List.of()))
                .found()) {
            if (one.series().equals("overhead of deep reset")) {
                overheads.put(one.at(), (double) Math.round(one.ours().mean()));
            }
        }
        return overheads;
    }
}
