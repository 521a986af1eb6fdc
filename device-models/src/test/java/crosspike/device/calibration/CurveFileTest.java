package crosspike.device.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import crosspike.input.UserError;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Against pulse-curves.json, whose outputs were computed by MLP NeuroSim V3.0 (its file says with which commit). */
class CurveFileTest {
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path folder;

    /**
     * @param tolerance relative; 1e-5, or 1e-4 where |NL| is above 8, for there the oracle's own list of six decimals is
     *     that coarse
     */
    record Case(JsonNode expected, JsonNode actual, double tolerance) {
        @Override
        public String toString() {
            return "NL " + expected.get("NL_LTP") + "/" + expected.get("NL_LTD");
        }
    }

    static List<Case> curves() throws IOException, URISyntaxException {
        return cases("pulseModel", LabelConvention.TABULATED);
    }

    static List<Case> exactCurves() throws IOException, URISyntaxException {
        List<Case> cases = cases("pulseModel", LabelConvention.EXACT);
        cases.removeIf(one -> one.expected.get("NL_LTP").asDouble() == 0); // the oracle reads 0 as -0.01
        return cases;
    }

    private static List<Case> cases(String list, LabelConvention convention) throws IOException, URISyntaxException {
        Path file = Path.of(CurveFileTest.class.getResource("pulse-curves.json").toURI());
        JsonNode expected = JSON.readTree(Files.readString(file)).get(list);
        JsonNode actual = JSON.readTree(CurveFile.fill(file, convention)).get(list);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            boolean steep = Math.abs(expected.get(i).path("NL_LTP").asDouble()) > 8;
            cases.add(new Case(expected.get(i), actual.get(i), steep ? 1e-4 : 1e-5));
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource({"curves", "exactCurves"})
    void everyConductanceIsTheOracles(Case one) {
        for (String key : List.of("G_LTP_S", "G_LTD_S")) {
            JsonNode expected = one.expected.get("outputs").get(key);
            JsonNode actual = one.actual.get("outputs").get(key);
            assertEquals(expected.size(), actual.size(), key);
            for (int n = 0; n < expected.size(); n++) {
                assertClose(expected.get(n).asDouble(), actual.get(n).asDouble(), one.tolerance, key + "[" + n + "]");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("curves")
    void everyParameterIsTheOracles(Case one) {
        for (String key : List.of("normA_LTP", "normA_LTD", "A_LTP_pulses", "A_LTD_pulses", "B_LTP_S", "B_LTD_S")) {
            double expected = one.expected.get("outputs").get(key).asDouble();
            assertClose(expected, one.actual.get("outputs").get(key).asDouble(), one.tolerance, key);
        }
    }

    @Test
    void everyLabelIsTheOracles() throws IOException, URISyntaxException {
        List<Case> labels = cases("normA_from_NL", LabelConvention.TABULATED);
        assertEquals(37, labels.size());
        for (Case one : labels) {
            double expected = one.expected.get("normA").asDouble();
            assertClose(
                    expected,
                    one.actual.get("normA").asDouble(),
                    2e-5,
                    one.expected.get("NL").asText());
        }
    }

    @Test
    void everyExactLabelIsTheOraclesWithinItsSixDecimals() throws IOException, URISyntaxException {
        for (Case one : cases("normA_from_NL", LabelConvention.EXACT)) {
            if (one.expected.get("NL").asDouble() != 0) {
                double expected = one.expected.get("normA").asDouble();
                assertEquals(
                        expected,
                        one.actual.get("normA").asDouble(),
                        5.1e-7,
                        one.expected.get("NL").asText());
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0.29, 0.28", "0.105, 0.10", "8.12, 8.11", "12, 9", "0.001, 0.01", "-0.58, -0.57", "0, -0.01"})
    void aTabulatedLabelIsCutToHundredthsAsToolsDo(double label, double readAs) {
        assertEquals(LabelConvention.EXACT.shape(readAs), LabelConvention.TABULATED.shape(label), 5.1e-7);
    }

    @Test
    void aStraightLineHasNoFiniteShape() throws IOException {
        Path file = write("{\"normA_from_NL\": [{\"NL\": 0, \"note\": \"kept\"}]}");
        assertEquals(
                JSON.readTree("{\"normA_from_NL\": [{\"NL\": 0, \"note\": \"kept\", \"normA\": null}]}"),
                JSON.readTree(CurveFile.fill(file, LabelConvention.EXACT)));
    }

    @ParameterizedTest
    @EnumSource(LabelConvention.class)
    void curvesEndAtBothConductances(LabelConvention convention) throws IOException {
        for (String label : List.of("0", "-9", "9", "0.003", "-3.333")) {
            Path file = write("{\"pulseModel\": [" + inputs(label, "16", "1e-9", "0.25e-6") + "]}");
            JsonNode outputs = JSON.readTree(CurveFile.fill(file, convention))
                    .get("pulseModel")
                    .get(0)
                    .get("outputs");
            assertEquals(17, outputs.get("G_LTP_S").size());
            assertEquals(1e-9, outputs.get("G_LTP_S").get(0).asDouble());
            assertEquals(0.25e-6, outputs.get("G_LTP_S").get(16).asDouble(), 1e-21);
            assertEquals(0.25e-6, outputs.get("G_LTD_S").get(0).asDouble(), 1e-21);
            assertEquals(1e-9, outputs.get("G_LTD_S").get(16).asDouble());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {                                  | curves.json, line 1: Unexpected end-of-input: expected close marker for Object; expected a JSON object with the list pulseModel
            {"pulseModel": NaN}                | curves.json, line 1: Non-standard token 'NaN'; expected a JSON object with the list pulseModel
            {"pulseModel": [], "pulseModel": []} | curves.json, line 1: Duplicate field 'pulseModel'; expected a JSON object with the list pulseModel
            []                                 | curves.json holds no JSON object; expected one with the list pulseModel
            {"a": 1}                           | curves.json has neither pulseModel nor normA_from_NL; expected a JSON object with one of these lists
            {"pulseModel": 3}                  | pulseModel (curves.json) is no list; expected a list of objects
            {"pulseModel": [3]}                | pulseModel[0] (curves.json) is no object; expected keys and values
            {"normA_from_NL": [{"NL": 1}, {}]} | normA_from_NL[1].NL (curves.json) is missing; expected a number
            {"normA_from_NL": [{"NL": "x"}]}   | normA_from_NL[0].NL (curves.json) is "x"; expected a number
            {"pulseModel": [{"minConductance_S": 1, "maxConductance_S": 2}]} | pulseModel[0].numLevelLTP (curves.json) is missing; expected a number
            """)
    void whatIsWrongIsNamedInOneLine(String text, String message) throws IOException {
        assertFails(text, message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | 16.5 | 1e-9 | 1e-6 | pulseModel[0].numLevelLTP (curves.json) is 16.5; expected a whole number of pulses from 1 to 65536
            1 | 0    | 1e-9 | 1e-6 | pulseModel[0].numLevelLTP (curves.json) is 0; expected a whole number of pulses from 1 to 65536
            1 | 16   | 1e-6 | 1e-9 | pulseModel[0] (curves.json): conductances are 1.0E-6 S and 1.0E-9 S; expected 0 <= minimum < maximum
            1 | 16   | -1   | 1e-9 | pulseModel[0] (curves.json): conductances are -1.0 S and 1.0E-9 S; expected 0 <= minimum < maximum
            """)
    void valuesOutOfRangeAreNamed(String label, String pulses, String min, String max, String message)
            throws IOException {
        assertFails("{\"pulseModel\": [" + inputs(label, pulses, min, max) + "]}", message);
    }

    private void assertFails(String text, String message) throws IOException {
        Path file = write(text);
        UserError error = assertThrows(UserError.class, () -> CurveFile.fill(file, LabelConvention.TABULATED));
        String shown = error.getMessage().replace(folder + "/", "");
        assertTrue(shown.startsWith(message), shown);
    }

    private static String inputs(String label, String pulses, String min, String max) {
        return "{\"NL_LTP\": " + label + ", \"NL_LTD\": " + label + ", \"numLevelLTP\": " + pulses
                + ", \"numLevelLTD\": 16, \"minConductance_S\": " + min + ", \"maxConductance_S\": " + max + "}";
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("curves.json"), text);
    }

    private static void assertClose(double expected, double actual, double relative, String what) {
        assertEquals(expected, actual, relative * Math.abs(expected), what);
    }
}
