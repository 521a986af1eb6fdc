package crosspike.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theListStartsWithTheBundledDigits() {
        assertEquals(0, run("data", "list"));
        assertTrue(
                out.toString().startsWith("digits             verified, 12,000 images in 10 classes\n"), out::toString);
        assertEquals("", err.toString());
    }

    @Test
    void theListIsAlsoJson() throws Exception {
        assertEquals(0, run("data", "list", "--json"));
        assertTrue(out.toString().contains("\"name\": \"digits\""), "written as every JSON file of ours: " + out);
        JsonNode digits = JsonMapper.builder().build().readTree(out.toString()).get(0);
        assertEquals("digits", digits.get("name").asText());
        assertEquals("verified", digits.get("state").asText());
        assertEquals(12_000, digits.get("images").asInt());
        assertEquals(987 + 196, digits.get("images_per_class").get("0").asInt());
    }

    @Test
    void whatCannotBeFetchedIsAMistakeOfTheUser() {
        assertEquals(2, run("data", "fetch", "digits"));
        assertEquals("error: data set digits comes with Crosspike; there is nothing to fetch\n", err.toString());
        assertEquals("", out.toString());
    }

    @Test
    void mistakesInAddingADataSetAreTold() {
        assertEquals(2, run("data", "add", "mnist", "--from", "."));
        assertEquals(2, run("data", "add", "mine", "--from", "nowhere"));
        assertEquals(2, run("data", "add", "mine", "--from", ".", "--size", "28"));
        assertEquals("""
                error: data set mnist is there already; choose another name, or move it away
                error: nowhere is no folder; expected one that holds the images
                error: --size is "28"; expected width and height in pixels, such as 28x28
                """, err.toString());
    }

    @Test
    void aDataSetOfOnesOwnIsAddedListedAndLearnt(@TempDir Path folder) throws Exception {
        Path tables = Files.createDirectory(folder.resolve("tables"));
        Files.writeString(tables.resolve("train.csv"), "0,255,0,0,0\n1,0,0,0,255\n".repeat(10));
        Files.writeString(tables.resolve("test.csv"), "1,0,0,0,255\n");
        Files.writeString(folder.resolve("mine.yaml"), """
                crosspike: 1
                data: {set: mine}
                network: {outputs: 4}
                learning: {epochs: 1}
                """);
        try (Shell shell =
                Shell.in(folder, Map.of("CROSSPIKE_DATA", folder.resolve("data").toString()))) {
            Shell.Result added = shell.run("data", "add", "mine", "--from", "tables");
            assertEquals(
                    "mine               present, 21 images in 2 classes (no checksums are known)",
                    added.out().lines().findFirst().orElseThrow());
            assertTrue(shell.run("data", "list").out().contains(added.out()));
            assertEquals(0, shell.run("run", "mine.yaml", "--out", "run").exitCode());
            assertEquals(2, shell.run("data", "add", "mine", "--from", "tables").exitCode());
        }
    }

    private int run(String... arguments) {
        var commandLine =
                Crosspike.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return Main.execute(commandLine, arguments);
    }
}
