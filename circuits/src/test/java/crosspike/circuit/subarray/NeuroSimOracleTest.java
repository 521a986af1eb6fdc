package crosspike.circuit.subarray;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The mode neurosim-compatible against the numbers of MLP+NeuroSim V3.0; who computed them is the file's first line. */
class NeuroSimOracleTest {
    /** The oracle prints 12 digits, of which differences of large numbers lose one. */
    private static final double TOLERANCE = 1e-10;

    static Stream<String> ids() {
        return cases().map(one -> one.path("id").asText());
    }

    private static Stream<JsonNode> cases() {
        List<JsonNode> list = new ArrayList<>();
        Example.ORACLE.path("subarrayCases").forEach(list::add);
        return list.stream();
    }

    @Test
    void thereAre24Cases() {
        assertEquals(24, ids().count());
    }

    /** Whoever compares the results looks them up by it. */
    @Test
    void anIdComesBackAsItWasGiven() {
        ObjectNode file = Example.ORACLE.deepCopy();
        ((ObjectNode) file.at("/subarrayCases/0")).put("id", 7);
        ((ObjectNode) file.at("/subarrayCases/1")).remove("id");
        JsonNode results = SubArrayCases.run(file, Example.LIBRARY, Mode.NEUROSIM_COMPATIBLE);
        assertEquals(7, results.at("/subarrayCases/0/id").numberValue());
        assertEquals("subarrayCases[1]", results.at("/subarrayCases/1/id").textValue());
        assertEquals("pub-03", results.at("/subarrayCases/2/id").textValue());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void everyFigureOfEveryComponentAgrees(String id) {
        JsonNode one = cases().filter(c -> c.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
        ObjectNode actual =
                SubArrayCases.outputs(SubArrayInputs.of(one.path("inputs")), Example.LIBRARY, Mode.NEUROSIM_COMPATIBLE);
        List<String> wrong = new ArrayList<>();
        int compared = compare("", one.path("outputs"), actual, wrong);
        assertTrue(wrong.isEmpty(), () -> wrong.size() + " differ:\n" + String.join("\n", wrong));
        assertTrue(compared > 110, "compared only " + compared);
    }

    @Test
    void aFileOfCasesBecomesAFileOfResultsInTheSameOrder() {
        ObjectNode results = SubArrayCases.run(Example.ORACLE, Example.LIBRARY, Mode.NEUROSIM_COMPATIBLE);
        assertEquals(ids().toList(), results.path("subarrayCases").findValuesAsText("id"));
        List<String> groups = new ArrayList<>();
        results.at("/subarrayCases/0/outputs").fieldNames().forEachRemaining(groups::add);
        assertEquals(
                List.of(
                        "derived",
                        "area",
                        "leakage",
                        "readLatency",
                        "readDynamicEnergy",
                        "writeLatency_wholeArray",
                        "writeDynamicEnergy_oneRow",
                        "array"),
                groups);
    }

    private static int compare(String path, JsonNode expected, JsonNode actual, List<String> wrong) {
        int compared = 0;
        for (var entry : expected.properties()) {
            String name = path + "/" + entry.getKey();
            JsonNode mine = actual.path(entry.getKey());
            if (entry.getValue().isObject()) {
                compared += compare(name, entry.getValue(), mine, wrong);
            } else {
                compared++;
                double want = entry.getValue().doubleValue();
                double got = mine.isNumber() ? mine.doubleValue() : Double.NaN;
                if (!(Math.abs(got - want) <= TOLERANCE * Math.abs(want))) {
                    wrong.add(name + ": " + got + " instead of " + want + ", off by " + (got / want - 1));
                }
            }
        }
        for (var entry : actual.properties()) {
            if (!expected.has(entry.getKey())) wrong.add(path + "/" + entry.getKey() + " is not in the oracle");
        }
        return compared;
    }
}
