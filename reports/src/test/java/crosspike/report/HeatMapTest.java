package crosspike.report;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.sweep.FinishedSweep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeatMapTest {
    @TempDir
    Path folder;

    /** No unit suits femtojoules and joules. */
    @Test
    void numbersThatLieDecadesApartHaveAUnitEach() throws IOException {
        FinishedSweep sweep = SyntheticSweep.write(folder.resolve("sweep"), """
                axes:
                - {key: device.levels, values: [2, 4, 8]}
                - {key: learning.epochs, values: [1, 2, 3]}
                record: [training_energy_J]
                """, labels -> {
            int step = Integer.parseInt(labels.get(0)) + Integer.parseInt(labels.get(1));
            return List.of(2 * Math.pow(10, 2 * step - 21)); // 2 fJ to 20 J
        });
        SweepReport.write(sweep, Ideal.OF_THE_SWEEP, folder.resolve("report"));
        String map = Files.readString(
                folder.resolve("report/plots/map-training_energy_J-device.levels-learning.epochs.svg"));
        assertFalse(map.contains(">0.00<"), "nothing is 0");
        for (String number : List.of("2.000 fJ", "20.00 pJ", "2.000 nJ", "20.00 J")) {
            assertTrue(map.contains(">" + number + "<"), number);
        }
    }
}
