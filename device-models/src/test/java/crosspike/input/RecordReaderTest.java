package crosspike.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordReaderTest {
    static final String LEAST = "name: shi\ndevice:\n  pulse: 50 ns\n";

    @Test
    void absentKeysTakeTheirDefaults() {
        Sample sample = Sample.read(LEAST);
        assertEquals(
                new Sample(
                        "shi",
                        1,
                        new Sample.Cell(50e-9, 0.1f, 16, Sample.Rounding.NEAREST),
                        new Sample.Learning(1, 0.5, "bayes", false),
                        List.of(),
                        List.of(),
                        Map.of(),
                        null,
                        Optional.empty()),
                sample);
    }

    @Test
    void everyKindOfValueIsRead() {
        Sample sample = Sample.read("""
                name: 2019
                seed: 6e4
                device: {pulse: "300 us", levels: 1_024, rounding: stochastic_rounding}
                learning: {soft: true, prune: 0.25, rule: stdp, epochs: 1e-2}
                line: [2.5 ohm, "1 kΩ"]
                layers:
                  - size: 784
                  - size: 500
                prices: {28nm: 0.1, 130nm: 2}
                folder: digits
                ambient: 27 C
                """);
        assertEquals(
                new Sample(
                        "2019",
                        60_000,
                        new Sample.Cell(300e-6, 0.1f, 1024, Sample.Rounding.STOCHASTIC_ROUNDING),
                        new Sample.Learning(0.01, 0.25, "stdp", true),
                        List.of(2.5, 1000.0),
                        List.of(new Sample.Layer(784), new Sample.Layer(500)),
                        Map.of("28nm", 0.1f, "130nm", 2f),
                        "digits",
                        Optional.of(300.15)),
                sample);
    }

    @Test
    void anEmptyMappingIsARecordOfDefaults() {
        assertEquals(1, Sample.read(LEAST + "learning:\n").learning().epochs());
        assertNull(Sample.read(LEAST + "folder:\n").folder());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        learning: {epoch: 3}       | unknown key learning.epoch (shi.yaml, line 4); did you mean learning.epochs?
        learning: {weight: 3}      | unknown key learning.weight (shi.yaml, line 4); known keys of learning are epochs, prune, rule, soft
        learning: 5                | learning (shi.yaml, line 4) is 5; expected keys such as epochs, prune, rule
        learning: {epochs: -1}     | learning.epochs (shi.yaml, line 4) is -1; expected a number of at least 0 and at most 100
        learning: {epochs: .nan}   | learning.epochs (shi.yaml, line 4) is .nan; expected a number, of at least 0 and at most 100
        learning: {epochs: []}     | learning.epochs (shi.yaml, line 4) is a list; expected a number, of at least 0 and at most 100
        learning: {epochs: }       | learning.epochs (shi.yaml, line 4) has no value; expected a number, of at least 0 and at most 100
        learning: {prune: 100 %}   | learning.prune (shi.yaml, line 4) is "100 %"; expected a fraction of at least 0 and below 1
        learning: {rule: stpd}     | learning.rule (shi.yaml, line 4) is "stpd"; expected one of bayes, stdp; did you mean stdp?
        learning: {soft: yes}      | learning.soft (shi.yaml, line 4) is "yes"; expected true or false
        learning: {soft: true, prune: 0} | learning.soft (shi.yaml, line 4) is true but prune is 0; expected something to prune
        seed: 3.5                  | seed (shi.yaml, line 4) is 3.5; expected a whole number of at least 0
        seed: 1e99                 | seed (shi.yaml, line 4) is 1e99; expected a whole number of at least 0
        layers: [size]             | layers.0 (shi.yaml, line 4) is "size"; expected keys such as size
        layers: [{size: 3}, {}]    | missing key layers.1.size (shi.yaml, line 4); expected a whole number of at least 1
        line: [2 ohm, 0 ohm]       | line.1 (shi.yaml, line 4) is "0 ohm"; expected a resistance above 0 ohm
        prices: {28nm: 1e39}       | prices.28nm (shi.yaml, line 4) is 1e39; expected a number of a size that single precision can hold
        prices: {"a\\tb": 1}        | prices (shi.yaml, line 4) has the name "a\\tb"; expected 1 to 60 visible characters
        folder: true               | folder (shi.yaml, line 4) is true; expected text
        name: again                | shi.yaml, line 4: the key "name" was already given in shi.yaml, line 1
        """)
    void aMistakeIsNamedWithItsKeyPlaceValueAndWhatIsAllowed(String line, String message) {
        assertEquals(message, error(LEAST + line));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        50         | device.pulse (shi.yaml, line 2) is 50; expected a time with its unit, e.g. "50 ns", above 0 s and at most 1 s
        50 V       | device.pulse (shi.yaml, line 2) is "50 V"; expected a time with its unit, e.g. "50 ns", above 0 s and at most 1 s
        0 ns       | device.pulse (shi.yaml, line 2) is "0 ns"; expected a time above 0 s and at most 1 s
        2 s        | device.pulse (shi.yaml, line 2) is "2 s"; expected a time above 0 s and at most 1 s
        1e999 s    | device.pulse (shi.yaml, line 2) is "1e999 s"; expected a time above 0 s and at most 1 s
        """)
    void aQuantityNeedsItsUnitAndItsRange(String pulse, String message) {
        assertEquals(message, error("name: x\ndevice: {pulse: " + pulse + "}"));
    }

    @Test
    void aMissingKeyNamesTheMappingItBelongsTo() {
        assertEquals("missing key name (shi.yaml, line 1); expected text", error("device: {pulse: 1 s}"));
        assertEquals(
                "missing key device.pulse (shi.yaml, line 1); expected a time with its unit, e.g. \"50 ns\","
                        + " above 0 s and at most 1 s",
                error("name: x"));
    }

    @Test
    void whatUsersTypeCannotBreakTheLineOrTheTerminal() {
        assertEquals(
                "learning.rule (shi.yaml, line 4) is \"a\\n\\u001b[31m\"; expected one of bayes, stdp",
                error(LEAST + "learning: {rule: \"a\\n\\e[31m\"}"));
    }

    @Test
    void aRecordWithoutAnnotationsIsAMistakeInTheProgram() {
        record Bare(int size) {}
        var e = assertThrows(
                IllegalArgumentException.class, () -> RecordReader.read(Document.parse("size: 3", "x"), Bare.class));
        assertEquals("Bare.size has no @Key", e.getMessage());
    }

    @Test
    void whatARecordRefusesNamesTheKeyItsMessageBeginsWith() {
        record Window(
                @Key(doc = "First.") int first,
                @Key(doc = "Last.", defaultValue = "9") int last) {
            Window {
                if (first == 13) throw new UserError("nobody takes 13");
                if (last < first) throw new UserError("last is " + last + "; expected at least " + first);
            }
        }
        record Frame(@Key(doc = "A window.") Window window) {}
        Function<String, String> error = yaml -> assertThrows(
                        UserError.class, () -> RecordReader.read(Document.parse(yaml, "w.yaml"), Frame.class))
                .getMessage();
        assertEquals(
                "window.last (w.yaml, line 3) is 2; expected at least 5",
                error.apply("window:\n  first: 5\n  last: 2"));
        assertEquals("window.last (w.yaml, line 1) is 9; expected at least 10", error.apply("window:\n  first: 10"));
        assertEquals("window (w.yaml, line 1): nobody takes 13", error.apply("window:\n  first: 13"));
    }

    private static String error(String yaml) {
        return assertThrows(UserError.class, () -> Sample.read(yaml)).getMessage();
    }
}
