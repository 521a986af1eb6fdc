package crosspike.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.input.UserError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 240 images of bars are there to be learnt. */
class LengthOfTrainingTest {
    private static final List<String> SHI = List.of();
    private static final List<String> DIEHL_COOK =
            List.of("network={kind: diehl-cook, outputs: 12, display: 5 ms}", "learning={}", "device={preset: ideal}");

    private static Outcome run(List<String> network, String epochs) {
        String[] overrides = network.toArray(new String[network.size() + 1]);
        overrides[network.size()] = "learning.epochs=" + epochs;
        return TinyExperiment.run(overrides);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void epochsThatShowNoImageAreAMistake(boolean isDiehlCook) {
        UserError error = assertThrows(UserError.class, () -> run(isDiehlCook ? DIEHL_COOK : SHI, "0.002"));
        assertEquals(
                "learning.epochs is 0.002, less than one of the 240 training images; expected at least 0.0042, or 0 to train"
                        + " nothing",
                error.getMessage());
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theLeastThatIsExpectedShowsOneImage(boolean isDiehlCook) {
        Outcome outcome = run(isDiehlCook ? DIEHL_COOK : SHI, "0.0042");
        assertEquals(
                List.of(1L),
                outcome.checkpoints().stream()
                        .map(point -> point.presentations())
                        .toList());
    }

    @Test
    void withoutAnyEpochTheNetworkStaysAsItBegins() {
        assertEquals(0, run(SHI, "0").activity().training().nominalUpdates());
        assertEquals(0, run(DIEHL_COOK, "0").activity().training().nominalUpdates());
    }
}
