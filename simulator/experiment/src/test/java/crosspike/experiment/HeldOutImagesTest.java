package crosspike.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Settings are chosen on training images that nobody learns from, never on the test images. */
class HeldOutImagesTest {

    @Test
    void theLastTrainingImagesTakeThePlaceOfTheTestImages() {
        Dataset all = TinyExperiment.data();
        Dataset byHand =
                new Dataset("bars", all.training().first(190), all.training().last(50), Map.of());
        var expected = new WinnerTakeAllExperiment(TinyExperiment.config(), byHand, Progress.SILENT, 1).run();
        var found = TinyExperiment.run("data.held_out=50");
        assertEquals(50, found.test().predicted().length);
        assertArrayEquals(expected.test().predicted(), found.test().predicted());
        assertEquals(all.training().labels()[190], all.training().last(50).labels()[0]);
    }

    @Test
    void someImagesHaveToBeLeftToLearnFrom() {
        UserError error = assertThrows(UserError.class, () -> TinyExperiment.run("data.held_out=240"));
        assertEquals("data.held_out is 240, but bars has 240 images; expected fewer than that", error.getMessage());
    }
}
