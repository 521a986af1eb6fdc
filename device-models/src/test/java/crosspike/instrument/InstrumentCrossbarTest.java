package crosspike.instrument;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.contract.CrossbarContract;
import crosspike.crossbar.Crossbar;
import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Line;
import crosspike.crossbar.Programming;
import crosspike.crossbar.Session;
import crosspike.device.ContinuousResponse;
import crosspike.device.LevelResponse;
import crosspike.device.PulseResponse;
import crosspike.input.UserError;
import crosspike.instrument.emulator.Emulator;
import crosspike.instrument.emulator.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstrumentCrossbarTest {
    private final Bench bench = new Bench();

    @TempDir
    Path folder;

    @AfterEach
    void everythingIsSwitchedOff() {
        bench.close();
    }

    private abstract static class OnTheEmulator extends CrossbarContract {
        private final Bench bench = new Bench();
        private final PulseResponse response;

        OnTheEmulator(PulseResponse response) {
            this.response = response;
        }

        @Override
        protected Crossbar crossbar(int rows, int columns) {
            Emulator emulator = bench.emulator(Bench.cells(rows, columns, response), Faults.none(), 0);
            return bench.crossbar(emulator, Profile.EMULATOR, Bench.cells(rows, columns, response));
        }

        @AfterEach
        void close() {
            bench.close();
        }
    }

    @Nested
    class WithPulsedCells extends OnTheEmulator {
        WithPulsedCells() {
            super(Bench.PULSED);
        }
    }

    @Nested
    class WithCellsOfLevels extends OnTheEmulator {
        WithCellsOfLevels() {
            super(new LevelResponse(Bench.RANGE, 16));
        }
    }

    @Test
    void withoutNoiseEveryBitIsThatOfTheModel() {
        DeviceCrossbar alone = Bench.cells(40, 12, Bench.PULSED);
        InstrumentCrossbar there =
                bench.crossbar(bench.emulator(40, 12), Profile.EMULATOR, Bench.cells(40, 12, Bench.PULSED));
        Session one = Bench.session(1);
        Session two = Bench.session(1);
        float[] first = new float[40];
        float[] second = new float[40];
        work(alone, one, first);
        work(there, two, second);
        assertArrayEquals(first, second);
        assertArrayEquals(alone.conductances(), there.conductances());
        assertEquals(one.energy(), two.energy());
        assertEquals(one.activity(), two.activity());
        InstrumentReport report = there.report();
        assertEquals(0, report.changes().worst());
        assertEquals(0, report.currents().worst());
        assertTrue(report.changes().count() > 100 && report.currents().count() > 100, report::toString);
    }

    /** Reads, pulses and placements in turn; what was read is added up. */
    private static void work(Crossbar crossbar, Session session, float[] sums) {
        SplittableRandom cases = new SplittableRandom(5);
        float[][] start = new float[crossbar.rows()][crossbar.columns()];
        for (float[] row : start) {
            for (int c = 0; c < row.length; c++) {
                row[c] = (float) cases.nextDouble(3e-9, 3.9e-8);
            }
        }
        crossbar.preset(start);
        float[] values = new float[40];
        for (int i = 0; i < 60; i++) {
            int[] rows = cases.ints(0, 40).distinct().limit(9).sorted().toArray();
            crossbar.read(rows, rows.length, values, session);
            add(values, crossbar.columns(), sums);
            crossbar.readLine(Line.COLUMN, i % 12, values, session);
            add(values, 40, sums);
            for (int r = 0; r < 40; r++) values[r] = cases.nextInt(-3, 4);
            crossbar.program(Line.COLUMN, i % 12, values, session);
            for (int c = 0; c < 12; c++) values[c] = c % 3 == 0 ? Float.NaN : (float) cases.nextDouble(0, 4e-8);
            crossbar.place(Line.ROW, i % 40, values, session);
        }
    }

    private static void add(float[] values, int count, float[] sums) {
        for (int i = 0; i < count; i++) sums[i] += values[i];
    }

    @Test
    void aVerifiedWriteOnTheInstrumentIsThatOfTheModel() {
        DeviceCrossbar alone = new DeviceCrossbar(20, 5, Bench.PULSED, Bench.WAVEFORMS, Bench.verified(0.01, 100));
        DeviceCrossbar model = new DeviceCrossbar(20, 5, Bench.PULSED, Bench.WAVEFORMS, Bench.verified(0.01, 100));
        Instrument instrument = Instrument.connect(
                bench.emulator(20, 5).address(),
                Profile.of(Profile.EMULATOR),
                Bench.WAVEFORMS,
                20,
                5,
                Bench.PATIENT,
                TransactionLog.none());
        Programming programming = new Programming(Programming.Scheme.WRITE_VERIFY, 0.01, 100);
        Session one = Bench.session(1);
        Session two = Bench.session(1);
        float[] targets = new float[20];
        for (int r = 0; r < 20; r++) targets[r] = r == 4 ? Float.NaN : 3e-9f + r * 1.7e-9f;
        try (InstrumentCrossbar there =
                new InstrumentCrossbar(model, instrument, Window.whole(20, 5), programming, false, "none")) {
            alone.place(Line.COLUMN, 2, targets, one);
            there.place(Line.COLUMN, 2, targets, two);
            assertArrayEquals(alone.conductances(), there.conductances());
            assertEquals(one.activity(), two.activity());
            assertEquals(one.energy(), two.energy());
            assertTrue(one.verifyReads > 40, "it took several rounds");
        }
    }

    /** Sums over rows of both parts are taken in another order: a rounding of floats for each of 30 rows. */
    @Test
    void aTileOnTheInstrumentAndTheRestInTheModelAreOneArray() {
        DeviceCrossbar alone = Bench.cells(30, 8, Bench.PULSED);
        DeviceCrossbar model = Bench.cells(30, 8, Bench.PULSED);
        InstrumentCrossbar there = bench.crossbar(
                bench.emulator(12, 3),
                Profile.of(Profile.EMULATOR),
                model,
                new Window(10, 12, 4, 3),
                Bench.PATIENT,
                TransactionLog.none());
        SplittableRandom cases = new SplittableRandom(3);
        Session session = Bench.session(1);
        for (int i = 0; i < 40; i++) {
            float[] pulses = new float[30];
            for (int r = 0; r < 30; r++) pulses[r] = cases.nextInt(-2, 8);
            alone.program(Line.COLUMN, i % 8, pulses, Bench.session(i));
            there.program(Line.COLUMN, i % 8, pulses, Bench.session(i));
        }
        assertArrayEquals(alone.conductances(), there.conductances());
        int[] rows = {0, 3, 9, 10, 11, 15, 21, 22, 29};
        float[] expected = new float[8];
        float[] amps = new float[8];
        alone.read(rows, rows.length, expected, session);
        there.read(rows, rows.length, amps, session);
        for (int c = 0; c < 8; c++) {
            assertEquals(expected[c], amps[c], expected[c] * 40 * 0x1p-24, "A in column " + c);
            assertTrue(c >= 4 && c < 7 || amps[c] == expected[c], "the model's own columns are its own");
        }
        float[] volts = new float[30];
        for (int r = 0; r < 30; r++) volts[r] = (r % 5 - 2) * 0.1f;
        alone.read(volts, expected, session);
        there.read(volts, amps, session);
        for (int c = 0; c < 8; c++) {
            assertEquals(expected[c], amps[c], 3e-7 * 40 * 0x1p-24, "A in column " + c);
        }
    }

    @Test
    void anArrayBehindOneSourceMeasureUnitAndMultiplexersDoesTheSame() {
        Emulator emulator = bench.emulator(9, 4);
        DeviceCrossbar alone = Bench.cells(9, 4, Bench.PULSED);
        InstrumentCrossbar there = bench.crossbar(emulator, "smu-matrix", Bench.cells(9, 4, Bench.PULSED));
        float[] pulses = {3, 0, -1, 12, 40, 7, -2, 1, 97};
        alone.program(Line.COLUMN, 1, pulses, Bench.session(1));
        there.program(Line.COLUMN, 1, pulses, Bench.session(1));
        float[][] expected = alone.conductances();
        float[][] siemens = there.conductances();
        for (int r = 0; r < 9; r++) {
            assertEquals(expected[r][1], siemens[r][1], expected[r][1] * 0x1p-23, "one rounding of a product");
        }
        float[] amps = new float[4];
        float[] one = new float[4];
        alone.read(new int[] {0, 3, 4, 8}, 4, one, Bench.session(1));
        there.read(new int[] {0, 3, 4, 8}, 4, amps, Bench.session(1));
        for (int c = 0; c < 4; c++) {
            assertEquals(one[c], amps[c], one[c] * 4 * 0x1p-24);
        }
        float[] volts = {0.1f, 0, 0.1f, 0.2f, 0, 0, 0.2f, 0.1f, 0};
        alone.read(volts, one, Bench.session(1));
        there.read(volts, amps, Bench.session(1));
        for (int c = 0; c < 4; c++) {
            assertEquals(one[c], amps[c], one[c] * 12 * 0x1p-24);
        }
        float[][] targets = new float[9][4];
        for (float[] row : targets) Arrays.fill(row, 2e-8f);
        there.preset(targets);
        DeviceCrossbar verified = new DeviceCrossbar(
                9, 4, Bench.PULSED, Bench.WAVEFORMS, Bench.verified(0.01, 100)); // those of Programming.OPEN_LOOP
        verified.program(Line.COLUMN, 1, pulses, Bench.session(1));
        float[] column = new float[9];
        Arrays.fill(column, 2e-8f);
        for (int c = 0; c < 4; c++) verified.place(Line.COLUMN, c, column, Bench.session(1));
        for (int r = 0; r < 9; r++) {
            assertArrayEquals(
                    verified.conductances()[r],
                    there.conductances()[r],
                    1e-14f,
                    "written by pulses as a model would be");
        }
    }

    @Test
    void whatTheArrayHoldsCountsAndTheModelIsToldWhatItGotWrong() {
        PulseResponse other = new LevelResponse(Bench.RANGE, 50);
        InstrumentCrossbar there = bench.crossbar(
                bench.emulator(Bench.cells(6, 2, other), Faults.none(), 0),
                Profile.EMULATOR,
                Bench.cells(6, 2, Bench.PULSED));
        float[] pulses = {1, 2, 3, 4, 5, 6};
        there.program(Line.COLUMN, 1, pulses, Bench.session(1));
        float[] expected = new float[6];
        Arrays.fill(expected, Bench.RANGE.minSiemens());
        other.program(expected, pulses, 6, null);
        for (int r = 0; r < 6; r++) {
            assertEquals(expected[r], there.conductances()[r][1]);
        }
        InstrumentReport report = there.report();
        assertEquals(6, report.changes().count());
        assertTrue(report.changes().worst() > 1e-10, report::toString);
        assertEquals(21, report.writes().get(1).pulses());
        assertEquals(0, report.writes().get(0).pulses());
    }

    /** As a meter with an offset shows an open cell; a run with such a cell could not be read again. */
    @Test
    void cellsThatSeemToConductBackwardsCountAsOpen() throws IOException {
        try (InstrumentCrossbar there = replayed(line -> line.replaceFirst("< [^;]*;", "< -2.5E-12;"))) {
            float min = Bench.RANGE.minSiemens();
            assertArrayEquals(new float[] {0, 0}, there.conductances()[0]);
            assertArrayEquals(new float[] {min, min}, there.conductances()[1], min * 0x1p-23f, "rounding of a product");
        }
    }

    @Test
    void leadsTheWrongWayRoundAreTold() {
        UserError refused =
                assertThrows(UserError.class, () -> replayed(line -> line.replaceAll("\\d\\.\\d*E-9;", "-$0")));
        assertEquals(
                "the current of every cell on the instrument runs against the voltage; expected cells that conduct:"
                        + " check which way round the leads are",
                refused.getMessage());
    }

    /** Opens an array of 3 x 2 cells from its log, with other answers to the reads of its columns. */
    private InstrumentCrossbar replayed(UnaryOperator<String> answer) throws IOException {
        Path log = folder.resolve("session.log");
        Profile profile = Profile.of("smu-matrix");
        Window whole = Window.whole(3, 2);
        bench.crossbar(
                        bench.emulator(3, 2),
                        profile,
                        Bench.cells(3, 2, Bench.PULSED),
                        whole,
                        Bench.PATIENT,
                        TransactionLog.create(log, "another"))
                .close();
        Files.write(
                log,
                Files.readAllLines(log).stream()
                        .map(line -> line.contains("E-9;") ? answer.apply(line) : line)
                        .toList());
        Instrument instrument = Instrument.connect(
                Instrument.REPLAY + log, profile, Bench.WAVEFORMS, 3, 2, Bench.PATIENT, TransactionLog.none());
        return new InstrumentCrossbar(
                Bench.cells(3, 2, Bench.PULSED), instrument, whole, Programming.OPEN_LOOP, false, "none");
    }

    /** 3.8462e-8 S at 0.5 V are 1.9e-8 A. */
    @Test
    void cellsThatWouldConductMoreThanTheLimitAreNotRead() {
        Emulator emulator = bench.emulator(3, 3);
        Profile plain = Profile.of(Profile.EMULATOR);
        SafetyLimits limits = plain.limits();
        Profile weak = new Profile(
                "weak",
                "",
                List.of(),
                new SafetyLimits(
                        limits.voltageVolts(),
                        1e-8,
                        limits.pulseWidthSeconds(),
                        limits.pulses(),
                        limits.energyJoules()),
                plain.firstLine(),
                plain.lineLength(),
                plain.commandsPerLine(),
                plain.linesAhead(),
                plain.commands());
        UserError refused =
                assertThrows(UserError.class, () -> bench.crossbar(emulator, weak, Bench.cells(3, 3, Bench.PULSED)));
        assertTrue(
                refused.getMessage()
                        .startsWith("a read of a cell of 1.923e-08 A is beyond limits.current of the instrument"
                                + " profile, 1.000e-08 A; nothing was sent"),
                refused.getMessage());
        assertFalse(emulator.outputs());
    }

    @Test
    void outputsAreOnWhileItIsOpenOnly() {
        Emulator emulator = bench.emulator(3, 3);
        InstrumentCrossbar there = bench.crossbar(emulator, Profile.EMULATOR, Bench.cells(3, 3, Bench.PULSED));
        assertTrue(emulator.outputs());
        there.close();
        assertFalse(emulator.outputs());
    }

    @Test
    void fractionsOfPulsesAndArraysThatAreTooSmallAreRefusedWithOutputsOff() {
        Emulator emulator = bench.emulator(3, 3);
        UserError fractions = assertThrows(
                UserError.class,
                () -> bench.crossbar(
                        emulator, Profile.EMULATOR, Bench.cells(3, 3, new ContinuousResponse(Bench.RANGE, 64))));
        assertTrue(fractions.getMessage().contains("fractions of a pulse"), fractions.getMessage());
        UserError small = assertThrows(
                UserError.class, () -> bench.crossbar(emulator, Profile.EMULATOR, Bench.cells(4, 3, Bench.PULSED)));
        assertTrue(small.getMessage().contains("has 3 x 3 cells; expected at least 4 x 3"), small.getMessage());
        assertFalse(emulator.outputs());
    }
}
