package crosspike.device;

import static crosspike.contract.PulseResponseContract.after;
import static crosspike.contract.PulseResponseContract.stream;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.contract.PulseResponseContract;
import crosspike.input.UserError;
import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentialResponseTest {
    private static final ConductanceRange RANGE = new ConductanceRange(3.0769e-9f, 3.8462e-8f);

    private static ExponentialResponse device(double risingLabel, double fallingLabel, double sigma) {
        return new ExponentialResponse(
                RANGE, PulseCurve.rising(97, risingLabel), PulseCurve.falling(100, fallingLabel), sigma);
    }

    @Nested
    class OfAPublishedDevice extends PulseResponseContract {
        @Override
        protected PulseResponse quiet() {
            return device(2.4, -4.88, 0);
        }

        @Override
        protected PulseResponse noisy() {
            return device(2.4, -4.88, 0.5);
        }
    }

    @Nested
    class OfAStraightLine extends PulseResponseContract {
        @Override
        protected PulseResponse quiet() {
            return device(0, 0, 0);
        }
    }

    /** Leaves both ends flat: the sum that would cancel if it were taken from the other end. */
    @Nested
    class OfTheSteepestCurvesTheOtherWayRound extends PulseResponseContract {
        @Override
        protected PulseResponse quiet() {
            return device(-9, 9, 0);
        }

        /** One pulse from a flat end is lost in the rounding of a float, as the class comment says. */
        @Override
        protected PulseResponse noisy() {
            return device(-9, 9, 0.01);
        }
    }

    @Nested
    class OfTheSteepestCurves extends PulseResponseContract {
        @Override
        protected PulseResponse quiet() {
            return device(9, -9, 0);
        }
    }

    /** 40,000 draws; the standard error of a standard deviation is σ/√(2N) = 0.35 %, of a mean σ/√N = 0.5 %; 4 of them. */
    @ParameterizedTest
    @CsvSource({"1, 0.01", "4, 0.01", "9, 0.02", "-1, 0.01", "-16, 0.005"})
    void aTrainDeviatesBySigmaTimesTheRootOfItsPulses(int pulses, double sigma) {
        int cells = 40_000;
        double middle = (RANGE.minSiemens() + RANGE.maxSiemens()) / 2;
        float[] siemens = new float[cells];
        float[] trains = new float[cells];
        Arrays.fill(siemens, (float) middle);
        Arrays.fill(trains, pulses);
        device(1, -1, sigma).program(siemens, trains, cells, stream(7));

        double expected = after(device(1, -1, 0), (float) middle, pulses);
        double wanted = sigma * Math.sqrt(Math.abs(pulses)) * RANGE.widthSiemens();
        double sum = 0;
        double squares = 0;
        for (float g : siemens) {
            sum += g - expected;
            squares += (g - expected) * (g - expected);
        }
        assertEquals(0, sum / cells, 4 * wanted / Math.sqrt(cells));
        assertEquals(wanted, Math.sqrt(squares / cells), 4 * wanted / Math.sqrt(2.0 * cells));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
    void sigmaIsAFraction(double sigma) {
        var e = assertThrows(UserError.class, () -> device(0, 0, sigma));
        assertEquals(
                "cycle-to-cycle sigma is " + sigma + "; expected a fraction of the conductance range from 0 to 1",
                e.getMessage());
    }

    @Test
    void aTrainLongerThanTheSwingIsCutToIt() {
        var device = device(2.4, -4.88, 0);
        assertEquals(after(device, 1e-8f, 97), after(device, 1e-8f, 1_000_000));
    }
}
