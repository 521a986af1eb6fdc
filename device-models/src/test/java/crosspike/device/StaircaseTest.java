package crosspike.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.input.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StaircaseTest {
    private static final Pulse FIRST = new Pulse(-2, 75e-9);
    private static final Staircase STEPS = new Staircase(0.05, 5e-9);

    @ParameterizedTest
    @CsvSource({"0, 1", "0, 7", "3.5, 4", "30, 2"})
    void aTrainIsTheSumOfItsPulses(double start, int count) {
        double joules = 0;
        double seconds = 0;
        for (int i = 0; i < count; i++) {
            double volts = 2 + (start + i) * 0.05;
            double width = 75e-9 + (start + i) * 5e-9;
            joules += volts * volts * width;
            seconds += width;
        }
        assertEquals(joules, STEPS.joulesPerSiemens(FIRST, start, count), 1e-12 * joules);
        assertEquals(seconds, STEPS.seconds(FIRST, start, count), 1e-12 * seconds);
    }

    @Test
    void aFlatStaircaseIsIdenticalPulses() {
        assertEquals(9 * FIRST.joulesPerSiemens(), Staircase.FLAT.joulesPerSiemens(FIRST, 4, 9), 1e-20);
        assertEquals(9 * 75e-9, Staircase.FLAT.seconds(FIRST, 4, 9), 1e-20);
    }

    @Test
    void aStaircaseDoesNotGoDown() {
        var e = assertThrows(UserError.class, () -> new Staircase(-0.1, 0));
        assertEquals("voltage step is -0.1 V; expected 0 to 10 V", e.getMessage());
    }
}
