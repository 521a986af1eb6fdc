package crosspike.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantShapeTest {
    sealed interface Figure permits Circle, RoundSquare {}

    record Circle(
            @Key(doc = "Radius.", dimension = Dimension.LENGTH, above = 0)
            double radiusMetres) implements Figure {}

    record RoundSquare(
            @Key(doc = "Side.", dimension = Dimension.LENGTH, above = 0, defaultValue = "1 m")
            double sideMetres) implements Figure {}

    record Drawing(
            @Key(doc = "What is on it.", defaultValue = "[]")
            List<Figure> figures) {}

    sealed interface Pen permits Ink, Chalk {}

    record Ink(
            @Key(doc = "Width.", dimension = Dimension.LENGTH, above = 0, defaultValue = "1 mm")
            double widthMetres) implements Pen {}

    record Chalk() implements Pen {}

    sealed interface Ground permits Paper, Board {}

    @Kind("ink")
    record Paper(
            @Key(doc = "Mass.", above = 0, defaultValue = "80")
            double grams) implements Ground {}

    @Kind("chalk")
    record Board(
            @Key(doc = "Side.", dimension = Dimension.LENGTH, above = 0, defaultValue = "1 m")
            double sideMetres) implements Ground {}

    record Desk(
            @Key(doc = "What draws.", defaultKind = "ink") Pen pen,

            @Key(doc = "What is drawn on.", defaultKind = "ink", kindOf = "pen")
            Ground ground) {}

    private static Desk desk(String text) {
        return RecordReader.read(Document.parse(text, "desk.yaml"), Desk.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ground: {grams: 90} | 90",
                "{pen: {width: 2 mm}, ground: {grams: 90}} | 90",
                "{pen: {kind: ink}} | 80"
            })
    void withoutAKindTheUsualOneIsMeantHereAndInTheKeyThatFollows(String text, double grams) {
        assertEquals(new Paper(grams), desk(text).ground());
    }

    @Test
    void aKeyFollowsTheKindOfAnother() {
        var desk = desk("{ground: {side: 2 m}, pen: {kind: chalk}}");
        assertEquals(new Desk(new Chalk(), new Board(2)), desk);
        assertEquals("pen:\n  kind: \"chalk\"\nground:\n  side: \"2 m\"\n", RecordWriter.toYaml(desk));
        assertEquals(desk, desk(RecordWriter.toYaml(desk)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{pen: {kind: chalk}, ground: {grams: 9}} | ground.grams (desk.yaml, line 1) is a key of pen.kind ink, but the"
                        + " kind is chalk; known keys of ground are side",
                "{pen: {kind: chalk, width: 1 m}} | pen.width (desk.yaml, line 1) is a key of pen.kind ink, but the kind is"
                        + " chalk; known keys of pen are kind",
                "{pen: {kindd: chalk}} | unknown key pen.kindd (desk.yaml, line 1); did you mean pen.kind?",
                "{pen: {kind: chalk}, ground: {sid: 1 m}} | unknown key ground.sid (desk.yaml, line 1); did you mean"
                        + " ground.side?",
                "{pen: {kind: pencil}} | pen.kind (desk.yaml, line 1) is \"pencil\"; expected one of ink, chalk"
            })
    void keysOfAnotherKindAreRefused(String text, String message) {
        var e = assertThrows(UserError.class, () -> desk(text));
        assertEquals(message, e.getMessage());
    }

    @Test
    void theSchemaAndTheReferenceKnowWhichKeysGoWithWhichKind() {
        String schema = JsonSchema.of(Desk.class, "desk");
        assertTrue(schema.contains("\"if\""), schema);
        String reference = KeyReference.markdown(Desk.class);
        assertTrue(reference.contains("keys by pen.kind: [ink](#ground-penkind-ink), [chalk]"), reference);
        assertTrue(reference.contains("## ground, pen.kind: chalk\n"), reference);
        assertTrue(reference.contains("| `ground.side` |"), reference);
    }

    private static Drawing read(String text) {
        return RecordReader.read(Document.parse(text, "drawing.yaml"), Drawing.class);
    }

    @Test
    void theKindSaysWhichRecordIsMeantInLowerCaseWithHyphens() {
        var drawing = read("figures:\n  - {kind: circle, radius: 3 mm}\n  - {kind: round-square}\n");
        assertEquals(List.of(new Circle(3e-3), new RoundSquare(1)), drawing.figures());
        assertEquals("round-square", RecordWriter.kind(new RoundSquare(1)));
    }

    @Test
    void whatIsWrittenReadsBackEqual() {
        var drawing = new Drawing(List.of(new RoundSquare(2), new Circle(1e-6)));
        assertEquals(drawing, read(RecordWriter.toYaml(drawing)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: circel, radius: 1 m} | figures.0.kind (drawing.yaml, line 1) is \"circel\"; expected one of circle,"
                        + " round-square; did you mean circle?",
                "{radius: 1 m} | missing key figures.0.kind (drawing.yaml, line 1); expected one of circle, round-square",
                "{kind: circle, side: 1 m} | unknown key figures.0.side (drawing.yaml, line 1); known keys of figures.0 are"
                        + " kind, radius",
                "{kind: circle} | missing key figures.0.radius (drawing.yaml, line 1); expected a length with its unit,"
                        + " e.g. \"65 nm\", above 0 m",
                "circle | figures.0 (drawing.yaml, line 1) is \"circle\"; expected a mapping whose kind is one of circle,"
                        + " round-square"
            })
    void mistakesAreNamedWithTheirPlace(String entry, String message) {
        var e = assertThrows(UserError.class, () -> read("figures: [" + entry + "]"));
        assertEquals(message, e.getMessage());
    }

    @Test
    void theSchemaHasABranchForEachKind() {
        String schema = JsonSchema.of(Drawing.class, "drawing").replaceAll("\\s", "");
        assertTrue(schema.contains("\"oneOf\":[{"), schema);
        assertTrue(schema.contains("\"kind\":{\"const\":\"round-square\"}"), schema);
        assertTrue(schema.contains("\"required\":[\"kind\",\"radius\"]"), schema);
    }
}
