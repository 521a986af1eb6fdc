package crosspike.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordWriterTest {

    @Test
    void theResolvedRecordHasUnitsAndEveryDefault() {
        assertEquals("""
                name: "shi"
                seed: 1
                device:
                  pulse: "50 ns"
                  read: "100 mV"
                  levels: 16
                  rounding: "nearest"
                learning:
                  epochs: 1
                  prune: 0.5
                  rule: "bayes"
                  soft: false
                line: []
                layers: []
                prices: {}
                """, RecordWriter.toYaml(Sample.read(RecordReaderTest.LEAST)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsWrittenIsReadBackAsAnEqualRecord(long seed) {
        Sample sample = random(new SplittableRandom(seed));
        String yaml = RecordWriter.toYaml(sample);
        assertEquals(sample, RecordReader.read(Document.parse(yaml, "x.yaml"), Sample.class), yaml);
        String json = RecordWriter.toJson(sample);
        assertEquals(sample, RecordReader.read(Document.parse(json, "x.json"), Sample.class), json);
    }

    @Test
    void jsonWithAnotherNameIsReadAsTheYamlItIs() {
        Sample sample = Sample.read(RecordReaderTest.LEAST);
        assertEquals(sample, Sample.read(RecordWriter.toJson(sample)));
    }

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    static Sample random(SplittableRandom random) {
        List<Double> ohms = new ArrayList<>();
        List<Sample.Layer> layers = new ArrayList<>();
        Map<String, Float> prices = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            ohms.add(Math.pow(10, random.nextDouble(-30, 30)));
            layers.add(new Sample.Layer(random.nextInt(1, Integer.MAX_VALUE)));
            prices.put(
                    "node " + Quoting.printable(text(random)).replace("...", "") + i,
                    Float.intBitsToFloat(random.nextInt() & 0xff7fffff)); // never infinite or NaN
        }
        return new Sample(
                text(random),
                random.nextLong(Long.MAX_VALUE),
                new Sample.Cell(
                        1 - random.nextDouble(),
                        (float) random.nextDouble(4.9),
                        random.nextInt(2, 65_537),
                        Sample.Rounding.values()[random.nextInt(2)]),
                new Sample.Learning(
                        random.nextDouble(100),
                        random.nextDouble(0.01, 1),
                        random.nextBoolean() ? "bayes" : "stdp",
                        random.nextBoolean()),
                ohms,
                layers,
                prices,
                random.nextBoolean() ? null : text(random),
                random.nextBoolean() ? Optional.empty() : Optional.of(1e4 * (1 - random.nextDouble())));
    }

    /** Letters, what YAML might misread, and any code point whatever. */
    private static String text(SplittableRandom random) {
        String[] traps = {
            "",
            " ",
            "null",
            "~",
            "true",
            "no",
            "1e5",
            "0x1F",
            "- a",
            "a: b",
            "#",
            "'",
            "\"",
            "\\",
            "\n",
            "a\n b\n\n",
            "\t",
            "50 %",
            "*x",
            "&x",
            "!!int",
            "---",
            "\u0000",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\ud83d\ude00",
            "x".repeat(45)
        };
        StringBuilder text = new StringBuilder(traps[random.nextInt(traps.length)]);
        for (int i = random.nextInt(3); i > 0; i--) {
            int codePoint = random.nextInt(Character.MAX_CODE_POINT + 1);
            if (Character.getType(codePoint) != Character.SURROGATE) text.appendCodePoint(codePoint);
        }
        return text.toString();
    }
}
