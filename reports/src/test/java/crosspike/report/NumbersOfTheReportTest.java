package crosspike.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.crossbar.Activity;
import crosspike.crossbar.Energy;
import crosspike.experiment.run.ArrayLayout;
import crosspike.experiment.run.Phases;
import crosspike.experiment.run.RasterSpike;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersOfTheReportTest {
    private static final double MIN = 3e-9;
    private static final double MAX = 3.8e-8;

    private static ArrayLayout layout(String mapping, int rows, int outputs) {
        int columns = mapping.equals("pair") ? 2 * outputs : outputs;
        return new ArrayLayout(mapping, rows, columns, outputs, MIN, MAX, 0.5, rows, 1, new int[rows]);
    }

    static LongStream seeds() {
        return LongStream.range(0, 50);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theWeightOfASingleCellUndoesEquation6(long seed) {
        double weight = new SplittableRandom(seed).nextDouble(-1, 1);
        float siemens = (float) (((MAX - MIN) * weight + MAX + MIN) / 2); // Shi 2019, Eq. 6
        float[][] weights = WeightMatrix.of(layout("single", 1, 1), new float[][] {{siemens}});
        assertEquals(weight, weights[0][0], 4e-7); // conductance and weight are floats
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theWeightOfAPairIsItsDifference(long seed) {
        double weight = new SplittableRandom(seed).nextDouble(-1, 1);
        float plus = (float) (MIN + Math.max(0, weight) * (MAX - MIN));
        float minus = (float) (MIN + Math.max(0, -weight) * (MAX - MIN));
        float[][] weights = WeightMatrix.of(layout("pair", 1, 2), new float[][] {{0, 0, plus, minus}});
        assertEquals(weight, weights[0][1], 4e-7);
    }

    /** 0b1011 is 11 of 15, 0x1b is 27 of 63 in base 4: 1 2 3. */
    @Test
    void theWeightOfSlicesIsTheNumberThatTheirDigitsWriteDown() {
        float low = (float) MIN;
        float high = (float) MAX;
        var bits = new ArrayLayout("sliced-1-bit", 1, 4, 1, MIN, MAX, 0.5, 1, 1, new int[1]);
        assertEquals(2.0 * 11 / 15 - 1, WeightMatrix.of(bits, new float[][] {{high, low, high, high}})[0][0], 4e-7);
        var twoBits = new ArrayLayout("sliced-2-bit", 1, 6, 2, MIN, MAX, 0.5, 1, 1, new int[1]);
        float third = (float) (MIN + (MAX - MIN) / 3);
        float twoThirds = (float) (MIN + (MAX - MIN) * 2 / 3);
        float[][] weights = WeightMatrix.of(twoBits, new float[][] {{low, low, low, third, twoThirds, high}});
        assertEquals(-1, weights[0][0], 4e-7);
        assertEquals(2.0 * 27 / 63 - 1, weights[0][1], 4e-7);
    }

    @ParameterizedTest
    @CsvSource({"single, 3, 3, 1", "reference-column, 2, 1, 1", "pair, 6, 3, 2", "sliced-1-bit, 12, 3, 4"})
    void columnsOfAnArrayAreTheCellsOfItsWeights(String mapping, int columns, int outputs, int cells) {
        var array = new ArrayLayout(mapping, 1, columns, outputs, MIN, MAX, 0.5, 1, 1, new int[1]);
        assertEquals(cells, array.cells().columnsPerNeuron());
    }

    @ParameterizedTest
    @ValueSource(strings = {"single", "pair"})
    void theHistogramCountsEveryCellOnceAlsoBeyondTheRange(String mapping) {
        SplittableRandom random = new SplittableRandom(3);
        ArrayLayout layout = layout(mapping, 40, 7);
        float[][] siemens = new float[40][layout.columns()];
        boolean[][] pruned = new boolean[40][7];
        for (int row = 0; row < 40; row++) {
            for (int column = 0; column < layout.columns(); column++) {
                siemens[row][column] = (float) random.nextDouble(0.5 * MIN, 1.5 * MAX);
            }
            pruned[row][row % 7] = true;
        }
        ConductanceHistogram histogram = ConductanceHistogram.of(layout, siemens, pruned);
        assertEquals(40L * layout.columns(), histogram.total());
        if (mapping.equals("single")) {
            assertEquals(40, LongStream.of(histogram.cells().get("pruned")).sum());
        }
        double last = histogram.edgesSiemens()[histogram.edgesSiemens().length - 1];
        assertTrue(last > MAX, "last edge " + last);
    }

    @ParameterizedTest
    @CsvSource({
        "1.5e-15, J, 1.500 fJ",
        "3.2e-12, J, 3.200 pJ",
        "4.71e-9, J, 4.710 nJ",
        "1e-6, J, 1.000 µJ",
        "0.0133, J, 13.30 mJ",
        "999.96e-9, s, 1.000 µs",
        "21.034, s, 21.03 s",
        "38462e-12, S, 38.46 nS",
        "1e-21, J, 0.001000 aJ",
        "0, J, 0",
        "NaN, J, –",
        "-2.5e-3, s, -2.500 ms"
    })
    void aNumberIsWrittenInTheUnitThatFitsIt(double value, String unit, String text) {
        assertEquals(text, Scale.text(value, unit));
    }

    @ParameterizedTest
    @CsvSource({"1.906e-9, 1906 µm²", "2.5e-7, 0.2500 mm²", "5e-14, 50000 nm²", "3.1e-6, 3.100 mm²"})
    void anAreaIsWrittenInTheUnitThatFitsIt(double squareMetres, String text) {
        assertEquals(text, Scale.areaText(squareMetres));
    }

    @ParameterizedTest
    @CsvSource({"300e-9, 300.0", "0.26e-9, 0.3", "0, 0.0", "1e-12, < 0.1", "363.3e-9, 363.3", "NaN, –"})
    void theNumbersOfAColumnHaveTheDecimalsOfItsTotal(double value, String text) {
        assertEquals(text, new Scale("nJ", 1e-9).inColumnOf(363.3e-9, value));
    }

    @ParameterizedTest
    @CsvSource({"0.4999, 0.5001, 499.9 mV", "0.5, 0.5000012, 1.200 µV less", "0.5, 0.5, 500.0 mV", "2e-35, 5e-4, 0"})
    void theEndsOfAKeyReadDifferently(double least, double most, String low) {
        assertEquals(low, CellMaps.low(Scale.of(List.of(least, most), "V"), "V", least, most));
    }

    @Test
    void ofANameThatIsTooLongBothEndsAreWritten() {
        assertEquals("single, 22 nm", Style.shortened("single, 22 nm", Style.TEXT, 248));
        String both = Style.shortened(
                "a variant with a name that is longer than the place there is for it, 22 nm", Style.TEXT, 248);
        assertTrue(both.startsWith("a variant with") && both.contains("…") && both.endsWith("for it, 22 nm"), both);
        assertTrue(Style.widthOf(both, Style.TEXT) <= 248, both);
    }

    /** Wilson's interval ends where the found fraction is 1.96 standard deviations away: (f − p)² = z²·p(1 − p)/n. */
    @ParameterizedTest
    @CsvSource({"0.877, 2000", "0.5, 10", "0, 2000", "1, 3"})
    void theConfidenceIntervalIsWilsons(double found, int trials) {
        double z2 = 1.959963984540054 * 1.959963984540054;
        double centre = (found + z2 / (2 * trials)) / (1 + z2 / trials);
        for (int sign : new int[] {-1, 1}) {
            double end = centre + sign * Percent.halfWidth(found, trials);
            assertEquals((found - end) * (found - end), z2 * end * (1 - end) / trials, 1e-15);
            assertEquals(end, Percent.interval(found, trials)[sign < 0 ? 0 : 1], 1e-15);
        }
    }

    @Test
    void recallIsTheShareOfTheTrueClass() {
        int[][] confusion = {{8, 2, 0}, {1, 1, 2}, {0, 0, 0}};
        assertEquals(0.8, ConfusionMatrix.recall(confusion, 0));
        assertEquals(0.25, ConfusionMatrix.recall(confusion, 1));
        assertEquals(Double.NaN, ConfusionMatrix.recall(confusion, 2));
    }

    @Test
    void theVoteIsTheLargestMeanPerNeuronOfAClass() {
        int[] labels = {4, 4, 4, 7, -1};
        assertEquals(OptionalInt.of(7), SpikeRaster.vote(outputs(0, 1, 3), labels)); // 2/3 against 1/1
        assertEquals(OptionalInt.of(4), SpikeRaster.vote(outputs(0, 1, 2, 3), labels)); // a tie
        assertEquals(OptionalInt.empty(), SpikeRaster.vote(outputs(4, 4), labels));
        assertEquals(OptionalInt.empty(), SpikeRaster.vote(List.of(new RasterSpike(0, 4, "input", 0, 1)), labels));
    }

    private static List<RasterSpike> outputs(int... neurons) {
        return Arrays.stream(neurons)
                .mapToObj(neuron -> new RasterSpike(0, 4, "output", neuron, 1))
                .toList();
    }

    /** Each count is another power of two, so that one that is missing, or there twice, shows. */
    @Test
    void everyCountOfAnActivityHasARow() {
        Activity activity = new Activity(
                1, 1 << 1, 1 << 2, 1 << 3, 1 << 4, 1 << 5, 1 << 6, 1 << 7, 1 << 8, 1 << 9, 1 << 10, 1 << 11, 1 << 12,
                1 << 13, 1 << 14, 1 << 15, 1 << 16, 1 << 17, 1 << 18, 0);
        long sum = Tables.activity(new Phases<>(activity, Activity.NONE, Activity.NONE)).stream()
                .mapToLong(Tables.CountRow::training)
                .sum();
        assertEquals((1 << 19) - 1, sum);
    }

    @Test
    void theEnergiesOfCellsSumToTheirTotal() {
        Energy energy = new Energy(1, 2, 4, 8, 16, 32);
        double sum = Tables.CELL_ENERGIES.values().stream()
                .mapToDouble(part -> part.applyAsDouble(energy))
                .sum();
        assertEquals(energy.totalJoules(), sum);
    }
}
