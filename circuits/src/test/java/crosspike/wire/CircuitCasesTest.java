package crosspike.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import crosspike.input.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CircuitCasesTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final String TWO_BY_THREE = """
            {"id": "c", "rows": 2, "cols": 3,
             "device_resistance_ohm": [[1e4, 2e4, null], [3e4, 4e4, 5e4]],
             "access_resistance_ohm": 0.0,
             "wl_segment_ohm": [[1, 1], [1, 1]],
             "bl_segment_ohm": [[1, 1, 1]],
             "left": {"voltage": [0.1, 0.2], "resistance": [10, 10]},
             "right": {"voltage": [0, 0], "resistance": [null, null]},
             "bottom": {"voltage": [0, 0, 0], "resistance": [5, 5, 5]},
             "top": {"voltage": [0, 0, 0], "resistance": [null, null, null]},
             "nonlinear_sinh_b_per_volt": null}""";

    @Test
    void theFileComesBackWithResults() throws JsonProcessingException {
        ObjectNode solved =
                CircuitCases.solve(MAPPER.readTree("{\"format\": \"x\", \"cases\": [" + TWO_BY_THREE + "]}"));
        assertEquals("x", solved.path("format").asText());
        JsonNode one = solved.at("/cases/0");
        ObjectNode rest = one.deepCopy();
        rest.remove("result");
        assertEquals(MAPPER.readTree(TWO_BY_THREE), rest);
        JsonNode result = one.path("result");
        assertEquals(
                "[wl_node_voltage, bl_node_voltage, device_current, left_current_in, right_current_in,"
                        + " bottom_current_out, top_current_out, supply_power_w, iterations, residual]",
                result.properties().stream()
                        .map(field -> field.getKey())
                        .toList()
                        .toString());
        assertEquals(2, result.path("wl_node_voltage").size());
        assertEquals(3, result.path("bottom_current_out").size());
        assertEquals("[0.0,0.0]", result.path("right_current_in").toString());
        assertTrue(result.path("residual").asDouble() < 1e-12);
    }

    @Test
    void whatIsLeftOutIsNotConnectedLinearAndWithoutAccessTransistorsAndOneNumberStandsForAll()
            throws JsonProcessingException {
        JsonNode whole = MAPPER.readTree(TWO_BY_THREE);
        JsonNode brief = MAPPER.readTree("""
                {"device_resistance_ohm": [[1e4, 2e4, null], [3e4, 4e4, 5e4]],
                 "wl_segment_ohm": 1, "bl_segment_ohm": 1,
                 "left": {"voltage": [0.1, 0.2], "resistance": 10}, "bottom": {"resistance": 5}}""");
        assertEquals(
                CircuitCases.json(NodalSolver.solve(CircuitCases.circuit(whole))),
                CircuitCases.json(NodalSolver.solve(CircuitCases.circuit(brief))));
    }

    @Test
    void nodesThatNoTerminalReachesAreNull() throws JsonProcessingException {
        JsonNode one = MAPPER.readTree("""
                {"device_resistance_ohm": [[1e4], [null]], "wl_segment_ohm": [[], []], "bl_segment_ohm": [[1]],
                 "left": {"voltage": [0.1, null], "resistance": [10, null]}, "bottom": {"resistance": [5]}}""");
        ObjectNode json = CircuitCases.json(NodalSolver.solve(CircuitCases.circuit(one)));
        assertTrue(json.at("/wl_node_voltage/1/0").isNull());
        assertEquals("0.0", json.at("/device_current/1/0").toString());
        assertTrue(json.at("/bl_node_voltage/1/0").isNumber());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        "rows": 2                    | "rows": 3                  | device_resistance_ohm has 2 rows; expected 3
        "rows": 2                    | "rows": 0                  | rows is 0; expected a whole number of 1 or more
        "rows": 2                    | "rows": "two"              | rows is "two"; expected a whole number of 1 or more
        "cols": 3                    | "cols": 2                  | device_resistance_ohm[0] has 3 values; expected 2
        4e4, 5e4                     | 4e4                        | device_resistance_ohm[1] has 2 values; expected 3
        4e4, 5e4                     | 4e4, -5e4                  | device_resistance_ohm[1][2] is -50000.0; expected a resistance of 0 ohm or more, or null for not connected
        4e4, 5e4                     | 4e4, "x"                   | device_resistance_ohm[1][2] is "x"; expected a number or null
        4e4, 5e4                     | 4e4, [1]                   | device_resistance_ohm[1][2] is a list; expected a number or null
        "device_resistance_ohm"      | "devices"                  | device_resistance_ohm is missing; expected 2 x 3 numbers
        [[1, 1], [1, 1]]             | [[1, 1]]                   | wl_segment_ohm has 1 rows; expected 2
        [[1, 1, 1]]                  | [[1, 1]]                   | bl_segment_ohm[0] has 2 values; expected 3
        [[1, 1, 1]]                  | []                         | bl_segment_ohm has 0 rows; expected 1
        [10, 10]                     | [10, -10]                  | left.resistance[1] is -10.0; expected a resistance of 0 ohm or more, or null for not connected
        [0.1, 0.2]                   | [0.1]                      | left.voltage has 1 values; expected 2
        [0.1, 0.2]                   | [0.1, 1e999]               | left.voltage[1] is Infinity; expected a number or null
        [0.1, 0.2]                   | [0.1, null]                | left.voltage[1] is null, but its resistance is 10.0 ohm; expected a number, or null for both if the end is not connected
        [0.1, 0.2]                   | null                       | left.voltage is null, but its resistance is 10.0 ohm; expected a number, or null for both if the end is not connected
        "left": {                    | "left": 5, "other": {      | left is 5; expected {"voltage": [...], "resistance": [...]}
        "access_resistance_ohm": 0.0 | "access_resistance_ohm": -1 | access_resistance_ohm[0][0] is -1.0; expected a resistance of 0 ohm or more, or null for not connected
        [10, 10]}                    | [10, 10], "ohms": 1}       | left.ohms is unknown; expected voltage or resistance
        [0.1, 0.2]                   | 1, "voltages": [0.1, 0.2]  | left.voltages is unknown; expected voltage or resistance
        "resistance": [10, 10]       | "resistence": [10, 10]     | left.resistance is missing; expected 2 numbers, 0 for an ideal terminal and null for one that is not connected
        "bottom": {                  | "buttom": {                | buttom is unknown; did you mean bottom?
        "access_resistance_ohm"      | "access_resistence_ohm"    | access_resistence_ohm is unknown; did you mean access_resistance_ohm?
        "nonlinear_sinh_b_per_volt"  | "nonlinear_sinh_per_volt"  | nonlinear_sinh_per_volt is unknown; did you mean nonlinear_sinh_b_per_volt?
        _volt": null                 | _volt": -3                 | nonlinear_sinh_b_per_volt[0][0] is -3.0; expected 0 (linear) or more per volt
        """)
    void aWrongCaseIsNamedWithItsField(String from, String to, String message) throws JsonProcessingException {
        JsonNode file = MAPPER.readTree("{\"cases\": [" + TWO_BY_THREE.replace(from, to) + "]}");
        UserError e = assertThrows(UserError.class, () -> CircuitCases.solve(file));
        assertEquals("case \"c\": " + message, e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {}                                    | cases is missing or no list; expected {"cases": [...]}
        []                                    | cases is missing or no list; expected {"cases": [...]}
        {"cases": 3}                          | cases is missing or no list; expected {"cases": [...]}
        {"cases": []}                         | cases is empty; expected at least one circuit
        {"cases": [3]}                        | cases[0] is no object; expected the fields of one circuit
        {"cases": [{}]}                       | cases[0]: device_resistance_ohm is missing or empty; expected rows of numbers or null
        {"cases": [{"device_resistance_ohm": [[1]]}]} | cases[0]: nothing is driven: left, right, top and bottom are missing; expected at least one of them
        """)
    void aFileThatHoldsNoCircuitsIsRefused(String json, String message) throws JsonProcessingException {
        JsonNode file = MAPPER.readTree(json);
        UserError e = assertThrows(UserError.class, () -> CircuitCases.solve(file));
        assertEquals(message, e.getMessage());
    }
}
