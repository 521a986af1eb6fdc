package crosspike.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The 26 public cases of the crossbar oracle; its first field says who computed them. */
class PublicCasesTest {
    /** Of the largest voltage, current or power: the accuracy the oracle was made to judge. */
    private static final double TOLERANCE = 1e-10;

    private static final JsonNode SOLVED = CircuitCases.solve(oracle());

    static Stream<String> ids() {
        return cases().map(one -> one.path("id").asText());
    }

    private static Stream<JsonNode> cases() {
        return StreamSupport.stream(SOLVED.path("cases").spliterator(), false);
    }

    @Test
    void thereAre26Cases() {
        assertEquals(26, cases().count());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void voltagesCurrentsAndPowerAgree(String id) {
        JsonNode one = cases().filter(c -> c.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
        JsonNode expected = one.path("expected");
        JsonNode result = one.path("result");
        double volts = Stream.of("left", "right", "bottom", "top")
                .flatMap(terminal -> numbers(one.path(terminal).path("voltage")).stream())
                .mapToDouble(Math::abs)
                .max()
                .orElseThrow();
        List<String> currents = List.of(
                "device_current", "left_current_in", "right_current_in", "bottom_current_out", "top_current_out");
        double amps = currents.stream()
                .flatMap(field -> numbers(expected.path(field)).stream())
                .mapToDouble(Math::abs)
                .max()
                .orElseThrow();
        compare("wl_node_voltage", expected, result, volts);
        compare("bl_node_voltage", expected, result, volts);
        currents.forEach(field -> compare(field, expected, result, amps));
        compare(
                "supply_power_w",
                expected,
                result,
                expected.path("supply_power_w").asDouble());
        assertTrue(result.path("residual").asDouble() < 1e-12, () -> "residual " + result.path("residual"));
        assertTrue(result.path("iterations").asInt() > 0);
    }

    private static void compare(String field, JsonNode expected, JsonNode result, double scale) {
        double[] wanted = numbers(expected.path(field)).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        double[] found = numbers(result.path(field)).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        Circuits.assertClose(wanted, found, TOLERANCE * scale, field);
        assertEquals(Arrays.toString(shape(expected.path(field))), Arrays.toString(shape(result.path(field))), field);
    }

    private static int[] shape(JsonNode node) {
        return new int[] {node.size(), node.path(0).size()};
    }

    /** All numbers in nested lists; NaN for null. */
    private static List<Double> numbers(JsonNode node) {
        List<Double> numbers = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(one -> numbers.addAll(numbers(one)));
        } else {
            assertTrue(node.isNumber() || node.isNull(), node::toString);
            numbers.add(node.isNull() ? Double.NaN : node.asDouble());
        }
        return numbers;
    }

    private static JsonNode oracle() {
        try (var gz = new GZIPInputStream(PublicCasesTest.class.getResourceAsStream("crossbar-public.json.gz"))) {
            return new ObjectMapper().readTree(gz);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
