package crosspike.device.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.device.Nonlinearity;
import crosspike.device.calibration.SyntheticTrains.Spread;
import crosspike.device.calibration.SyntheticTrains.Truth;
import crosspike.device.library.DeviceSheet;
import crosspike.device.library.DeviceSpread;
import crosspike.device.measured.Measurement;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What went into synthetic data comes out again: each parameter of a model inside its 95 % interval in at least 90 % of
 * trials, seeds from 0.
 *
 * <p>200 trials are few: over 1,000 (seeds 200 to 1,199) the labels of two truths were inside in 93.6 % to 96.2 %. The ends
 * and labels of a measured curve are read off it rather than fitted, so chance is given its two standard errors of 200
 * trials there (the least of seeds 0 to 199 is 179, of seeds 1000 to 1199 it is 186).
 */
class RoundTripTest {
    private static final int TRIALS = 200;
    private static final Spread SPREAD = new Spread(0.03, 0.05, 0.4, 0.3);
    private static final double COVERED = 0.9;
    private static final double COVERED_BUT_FOR_CHANCE = COVERED - 2 * Math.sqrt(COVERED * (1 - COVERED) / TRIALS);

    static List<Truth> truths() {
        return List.of(
                new Truth(CurveModel.LINEAR, new double[] {0.1, 0.9}, 0.01, 0.005),
                new Truth(CurveModel.EXPONENTIAL, new double[] {0.1, 0.9, u(2.4), u(-4.88)}, 0.01, 0.005),
                new Truth(CurveModel.EXPONENTIAL, new double[] {0.1, 0.9, u(0.5), u(1.2)}, 0.005, 0.01),
                new Truth(CurveModel.SOFT_BOUNDS, softBounds(0.1, 1, 2, 2.5), 0.005, 0.005));
    }

    /** Soft bounds of a cycle that repeats: the lower bound is such that depression ends where potentiation began. */
    private static double[] softBounds(double start, double upper, double rise, double fall) {
        double top = upper - (upper - start) * Math.exp(-rise);
        double lower = (start - top * Math.exp(-fall)) / (1 - Math.exp(-fall));
        return new double[] {start, upper, lower, rise, fall};
    }

    private static double u(double label) {
        return 1 / Nonlinearity.shape(label);
    }

    @ParameterizedTest
    @MethodSource("truths")
    void parametersAreInTheirIntervals(Truth truth) {
        double[] known = truth.model().described(truth.parameters());
        double range = known[1] - known[0];
        Map<String, Integer> inside = new LinkedHashMap<>();
        for (long seed = 0; seed < TRIALS; seed++) {
            Measurement data =
                    new SyntheticTrains(seed).device("a", truth, 8, 20, 25).measurement();
            DeviceFit fit =
                    DeviceFit.of(data, options(FitModel.valueOf(truth.model().name())));
            count(inside, "Gmin", fit.minSiemens().holds(siemens(known[0])));
            count(inside, "Gmax", fit.maxSiemens().holds(siemens(known[1])));
            if (truth.model() != CurveModel.LINEAR) {
                count(inside, "NL LTP", fit.labelLtp().holds(known[2]));
                count(inside, "NL LTD", fit.labelLtd().holds(known[3]));
            }
            count(inside, "C2C", fit.cycleToCycleSigma().holds(truth.pulseSigma() / range));
        }
        assertCovered(inside, COVERED);
    }

    static List<Arguments> stoppingTruths() {
        return List.of(
                Arguments.of(
                        new Truth(CurveModel.EXPONENTIAL, new double[] {0.1, 0.9, u(2.4), u(-4.88)}, 0.008, 0), 5, 64),
                Arguments.of(
                        new Truth(CurveModel.EXPONENTIAL, new double[] {0.1, 0.9, u(0.5), u(-0.5)}, 0.016, 0), 10, 64),
                Arguments.of(
                        new Truth(CurveModel.EXPONENTIAL, new double[] {0.1, 0.9, u(1.85), u(-1.79)}, 0.004, 0),
                        5,
                        64));
    }

    /** As simulated cells do; without read noise, which hides where that is. */
    @ParameterizedTest
    @MethodSource("stoppingTruths")
    void cellsMayStopAtTheEndsOfTheirRange(Truth truth, int cycles, int pulses) {
        assertCovered(insideOfStopping(truth, cycles, pulses), COVERED);
    }

    static List<Arguments> noisyStoppingTruths() {
        return List.of(
                Arguments.of(
                        new Truth(CurveModel.EXPONENTIAL, new double[] {0.1, 0.9, u(2.4), u(-4.88)}, 0.008, 0.004),
                        157,
                        175),
                Arguments.of(
                        new Truth(CurveModel.EXPONENTIAL, new double[] {0.1, 0.9, u(1.85), u(-1.79)}, 0.004, 0.004),
                        185,
                        185));
    }

    /** Too few, as the calibration guide says, which states these numbers: whoever mends it should change it there. */
    @ParameterizedTest
    @MethodSource("noisyStoppingTruths")
    void noiseOfReadsHidesWhereCellsStop(Truth truth, int insideMin, int insideLabelLtd) {
        Map<String, Integer> inside = insideOfStopping(truth, 5, 64);
        assertEquals(List.of(insideMin, insideLabelLtd), List.of(inside.get("Gmin"), inside.get("NL LTD")));
    }

    private static Map<String, Integer> insideOfStopping(Truth truth, int cycles, int pulses) {
        double[] known = truth.model().described(truth.parameters());
        Map<String, Integer> inside = new LinkedHashMap<>();
        for (long seed = 0; seed < TRIALS; seed++) {
            Measurement data = new SyntheticTrains(seed)
                    .stoppingDevice("a", truth, cycles, pulses)
                    .measurement();
            DeviceFit fit = DeviceFit.of(data, options(FitModel.EXPONENTIAL));
            count(inside, "Gmin", fit.minSiemens().holds(siemens(known[0])));
            count(inside, "Gmax", fit.maxSiemens().holds(siemens(known[1])));
            count(inside, "NL LTP", fit.labelLtp().holds(known[2]));
            count(inside, "NL LTD", fit.labelLtd().holds(known[3]));
            count(inside, "C2C", fit.cycleToCycleSigma().holds(truth.pulseSigma() / (known[1] - known[0])));
        }
        return inside;
    }

    @Test
    void devicesMayStopEachAtItsOwnEnds() {
        Map<String, Integer> inside = new LinkedHashMap<>();
        fitsOfSixDevices((trains, name, parameters) ->
                        trains.stoppingDevice(name, new Truth(CurveModel.EXPONENTIAL, parameters, 0.007, 0), 4, 48))
                .forEach(fit -> {
                    countSpread(inside, fit);
                    count(inside, "NL LTP", fit.labelLtp().holds(2));
                    count(inside, "NL LTD", fit.labelLtd().holds(-3));
                    count(inside, "C2C", fit.cycleToCycleSigma().holds(0.007 / 0.7));
                });
        assertCovered(inside, COVERED);
    }

    /** The ends, the labels and the variation of the curve itself, whatever its form. */
    @ParameterizedTest
    @MethodSource("truths")
    void theMeasuredCurveHasTheEndsAndLabelsOfTheTruth(Truth truth) {
        double[] known = truth.model().described(truth.parameters());
        Map<String, Integer> inside = new LinkedHashMap<>();
        for (long seed = 0; seed < TRIALS; seed++) {
            Measurement data =
                    new SyntheticTrains(seed).device("a", truth, 8, 20, 25).measurement();
            DeviceFit fit = DeviceFit.of(data, options(FitModel.MEASURED));
            count(inside, "Gmin", fit.minSiemens().holds(siemens(known[0])));
            count(inside, "Gmax", fit.maxSiemens().holds(siemens(known[1])));
            if (truth.model() != CurveModel.LINEAR) { // the largest distance of noise from a line is not 0
                count(inside, "NL LTP", fit.labelLtp().holds(known[2]));
                count(inside, "NL LTD", fit.labelLtd().holds(known[3]));
            }
            count(inside, "C2C", fit.cycleToCycleSigma().holds(truth.pulseSigma() / (known[1] - known[0])));
        }
        assertCovered(inside, COVERED_BUT_FOR_CHANCE);
    }

    @Test
    void spreadOfDevicesIsToldApartFromThatOfCycles() {
        Map<String, Integer> inside = new LinkedHashMap<>();
        fitsOfSixDevices((trains, name, parameters) ->
                        trains.device(name, new Truth(CurveModel.EXPONENTIAL, parameters, 0.005, 0.003), 4, 24))
                .forEach(fit -> {
                    countSpread(inside, fit);
                    count(inside, "C2C", fit.cycleToCycleSigma().holds(0.005 / 0.7));
                });
        assertCovered(inside, COVERED);
    }

    private interface Trains {
        void add(SyntheticTrains trains, String device, double[] parameters);
    }

    /** One fit for each trial. */
    private static Stream<DeviceFit> fitsOfSixDevices(Trains ofDevice) {
        return LongStream.range(0, TRIALS).mapToObj(seed -> {
            SyntheticTrains trains = new SyntheticTrains(seed);
            for (int device = 0; device < 6; device++) {
                double[] parameters = {
                    0.15 + 0.7 * SPREAD.min() * trains.gaussian(),
                    0.85 + 0.7 * SPREAD.max() * trains.gaussian(),
                    u(2 + SPREAD.labelLtp() * trains.gaussian()),
                    u(-3 + SPREAD.labelLtd() * trains.gaussian())
                };
                ofDevice.add(trains, "d" + device, parameters);
            }
            return DeviceFit.of(trains.measurement(), options(FitModel.EXPONENTIAL));
        });
    }

    private static void countSpread(Map<String, Integer> inside, DeviceFit fit) {
        DeviceToDevice found = fit.deviceToDevice().orElseThrow();
        count(inside, "Gmin", fit.minSiemens().holds(siemens(0.15)));
        count(inside, "Gmax", fit.maxSiemens().holds(siemens(0.85)));
        count(inside, "D2D Gmin", found.min().holds(SPREAD.min()));
        count(inside, "D2D Gmax", found.max().holds(SPREAD.max()));
        count(inside, "D2D NL LTP", found.labelLtp().holds(SPREAD.labelLtp()));
        count(inside, "D2D NL LTD", found.labelLtd().holds(SPREAD.labelLtd()));
    }

    /** More digits than that no fit of pulses knows. */
    @Test
    void variationsInAFileHaveSixDigits() {
        SyntheticTrains trains = new SyntheticTrains(0);
        for (double label : new double[] {1, 2, 3}) {
            double[] parameters = {0.1 + label / 50, 0.8 + label / 25, u(label), u(-label)};
            trains.device("d" + label, new Truth(CurveModel.EXPONENTIAL, parameters, 0.005, 0.003), 3, 24);
        }
        Measurement data = trains.measurement();
        DeviceFit fit = DeviceFit.of(data, options(FitModel.EXPONENTIAL));
        DeviceSheet sheet =
                FittedSheet.of(fit, data, MeasuredModelTest.unknown()).sheet();
        DeviceSpread spread = sheet.deviceToDevice().orElseThrow();
        for (double sigma : new double[] {
            sheet.cycleToCycleSigma(),
            spread.minSigma(),
            spread.maxSigma(),
            spread.nonlinearityLtpSigma(),
            spread.nonlinearityLtdSigma()
        }) {
            assertTrue(new BigDecimal(Double.toString(sigma)).precision() <= 6, () -> "sigma " + sigma);
            assertTrue(sigma > 0, "all vary");
        }
    }

    @Test
    void fewerThanThreeCyclesGiveNoIntervalsAndSaySo() {
        DeviceFit fit = DeviceFit.of(
                new SyntheticTrains(1).device("a", truths().get(2), 2, 60).measurement(), FitOptions.standard());
        assertTrue(Double.isNaN(fit.labelLtp().low()));
        assertTrue(
                fit.remarks().contains("fewer than three cycles: no confidence intervals; measure more cycles"),
                fit.remarks().toString());
    }

    @Test
    void noiseOfReadsIsNotTakenForNoiseOfPulses() {
        Truth quietPulses = new Truth(CurveModel.EXPONENTIAL, new double[] {0.1, 0.9, u(1), u(-1)}, 0, 0.02);
        DeviceFit fit = DeviceFit.of(
                new SyntheticTrains(1).device("a", quietPulses, 20, 50).measurement(), FitOptions.standard());
        assertTrue(fit.cycleToCycleSigma().holds(0), fit.cycleToCycleSigma().toString());
        assertEquals(0.02 / 0.8, fit.readSigma(), 0.001);
    }

    @Test
    void theModelOfTheTruthHasTheLowestAicOfThoseForDevices() {
        for (Truth truth : List.of(truths().get(0), truths().get(1))) {
            DeviceFit fit = DeviceFit.of(
                    new SyntheticTrains(3).device("a", truth, 8, 20).measurement(), FitOptions.standard());
            if (truth.model() == CurveModel.LINEAR) {
                assertTrue(Math.abs(fit.labelLtp().value()) < 0.2, fit.toString());
            } else {
                assertEquals(FitModel.EXPONENTIAL, fit.model());
            }
        }
    }

    private static FitOptions options(FitModel model) {
        return new FitOptions(Optional.of(model), 0.95, OptionalInt.empty(), false);
    }

    private static double siemens(double y) {
        return SyntheticTrains.LOW + (SyntheticTrains.HIGH - SyntheticTrains.LOW) * y;
    }

    private static void count(Map<String, Integer> inside, String name, boolean isInside) {
        inside.merge(name, isInside ? 1 : 0, Integer::sum);
    }

    private static void assertCovered(Map<String, Integer> inside, double share) {
        assertTrue(inside.size() >= 3);
        inside.forEach((name, hits) ->
                assertTrue(hits >= share * TRIALS, () -> name + " was in its interval in " + hits + " of " + TRIALS));
    }
}
