package crosspike.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.crossbar.Line;
import crosspike.input.UserError;
import crosspike.instrument.emulator.Emulator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The pulses are 3.2 V for 300 us and -2.8 V for 200 us, reads are at 0.5 V; the rest is arithmetic on paper. */
class SafetyLimitsTest {
    private static final SafetyLimits WIDE = new SafetyLimits(10, 1, 1, 1000, 1);

    private final Bench bench = new Bench();
    private final Emulator emulator = bench.emulator(3, 3);

    @AfterEach
    void everythingIsSwitchedOff() {
        bench.close();
    }

    private Instrument connect(SafetyLimits limits) {
        Profile profile = Profile.of(Profile.EMULATOR);
        Profile limited = new Profile(
                profile.name(),
                profile.title(),
                profile.notes(),
                limits,
                profile.firstLine(),
                profile.lineLength(),
                profile.commandsPerLine(),
                profile.linesAhead(),
                profile.commands());
        return Instrument.connect(
                emulator.address(), limited, Bench.WAVEFORMS, 3, 3, Bench.PATIENT, TransactionLog.none());
    }

    private void refuses(String reason, Executable work) {
        long before = emulator.lines();
        String message = assertThrows(UserError.class, work).getMessage();
        assertTrue(message.contains(reason), message);
        assertEquals(before, emulator.lines(), "nothing was sent");
    }

    private void refusesPulses(SafetyLimits limits, float count, double maxSiemens, String reason) {
        try (Instrument instrument = connect(limits)) {
            instrument.outputsOn(false);
            float[] after = new float[3];
            instrument.pulse(Line.COLUMN, 0, new float[] {0, 1, 0}, 1e-9, after); // within all limits
            refuses(reason, () -> instrument.pulse(Line.COLUMN, 0, new float[] {0, count, 0}, maxSiemens, after));
        }
    }

    @Test
    void pulsesOfTooHighAVoltageAreRefusedBeforeConnecting() {
        refuses(
                "a pulse of 3.200 V is beyond limits.voltage of the instrument profile, 3.000 V",
                () -> connect(new SafetyLimits(3, 1, 1, 1000, 1)));
    }

    @Test
    void pulsesTooLongAreRefusedBeforeConnecting() {
        refuses(
                "a pulse of 0.0003000 s is beyond limits.pulse_width of the instrument profile, 0.0002500 s",
                () -> connect(new SafetyLimits(10, 1, 2.5e-4, 1000, 1)));
    }

    @Test
    void readsOfTooHighAVoltageOfEitherSignAreRefused() {
        try (Instrument instrument = connect(WIDE)) {
            instrument.outputsOn(false);
            float[] amps = new float[3];
            String reason = " V is beyond limits.voltage of the instrument profile, 10.00 V";
            refuses("a read of 10.50" + reason, () -> instrument.read(new int[] {0}, 10.5, amps));
            refuses("a read of -10.50" + reason, () -> instrument.read(new float[] {0, -10.5f, 0}, amps));
            refuses("a read of NaN" + reason, () -> instrument.read(new int[] {0}, Double.NaN, amps));
        }
    }

    @Test
    void trainsOfTooManyPulsesInEitherDirectionAreRefused() {
        String reason = "a train of 51.00 pulses is beyond limits.pulses of the instrument profile, 50.00 pulses";
        SafetyLimits limits = new SafetyLimits(10, 1, 1, 50, 1);
        refusesPulses(limits, 51, 1e-9, reason);
        refusesPulses(limits, -51, 1e-9, reason);
    }

    /** 3.2 V at 1 mS are 3.2 mA. */
    @Test
    void pulsesThatWouldDriveTooHighACurrentAreRefused() {
        refusesPulses(
                new SafetyLimits(10, 1e-3, 1, 1000, 1),
                1,
                1e-3,
                "a pulse of 0.003200 A is beyond limits.current of the instrument profile, 0.001000 A");
    }

    /** 100 pulses of 3.2 V and 300 us at 1 uS: 100 x 3.2² x 1e-6 x 3e-4 J = 0.3072 uJ. */
    @Test
    void trainsOfTooMuchEnergyAreRefused() {
        refusesPulses(
                new SafetyLimits(10, 1, 1, 1000, 3e-7),
                100,
                1e-6,
                "a train of 3.072e-07 J is beyond limits.energy of the instrument profile, 3.000e-07 J");
    }
}
