package crosspike.circuit.subarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import crosspike.input.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/circuit-model.md} says what the code does. */
class DocumentTest {
    private static final String TEXT = text();

    @Test
    void itsExampleRunsInBothModes() throws IOException {
        Matcher json = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL).matcher(TEXT);
        assertTrue(json.find(), "the document has no example");
        for (String mode : List.of("default", "neurosim-compatible")) {
            var results =
                    SubArrayCases.run(new ObjectMapper().readTree(json.group(1)), Example.LIBRARY, Mode.named(mode));
            assertEquals("rram-128x128", results.at("/subarrayCases/0/id").asText());
            assertTrue(results.at("/subarrayCases/0/outputs/area/total_m2").doubleValue() > 0);
        }
    }

    @Test
    void everyCorrectionIsExplained() {
        for (Correction correction : Correction.values()) {
            assertTrue(TEXT.contains("| `" + correction + "` |"), correction + " is not explained");
        }
    }

    @Test
    void everyInputIsExplained() {
        Example.ORACLE.at("/subarrayCases/0/inputs").fieldNames().forEachRemaining(key -> {
            boolean ignored = List.of("device", "readNoise", "sigmaCtoC").contains(key);
            assertTrue(ignored || TEXT.contains("`" + key + "`"), key + " is not explained");
        });
    }

    private static String text() {
        try {
            return Files.readString(Installation.path("docs", "circuit-model.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
