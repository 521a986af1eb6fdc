package crosspike.instrument;

import crosspike.contract.CrossbarContract;
import crosspike.crossbar.CellOptions;
import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Programming;
import crosspike.crossbar.Selection;
import crosspike.crossbar.Session;
import crosspike.device.ConductanceRange;
import crosspike.device.ExponentialResponse;
import crosspike.device.PulseCurve;
import crosspike.device.PulseResponse;
import crosspike.device.Waveforms;
import crosspike.instrument.emulator.Emulator;
import crosspike.instrument.emulator.Faults;
import crosspike.random.Streams;
import java.util.ArrayList;
import java.util.List;

/** Emulators and crossbars in front of them, closed together. */
final class Bench implements AutoCloseable {
    static final ConductanceRange RANGE = new ConductanceRange(3.0769e-9f, 3.8462e-8f);
    static final PulseResponse PULSED =
            new ExponentialResponse(RANGE, PulseCurve.rising(97, 2.4), PulseCurve.falling(100, -4.88), 0);
    static final Waveforms WAVEFORMS = CrossbarContract.WAVEFORMS;
    static final LinkOptions PATIENT = new LinkOptions(10_000, 3);

    private final List<Runnable> open = new ArrayList<>();

    Emulator emulator(DeviceCrossbar cells, Faults faults, int lateMillis) {
        Emulator emulator =
                Emulator.start("127.0.0.1", 0, cells, faults, new Emulator.Options("test device", 1, lateMillis, 0));
        open.add(emulator::close);
        return emulator;
    }

    Emulator emulator(int rows, int columns) {
        return emulator(cells(rows, columns, PULSED), Faults.none(), 0);
    }

    static DeviceCrossbar cells(int rows, int columns, PulseResponse response) {
        return new DeviceCrossbar(rows, columns, response, WAVEFORMS);
    }

    /** A crossbar whose cells are all on the instrument. */
    InstrumentCrossbar crossbar(Emulator emulator, String profile, DeviceCrossbar model) {
        return crossbar(emulator, Profile.of(profile), model);
    }

    InstrumentCrossbar crossbar(Emulator emulator, Profile profile, DeviceCrossbar model) {
        return crossbar(
                emulator, profile, model, Window.whole(model.rows(), model.columns()), PATIENT, TransactionLog.none());
    }

    InstrumentCrossbar crossbar(
            Emulator emulator,
            Profile profile,
            DeviceCrossbar model,
            Window window,
            LinkOptions options,
            TransactionLog log) {
        Instrument instrument = Instrument.connect(
                emulator.address(), profile, model.waveforms(), window.rows(), window.columns(), options, log);
        InstrumentCrossbar crossbar =
                new InstrumentCrossbar(model, instrument, window, Programming.OPEN_LOOP, false, "none");
        open.add(0, crossbar::close);
        return crossbar;
    }

    static Session session(long seed) {
        return new Session(Streams.of(seed, "session").stream(0));
    }

    static CellOptions verified(double tolerance, int maxPulses) {
        return new CellOptions(
                List.of(),
                0,
                new Programming(Programming.Scheme.WRITE_VERIFY, tolerance, maxPulses),
                Selection.TRANSISTOR);
    }

    @Override
    public void close() {
        open.forEach(Runnable::run);
    }
}
