package crosspike.device.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.device.ConductanceRange;
import crosspike.device.ExponentialResponse;
import crosspike.device.MeasuredResponse;
import crosspike.device.PulseCurve;
import crosspike.device.SoftBoundsResponse;
import crosspike.device.calibration.SyntheticTrains.Truth;
import crosspike.device.library.DeviceSheet;
import crosspike.device.library.DeviceSheet.ResponseKind;
import crosspike.device.measured.Kind;
import crosspike.device.measured.Measurement;
import crosspike.input.Document;
import crosspike.input.RecordReader;
import crosspike.input.UserError;
import crosspike.random.RandomStream;
import crosspike.random.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Devices that no closed form describes, and what soft bounds are to one that does. */
class MeasuredModelTest {
    private static final DoubleUnaryOperator S_SHAPED = x -> 2e-6 + 18e-6 * x * x * (3 - 2 * x);
    private static final int CYCLES = 4;
    private static final int PULSES = 32;

    @Test
    void aCurveThatIsNotExponentialFailsTheResidualCheckAndTheRemarkSaysWhatToDo() {
        DeviceFit fit = DeviceFit.of(sShaped(0.002), options(FitModel.EXPONENTIAL));
        String remark = fit.remarks().get(fit.remarks().size() - 1);
        assertTrue(remark.startsWith("check \"residual\": the exponential curve is off the measured one by "), remark);
        assertTrue(remark.endsWith("; --model measured keeps the measured curve"), remark);
        DeviceFit own = DeviceFit.of(sShaped(0.002), options(FitModel.MEASURED));
        assertFalse(own.remarks().toString().contains("residual"), own.remarks().toString());
    }

    @Test
    void theMeasuredCurveFollowsTheTruth() {
        DeviceFit fit = DeviceFit.of(sShaped(0.01), options(FitModel.MEASURED));
        for (int n = 0; n <= PULSES; n++) {
            double truth = S_SHAPED.applyAsDouble((double) n / PULSES);
            assertEquals(truth, fit.siemens(true, n), 0.02 * 18e-6, "LTP " + n);
            assertEquals(truth, fit.siemens(false, PULSES - n), 0.02 * 18e-6, "LTD " + (PULSES - n));
        }
    }

    @Test
    void theFileOfAMeasuredCurveIsADeviceThatPulsesMove() {
        Measurement data = sShaped(0.01);
        DeviceFit fit = DeviceFit.of(data, options(FitModel.MEASURED));
        FittedSheet fitted = FittedSheet.of(fit, data, unknown());
        DeviceSheet sheet = RecordReader.read(Document.parse(fitted.yaml(fit), "mine.yaml"), DeviceSheet.class);
        assertEquals(ResponseKind.MEASURED, sheet.response());
        MeasuredResponse response = new MeasuredResponse(
                sheet.potentiation().measuredCurve(true), sheet.depression().measuredCurve(false));
        assertEquals(sheet.conductance().range(), response.range());
        float[] cell = {response.range().minSiemens()};
        for (int n = 0; n < PULSES; n++) {
            response.program(cell, new float[] {1}, 1, null);
        }
        assertEquals(
                response.range().maxSiemens(), cell[0], 1e-3f * response.range().widthSiemens());
    }

    @Test
    void theComparisonEndsWithTheMeasuredCurveWhichHasNoAic() {
        DeviceFit fit = DeviceFit.of(sShaped(0.01), FitOptions.standard());
        int last = fit.comparison().size() - 1;
        assertTrue(last >= 3, "linear, exponential, separate ranges; soft bounds need not converge here");
        ModelComparison measured = fit.comparison().get(last);
        assertEquals("measured", measured.name());
        assertTrue(measured.aic().isEmpty());
        for (ModelComparison closed : fit.comparison().subList(0, last)) {
            assertTrue(closed.aic().isPresent());
            assertTrue(closed.heldOutRms().getAsDouble() > measured.heldOutRms().getAsDouble(), closed.name());
        }
    }

    /** A saturated curve is flat at its end, but a simulated cell must find its way back. */
    @Test
    void aFlatEndStillRises() {
        Measurement data = data(x -> 2e-6 + 18e-6 * Math.min(1, 1.6 * x), 0);
        DeviceFit fit = DeviceFit.of(data, options(FitModel.MEASURED));
        for (int n = 1; n <= PULSES; n++) {
            assertTrue((float) fit.siemens(true, n) > (float) fit.siemens(true, n - 1), "LTP " + n);
            assertTrue((float) fit.siemens(false, n) < (float) fit.siemens(false, n - 1), "LTD " + n);
        }
    }

    /** Why fit writes labels for soft bounds: within the range both are the same line of G' over G. */
    @Test
    void withinTheRangeASoftBoundsDeviceIsTheExponentialOneOfItsLabels() {
        double[] p = {0.1, 1, 0, 2, 2.5};
        p[2] = (p[0] - 0.878198245 * Math.exp(-p[4]))
                / (1 - Math.exp(-p[4])); // depression ends where potentiation began
        double[] described = CurveModel.SOFT_BOUNDS.described(p);
        int pulses = 20;
        SoftBoundsResponse bounds = new SoftBoundsResponse(
                new ConductanceRange((float) p[2], (float) p[1]),
                -2 / Math.expm1(-p[3] / pulses),
                -2 / Math.expm1(-p[4] / pulses));
        ExponentialResponse labels = new ExponentialResponse(
                new ConductanceRange((float) described[0], (float) described[1]),
                PulseCurve.rising(pulses, described[2]),
                PulseCurve.falling(pulses, described[3]),
                0);
        RandomStream random = Streams.of(1, "soft bounds").stream(0);
        for (int i = 0; i < 100; i++) {
            float start = (float) (described[0] + (described[1] - described[0]) * random.uniformDouble());
            for (int n : new int[] {1, 3, -1, -3}) {
                float[] a = {start};
                float[] b = {start};
                bounds.program(a, new float[] {n}, 1, random);
                labels.program(b, new float[] {n}, 1, random);
                float clamped = labels.range().clamp(a[0]); // no measurement went further
                assertEquals(clamped, b[0], 1e-6f, n + " pulses from " + start);
            }
        }
    }

    @Test
    void softBoundsSayTheirBoundsAndAsWhatTheyAreWritten() {
        Truth truth = RoundTripTest.truths().get(3);
        Measurement data = new SyntheticTrains(1).device("a", truth, 8, 40).measurement();
        DeviceFit fit = DeviceFit.of(data, options(FitModel.SOFT_BOUNDS));
        String remark = fit.remarks().get(fit.remarks().size() - 1);
        assertTrue(remark.startsWith("soft bounds at "), remark);
        assertEquals(
                ResponseKind.PULSED,
                FittedSheet.of(fit, data, unknown()).sheet().response());
    }

    /** All devices together bend, one of them does not. */
    @Test
    void aDeviceThatTheModelDoesNotFitIsNamedWithTheFileAndWhatToDo() {
        Truth bends = RoundTripTest.truths().get(3);
        Truth straight = new Truth(CurveModel.LINEAR, new double[] {0.1, 0.95}, 0.01, 0.01);
        Measurement data = new SyntheticTrains(19)
                .device("a", bends, 8, 20)
                .device("b", bends, 8, 20)
                .device("c", straight, 8, 20)
                .measurement();
        UserError error = assertThrows(UserError.class, () -> DeviceFit.of(data, options(FitModel.SOFT_BOUNDS)));
        assertEquals(
                "synthetic: the soft_bounds model does not converge on these traces of device c; look at them with"
                        + " crosspike import --plots, remove bad cycles, or fit --model measured",
                error.getMessage());
    }

    /** Stuck, or moved the other way: its curve has no range. */
    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-8})
    void aDeviceThatPulsesDoNotMoveIsNamed(double step) {
        Truth truth = RoundTripTest.truths().get(3);
        Measurement moved = new SyntheticTrains(19)
                .device("a", truth, 1, 20)
                .device("b", truth, 1, 20)
                .measurement();
        List<Measurement.Row> rows = new ArrayList<>(moved.rows());
        for (int i = 0; i < 40; i++) {
            boolean rises = i < 20;
            double siemens = 1e-5 + (rises ? step : -step) * (i % 20);
            rows.add(new Measurement.Row(
                    rows.size() + 2,
                    List.of(
                            "c",
                            "1",
                            rises ? "LTP" : "LTD",
                            Integer.toString(i % 20 + 1),
                            "1.5",
                            "1e-6",
                            "0.1",
                            Double.toString(siemens))));
        }
        Measurement data = new Measurement(moved.source(), moved.kind(), rows);
        assertNoCurve("device c is not moved by its pulses", data);
    }

    private static void assertNoCurve(String why, Measurement data) {
        UserError error = assertThrows(UserError.class, () -> DeviceFit.of(data, options(FitModel.MEASURED)));
        assertEquals(
                "synthetic: " + why
                        + ", and the measured model is fitted to each device alone; leave the device out, or fit"
                        + " another model",
                error.getMessage());
    }

    /** As one that broke before it was depressed. */
    @Test
    void aDeviceThatWentOneWayOnlyIsNamed() {
        Truth truth = RoundTripTest.truths().get(3);
        Measurement both = new SyntheticTrains(19)
                .device("a", truth, 8, 20)
                .device("b", truth, 8, 20)
                .measurement();
        List<Measurement.Row> rows = both.rows().stream()
                .filter(row -> both.cell(row, "phase").equals("LTP")
                        || both.cell(row, "device_id").equals("a"))
                .toList();
        Measurement data = new Measurement(both.source(), both.kind(), rows);
        assertNoCurve("device b has no depression", data);
        assertEquals(
                FitModel.EXPONENTIAL,
                DeviceFit.of(data, options(FitModel.EXPONENTIAL)).model());
    }

    /** Reads so noisy that a pulse deviates by more than the range: a file holds at most 1. */
    @Test
    void aDeviationOfMoreThanTheRangeIsWrittenAsOneThatCanBeReadBack() {
        Measurement data = sShaped(0.01);
        DeviceFit fit = DeviceFit.of(data, options(FitModel.MEASURED));
        DeviceFit noisy = new DeviceFit(
                fit.model(),
                fit.minSiemens(),
                fit.maxSiemens(),
                fit.labelLtp(),
                fit.labelLtd(),
                fit.potentiationSiemens(),
                fit.depressionSiemens(),
                new Estimate(1.5, 1.2, 1.8),
                fit.readSigma(),
                fit.deviceToDevice(),
                fit.comparison(),
                fit.rms(),
                fit.heldOutRms(),
                fit.confidence(),
                fit.remarks(),
                fit.traces());
        FittedSheet fitted = FittedSheet.of(noisy, data, unknown());
        DeviceSheet sheet = RecordReader.read(Document.parse(fitted.yaml(noisy), "mine.yaml"), DeviceSheet.class);
        assertEquals(1, sheet.cycleToCycleSigma());
    }

    private static FitOptions options(FitModel model) {
        return new FitOptions(Optional.of(model), 0.95, OptionalInt.empty(), true);
    }

    static FittedSheet.Known unknown() {
        return known(OptionalDouble.empty());
    }

    static FittedSheet.Known known(OptionalDouble potentiationVolts) {
        return new FittedSheet.Known(
                "mine",
                Optional.empty(),
                potentiationVolts,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                Optional.empty());
    }

    private static Measurement sShaped(double noise) {
        return data(S_SHAPED, noise);
    }

    /** Cycles of a curve that depression walks back, with noise of the reads. */
    private static Measurement data(DoubleUnaryOperator curve, double noise) {
        RandomStream random = Streams.of(7, "reads").stream(0);
        List<Measurement.Row> rows = new ArrayList<>();
        for (int cycle = 1; cycle <= CYCLES; cycle++) {
            for (String phase : List.of("LTP", "LTD")) {
                for (int n = 1; n <= PULSES; n++) {
                    double x = (double) (phase.equals("LTP") ? n : PULSES - n) / PULSES;
                    double siemens = curve.applyAsDouble(x) + noise * 18e-6 * random.gaussian();
                    rows.add(new Measurement.Row(
                            rows.size() + 2,
                            List.of(
                                    "1",
                                    Integer.toString(cycle),
                                    phase,
                                    Integer.toString(n),
                                    "1",
                                    "1e-6",
                                    "0.1",
                                    Double.toString(siemens))));
                }
            }
        }
        return new Measurement("s.csv", Kind.PULSE_TRAIN, rows);
    }
}
