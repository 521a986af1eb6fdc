package crosspike.device.nonideality;

import static crosspike.device.nonideality.OneLine.CELLS;
import static crosspike.device.nonideality.OneLine.aged;
import static crosspike.device.nonideality.OneLine.deviation;
import static crosspike.device.nonideality.OneLine.mean;
import static crosspike.device.nonideality.OneLine.stack;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AgeingTest {
    private static final double DAY = 86_400;
    private static final double ERRORS = 5 / Math.sqrt(CELLS);

    static List<Nonideality> all() {
        return List.of(
                new Drift(0.1, 0.02, 20),
                new PcmDrift(20),
                new StateDrift(5, new StateDrift.LogLaw(0, 0.05, 0, 1), new StateDrift.LogLaw(-0.01, 0.001, 0, 1)),
                new Retention(1e6, 0.7, RangeEnd.MIDDLE, 1.1, 300),
                new RramRelaxation(1));
    }

    @ParameterizedTest
    @MethodSource("all")
    void noTimeChangesNothing(Nonideality layer) {
        assertArrayEquals(OneLine.filled(7e-6), aged(stack(layer), 7e-6, 0, 0, 300));
    }

    @ParameterizedTest
    @CsvSource({"86400", "3e8"})
    void driftIsAPowerOfTimeFromItsStartOn(double seconds) {
        float[] cells = aged(stack(new Drift(0.06, 0, 20)), 7e-6, 0, seconds, 300);
        assertEquals(7e-6 * Math.pow(seconds / 20, -0.06), cells[0], 1e-11);
        assertEquals(7e-6f, aged(stack(new Drift(0.06, 0, 20)), 7e-6, 0, 20, 300)[0]);
    }

    @Test
    void exponentsSpreadOverTheCells() {
        float[] cells = aged(stack(new Drift(0.1, 0.01, 1)), 7e-6, 0, Math.exp(10), 300);
        float[] exponents = new float[CELLS];
        for (int i = 0; i < CELLS; i++) {
            exponents[i] = (float) (-Math.log(cells[i] / 7e-6f) / 10);
        }
        assertEquals(0.1, mean(exponents), 0.01 * ERRORS);
        assertEquals(0.01, deviation(exponents), 0.01 * ERRORS);
    }

    /** By hand, ν at g = 0.1: 0.0155·2.302585 + 0.0244 = 0.060090, σ = 0.0125·2.302585 − 0.0059 = 0.022882. */
    @ParameterizedTest
    @CsvSource({"1, 0.049, 0.008", "0.1, 0.060090, 0.022882", "0.001, 0.1, 0.045"})
    void thePcmExponentDependsOnTheState(double g, double mean, double sigma) {
        assertEquals(mean, PcmDrift.MEAN.at(Math.log(g)), 1e-6);
        assertEquals(sigma, PcmDrift.SIGMA.at(Math.log(g)), 1e-6);
    }

    static List<Nonideality> thatCompose() {
        return List.of(new Drift(0.1, 0.02, 20), new Retention(1e6, 0.7, RangeEnd.MAX, 1.1, 300));
    }

    @ParameterizedTest
    @MethodSource("thatCompose")
    void ageingInTwoStepsIsAgeingInOne(Nonideality layer) {
        LayerStack layers = stack(layer);
        float[] once = aged(layers, 7e-6, 0, 2 * DAY, 330);
        float[] twice = aged(layers, 7e-6, 0, DAY / 2, 330);
        layers.age(OneLine.ALL, twice, DAY / 2, 2 * DAY, 330, OneLine.stream(3));
        assertArrayEquals(once, twice, 1e-11f);
    }

    /** So fast that the time constant is below what a double holds: e^(5 eV/k·(1/50 K − 1/300 K)) = e^967. */
    @Test
    void whatIsFarTooHotLosesEverything() {
        LayerStack layers = stack(new Retention(1, 1, RangeEnd.MIN, 5, 50));
        float[] cells = aged(layers, 7e-6, 0, DAY, 300);
        assertEquals(1e-6f, cells[0]);
        layers.age(OneLine.ALL, cells, DAY, 2 * DAY, 300, OneLine.stream(3));
        assertEquals(1e-6f, cells[0]);
    }

    @Test
    void afterOneTimeConstantAnEthOfTheStateIsLeft() {
        LayerStack layers = stack(new Retention(DAY, 1, RangeEnd.MIN, 0, 300));
        assertEquals(1e-6 + 6e-6 / Math.E, aged(layers, 7e-6, 0, DAY, 400)[0], 1e-11);
    }

    /** 1.1 eV between 300 K and 358 K: e^(1.1/8.617333262e-5·(1/300 − 1/358)) = 985.9. */
    @Test
    void heatSpeedsUpTheLossAsArrheniusSays() {
        assertEquals(985.9, Arrhenius.acceleration(1.1, 300, 358), 0.5);
        LayerStack layers = stack(new Retention(985.9 * DAY, 1, RangeEnd.MIN, 1.1, 300));
        assertEquals(1e-6 + 6e-6 / Math.E, aged(layers, 7e-6, 0, DAY, 358)[0], 1e-8);
    }

    /** At e^10 s of cells of 21 µS: −0.089·10·0.21 = −0.1869 µS, (0.42 + 0.412)·0.21 = 0.17472 µS. */
    @Test
    void relaxationMovesAndSpreadsCellsWithTheLogarithmOfTime() {
        float[] cells = aged(stack(new RramRelaxation(1)), 7e-6, 0, Math.exp(10), 300);
        assertEquals(7e-6 - 0.1869e-6, mean(cells), 0.17472e-6 * ERRORS);
        assertEquals(0.17472e-6, deviation(cells), 0.17472e-6 * ERRORS);
    }

    @Test
    void relaxationThatIsStoppedAtItsStartLosesNoSpread() {
        LayerStack layers = stack(new RramRelaxation(1));
        float[] twice = aged(layers, 7e-6, 0, 1, 300);
        layers.age(OneLine.ALL, twice, 1, DAY, 300, OneLine.stream(3));
        assertArrayEquals(aged(layers, 7e-6, 0, DAY, 300), twice);
    }

    /** At half of Gmax, by hand from the coefficients: (0.26348 + 0.9825 − 0.293275) µS of 25 µS, and so on. */
    @ParameterizedTest
    @CsvSource({
        "PCM NANDAKUMAR2019, 0.038108",
        "PCM JOSHI2020, 0.038211",
        "RRAM WAN2022_SECOND, 0.050573",
        "RRAM WAN2022_DAY, 0.097725",
        "RRAM WAN2022_TWO_DAYS, 0.098228",
        "RRAM MILO2021, 0.016701"
    })
    void programmingLeavesTheErrorOfTheMeasurement(String data, double fractionOfMax) {
        String name = data.substring(data.indexOf(' ') + 1);
        Nonideality layer = data.startsWith("PCM")
                ? new PcmProgrammingNoise(PcmProgrammingNoise.Data.valueOf(name), 1)
                : new RramProgrammingNoise(RramProgrammingNoise.Data.valueOf(name), 1);
        float[] cells = OneLine.filled(1.05e-5);
        float[] targets = cells.clone();
        targets[0] = Float.NaN;
        stack(layer).placed(OneLine.ALL, targets, cells, OneLine.stream(1));
        assertEquals(1.05e-5f, cells[0], "a cell that was left alone");
        assertEquals(fractionOfMax * 2.1e-5, deviation(cells), fractionOfMax * 2.1e-5 * ERRORS);
        assertEquals(1.05e-5, mean(cells), fractionOfMax * 2.1e-5 * ERRORS);
    }

    /** By hand at 10.5 µS of 21 µS: 0.1 + 0.02·10.5 = 0.31 µS; 0.3·0.5 + 0.4·0.25 = 0.25 µS. */
    @ParameterizedTest
    @CsvSource({"MICROSIEMENS, 0.1, 0.02, 0, 0.31e-6", "FRACTION_OF_MAX, 0, 0.3, 0.4, 0.25e-6"})
    void programmingLeavesTheErrorOfOnesOwnMeasurement(
            ProgrammingNoise.Argument of, double c0, double c1, double c2, double siemens) {
        float[] cells = OneLine.filled(1.05e-5);
        stack(new ProgrammingNoise(of, List.of(c0, c1, c2), 0))
                .placed(OneLine.ALL, cells.clone(), cells, OneLine.stream(1));
        assertEquals(siemens, deviation(cells), siemens * ERRORS);
    }
}
