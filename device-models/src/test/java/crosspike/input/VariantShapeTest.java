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
                        + " radius",
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
