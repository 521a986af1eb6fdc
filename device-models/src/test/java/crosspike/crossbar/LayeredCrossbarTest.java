package crosspike.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.contract.CrossbarContract;
import crosspike.device.ConductanceRange;
import crosspike.device.ExponentialResponse;
import crosspike.device.LevelResponse;
import crosspike.device.PulseCurve;
import crosspike.device.PulseResponse;
import crosspike.device.nonideality.AccessResistance;
import crosspike.device.nonideality.CycleToCycle;
import crosspike.device.nonideality.DeviceToDevice;
import crosspike.device.nonideality.Drift;
import crosspike.device.nonideality.IvNonlinearity;
import crosspike.device.nonideality.Nonideality;
import crosspike.device.nonideality.OnOffRatio;
import crosspike.device.nonideality.PcmProgrammingNoise;
import crosspike.device.nonideality.RangeVariation;
import crosspike.device.nonideality.ReadNoise;
import crosspike.device.nonideality.StuckAt;
import crosspike.random.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LayeredCrossbarTest {
    private static final ConductanceRange RANGE = new ConductanceRange(3.0769e-9f, 3.8462e-8f);
    private static final PulseResponse RESPONSE =
            new ExponentialResponse(RANGE, PulseCurve.rising(97, 2.4), PulseCurve.falling(100, -4.88), 0);
    private static final int ROWS = 9;
    private static final int COLUMNS = 14;

    private final Session session = session(1);

    private static Session session(long seed) {
        return new Session(Streams.of(seed, "test").stream(0));
    }

    private static DeviceCrossbar crossbar(Nonideality... layers) {
        return crossbar(CellOptions.IDEAL.with(List.of(layers), 7));
    }

    private static DeviceCrossbar crossbar(CellOptions options) {
        return new DeviceCrossbar(ROWS, COLUMNS, RESPONSE, CrossbarContract.WAVEFORMS, options);
    }

    private static float[] pulses(SplittableRandom cases, int count) {
        float[] pulses = new float[count];
        for (int i = 0; i < count; i++) {
            pulses[i] = cases.nextInt(4) == 0 ? 0 : cases.nextInt(-9, 30);
        }
        return pulses;
    }

    private static void programSome(DeviceCrossbar crossbar, Session session) {
        var cases = new SplittableRandom(5);
        for (int i = 0; i < 40; i++) {
            Line line = Line.values()[i % 2];
            int index = cases.nextInt(line == Line.ROW ? ROWS : COLUMNS);
            crossbar.program(line, index, pulses(cases, line == Line.ROW ? COLUMNS : ROWS), session);
        }
    }

    static List<List<Nonideality>> readLayers() {
        return List.of(
                List.of(new StuckAt(0.1, 0.1, 0.1, null)),
                List.of(new RangeVariation(0.2, 0.2, RangeVariation.Reference.END)),
                List.of(new OnOffRatio(5), new AccessResistance(1e7)),
                List.of(
                        new RangeVariation(0.1, 0.1, RangeVariation.Reference.END),
                        new StuckAt(0.1, 0, 0, null),
                        new AccessResistance(1e6)));
    }

    /** What is kept beside the stored conductances is never out of date. */
    @ParameterizedTest
    @MethodSource("readLayers")
    void afterAnyWritesReadsAreTheDotProductOfWhatCellsShowOneByOne(List<Nonideality> layers) {
        DeviceCrossbar crossbar = crossbar(layers.toArray(Nonideality[]::new));
        programSome(crossbar, session);
        float[] amps = new float[COLUMNS];
        crossbar.read(new int[] {1, 4, 8}, 3, amps, session);
        float[] column = new float[ROWS];
        for (int c = 0; c < COLUMNS; c++) {
            crossbar.readLine(Line.COLUMN, c, column, session);
            assertEquals(0.5 * (column[1] + column[4] + column[8]), amps[c], 1e-6 * amps[c]);
            for (int r = 0; r < ROWS; r++) {
                assertEquals(column[r], crossbar.conductances()[r][c]);
            }
        }
    }

    @Test
    void pulsesMoveTheStateUnderAReadLayerAsTheyWouldWithoutIt() {
        DeviceCrossbar plain = crossbar();
        DeviceCrossbar layered = crossbar(new OnOffRatio(4));
        programSome(plain, session);
        programSome(layered, session(2));
        double lowest = RANGE.maxSiemens() / 4.0;
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                double state = (plain.conductances()[r][c] - RANGE.minSiemens()) / RANGE.widthSiemens();
                assertEquals(lowest + state * (RANGE.maxSiemens() - lowest), layered.conductances()[r][c], 1e-14, "S");
            }
        }
    }

    @Test
    void theNoiseOfASumHasTheVarianceOfItsCellsAndIsDrawnAnewForEachRead() {
        DeviceCrossbar crossbar = crossbar(new ReadNoise(0.1, 0.02));
        programSome(crossbar, session);
        float[][] siemens = crossbar.conductances();
        int[] active = {0, 2, 3, 7};
        int reads = 20_000;
        double sum = 0;
        double squares = 0;
        float[] amps = new float[COLUMNS];
        double mean = 0;
        double variance = 0;
        for (int r : active) {
            mean += 0.5 * siemens[r][3];
            variance += 0.25 * (Math.pow(0.1 * siemens[r][3], 2) + Math.pow(0.02 * RANGE.maxSiemens(), 2));
        }
        for (int i = 0; i < reads; i++) {
            crossbar.read(active, active.length, amps, session);
            sum += amps[3] - mean;
            squares += (amps[3] - mean) * (amps[3] - mean);
        }
        assertEquals(0, sum / reads, 5 * Math.sqrt(variance / reads));
        assertEquals(variance, squares / reads, variance * 5 * Math.sqrt(2.0 / reads));
    }

    @Test
    void bothKindsOfReadAreEquallyNoisy() {
        DeviceCrossbar crossbar = crossbar(new ReadNoise(0.1, 0));
        programSome(crossbar, session);
        float[] volts = new float[ROWS];
        volts[2] = 0.5f;
        float[] byRow = new float[COLUMNS];
        float[] byVolts = new float[COLUMNS];
        crossbar.read(new int[] {2}, 1, byRow, session(3));
        crossbar.read(volts, byVolts, session(3));
        for (int c = 0; c < COLUMNS; c++) {
            assertEquals(byRow[c], byVolts[c], 1e-6 * RANGE.maxSiemens());
        }
    }

    @Test
    void aNonlinearCellConductsLessBelowTheReadVoltageAndTheSameAtIt() {
        DeviceCrossbar crossbar = crossbar(new IvNonlinearity(10));
        float[] volts = new float[ROWS];
        float[] whole = new float[COLUMNS];
        float[] half = new float[COLUMNS];
        volts[0] = 0.5f;
        crossbar.read(volts, whole, session);
        volts[0] = 0.25f;
        crossbar.read(volts, half, session);
        assertEquals(0.5 * RANGE.minSiemens(), whole[0], 1e-15);
        assertEquals(whole[0] / 10, half[0], 1e-6 * whole[0]);
    }

    @Test
    void timePassesInAnyNumberOfSteps() {
        DeviceCrossbar once = crossbar(new Drift(0.1, 0.02, 20));
        DeviceCrossbar twice = crossbar(new Drift(0.1, 0.02, 20));
        programSome(once, session(4));
        programSome(twice, session(4));
        float before = once.conductances()[0][0];
        once.age(1e6, 300, session);
        twice.age(1e3, 300, session);
        twice.age(1e6 - 1e3, 300, session);
        assertTrue(once.conductances()[0][0] < before);
        for (int r = 0; r < ROWS; r++) {
            assertArrayEquals(once.conductances()[r], twice.conductances()[r], 1e-14f);
        }
    }

    @Test
    void aTransferBringsErrorsOfProgrammingAndNothingElse() {
        DeviceCrossbar plain = crossbar();
        programSome(plain, session(4));
        float[][] before = plain.conductances();
        plain.transfer(session);
        assertArrayEquals(before, plain.conductances());
        DeviceCrossbar noisy = crossbar(new PcmProgrammingNoise(PcmProgrammingNoise.Data.NANDAKUMAR2019, 1));
        programSome(noisy, session(4));
        assertArrayEquals(before, noisy.conductances(), "pulses are not programming with verification");
        Energy spent = session.energy();
        noisy.transfer(session);
        int moved = 0;
        for (int r = 0; r < ROWS; r++) {
            for (int c = 0; c < COLUMNS; c++) {
                moved += noisy.conductances()[r][c] != before[r][c] ? 1 : 0;
            }
        }
        assertEquals(ROWS * COLUMNS, moved);
        assertEquals(spent, session.energy());
    }

    @ParameterizedTest
    @EnumSource
    void theLedgerIsTheSumOfItsWritesAndHalfSelectedCellsAreThoseOnTheLinesOfWrittenOnes(Selection access) {
        List<Nonideality> layers =
                List.of(new DeviceToDevice(0.5, 0.5, 0.1, 0.1), new CycleToCycle(0.03), new StuckAt(0.1, 0.1, 0, null));
        DeviceCrossbar crossbar = crossbar(new CellOptions(layers, 7, Programming.OPEN_LOOP, access));
        var cases = new SplittableRandom(9);
        double write = 0;
        double half = 0;
        for (int i = 0; i < 60; i++) {
            Line line = Line.values()[i % 2];
            int index = cases.nextInt(line == Line.ROW ? ROWS : COLUMNS);
            float[] pulses = pulses(cases, line == Line.ROW ? COLUMNS : ROWS);
            float[][] before = crossbar.conductances();
            crossbar.program(line, index, pulses, session);
            float[][] after = crossbar.conductances();
            write += writeJoules(line, index, pulses, before, after);
            half += access == Selection.CROSSPOINT ? halfJoules(line, index, pulses, before, after) : 0;
        }
        Energy energy = session.energy();
        assertEquals(write, energy.potentiationJoules() + energy.depressionJoules(), 1e-6 * write);
        assertEquals(half, energy.halfSelectJoules(), 1e-6 * half);
        assertEquals(write + half, energy.totalJoules(), 1e-6 * (write + half), "sum of parts is the total");
    }

    private static double writeJoules(Line line, int index, float[] pulses, float[][] before, float[][] after) {
        double joules = 0;
        for (int i = 0; i < pulses.length; i++) {
            int r = line == Line.ROW ? index : i;
            int c = line == Line.ROW ? i : index;
            double perSiemens = pulses[i] > 0 ? 3.2 * 3.2 * 3e-4 : 2.8 * 2.8 * 2e-4;
            joules += Math.abs(pulses[i]) * perSiemens * ((double) before[r][c] + after[r][c]) / 2;
        }
        return joules;
    }

    /** Slot by slot and cell by cell. */
    private static double halfJoules(Line line, int index, float[] pulses, float[][] before, float[][] after) {
        double joules = 0;
        for (int sign = 1; sign >= -1; sign -= 2) {
            double perSiemens = sign > 0 ? 1.6 * 1.6 * 3e-4 : 1.4 * 1.4 * 2e-4;
            int slots = 0;
            for (float n : pulses) {
                slots = Math.max(slots, (int) (sign * n));
            }
            for (int slot = 0; slot < slots; slot++) {
                for (int r = 0; r < ROWS; r++) {
                    for (int c = 0; c < COLUMNS; c++) {
                        boolean onLine = (line == Line.ROW ? r : c) == index;
                        boolean driven = sign * pulses[line == Line.ROW ? c : r] > slot;
                        if (onLine != driven) {
                            joules += perSiemens * ((double) before[r][c] + (onLine ? after : before)[r][c]) / 2;
                        }
                    }
                }
            }
        }
        return joules;
    }

    @Test
    void stuckCellsFailToVerifyAndAllOthersEndWithinTheTolerance() {
        var programming = new Programming(Programming.Scheme.WRITE_VERIFY, 0.02, 200);
        DeviceCrossbar crossbar = crossbar(new CellOptions(
                List.of(new CycleToCycle(0.005), new StuckAt(0.05, 0.05, 0, null)),
                7,
                programming,
                Selection.TRANSISTOR));
        float[] targets = new float[ROWS];
        for (int r = 0; r < ROWS; r++) {
            targets[r] = r == 4 ? Float.NaN : RANGE.minSiemens() + RANGE.widthSiemens() * (r + 1) / 11;
        }
        int failures = 0;
        int placed = 0;
        for (int c = 0; c < COLUMNS; c++) {
            float before = crossbar.conductances()[4][c];
            crossbar.place(Line.COLUMN, c, targets, session);
            assertEquals(before, crossbar.conductances()[4][c], "a cell that is left alone");
            for (int r = 0; r < ROWS; r++) {
                double error = Math.abs(crossbar.conductances()[r][c] - targets[r]);
                failures += error > 0.02 * RANGE.widthSiemens() ? 1 : 0;
                placed += error <= 0.02 * RANGE.widthSiemens() ? 1 : 0;
            }
        }
        assertTrue(failures > 0 && placed > 80, failures + " failed, " + placed + " placed");
        assertEquals(failures, session.failedWrites);
        assertTrue(session.verifyReads >= (long) placed + failures * 2L);
        assertTrue(session.verifyJoules > 0);
    }

    @Test
    void aVerifiedWriteStopsAtItsPulses() {
        var programming = new Programming(Programming.Scheme.WRITE_VERIFY, 0.001, 5);
        DeviceCrossbar crossbar = crossbar(new CellOptions(List.of(), 7, programming, Selection.TRANSISTOR));
        float[] targets = new float[ROWS];
        Arrays.fill(targets, RANGE.maxSiemens());
        crossbar.place(Line.COLUMN, 0, targets, session);
        assertEquals(5 * ROWS, session.potentiationPulses);
        assertEquals(ROWS, session.failedWrites);
    }

    @Test
    void levelsAreVerifiedAtTheFirstTrain() {
        var options = new CellOptions(
                List.of(), 7, new Programming(Programming.Scheme.WRITE_VERIFY, 0.01, 100), Selection.TRANSISTOR);
        var crossbar = new DeviceCrossbar(1, 1, new LevelResponse(RANGE, 16), CrossbarContract.WAVEFORMS, options);
        crossbar.place(Line.ROW, 0, new float[] {RANGE.maxSiemens()}, session);
        assertEquals(15, session.potentiationPulses);
        assertEquals(2, session.verifyReads, "one that says how far, one that says it is there");
        assertEquals(0, session.failedWrites);
    }

    @Test
    void aDeepResetLeavesTheRangeForGoodAndCostsAFullSwingMoreThanAReset() {
        DeviceCrossbar crossbar = crossbar();
        boolean[] which = new boolean[ROWS];
        which[3] = true;
        crossbar.deepReset(Line.COLUMN, 2, which, 0.1, session);
        assertEquals(0.1 * RANGE.minSiemens(), crossbar.conductances()[3][2], 1e-15);
        assertEquals(RANGE.minSiemens(), crossbar.conductances()[2][2]);
        assertEquals(100, session.depressionPulses);
    }

    @Test
    void aDeepResetIsChargedAsATrainToGminAndAFullSwingFromThere() {
        DeviceCrossbar crossbar = crossbar();
        float[][] high = new float[ROWS][COLUMNS];
        high[3][2] = RANGE.maxSiemens();
        crossbar.preset(high);
        boolean[] which = new boolean[ROWS];
        which[3] = true;
        crossbar.deepReset(Line.COLUMN, 2, which, 0.1, session);
        assertEquals(200, session.depressionPulses);
        assertEquals(200, session.depressionSlots);
        double toMin = 100 * (RANGE.maxSiemens() + RANGE.minSiemens()) / 2;
        double swing = 100 * 1.1 * RANGE.minSiemens() / 2;
        double expected = CrossbarContract.WAVEFORMS.depression().joulesPerSiemens() * (toMin + swing);
        assertEquals(expected, session.depressionJoules, 1e-6 * expected, "rounding of floats");
    }

    @Test
    void cellsThatAreCutOffConductNothingWhateverBefallsThem() {
        DeviceCrossbar crossbar = crossbar(new StuckAt(1, 0, 0, null), new ReadNoise(0.1, 0));
        boolean[] which = new boolean[ROWS];
        which[2] = true;
        which[5] = true;
        crossbar.disconnect(Line.COLUMN, 3, which);
        programSome(crossbar, session);
        float[] amps = new float[COLUMNS];
        double before = session.readJoules;
        crossbar.read(new int[] {2, 5}, 2, amps, session);
        assertEquals(0f, amps[3], "no current and no noise");
        assertTrue(amps[4] > 0, "the neighbour is stuck at low resistance");
        double cell = CrossbarContract.WAVEFORMS.read().joulesPerSiemens() * RANGE.maxSiemens();
        assertEquals(
                2 * (COLUMNS - 1) * cell, session.readJoules - before, 1e-5 * cell * COLUMNS, "rounding of floats");
        crossbar.preset(new float[ROWS][COLUMNS]);
        assertEquals(0f, crossbar.conductances()[2][3]);
        assertTrue(crossbar.conductances()[1][3] > 0);
    }
}
