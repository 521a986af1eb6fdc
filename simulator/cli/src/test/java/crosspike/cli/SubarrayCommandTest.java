package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** {@code crosspike subarray} against numbers of NeuroSim; who computed them is the first line of the file. */
class SubarrayCommandTest {
    private static final JsonMapper JSON = new JsonMapper();
    /** What a user may count on; the model itself is far closer. */
    private static final double TOLERANCE = 1e-3;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theFiguresHaveTheNamesAndValuesOfTheOracle() throws IOException {
        ObjectNode oracle = oracle();
        ObjectNode questions = oracle.deepCopy();
        questions.path("subarrayCases").forEach(one -> ((ObjectNode) one).remove("outputs"));
        assertEquals(0, run(questions.toString()), err.toString());
        JsonNode answers = JSON.readTree(out.toString());
        assertEquals(List.of("subarrayCases"), names(answers));
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        for (int i = 0; i < oracle.path("subarrayCases").size(); i++) {
            JsonNode expected = oracle.path("subarrayCases").get(i);
            JsonNode actual = answers.path("subarrayCases").get(i);
            assertEquals(List.of("id", "outputs"), names(actual));
            assertEquals(expected.path("id"), actual.path("id"));
            compared += compare(expected.path("id").asText(), expected.path("outputs"), actual.path("outputs"), wrong);
        }
        assertTrue(wrong.isEmpty(), () -> String.join("\n", wrong));
        assertTrue(compared > 200, "compared only " + compared);
    }

    @Test
    void theCorrectedModeGivesOtherNumbersUnderTheSameNames() throws IOException {
        assertEquals(0, run(oracle().toString(), "--mode", "default"), err.toString());
        JsonNode corrected = JSON.readTree(out.toString()).at("/subarrayCases/0/outputs");
        JsonNode oracle = oracle().at("/subarrayCases/0/outputs");
        assertEquals(names(oracle), names(corrected));
        List<String> different = new ArrayList<>();
        compare("", oracle, corrected, different);
        assertTrue(different.size() > 5, different.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        cols             | 0     | cols is 0; expected a whole number from 1 to 1048576
        cols             | 2     | cols is 2, which makes the array 8.0 F long on the side of its periphery; expected at least 15.2 F, 4 lines of this cell (the mode default lets the periphery overhang)
        cols             | 10.5  | cols is 10.5; expected a whole number
        numColMuxed      | 0     | numColMuxed is 0; expected a whole number from 1 to 65536
        minConductance_S | -1e-9 | minConductance_S is -1.0E-9; expected above 0 and below 1 S
        maxConductance_S | 1e-9  | maxConductance_S is 1.0E-9; expected above minConductance_S = 3.0769E-9 and below 1 S
        maxConductance_S | 1e9   | maxConductance_S is 1000000000; expected above minConductance_S = 3.0769E-9 and below 1 S
        temperature_K    | 500   | temperature is 500.0 K; the technology data reach from 300.0 K to 400.0 K
        """)
    void aWrongValueIsOneLineThatNamesTheCaseAndTheKey(String key, double value, String message) throws IOException {
        ObjectNode file = oracle();
        ((ObjectNode) file.at("/subarrayCases/0/inputs")).set(key, DoubleNode.valueOf(value));
        refused("FILE: pub-01: " + message, file.toString());
    }

    @Test
    void aMultiplexerWiderThanTheArrayIsRefusedByTheCorrectedModel() throws IOException {
        ObjectNode file = oracle();
        ((ObjectNode) file.at("/subarrayCases/0/inputs")).put("numColMuxed", 101);
        refused(
                "FILE: pub-01: numColMuxed is 101, more than the 100 cols there are; expected 1 to 100",
                file.toString(),
                "--mode",
                "default");
    }

    @Test
    void aMissingKeyIsNamed() throws IOException {
        ObjectNode file = oracle();
        ((ObjectNode) file.at("/subarrayCases/1/inputs")).remove("readVoltage_V");
        refused("FILE: pub-13: readVoltage_V is missing; expected a number", file.toString());
    }

    @Test
    void anUnknownNodeNamesThoseThereAre() throws IOException {
        ObjectNode file = oracle();
        ((ObjectNode) file.at("/subarrayCases/0/inputs")).put("processNode_nm", 28);
        assertEquals(2, run(file.toString()));
        String start = "error: " + folder.resolve("cases.json")
                + ": pub-01: technology node 28 nm HP is unknown; calibration-data/technology has: 130 nm HP, ";
        assertTrue(err.toString().startsWith(start), err.toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"subarrayCases": [{"id": 1, "id": 2}]} | FILE, line 1: Duplicate field 'id'; expected a JSON file with subarrayCases[]
        {}                           | FILE: subarrayCases is missing; expected a list of {"id", "inputs"}
        {"subarrayCases": [{"id": "a"}]} | FILE: a: inputs is missing; expected the keys of a subarray
        """)
    void aFileThatHoldsNoCasesSaysWhatItShouldHold(String content, String message) throws IOException {
        refused(message, content);
    }

    @Test
    void anUnknownModeNamesThoseThereAre() throws IOException {
        refused(
                "circuit mode corect is unknown; expected default or neurosim-compatible",
                oracle().toString(),
                "--mode",
                "corect");
    }

    private void refused(String message, String content, String... options) throws IOException {
        assertEquals(2, run(content, options), err.toString());
        assertEquals(
                "error: " + message + "\n",
                err.toString().replace(folder.resolve("cases.json").toString(), "FILE"));
        assertEquals("", out.toString());
    }

    private int run(String content, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("cases.json"), content);
        List<String> arguments = new ArrayList<>(List.of("subarray", file.toString()));
        arguments.addAll(List.of(options));
        CommandLine commandLine =
                Crosspike.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return Main.execute(commandLine, arguments.toArray(String[]::new));
    }

    private static ObjectNode oracle() throws IOException {
        try (InputStream file = SubarrayCommandTest.class.getResourceAsStream("neurosim.json")) {
            return (ObjectNode) JSON.readTree(file);
        }
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static int compare(String path, JsonNode expected, JsonNode actual, List<String> wrong) {
        if (!Set.copyOf(names(expected)).equals(Set.copyOf(names(actual)))) wrong.add(path + ": " + names(actual));
        int compared = 0;
        for (var entry : expected.properties()) {
            String name = path + "/" + entry.getKey();
            JsonNode mine = actual.path(entry.getKey());
            if (entry.getValue().isObject()) {
                compared += compare(name, entry.getValue(), mine, wrong);
            } else {
                compared++;
                double want = entry.getValue().doubleValue();
                if (!(Math.abs(mine.asDouble(Double.NaN) - want) <= TOLERANCE * Math.abs(want))) {
                    wrong.add(name + ": " + mine + " instead of " + want);
                }
            }
        }
        return compared;
    }
}
