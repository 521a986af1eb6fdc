package crosspike.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.experiment.Spread;
import crosspike.experiment.vary.Variation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariationPlotTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2,16,256       | k        | true
        1,29           | k        | false
        4,16,64        | k        | true
        1,11,21,31     | k        | false
        0,1,100        | k        | false
        0 %,5 %        | k (%)    | false
        0,5%           | k (%)    | false
        5 ns,1 us      | k (µs)   | true
        10 kohm,1 Mohm | k (Mohm) | true
        27 C,350 K     | k (K)    | false
        single,pair    | k        | false
        """)
    void theAxisHasTheUnitAndIsLogarithmicWhereValuesAreSpreadGeometrically(
            String values, String label, boolean isLogarithmic) {
        Lines.Axis axis = VariedValues.of(List.of(values.split(","))).axis("k");
        assertEquals(label, axis.label());
        assertEquals(isLogarithmic, axis.isLogarithmic());
    }

    @Test
    void marksOfValuesThatLieCloseTogetherDoNotOverlap() {
        List<String> drawn = List.of(
                "0.000122613",
                "0.000262088",
                "0.000418419",
                "0.000427979",
                "0.000830977",
                "0.00153685",
                "0.016078",
                "0.214341");
        assertEquals(
                List.of("0.0001226", "0.0004184", "0.001537", "0.01608", "0.2143"),
                List.copyOf(VariedValues.of(drawn).axis("k").ticks().values()),
                "each is written where it does not touch the one before");
        List<String> doubled = List.of("2", "4", "8", "16", "32", "64", "128", "256");
        assertEquals(
                doubled, List.copyOf(VariedValues.of(doubled).axis("k").ticks().values()), "these have room");
    }

    @Test
    void oneValueIsTheOnlyMark() {
        assertEquals(
                List.of("4"),
                List.copyOf(VariedValues.of(List.of("4"))
                        .axis("device.levels")
                        .ticks()
                        .values()),
                "there are no 3.95 levels");
    }

    @Test
    void quantitiesLieInTheUnitOfTheAxis() {
        VariedValues values = VariedValues.of(List.of("0", "5 %"));
        assertEquals(0, values.position(0));
        assertEquals(5, values.position(1), 1e-12);
    }

    @Test
    void bothVotesAreDrawnAndTheSameTwice() {
        Figure figure = VariationPlot.figure(variation("2", "16", "256"));
        String svg = figure.svg();
        for (String text : List.of("Eq. 5", "Z vote", "device.levels", ">16<", ">256<")) {
            assertTrue(svg.contains(text), text);
        }
        assertArrayEquals(
                figure.png(), VariationPlot.figure(variation("2", "16", "256")).png());
    }

    @Test
    void aValueWithoutFinishedRunsHasNoPoint() {
        Variation.Point failed = point("512", List.of(), "no memory");
        Variation all = new Variation(
                "x",
                "device.levels",
                List.of(1L),
                Stream.concat(variation("2", "16").points().stream(), Stream.of(failed))
                        .toList());
        assertFalse(VariationPlot.figure(all).svg().contains("NaN"));
    }

    @Test
    void noAccuracyIsBelow0() {
        Spread wide = new Spread(0.05, 0.2, 0.14);
        List<Variation.Run> runs = List.of(new Variation.Run(1, 0.05, 0.05, 10, 1e-3, 1e-8));
        Variation.Point point = new Variation.Point("2", runs, wide, wide, wide, wide, wide, "");
        String svg = VariationPlot.figure(new Variation("x", "device.levels", List.of(1L), List.of(point)))
                .svg();
        assertFalse(svg.contains(">-"), "a negative number on an axis");
    }

    /** Names have no order that a line could follow. */
    @Test
    void namesStandOneBelowAnotherAndNoLineJoinsThem() {
        String[] names = {"ideal", "epiram-choi2018", "alox-hfo2-woo2016-with-a-long-name", "hzo-fefet-jerry2017"};
        Figure figure = VariationPlot.figure(variation(names));
        double below = 0;
        for (String name : names) {
            Matcher text = Pattern.compile("y=\"([0-9.]+)\"[^>]*>" + name + "<").matcher(figure.svg());
            assertTrue(text.find(), name);
            assertTrue(Double.parseDouble(text.group(1)) >= below + 20, "lines of text lie apart");
            below = Double.parseDouble(text.group(1));
        }
        assertFalse(figure.svg().contains("stroke-width=\"2\""), "the stroke of a joining line");
        assertTrue(VariationPlot.figure(variation("2", "16")).svg().contains("stroke-width=\"2\""));
        assertTrue(figure.width() > Charts.HALF_WIDTH, "room for the long name");
    }

    @Test
    void withoutAFinishedRunNothingIsDrawnAndNoOldPlotIsLeft(@TempDir Path folder) throws IOException {
        assertEquals(
                List.of(folder.resolve("vary.png"), folder.resolve("vary.svg")),
                VariationPlot.write(variation("2", "16"), folder));
        Variation failed =
                new Variation("x", "device.levels", List.of(1L), List.of(point("512", List.of(), "no memory")));
        assertEquals(List.of(), VariationPlot.write(failed, folder));
        assertEquals(0, folder.toFile().list().length);
    }

    private static Variation variation(String... values) {
        List<Variation.Run> runs = List.of(
                new Variation.Run(1, 0.8, 0.85, 10, 1e-3, 1e-8), new Variation.Run(2, 0.82, 0.86, 12, 1e-3, 1e-8));
        return new Variation(
                "x",
                "device.levels",
                List.of(1L, 2L),
                Arrays.stream(values).map(value -> point(value, runs, "")).toList());
    }

    private static Variation.Point point(String value, List<Variation.Run> runs, String error) {
        Spread some = runs.isEmpty() ? new Spread(Double.NaN, Double.NaN, Double.NaN) : new Spread(0.8, 0.01, 0.007);
        return new Variation.Point(value, runs, some, some, some, some, some, error);
    }
}
