package crosspike.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentTest {
    @TempDir
    Path folder;

    @Test
    void aValueIsTypedInOneLineAsItWouldBeRead() {
        String typed = "{kind: drift, nu: 0.05, at: [1 s, {on: true}]}";
        Node value = Document.value("--set", "nonidealities", typed);
        assertEquals(typed, value.typed());
        assertEquals(value, Document.value("--set", "nonidealities", value.typed()));
    }

    @Test
    void anElementOfAListThatIsNotThereCannotBeChanged() {
        Document document = Document.parse(RecordReaderTest.LEAST + "layers: [{size: 3}]", "shi.yaml");
        assertEquals(
                "--set layers.3.size: layers (shi.yaml, line 4) is a list of 1; expected an index below that, not \"3\"",
                message(() -> document.with("layers.3.size", "4")));
        Document none = Document.parse(RecordReaderTest.LEAST, "shi.yaml");
        assertEquals(
                "layers (--set layers.0.size) has no element 0 to change; expected a list, each element keys such as size",
                message(() -> RecordReader.read(none.with("layers.0.size", "4"), Sample.class)));
        assertEquals(
                "layers (--set layers.size) is a mapping; expected a list, each element keys such as size",
                message(() -> RecordReader.read(none.with("layers.size", "4"), Sample.class)));
    }

    @Test
    void theKeysOfADocumentAreThoseThatHoldAValue() {
        Document document = Document.parse("a: {b: {c: 1, d: [x, {y: 2}]}, e: null}\nf: 3\n", "x.yaml");
        assertEquals(List.of("a.b.c", "a.b.d", "a.e", "f"), document.keys());
    }

    @Test
    void everyValueKnowsTheLineOfItsKey() {
        Document yaml = Document.parse("# a comment\na: 1\nb:\n  c: x\n  d:\n    - 1\n    - 2\n", "x.yaml");
        Node.Mapping b = (Node.Mapping) yaml.root().entries().get("b");
        assertEquals(new Place("x.yaml", 2), yaml.root().entries().get("a").place());
        assertEquals(new Place("x.yaml", 3), b.place());
        assertEquals(new Place("x.yaml", 4), b.entries().get("c").place());
        Node.Sequence d = (Node.Sequence) b.entries().get("d");
        assertEquals(7, d.items().get(1).place().line());

        Document json = Document.parse("{\n\t\"a\": 1,\n\t\"b\": [\n\t\t2,\n\t\t3]}", "x.json");
        assertEquals(2, json.root().entries().get("a").place().line());
        assertEquals(
                5,
                ((Node.Sequence) json.root().entries().get("b"))
                        .items()
                        .get(1)
                        .place()
                        .line());
    }

    @Test
    void anOverrideReplacesOneValueAndIsNamedInErrors() {
        Document document = Document.parse(RecordReaderTest.LEAST + "layers: [{size: 3}]", "shi.yaml");
        Sample sample = RecordReader.read(
                document.with("device.levels", "32")
                        .with("learning.prune", "10 %")
                        .with("layers.0.size", "7")
                        .with("line", "[1 ohm, 2 ohm]")
                        .with("ambient", ""),
                Sample.class);
        assertEquals(32, sample.device().levels());
        assertEquals(0.1, sample.learning().prune());
        assertEquals(7, sample.layers().get(0).size());
        assertEquals(2, sample.lineOhms().size());
        assertTrue(sample.ambientKelvin().isEmpty());

        assertEquals(
                "device.levels (--set device.levels) is \"many\"; expected a whole number of at least 2 and at most 65536",
                message(() -> RecordReader.read(document.with("device.levels", "many"), Sample.class)));
        assertEquals(
                "unknown key device.level (--set device.level); did you mean device.levels?",
                message(() -> RecordReader.read(document.with("device.level", "3"), Sample.class)));
    }

    @Test
    void anOverrideThroughSomethingWithoutKeysIsRefused() {
        Document document = Document.parse("a: 5\nl: [1]", "x.yaml");
        assertEquals(
                "--set a.b: a (x.yaml, line 1) is 5 and has no key \"b\"", message(() -> document.with("a.b", "1")));
        assertEquals(
                "--set l.1: l (x.yaml, line 2) is a list of 1; expected an index below that, not \"1\"",
                message(() -> document.with("l.1", "1")));
        assertEquals("--set \"a..b\" is no key; expected a.b.c=value", message(() -> document.with("a..b", "1")));
        assertTrue(message(() -> document.with("a", "[1")).startsWith("--set a: "));
    }

    @Test
    void theUpperDocumentWinsKeyByKey() {
        Document upper = Document.parse("a: {x: 1}\nl: [1]", "upper.yaml");
        Document lower = Document.parse("a: {x: 0, y: 2}\nl: [0, 0]\nz: 3", "lower.yaml");
        assertEquals(
                Document.parse("a: {x: 1, y: 2}\nl: [1]\nz: 3", "any")
                        .root()
                        .entries()
                        .keySet(),
                upper.over(lower).root().entries().keySet());
        Node.Mapping a = (Node.Mapping) upper.over(lower).root().entries().get("a");
        assertEquals("upper.yaml", a.entries().get("x").place().source());
        assertEquals("lower.yaml", a.entries().get("y").place().source());
        assertEquals(
                1,
                ((Node.Sequence) upper.over(lower).root().entries().get("l"))
                        .items()
                        .size());
    }

    @Test
    void aBaseIsReadRelativeToTheFileThatNamesIt() throws IOException {
        Files.createDirectory(folder.resolve("below"));
        write("base.yaml", "name: base\nseed: 7\n");
        Path upper = write("below/upper.yaml", "base: ../base.yaml\nname: upper\ndevice: {pulse: 1 us}\n");
        Sample sample = RecordReader.read(Document.readWithBase(upper), Sample.class);
        assertEquals("upper", sample.name());
        assertEquals(7, sample.seed());
    }

    @Test
    void aBaseThatIsMissingOrCircularIsRefused() throws IOException {
        Path missing = write("missing.yaml", "a: 1\nbase: nowhere.yaml\n");
        assertEquals(
                "base (" + missing + ", line 2) is \"nowhere.yaml\", but " + folder.resolve("nowhere.yaml")
                        + " does not exist",
                message(() -> Document.readWithBase(missing)));
        Path circular = write("circular.yaml", "base: circular.yaml\n");
        assertEquals(circular + " is its own base", message(() -> Document.readWithBase(circular)));
    }

    @Test
    void brokenTextIsOneLineThatNamesTheLine() {
        assertEquals("x.yaml, line 2: the key \"a\" was already given in x.yaml, line 1", broken("a: 1\na: 2\n"));
        assertEquals(
                "x.yaml, line 3: a tab indents this line; YAML allows only spaces", broken("a:\n  b: 1\n\tc: 2\n"));
        assertEquals("x.yaml, line 3: a second document starts here; expected only one", broken("a: 1\n---\nb: 2\n"));
        assertEquals("x.yaml, line 1: found a list; expected keys and values", broken("[1, 2]"));
        assertEquals("x.yaml, line 2: a list or mapping stands for a key; expected a name", broken("a: 1\n[b]: 2\n"));
        assertEquals("x.yaml, line 1: found \"just words\"; expected keys and values", broken("just words"));
        assertEquals("x.yaml is empty; expected keys and values", broken(""));
        assertEquals("x.yaml is empty; expected keys and values", broken("# only a comment\n"));
        assertTrue(broken("a: [1, 2\nb: 3\n").startsWith("x.yaml, line 2: "), broken("a: [1, 2\nb: 3\n"));
        assertTrue(broken("a: \"open\n").startsWith("x.yaml, line "), broken("a: \"open\n"));
        assertTrue(broken("a: @b\n").startsWith("x.yaml, line 1: "), broken("a: @b\n"));
        assertEquals("x.yaml, line 1: nested deeper than 50 levels", broken("a: " + "[".repeat(100_000)));
        String json = message(() -> Document.parse("{\n\"a\": 1,\n}", "x.json"));
        assertTrue(json.startsWith("x.json, line 3: ") && !json.contains("\n"), json);
    }

    @Test
    void aCharacterThatIsNoTextIsNamedWithItsLine() {
        String expected = "; expected text";
        assertEquals(
                "x.yaml, line 2: the character \"\\u0001\" is not allowed" + expected, broken("a: 1\nb: \u0001\n"));
        assertEquals("x.yaml, line 3: the character \"\\u0000\" is not allowed" + expected, broken("a: 1\n\n\0"));
    }

    /** Its parser speaks to programmers, who could switch features on. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a": NaN}      | Non-standard token 'NaN'
            {"a": 1 // one  | Unexpected character ('/' (code 47)): maybe a (non-standard) comment
            {"a": [1        | Unexpected end-of-input: expected close marker for Array
            """)
    void brokenJsonIsNamedWithoutAdviceToProgrammers(String json, String problem) {
        assertEquals("x.json, line 1: " + problem, message(() -> Document.parse(json, "x.json")));
    }

    @Test
    void aNumberOfAThousandDigitsIsRefusedInJsonToo() {
        assertEquals(
                "x.json, line 1: Number value length (1001) exceeds the maximum allowed (1000)",
                message(() -> Document.parse("{\"a\": " + "1".repeat(1001) + "}", "x.json")));
    }

    @Test
    void aKeyHasAName() {
        assertEquals("x.yaml, line 2: a key is empty; expected a name", broken("a: 1\n\"\": 2\n"));
        assertEquals(
                "x.json, line 1: a key is empty; expected a name",
                message(() -> Document.parse("{\"\": 1}", "x.json")));
    }

    /** As web pages have it between a number and its unit. */
    @Test
    void aBlankThatDoesNotBreakIsSeenInAnError() {
        Document document = Document.parse(RecordReaderTest.LEAST, "shi.yaml");
        assertEquals(
                "device.levels (--set device.levels) is \"1\\u00a06\"; expected a whole number of at least 2 and at most"
                        + " 65536",
                message(() -> RecordReader.read(document.with("device.levels", "1\u00a06"), Sample.class)));
    }

    @Test
    void anchorsAliasesAndTagsAreRefused() {
        String expected =
                ": YAML anchors, aliases and tags (& * !) are not supported; repeat the value, or put text in quotes";
        assertEquals("x.yaml, line 2" + expected, broken("a: &x 1\nb: *x\n"));
        assertEquals("x.yaml, line 2" + expected, broken("a: 1\nb: *x\n"));
        assertEquals("x.yaml, line 1" + expected, broken("a: &x {y: 1}\n"));
        assertEquals("x.yaml, line 1" + expected, broken("a: !!set {y: 1}\n"));
    }

    @Test
    void filesThatCannotBeReadSayWhy() throws IOException {
        Path missing = folder.resolve("missing.yaml");
        assertEquals(missing + " does not exist", message(() -> Document.read(missing)));
        assertEquals(folder + " is a directory; expected a YAML or JSON file", message(() -> Document.read(folder)));
        Path binary = folder.resolve("binary.yaml");
        Files.write(binary, new byte[] {(byte) 0x89, 'P', 'N', 'G', (byte) 0xff, 0, 1});
        assertEquals(binary + " is not UTF-8 text; expected a YAML or JSON file", message(() -> Document.read(binary)));
        Path large = write("large.yaml", "a: 1\n".repeat(500_000));
        assertEquals(
                large + " is larger than 2 MiB; expected a YAML or JSON file", message(() -> Document.read(large)));
    }

    @Test
    void aFileIsNamedRelativeToTheFileThatNamesIt() throws IOException {
        Files.createDirectories(folder.resolve("lab"));
        write("lab/base.yaml", "device: {file: mine.yaml}\n");
        Document config = Document.readWithBase(write("top.yaml", "base: lab/base.yaml\nseed: 1\n"));
        assertEquals(
                folder.resolve("lab/mine.yaml").toString(),
                ((Node.Scalar) ((Node.Mapping) config.withFileBeside("device.file")
                                        .root()
                                        .entries()
                                        .get("device"))
                                .entries()
                                .get("file"))
                        .text());
        assertEquals(config, config.withFileBeside("device.other"));
        assertEquals(config, config.withFileBeside("seed.file"));
        assertEquals(
                "x.yaml, line 1: \"a\\u0000\" is no file name",
                message(() -> Document.parse("file: \"a\\0\"", "x.yaml").withFileBeside("file")));
    }

    @Test
    void aMistakeFoundLaterStillNamesItsPlace() {
        Document document = Document.parse("seed: 1\ndevice:\n  preset: x\n", "x.yaml");
        UserError mistake = new UserError("there is none");
        assertEquals(
                "device.preset (x.yaml, line 3): there is none",
                document.locate("device.preset", mistake).getMessage());
        assertEquals(
                "device.file (x.yaml, line 2): there is none",
                document.locate("device.file", mistake).getMessage());
        assertEquals(
                "device.preset (--set device.preset): there is none",
                document.with("device.preset", "y")
                        .locate("device.preset", mistake)
                        .getMessage());
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheText() throws IOException {
        assertTrue(Document.read(write("bom.yaml", "\ufeffa: 1\n"))
                .root()
                .entries()
                .containsKey("a"));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String broken(String yaml) {
        return message(() -> Document.parse(yaml, "x.yaml"));
    }

    private static String message(Executable mistake) {
        String message = assertThrows(UserError.class, mistake).getMessage();
        assertFalse(message.contains("\n"), message);
        return message;
    }
}
