package crosspike.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.contract.PulseResponseContract;
import crosspike.input.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeasuredResponseTest extends PulseResponseContract {
    /** Five pulses up, four down, in S. */
    private static final double[] UP = {1e-6, 4e-6, 6e-6, 7e-6, 7.5e-6, 8e-6};

    private static final double[] DOWN = {8e-6, 5e-6, 3e-6, 2e-6, 1e-6};

    @Override
    protected PulseResponse quiet() {
        return new MeasuredResponse(new MeasuredCurve(UP, true), new MeasuredCurve(DOWN, false));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 9})
    void fromTheStartPulsesFollowTheMeasurement(int pulses) {
        assertEquals(UP[Math.min(pulses, 5)], after(quiet(), 1e-6f, pulses), 1e-12);
        assertEquals(DOWN[Math.min(pulses, 4)], after(quiet(), 8e-6f, -pulses), 1e-12);
    }

    @Test
    void betweenPointsTheCurveIsAStraightLineBothWays() {
        assertEquals(5e-6, after(quiet(), 2.5e-6f, 1), 1e-12, "half of the first step, then half of the second");
        assertEquals(4e-6, after(quiet(), 6.5e-6f, -1), 1e-12);
    }

    @Test
    void aCurveThatTurnsBackIsRefusedWithThePulse() {
        var e = assertThrows(UserError.class, () -> new MeasuredCurve(new double[] {1e-6, 3e-6, 2e-6}, true));
        assertEquals(
                "measured curve goes from 3.0E-6 S to 2.0E-6 S at pulse 2; expected every pulse to raise the"
                        + " conductance, so smooth the data first",
                e.getMessage());
    }

    @Test
    void curvesOfDifferentRangesAreRefused() {
        var up = new MeasuredCurve(UP, true);
        var down = new MeasuredCurve(new double[] {9e-6, 1e-6}, false);
        var e = assertThrows(UserError.class, () -> new MeasuredResponse(up, down));
        assertEquals(
                "measured potentiation spans 1.0E-6 S to 8.0E-6 S, depression 1.0E-6 S to 9.0E-6 S; expected the same"
                        + " range both ways, so cut or rescale one of them",
                e.getMessage());
    }
}
