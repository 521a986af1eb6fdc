package crosspike.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import crosspike.contract.PulseResponseContract;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PcmResponseTest extends PulseResponseContract {
    private static final ConductanceRange RANGE = new ConductanceRange(2.5e-7f, 2.5e-5f);

    @Override
    protected PulseResponse quiet() {
        return new PcmResponse(RANGE, PulseCurve.rising(20, 2.4));
    }

    @ParameterizedTest
    @ValueSource(floats = {2.5e-7f, 1e-5f, 2.5e-5f})
    void oneResetPulseMeltsTheCellWhereverItIs(float siemens) {
        assertEquals(RANGE.minSiemens(), after(quiet(), siemens, -1));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 20})
    void setPulsesClimbTheCurveAndThePositionIsTheirNumber(int pulses) {
        float siemens = after(quiet(), RANGE.minSiemens(), pulses);
        assertEquals(pulses, quiet().pulsesFromMin(siemens), 1e-4); // 20 pulses to saturation on floats of 24 bits
    }
}
