package crosspike.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.contract.PulseResponseContract;
import crosspike.input.UserError;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BinaryResponseTest extends PulseResponseContract {
    private static final ConductanceRange RANGE = new ConductanceRange(4.1667e-5f, 1.25e-4f);

    @Override
    protected PulseResponse quiet() {
        return new BinaryResponse(RANGE, 1, 1);
    }

    @Override
    protected PulseResponse noisy() {
        return new BinaryResponse(RANGE, 0.3, 0.6);
    }

    @ParameterizedTest
    @CsvSource({"0.3, 1", "0.3, 3", "0.05, 10", "0.6, -1", "0.02, -30"})
    void aTrainSwitchesWithTheProbabilityThatOneOfItsPulsesDoes(double p, int pulses) {
        int cells = 100_000;
        float[] siemens = new float[cells];
        float[] train = new float[cells];
        boolean up = pulses > 0;
        double ofTheOtherDirection = 0.5;
        Arrays.fill(siemens, up ? RANGE.minSiemens() : RANGE.maxSiemens());
        Arrays.fill(train, pulses);
        new BinaryResponse(RANGE, up ? p : ofTheOtherDirection, up ? ofTheOtherDirection : p)
                .program(siemens, train, cells, stream(1));
        int switched = 0;
        for (float g : siemens) {
            switched += g == (up ? RANGE.maxSiemens() : RANGE.minSiemens()) ? 1 : 0;
        }
        double expected = 1 - Math.pow(1 - p, Math.abs(pulses));
        double sigma = Math.sqrt(expected * (1 - expected) / cells);
        assertEquals(expected, (double) switched / cells, 4 * sigma);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1.01, Double.NaN})
    void aProbabilityIsAboveZeroAndAtMostOne(double p) {
        assertThrows(UserError.class, () -> new BinaryResponse(RANGE, p, 1));
        assertThrows(UserError.class, () -> new BinaryResponse(RANGE, 1, p));
    }

    @Test
    void theNearestStateIsTheNearerOfTheTwo() {
        assertEquals(RANGE.minSiemens(), quiet().nearest(8e-5f));
        assertEquals(RANGE.maxSiemens(), quiet().nearest(9e-5f));
    }
}
