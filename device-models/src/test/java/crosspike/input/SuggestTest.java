package crosspike.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestTest {
    private static final List<String> KNOWN = List.of("epochs", "seed", "levels", "soft-pruning");

    @ParameterizedTest
    @CsvSource({"epoch, epochs", "sede, seed", "LEVELS, levels", "softpruning, soft-pruning", "leels, levels"})
    void aSlipIsUnderstood(String typed, String meant) {
        assertEquals(Optional.of(meant), Suggest.nearest(typed, KNOWN));
    }

    @Test
    void somethingElseIsNotGuessed() {
        assertEquals(Optional.empty(), Suggest.nearest("temperature", KNOWN));
        assertEquals(Optional.empty(), Suggest.nearest("", KNOWN));
        assertEquals(Optional.empty(), Suggest.nearest("x", List.of("y")));
    }

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "abc, abc, 0", "ab, ba, 1", "'', abc, 3", "a cat, an act, 2"})
    void theDistanceCountsEdits(String a, String b, int edits) {
        assertEquals(edits, Suggest.distance(a, b));
        assertEquals(edits, Suggest.distance(b, a));
    }
}
