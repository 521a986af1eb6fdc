package crosspike.experiment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.input.UserError;
import crosspike.snn.dataset.Dataset;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings are chosen on training images that nobody learns from, never on the test images. */
class HeldOutImagesTest {

    @Test
    void theLastTrainingImagesTakeThePlaceOfTheTestImages() {
        Dataset all = TinyExperiment.data();
        Dataset byHand =
                new Dataset("bars", all.training().first(190), all.training().last(50), Map.of());
        Outcome expected = NetworkExperiment.of(TinyExperiment.config(), byHand, Progress.SILENT, 1, Hardware.REFUSED)
                .run();
        Outcome found = TinyExperiment.run("data.held_out=50");
        assertEquals(
                50,
                Arrays.stream(found.confusion()).flatMapToInt(Arrays::stream).sum());
        assertArrayEquals(expected.confusion(), found.confusion());
        assertEquals(all.training().labels()[190], all.training().last(50).labels()[0]);
    }

    @Test
    void someImagesHaveToBeLeftToLearnFrom() {
        UserError error = assertThrows(UserError.class, () -> TinyExperiment.run("data.held_out=240"));
        assertEquals("data.held_out is 240, but bars has 240 images; expected fewer than that", error.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        data.training  | 60 | data.training is 60, but 40 of the 240 images of bars are left beside data.held_out 200; expected at most that many, or a smaller data.held_out
        data.labelling | 60 | data.labelling is 60, but 40 of the 240 images of bars are left beside data.held_out 200; expected at most that many, or a smaller data.held_out
        data.test      | 201 | data.test is 201, but data.held_out keeps back 200 images to be tested on; expected at most that many, or a larger data.held_out
        """)
    void moreThanIsLeftOrKeptBackIsRefused(String key, int images, String message) {
        UserError error = assertThrows(
                UserError.class, () -> TinyExperiment.run("data.held_out=200", "data.training=40", key + "=" + images));
        assertEquals(message, error.getMessage());
    }
}
