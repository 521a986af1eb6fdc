package crosspike.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.UserError;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class PulseCurveTest {

    @ParameterizedTest
    @CsvFileSource(resources = "pulse-curves.csv", useHeadersInDisplayName = true, maxCharsPerColumn = 10_000)
    void pulseByPulseTheCurveIsThePublishedOne(
            String direction, double label, int pulses, double minSiemens, double maxSiemens, String siemens) {
        double[] expected = Arrays.stream(siemens.split(" "))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertEquals(pulses + 1, expected.length);
        PulseCurve curve =
                direction.equals("rising") ? PulseCurve.rising(pulses, label) : PulseCurve.falling(pulses, label);
        double x = direction.equals("rising") ? 0 : 1;
        for (int n = 0; n <= pulses; n++) {
            double inOneTrain =
                    minSiemens + (maxSiemens - minSiemens) * curve.after(direction.equals("rising") ? 0 : 1, n);
            double onePulseAtATime = minSiemens + (maxSiemens - minSiemens) * x;
            double tolerance = expected[n] * tolerance(label) + (label == 0 ? 1.1e-3 * (maxSiemens - minSiemens) : 0);
            assertEquals(expected[n], inOneTrain, tolerance, "after a train of " + n);
            assertEquals(expected[n], onePulseAtATime, tolerance, "after single pulses, " + n);
            x = curve.after(x, 1);
        }
    }

    @ParameterizedTest
    @CsvFileSource(resources = "pulse-trains.csv", useHeadersInDisplayName = true)
    void fromTheMiddleOfTheRangeTheCurveIsThePublishedOne(
            double risingLabel,
            double fallingLabel,
            int risingPulses,
            int fallingPulses,
            double minSiemens,
            double maxSiemens,
            int train,
            double siemens) {
        double x = train >= 0
                ? PulseCurve.rising(risingPulses, risingLabel).after(0.5, train)
                : PulseCurve.falling(fallingPulses, fallingLabel).after(0.5, -train);
        double label = train >= 0 ? risingLabel : fallingLabel;
        double straight = label == 0 ? 1.1e-3 * (maxSiemens - minSiemens) : 0;
        double position = Math.min(1, Math.max(0, x));
        assertEquals(siemens, minSiemens + (maxSiemens - minSiemens) * position, siemens * tolerance(label) + straight);
    }

    /** The tool's shapes have 6 decimals: 2.2e-5 of a at label 9. Label 0 is a = −126 there, a straight line here. */
    private static double tolerance(double label) {
        return Math.abs(label) > 8 ? 1e-4 : 1e-5;
    }

    @ParameterizedTest
    @ValueSource(doubles = {-9, -4.88, -1, -1e-3, -1e-15, 0, 1e-15, 1e-3, 2.4, 9})
    void bothCurvesGoFromEndToEndAndNeverTurnBack(double label) {
        PulseCurve rising = PulseCurve.rising(64, label);
        PulseCurve falling = PulseCurve.falling(64, label);
        assertEquals(0, rising.after(0, 0));
        assertEquals(1, rising.after(0, 64));
        assertEquals(1, falling.after(1, 0));
        assertEquals(0, falling.after(1, 64));
        for (int n = 0; n < 64; n++) {
            assertTrue(rising.after(0, n) <= rising.after(0, n + 1));
            assertTrue(falling.after(1, n) >= falling.after(1, n + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-9, -4.88, -1, 0, 1, 2.4, 9})
    void theFallingCurveIsTheRisingOneOfTheOppositeLabelUpsideDown(double label) {
        for (int n = 0; n <= 64; n++) {
            assertEquals(
                    1 - PulseCurve.rising(64, -label).after(0, n),
                    PulseCurve.falling(64, label).after(1, n));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-4.88, -1, 0, 1, 2.4})
    void aTrainInTwoPartsIsTheTrainInOne(double label) {
        PulseCurve curve = PulseCurve.rising(97, label);
        for (int first = 0; first <= 40; first++) {
            assertEquals(curve.after(0.1, 40), curve.after(curve.after(0.1, first), 40 - first), 1e-12);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 65_537})
    void aSwingHasOneTo65536Pulses(int pulses) {
        var e = assertThrows(UserError.class, () -> PulseCurve.rising(pulses, 1));
        assertEquals("pulses of a full swing is " + pulses + "; expected 1 to 65536", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-9, -8, 0, 2, 8.5, 8.9, 9})
    void theEndsOfTheRangeAreTheEndsOfTheSwing(double label) {
        assertEquals(0, PulseCurve.rising(64, label).pulsesTo(0));
        assertEquals(64, PulseCurve.rising(64, label).pulsesTo(1), 1e-4);
        assertEquals(0, PulseCurve.falling(64, label).pulsesTo(1));
        assertEquals(64, PulseCurve.falling(64, label).pulsesTo(0), 1e-4);
    }
}
