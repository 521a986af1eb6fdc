package crosspike.device.nonideality;

import static crosspike.device.nonideality.OneLine.CELLS;
import static crosspike.device.nonideality.OneLine.RANGE;
import static crosspike.device.nonideality.OneLine.deviation;
import static crosspike.device.nonideality.OneLine.mean;
import static crosspike.device.nonideality.OneLine.read;
import static crosspike.device.nonideality.OneLine.stack;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.UserError;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadLayersTest {
    private static final double ERRORS = 5 / Math.sqrt(CELLS);

    static List<Nonideality> switchedOff() {
        return List.of(
                new RangeVariation(0, 0, RangeVariation.Reference.END),
                new StuckAt(0, 0, 0, null),
                new AccessResistance(0),
                new IvNonlinearity(2));
    }

    @ParameterizedTest
    @MethodSource("switchedOff")
    void aLayerOfStrengthZeroChangesNothing(Nonideality off) {
        assertEquals(7e-6, mean(read(stack(off), 7e-6)), 1e-12);
        assertEquals(1, stack(off).atReadFraction(0.3));
        assertEquals(1, stack(off).atHalfWrite());
    }

    @Test
    void everyCellHasItsOwnEndsAndStatesBetweenThemInProportion() {
        LayerStack layers = stack(new RangeVariation(0.1, 0.05, RangeVariation.Reference.END));
        float[] low = read(layers, RANGE.minSiemens());
        float[] high = read(layers, RANGE.maxSiemens());
        float[] middle = read(layers, 1.1e-5);
        assertEquals(1e-7, deviation(low), 1e-7 * ERRORS);
        assertEquals(0.05 * 2.1e-5, deviation(high), 0.05 * 2.1e-5 * ERRORS);
        for (int i = 0; i < CELLS; i++) {
            assertEquals((low[i] + high[i]) / 2, middle[i], 1e-11f);
            assertTrue(0 <= low[i] && low[i] < high[i]);
        }
    }

    @Test
    void endsSpreadByFractionsOfTheRangeWhereTheSheetSaysSo() {
        LayerStack layers = stack(new RangeVariation(0.01, 0.05, RangeVariation.Reference.WIDTH));
        assertEquals(0.01 * 2e-5, deviation(read(layers, RANGE.minSiemens())), 0.01 * 2e-5 * ERRORS);
        assertEquals(0.05 * 2e-5, deviation(read(layers, RANGE.maxSiemens())), 0.05 * 2e-5 * ERRORS);
    }

    @ParameterizedTest
    @CsvSource({"0.09, 0.0175, 0", "0.01, 0.02, 0.03", "0, 0, 1"})
    void cellsAreStuckAtTheirRates(double lrs, double hrs, double unformed) {
        float[] seen = read(stack(new StuckAt(lrs, hrs, unformed, null)), 7e-6);
        int atMax = 0;
        int atMin = 0;
        int atZero = 0;
        for (float g : seen) {
            atMax += g == RANGE.maxSiemens() ? 1 : 0;
            atMin += g == RANGE.minSiemens() ? 1 : 0;
            atZero += g == 0 ? 1 : 0;
        }
        assertEquals(lrs, (double) atMax / CELLS, Math.sqrt(lrs) * ERRORS);
        assertEquals(hrs, (double) atMin / CELLS, Math.sqrt(hrs) * ERRORS);
        assertEquals(unformed, (double) atZero / CELLS, Math.sqrt(unformed * (1 - unformed)) * ERRORS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,1\n2, 3\n", "\ufeff0,1\r\n2, 3\r\n"})
    void aFaultMapSaysWhichCellsAreStuckAndHow(String text, @TempDir Path folder) throws IOException {
        Path map = Files.writeString(folder.resolve("faults.csv"), text);
        var array = new CellArray(2, 2, OneLine.RESPONSE, 1);
        LayerStack layers = LayerStack.on(array, List.of(new StuckAt(0, 0, 0, map.toString())));
        float[] column = {7e-6f, 7e-6f};
        layers.read(new Cells(1, 2, 2), column);
        assertArrayEquals(new float[] {RANGE.maxSiemens(), 0}, column);
        float[] row = {7e-6f, 7e-6f};
        layers.read(new Cells(2, 1, 2), row);
        assertArrayEquals(new float[] {RANGE.minSiemens(), 0}, row);
    }

    /** Files that NumPy 2.4 saved. */
    @ParameterizedTest
    @ValueSource(strings = {"uint8", "int64"})
    void aFaultMapMayBeAMatrixOfNumPy(String type) throws URISyntaxException {
        var array = new CellArray(2, 2, OneLine.RESPONSE, 1);
        LayerStack layers =
                LayerStack.on(array, List.of(new StuckAt(0, 0, 0, numPy(type).toString())));
        float[] column = {7e-6f, 7e-6f};
        layers.read(new Cells(1, 2, 2), column);
        assertArrayEquals(new float[] {RANGE.maxSiemens(), 0}, column);
    }

    @ParameterizedTest
    @ValueSource(strings = {"float32", "fortran"})
    void anotherMatrixIsNoFaultMap(String type) throws URISyntaxException {
        Path map = numPy(type);
        var array = new CellArray(2, 2, OneLine.RESPONSE, 1);
        var e = assertThrows(UserError.class, () -> new StuckAt(0, 0, 0, map.toString()).on(array));
        assertEquals(
                map + " is no .npy matrix of integers in row-major order; expected what numpy.save(file,"
                        + " faults.astype(\"uint8\")) writes",
                e.getMessage());
    }

    private static Path numPy(String type) throws URISyntaxException {
        return Path.of(
                ReadLayersTest.class.getResource("faults-" + type + ".npy").toURI());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0,0 | faults.csv has 1 lines; expected 2, one for each row of the array",
                "0,0;0 | faults.csv, line 2 has 1 entries; expected 2, one for each column of the array",
                "0,0;;0 | faults.csv, line 3 has 1 entries; expected 2, one for each column of the array",
                "0,0;0,4 | faults.csv, line 2, entry 2 is not a fault; expected 0 (sound), 1 (stuck at LRS),"
                        + " 2 (stuck at HRS) or 3 (unformed)"
            })
    void aWrongFaultMapSaysWhereItIsWrong(String text, String message, @TempDir Path folder) throws IOException {
        Path map = Files.writeString(folder.resolve("faults.csv"), text.strip().replace(";", "\n"));
        var array = new CellArray(2, 2, OneLine.RESPONSE, 1);
        var e = assertThrows(UserError.class, () -> new StuckAt(0, 0, 0, map.toString()).on(array));
        assertEquals(folder.resolve(message.strip()).toString(), e.getMessage());
    }

    @Test
    void ratesOfFaultsAreAtMostOneTogetherAndNotGivenBesideAMap() {
        var together = assertThrows(UserError.class, () -> new StuckAt(0.5, 0.5, 0.5, null));
        assertEquals("lrs, hrs and unformed are 1.5 together; expected at most 1", together.getMessage());
        var both = assertThrows(UserError.class, () -> new StuckAt(0.1, 0, 0, "faults.csv"));
        assertEquals("both rates and a map of faults are given; expected one of them", both.getMessage());
    }

    /** In binary these add up to more than 1. */
    @Test
    void ratesOfFaultsMayAddUpToAllCells() {
        float[] seen = read(stack(new StuckAt(0.33, 0.56, 0.11, null)), 7e-6);
        for (float g : seen) {
            assertTrue(g == RANGE.maxSiemens() || g == RANGE.minSiemens() || g == 0, () -> g + " S");
        }
    }

    /** Of cells that the second leaves alone as many are stuck at LRS as of all. */
    @Test
    void theSecondLayerOfAKindHasDrawsOfItsOwn() {
        float[] seen = read(stack(new StuckAt(0.1, 0, 0, null), new StuckAt(0, 0.2, 0, null)), 7e-6);
        int atMax = 0;
        for (float g : seen) {
            atMax += g == RANGE.maxSiemens() ? 1 : 0;
        }
        assertEquals(0.8 * 0.1, (double) atMax / CELLS, Math.sqrt(0.1) * ERRORS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 10, 21, 1e6})
    void aFiniteOnOffRatioIsTheRatioOfTheEnds(double ratio) {
        LayerStack layers = stack(new OnOffRatio(ratio));
        assertEquals(2.1e-5 / ratio, read(layers, RANGE.minSiemens())[0], 1e-11);
        assertEquals(2.1e-5, read(layers, RANGE.maxSiemens())[0], 1e-11);
    }

    @Test
    void accessResistanceIsInSeries() {
        assertEquals(1 / (1 / 7e-6 + 15e3), read(stack(new AccessResistance(15e3)), 7e-6)[0], 1e-12);
    }

    @Test
    void orderMattersAStuckCellBehindATransistorConductsLess() {
        var stuck = new StuckAt(1, 0, 0, null);
        var access = new AccessResistance(15e3);
        assertEquals(RANGE.maxSiemens(), read(stack(access, stuck), 7e-6)[0]);
        assertEquals(1 / (1 / 2.1e-5 + 15e3), read(stack(stuck, access), 7e-6)[0], 1e-11);
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, 3, 10, 1000})
    void aNonlinearCurrentFallsByItsRatioAtHalfTheVoltage(double ratio) {
        LayerStack layers = stack(new IvNonlinearity(ratio));
        assertEquals(1, layers.atReadFraction(1), 1e-12);
        assertEquals(1 / ratio, 0.5 * layers.atReadFraction(0.5), 1e-12, "current at half, as a fraction");
        assertEquals(1 / ratio, 0.5 * layers.atHalfWrite(), 1e-12);
        assertTrue(layers.atReadFraction(1e-9) <= layers.atReadFraction(0.5));
    }

    @Test
    void readNoiseIsRelativeToTheConductanceWithAFloor() {
        float[] variance = new float[CELLS];
        stack(new ReadNoise(0.05, 0.01)).addVariance(OneLine.ALL, OneLine.filled(8e-6), variance);
        double expected = Math.pow(0.05 * 8e-6, 2) + Math.pow(0.01 * 2.1e-5, 2);
        assertEquals(expected, variance[17], 1e-6 * expected);
    }

    @Test
    void variancesOfSeveralNoisesAddUp() {
        float[] one = new float[CELLS];
        float[] two = new float[CELLS];
        stack(new ReadNoise(0.05, 0)).addVariance(OneLine.ALL, OneLine.filled(8e-6), one);
        stack(new ReadNoise(0.05, 0), new ReadNoise(0.05, 0)).addVariance(OneLine.ALL, OneLine.filled(8e-6), two);
        assertEquals(2 * one[0], two[0], 1e-6f * one[0]);
    }

    /** By hand: Q(0.5) = 0.0088/0.5^0.65 = 0.0138087, √ln((1 + 250e-9)/500e-9) = 3.809023. */
    @Test
    void pcmReadNoiseIsThatOfThePaper() {
        float[] variance = new float[CELLS];
        stack(new PcmReadNoise(1, 250e-9)).addVariance(OneLine.ALL, OneLine.filled(1.05e-5), variance);
        assertEquals(1.05e-5 * 0.0138087 * 3.809023, Math.sqrt(variance[0]), 1e-11);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.65", "0.0088, 0.65", "0.0088, 0"})
    void cellsThatConductNothingHaveNoFlickerNoise(double factor, double exponent) {
        float[] variance = new float[CELLS];
        stack(new FlickerNoise(factor, exponent, 0.2, 250e-9, 1)).addVariance(OneLine.ALL, OneLine.filled(0), variance);
        assertEquals(0, variance[0]);
    }
}
