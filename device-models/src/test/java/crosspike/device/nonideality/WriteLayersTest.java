package crosspike.device.nonideality;

import static crosspike.device.nonideality.OneLine.CELLS;
import static crosspike.device.nonideality.OneLine.RANGE;
import static crosspike.device.nonideality.OneLine.RESPONSE;
import static crosspike.device.nonideality.OneLine.deviation;
import static crosspike.device.nonideality.OneLine.mean;
import static crosspike.device.nonideality.OneLine.programmed;
import static crosspike.device.nonideality.OneLine.stack;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.device.ContinuousResponse;
import crosspike.device.PulseCurve;
import crosspike.input.UserError;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WriteLayersTest {
    private static final double MIDDLE = 1.1e-5;
    private static final double WIDTH = 2e-5;
    /** Five standard errors of the standard deviation of 20,000 draws. */
    private static final double OF_DEVIATION = 5 / Math.sqrt(2.0 * CELLS);

    @ParameterizedTest
    @CsvSource({"0.02, 1", "0.02, 4", "0.01, 9"})
    void cycleToCycleVariationGrowsWithTheRootOfThePulsesAndIsRightOnAverage(double sigma, int pulses) {
        float quiet = programmed(stack(), MIDDLE, pulses, 1)[0];
        float[] noisy = programmed(stack(new CycleToCycle(sigma)), MIDDLE, pulses, 1);
        double expected = sigma * WIDTH * Math.sqrt(pulses);
        assertEquals(expected, deviation(noisy), expected * OF_DEVIATION);
        assertEquals(quiet, mean(noisy), 5 * expected / Math.sqrt(CELLS));
    }

    static List<Nonideality> switchedOff() {
        return List.of(new CycleToCycle(0), new DeviceToDevice(0, 0, 0, 0), new Endurance(1e18, 2, RangeEnd.MIN));
    }

    @ParameterizedTest
    @MethodSource("switchedOff")
    void aLayerOfStrengthZeroChangesNothing(Nonideality off) {
        assertArrayEquals(programmed(stack(), MIDDLE, 3, 1), programmed(stack(off), MIDDLE, 3, 1));
    }

    @Test
    void cellsWithoutPulsesAreLeftAlone() {
        LayerStack all =
                stack(new DeviceToDevice(1, 1, 0.5, 0.5), new CycleToCycle(0.5), new Endurance(1, 2, RangeEnd.MIDDLE));
        assertArrayEquals(OneLine.filled(MIDDLE), programmed(all, MIDDLE, 0, 1));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "0, 1"})
    void spreadOfTheLabelActsInItsDirectionOnly(double ltp, double ltd) {
        LayerStack spread = stack(new DeviceToDevice(ltp, ltd, 0, 0));
        assertEquals(ltp > 0, deviation(programmed(spread, 1e-6, 8, 1)) > 1e-8, "up");
        assertEquals(ltd > 0, deviation(programmed(spread, 2.1e-5, -8, 1)) > 1e-8, "down");
    }

    @Test
    void everyCellHasTheCurveOfItsOwnLabelDrawnAroundTheNominalOne() {
        float[] own = programmed(stack(new DeviceToDevice(1, 0, 0, 0)), 1e-6, 8, 1);
        double[] labels = new double[CELLS];
        for (int i = 0; i < CELLS; i++) {
            labels[i] = labelOf((own[i] - 1e-6) / WIDTH);
        }
        double mean = Arrays.stream(labels).average().orElseThrow();
        double variance = Arrays.stream(labels)
                .map(label -> (label - mean) * (label - mean))
                .average()
                .orElseThrow();
        assertEquals(1, mean, 5 / Math.sqrt(CELLS));
        assertEquals(1, Math.sqrt(variance), 2 * OF_DEVIATION);
    }

    /** The label of the curve that is at x after 8 of 64 pulses, by bisection: curves rise with their label. */
    private static double labelOf(double x) {
        double low = -9;
        double high = 9;
        for (int i = 0; i < 20; i++) {
            double middle = (low + high) / 2;
            if (PulseCurve.rising(64, middle).after(0, 8) < x) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 0.4})
    void spreadOfTheStepScalesStepsOfAnyDevice(double pulses) {
        var response = new ContinuousResponse(RANGE, 100);
        LayerStack layers =
                LayerStack.on(new CellArray(1, CELLS, response, 1), List.of(new DeviceToDevice(0, 0, 0.1, 0)));
        float[] before = OneLine.filled(MIDDLE);
        float[] after = OneLine.filled(MIDDLE + 1e-6);
        layers.written(OneLine.ALL, before, after, OneLine.filled(pulses), OneLine.stream(1));
        assertEquals(1e-7, deviation(after), 1e-7 * OF_DEVIATION);
        assertEquals(MIDDLE + 1e-6, mean(after), 5 * 1e-7 / Math.sqrt(CELLS));
    }

    @Test
    void theSameSeedGivesTheSameCellsAndAnotherSeedOthersWhateverElseIsLaidOver() {
        var spread = new DeviceToDevice(1, 1, 0.2, 0.2);
        float[] one = programmed(stack(spread), 1e-6, 5, 1);
        LayerStack among =
                stack(spread, new StuckAt(0.5, 0, 0, null), new RangeVariation(0.1, 0.1, RangeVariation.Reference.END));
        LayerStack other = LayerStack.on(OneLine.array(2), List.of(spread));
        assertArrayEquals(one, programmed(among, 1e-6, 5, 1));
        assertFalse(Arrays.equals(one, programmed(other, 1e-6, 5, 1)));
    }

    @Test
    void orderMattersNoiseBeforeScaledStepsIsScaledAsWell() {
        var noise = new CycleToCycle(0.02);
        var scale = new DeviceToDevice(0, 0, 1, 1);
        double noiseFirst = deviation(programmed(stack(noise, scale), MIDDLE, 1, 1));
        double noiseLast = deviation(programmed(stack(scale, noise), MIDDLE, 1, 1));
        assertTrue(noiseFirst > 1.1 * noiseLast, noiseFirst + " S against " + noiseLast + " S");
    }

    @Test
    void cellsWithCurvesOfTheirOwnComeFirst() {
        var e = assertThrows(UserError.class, () -> stack(new CycleToCycle(0.1), new DeviceToDevice(1, 0, 0, 0)));
        assertEquals(
                "device-to-device gives each cell its own pulse curve, but another layer that acts on writes comes"
                        + " before it; expected device-to-device first in the list",
                e.getMessage());
    }

    @Test
    void aSpreadOfLabelsNeedsLabels() {
        var cells = new CellArray(1, 1, new ContinuousResponse(RANGE, 64), 1);
        var e = assertThrows(UserError.class, () -> new DeviceToDevice(1, 0, 0, 0).on(cells));
        assertEquals(
                "device-to-device spreads the nonlinearity label, but the cells have none; expected response: pulsed,"
                        + " or ltp_step and ltd_step instead",
                e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 4})
    void halfOfTheWindowIsLeftAtItsPulsesAndLessLater(double steepness) {
        var wear = new Endurance(1e6, steepness, RangeEnd.MIN);
        assertEquals(1, wear.window(0));
        assertEquals(0.5, wear.window(1e6), 1e-12);
        assertTrue(wear.window(1e8) < wear.window(1e7));
        assertTrue(wear.window(1e9) < 0.04);
    }

    @ParameterizedTest
    @CsvSource({"MIN, 1e-6, 1.1e-5", "MAX, 1.1e-5, 2.1e-5", "MIDDLE, 6e-6, 1.6e-5"})
    void aHalfWornCellReachesHalfOfItsRange(RangeEnd towards, double lowest, double highest) {
        LayerStack layers = stack(new Endurance(1e4, 2, towards));
        for (int i = 0; i < 100; i++) {
            programmed(layers, MIDDLE, i % 2 == 0 ? 100 : -100, 1);
        }
        assertEquals(highest, programmed(layers, 1e-6, 64, 1)[7], 0.02 * WIDTH);
        assertEquals(lowest, programmed(layers, 2.1e-5, -64, 1)[7], 0.02 * WIDTH);
    }

    @Test
    void whatPulsesReachStaysInTheRange() {
        LayerStack layers = stack(new DeviceToDevice(3, 3, 1, 1), new CycleToCycle(0.5));
        for (int pulses : new int[] {64, 1, -1, -64}) {
            for (float g : programmed(layers, MIDDLE, pulses, 1)) {
                assertEquals(g, RESPONSE.range().clamp(g));
            }
        }
    }
}
