package crosspike.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.contract.PulseResponseContract;
import crosspike.input.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoftBoundsResponseTest extends PulseResponseContract {
    private static final ConductanceRange RANGE = new ConductanceRange(1e-6f, 1.1e-5f);

    @Override
    protected PulseResponse quiet() {
        return new SoftBoundsResponse(RANGE, 64, 40);
    }

    @Test
    @Override
    protected void aFullSwingGoesFromEndToEnd() {
        double up = after(quiet(), RANGE.minSiemens(), 64);
        assertEquals(1.1e-5 - 1e-5 * Math.pow(1 - 2 / 64.0, 64), up, 1e-11);
        assertTrue(up < RANGE.maxSiemens(), "a bound is approached, not reached");
    }

    @Test
    void inTheMiddleOfTheRangeAPulseIsAPthOfTheSwing() {
        assertEquals(6e-6 + 1e-5 / 64, after(quiet(), 6e-6f, 1), 1e-12);
        assertEquals(6e-6 - 1e-5 / 40, after(quiet(), 6e-6f, -1), 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"3, 5", "1, 1", "-2, -7"})
    void twoTrainsAreOneTrain(int first, int second) {
        float twice = after(quiet(), after(quiet(), 4e-6f, first), second);
        assertEquals(after(quiet(), 4e-6f, first + second), twice, 1e-12f);
    }

    @Test
    void fewerThanTwoPulsesAreRefused() {
        var e = assertThrows(UserError.class, () -> new SoftBoundsResponse(RANGE, 1, 40));
        assertEquals("pulses of a soft-bounds device is 1.0; expected 2 to 65536", e.getMessage());
    }
}
