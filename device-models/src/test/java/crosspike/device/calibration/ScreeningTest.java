package crosspike.device.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.device.Nonlinearity;
import crosspike.device.library.DeviceSheet;
import crosspike.device.measured.Kind;
import crosspike.device.measured.Measurement;
import crosspike.input.Document;
import crosspike.input.RecordReader;
import crosspike.input.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Data that no fit can mend are refused by the name of the check; the rest is mended with a remark. */
class ScreeningTest {
    private static final DoubleUnaryOperator RISE = x -> 2e-6 + 18e-6 * PulseShape.rise(1.5, x);
    private static final DoubleUnaryOperator FALL = x -> 2e-6 + 18e-6 * PulseShape.rise(-2, 1 - x);

    private final List<Measurement.Row> rows = new ArrayList<>();
    private String width = "";

    @Test
    void oneDirectionIsNotEnough() {
        train("LTP", 20, RISE);
        refused("trace.csv: check \"both directions\" failed: there is no LTD in the file; measure it too,");
    }

    @Test
    void fourPointsAreNotEnough() {
        train("LTP", 20, RISE);
        train("LTD", 4, FALL);
        refused("trace.csv: check \"enough points\" failed: the longest LTD train has 4 reads; expected 5 or more:");
    }

    @Test
    void swappedPhasesAreFound() {
        train("LTD", 20, RISE);
        train("LTP", 20, FALL);
        refused("trace.csv: check \"LTP rises\" failed: the mean conductance goes the other way, by ");
    }

    @Test
    void trainsThatMoveLessThanTheirNoiseAreNotCalledSwapped() {
        train("LTP", 20, x -> 2e-6 + 1e-6 * Math.abs(Math.sin(20 * Math.PI * x)));
        train("LTD", 20, FALL);
        refused("trace.csv: check \"LTP rises\" failed: the mean conductance after the last pulse differs by only 0.0 %"
                + " of the range from that of the first; stronger pulses, more of them, or less noise");
    }

    @Test
    void aConductanceThatNeverChangesIsTold() {
        train("LTP", 20, x -> 2e-6);
        train("LTD", 20, x -> 2e-6);
        refused("trace.csv: check \"LTP rises\" failed: the conductance is the same after every pulse; ");
    }

    @Test
    void aTurnNamesThePulseAndCanBeCutOff() {
        train("LTP", 40, x -> x < 0.5 ? RISE.applyAsDouble(2 * x) : RISE.applyAsDouble(1 - 1.2 * (x - 0.5)));
        train("LTD", 40, FALL);
        refused("trace.csv line 22: check \"monotonic\" failed: the mean LTP curve turns back by ");
        DeviceFit fit = DeviceFit.of(measurement(), new FitOptions(Optional.empty(), 0.95, OptionalInt.of(20), false));
        assertEquals(20, fit.potentiationPulses());
    }

    @Test
    void aDropBetweenTheDirectionsIsRefusedUnlessAllowed() {
        train("LTP", 20, RISE);
        train("LTD", 20, x -> 0.6 * FALL.applyAsDouble(x) + 0.8e-6);
        refused("trace.csv: check \"the directions meet\" failed: the conductance drops by ");
        DeviceFit fit = DeviceFit.of(measurement(), new FitOptions(Optional.empty(), 0.95, OptionalInt.empty(), true));
        assertTrue(fit.remarks().get(0).contains("of the LTP range between the end of LTP and the start of LTD"));
    }

    @Test
    void aSmallDropIsRemarked() {
        train("LTP", 20, RISE);
        train("LTD", 20, x -> 0.9 * FALL.applyAsDouble(x) + 0.2e-6);
        DeviceFit fit = DeviceFit.of(measurement(), FitOptions.standard());
        assertTrue(
                fit.remarks().get(0).startsWith("the conductance drops by "),
                fit.remarks().toString());
    }

    @Test
    void aStepHasNoLabel() {
        train("LTP", 30, x -> 2e-6 + 18e-6 * PulseShape.rise(55, x));
        train("LTD", 30, FALL);
        refused("trace.csv: check \"not a step\" failed: the LTP curve is so steep");
    }

    @Test
    void oneOutlierIsLeftOutAndNamed() {
        train("LTP", 30, x -> Math.abs(x - 0.5) < 1e-9 ? 19e-6 : RISE.applyAsDouble(x));
        train("LTD", 30, FALL);
        DeviceFit fit = DeviceFit.of(measurement(), FitOptions.standard());
        assertEquals("1 outliers left out (lines 16)", fit.remarks().get(0));
        assertEquals(1 / 1.5, Nonlinearity.shape(fit.labelLtp().value()), 1e-3);
        assertEquals(20e-6, fit.maxSiemens().value(), 1e-9);
    }

    @Test
    void aNegativeConductanceNamesItsLine() {
        train("LTP", 20, x -> x > 0.5 ? -1e-6 : 1e-6);
        refused("trace.csv line 12: conductance is -1.0E-6 S; expected a finite value above 0: correct the offset");
    }

    @Test
    void whatTheDataDoNotSayIsAStandInThatTheFileNames() {
        train("LTP", 20, RISE);
        train("LTD", 20, FALL);
        DeviceFit fit = DeviceFit.of(measurement(), FitOptions.standard());
        FittedSheet fitted = FittedSheet.of(fit, measurement(), MeasuredModelTest.known(OptionalDouble.of(1.5)));
        assertTrue(
                fitted.standIns().contains("depression.voltage -1 V"),
                fitted.standIns().toString());
        assertTrue(fitted.standIns().stream().noneMatch(standIn -> standIn.startsWith("potentiation.voltage")));
        Document written = Document.parse(fitted.yaml(fit), "mine.yaml");
        assertEquals(
                fitted.sheet(), RecordReader.read(written, DeviceSheet.class).programmable());
    }

    /** No check looks at the pulses: the first that does is the device. */
    @Test
    void aPulseThatIsNoneNamesTheFile() {
        width = "-1e-6";
        train("LTP", 20, RISE);
        train("LTD", 20, FALL);
        DeviceFit fit = DeviceFit.of(measurement(), FitOptions.standard());
        UserError error = assertThrows(
                UserError.class,
                () -> FittedSheet.of(fit, measurement(), MeasuredModelTest.known(OptionalDouble.of(1.5))));
        assertEquals(
                "trace.csv: LTP: pulse width is -1.0E-6 s; expected more than 0 s and at most 1000 s",
                error.getMessage());
    }

    private void train(String phase, int pulses, DoubleUnaryOperator siemens) {
        for (int n = 1; n <= pulses; n++) {
            rows.add(new Measurement.Row(
                    rows.size() + 2,
                    List.of(
                            "1",
                            "1",
                            phase,
                            Integer.toString(n),
                            "",
                            width,
                            "",
                            Double.toString(siemens.applyAsDouble((double) n / pulses)))));
        }
    }

    private Measurement measurement() {
        return new Measurement("trace.csv", Kind.PULSE_TRAIN, rows);
    }

    private void refused(String message) {
        UserError error = assertThrows(UserError.class, () -> DeviceFit.of(measurement(), FitOptions.standard()));
        assertTrue(error.getMessage().startsWith(message), error.getMessage());
    }
}
