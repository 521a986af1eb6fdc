package crosspike.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.contract.PulseResponseContract;
import crosspike.input.UserError;
import org.junit.jupiter.api.Test;

class ContinuousResponseTest extends PulseResponseContract {
    @Override
    protected PulseResponse quiet() {
        return new ContinuousResponse(new ConductanceRange(1e-7f, 5e-6f), 64);
    }

    @Test
    void aFractionOfAPulseMovesThatFractionOfAStep() {
        float perPulse = (5e-6f - 1e-7f) / 64;
        assertEquals(1e-6f + 0.25f * perPulse, after(quiet(), 1e-6f, 0.25f), 1e-13f);
        assertEquals(1e-6f - 2.5f * perPulse, after(quiet(), 1e-6f, -2.5f), 1e-13f);
    }

    @Test
    void aSwingNeedsAPositiveNumberOfPulses() {
        var range = new ConductanceRange(0, 1);
        for (double pulses : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            var e = assertThrows(UserError.class, () -> new ContinuousResponse(range, pulses));
            assertEquals("pulses of a full swing is " + pulses + "; expected a positive number", e.getMessage());
        }
    }
}
