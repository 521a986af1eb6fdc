package crosspike.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.contract.CrossbarContract;
import crosspike.device.ConductanceRange;
import crosspike.device.ContinuousResponse;
import crosspike.device.ExponentialResponse;
import crosspike.device.LevelResponse;
import crosspike.device.PulseCurve;
import crosspike.device.PulseResponse;
import crosspike.input.UserError;
import crosspike.random.Streams;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeviceCrossbarTest {
    private static final ConductanceRange RANGE = new ConductanceRange(3.0769e-9f, 3.8462e-8f);

    private abstract static class OnIdealWires extends CrossbarContract {
        private final PulseResponse response;

        OnIdealWires(PulseResponse response) {
            this.response = response;
        }

        @Override
        protected Crossbar crossbar(int rows, int columns) {
            return new DeviceCrossbar(rows, columns, response, WAVEFORMS);
        }
    }

    @Nested
    class OfContinuousCells extends OnIdealWires {
        OfContinuousCells() {
            super(new ContinuousResponse(RANGE, 64));
        }
    }

    @Nested
    class OfCellsWithLevels extends OnIdealWires {
        OfCellsWithLevels() {
            super(new LevelResponse(RANGE, 16));
        }
    }

    @Nested
    class OfPulsedCells extends OnIdealWires {
        OfPulsedCells() {
            super(new ExponentialResponse(RANGE, PulseCurve.rising(97, 2.4), PulseCurve.falling(100, -4.88), 0));
        }
    }

    @Test
    void programmingIsWhatTheResponseMakesOfThePulsesWithTheNoiseOfTheSession() {
        PulseResponse noisy =
                new ExponentialResponse(RANGE, PulseCurve.rising(97, 2.4), PulseCurve.falling(100, -4.88), 0.035);
        Crossbar crossbar = new DeviceCrossbar(3, 4, noisy, CrossbarContract.WAVEFORMS);
        float[] line = {RANGE.minSiemens(), RANGE.minSiemens(), RANGE.minSiemens(), RANGE.minSiemens()};
        float[] pulses = {30, 0, -2, 50};
        crossbar.program(Line.ROW, 1, pulses, new Session(Streams.of(1, "noise").stream(0)));
        noisy.program(line, pulses, 4, Streams.of(1, "noise").stream(0));
        assertArrayEquals(line, crossbar.conductances()[1]);
    }

    /** Every pair of 97 levels would do; what counts is that rounding of conductances never adds a pulse. */
    @ParameterizedTest
    @ValueSource(ints = {2, 16, 97, 1024, 65_536})
    void placingACellOfLevelsCostsOnePulseForEachLevel(int levels) {
        Crossbar crossbar = new DeviceCrossbar(1, 1, new LevelResponse(RANGE, levels), CrossbarContract.WAVEFORMS);
        double step = ((double) RANGE.maxSiemens() - RANGE.minSiemens()) / (levels - 1);
        int at = 0;
        for (int i = 1; i <= 200; i++) {
            int to = (int) (i * 7919L % levels);
            Session session = new Session(Streams.of(1, "x").stream(0));
            crossbar.place(Line.ROW, 0, new float[] {(float) (RANGE.minSiemens() + to * step)}, session);
            assertEquals(Math.max(0, to - at), session.potentiationPulses, "from level " + at + " to " + to);
            assertEquals(Math.max(0, at - to), session.depressionPulses, "from level " + at + " to " + to);
            at = to;
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 5", "5, 0", "-1, 5", "65536, 65536"})
    void anArrayHasAtLeastOneCellAndAtMostABillion(int rows, int columns) {
        var e = assertThrows(
                UserError.class,
                () -> new DeviceCrossbar(rows, columns, new ContinuousResponse(RANGE, 64), CrossbarContract.WAVEFORMS));
        assertEquals(
                "array is " + rows + " x " + columns
                        + "; expected at least one row and one column and at most 1073741824 cells",
                e.getMessage());
    }
}
