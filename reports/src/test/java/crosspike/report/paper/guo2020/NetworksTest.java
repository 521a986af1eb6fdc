package crosspike.report.paper.guo2020;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import crosspike.experiment.sweep.FinishedSweep;
import crosspike.experiment.sweep.FinishedSweep.Row;
import crosspike.report.SyntheticSweep;
import crosspike.report.analysis.Estimate;
import crosspike.report.paper.Drawing;
import crosspike.report.paper.Evidence;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A network is compared with the one without pruning that started from the same seed, or with none. */
class NetworksTest {
    private static final String FIGURES =
            "seeds: 3\nrecord: [accuracy_eq5, training_operations_per_image, training_updates_per_image,"
                    + " inference_operations_per_image, inference_energy_per_image_J]\n";

    @TempDir
    Path folder;

    @Test
    void aSeedWhoseBaselineFailedIsLeftOut() {
        FinishedSweep baseline = SyntheticSweep.write(
                folder.resolve("baseline"),
                "axes:\n- {key: pruning.method, values: [none]}\n" + FIGURES,
                labels -> labels.get(1).equals("2") ? List.of("no luck") : List.of(0.9, 100.0, 100.0, 50.0, 2e-9));
        FinishedSweep pruned = SyntheticSweep.write(
                folder.resolve("pruned"),
                "axes:\n- {key: pruning.method, values: [soft]}\n" + FIGURES,
                labels -> List.of(0.8, 50.0, 0.0, 25.0, 1e-9));
        Evidence evidence = new Evidence("", "", Map.of("baseline", baseline, "pruned", pruned), List.of());
        Networks networks = new Networks(evidence, "baseline");
        Row second = evidence.rows("pruned").get(1);
        assertEquals("2", evidence.label("pruned", second, "seed"));
        for (double compared : List.of(
                networks.loss("pruned", second),
                networks.training("pruned", second),
                networks.inference("pruned", second),
                networks.inferenceEnergy("pruned", second),
                networks.total("pruned", second))) {
            assertEquals(Double.NaN, compared);
        }
        Estimate loss = Estimate.of(evidence.rows("pruned").stream()
                .mapToDouble(row -> networks.loss("pruned", row))
                .toArray());
        assertEquals(2, loss.n());
        assertEquals(10, loss.mean(), 1e-12); // percent points: 0.9 less 0.8
        assertEquals(0.25, networks.training("pruned", evidence.rows("pruned").get(0)));
        assertEquals(0.3, networks.total("pruned", evidence.rows("pruned").get(0)), 1e-12); // 75 of 250 operations
    }

    @Test
    void aPointWithoutAnyBaselineIsDrawnAsAGap() {
        FinishedSweep baseline = SyntheticSweep.write(
                folder.resolve("baseline"),
                "axes:\n- {key: pruning.method, values: [none]}\n" + FIGURES,
                labels -> List.of("no luck"));
        FinishedSweep pruned = SyntheticSweep.write(
                folder.resolve("pruned"),
                """
                axes:
                - name: method
                  variants:
                    APTN: {pruning.method: soft}
                - {key: pruning.threshold, values: [0.1, 0.2]}
                seeds: 1
                record: [plastic_weights, weights, training_operations_per_image, training_updates_per_image,
                  inference_operations_per_image]
                """,
                labels -> List.of(100 * Double.parseDouble(labels.get(1)), 100.0, 50.0, 0.0, 25.0));
        Drawing drawing = new Operations(
                        List.of(new Guo2020.Source("pruned", "method", "pruning.threshold")),
                        Set.of("APTN"),
                        List.of("baseline"))
                .draw(new Evidence("12a", "operations", Map.of("baseline", baseline, "pruned", pruned), List.of()));
        assertFalse(drawing.pictures().get(0).svg().toString().contains("NaN"));
        assertEquals(0, drawing.found().get(1).ours().n());
    }
}
