package crosspike.report.paper.shi2019;

import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.sweep.FinishedSweep;
import crosspike.report.SyntheticSweep;
import crosspike.report.paper.Evidence;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingsTest {
    private static final String PLAN = """
            axes:
            - name: reading
              variants:
                literal: {pruning.method: soft}
                lowest kept: {pruning.method: soft-freeze-lowest}
            - {key: pruning.fraction, values: [50 %, 60 %, 75 %]}
            - {key: data.held_out, values: [10000]}
            record: [accuracy_z, training_nominal_updates]
            """;

    @TempDir
    Path folder;

    /** A quick reproduction tests fewer than there are. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                        | 10,000
        - {key: data.test, values: [1000]} | 1,000
        """)
    void theCaptionSaysOnHowManyImagesTheReadingsAreJudged(String axis, String images) {
        String plan = axis == null ? PLAN : PLAN.replace("record:", axis + "\nrecord:");
        FinishedSweep sweep = SyntheticSweep.write(
                folder, plan, labels -> labels.contains("75 %") ? List.of("no luck") : List.of(0.9, 7e7));
        String caption = Shi2019.FIGURES
                .get("search")
                .draw(new Evidence("search", "readings", Map.of("search", sweep), List.of()))
                .caption();
        assertTrue(caption.startsWith("Chosen on " + images + " training images that nobody learned from;"), caption);
    }
}
