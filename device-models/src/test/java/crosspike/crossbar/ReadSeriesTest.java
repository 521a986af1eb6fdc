package crosspike.crossbar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import crosspike.contract.CrossbarContract;
import crosspike.device.ConductanceRange;
import crosspike.device.ContinuousResponse;
import crosspike.device.nonideality.Nonideality;
import crosspike.device.nonideality.ReadNoise;
import crosspike.random.Streams;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads of a series start from each other; nobody sees it but in the rounding. */
class ReadSeriesTest {
    private static final ConductanceRange RANGE = new ConductanceRange(1e-8f, 1e-6f);

    /** Ten roundings of single precision, of the largest possible sum. */
    private static final double ROUNDING = 10 * 0x1p-24;

    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#thirty")
    void aReadOfASeriesGivesWhatOneByItselfGivesWhateverIsWrittenInBetween(long seed) {
        var cases = new SplittableRandom(seed);
        int rows = cases.nextInt(9, 200);
        int columns = cases.nextInt(1, 60);
        DeviceCrossbar crossbar = anyCells(rows, columns, cases);
        Session session = session();
        ActiveRows series = new ActiveRows(rows);
        boolean[] isActive = new boolean[rows];
        for (int step = 0; step < 60; step++) {
            if (step % 20 == 0) {
                series.begin(IntStream.range(0, rows).toArray(), rows);
            }
            for (int i = cases.nextInt(rows / 4 + 1); i > 0; i--) {
                isActive[cases.nextInt(rows)] ^= true;
            }
            int[] active = IntStream.range(0, rows).filter(r -> isActive[r]).toArray();
            float[] amps = new float[columns];
            float[] expected = new float[columns];
            series.next(bits(active, rows));
            crossbar.read(series, amps, session);
            crossbar.read(active, active.length, expected, session());
            assertArrayEquals(
                    expected,
                    amps,
                    (float) (ROUNDING * rows * RANGE.maxSiemens() * crossbar.readVolts()),
                    "step " + step);
            write(crossbar, cases);
        }
    }

    /** To the bit what reads by themselves give: two series that take turns in a session, and one of which a read is left out. */
    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#thirty")
    void aReadThatDoesNotFollowTheLatestIsSummedAnew(long seed) {
        var cases = new SplittableRandom(seed);
        DeviceCrossbar crossbar = anyCells(100, 30, cases);
        Session session = session();
        List<ActiveRows> turns = List.of(new ActiveRows(100), new ActiveRows(100));
        turns.forEach(series -> series.begin(IntStream.range(0, 100).toArray(), 100));
        float[] amps = new float[30];
        float[] expected = new float[30];
        for (int step = 0; step < 20; step++) {
            ActiveRows series = turns.get(step < 10 ? step % 2 : 0);
            int[] active = IntStream.range(step, step + 70).toArray();
            if (step >= 10) {
                series.next(bits(IntStream.range(step - 1, step + 69).toArray(), 100));
            }
            series.next(bits(active, 100));
            crossbar.read(series, amps, session);
            crossbar.read(active, active.length, expected, session());
            assertArrayEquals(expected, amps, "step " + step);
        }
    }

    /** To the bit what reads by themselves give, noise included: a session follows the cells of its latest read only. */
    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#thirty")
    void aSessionMayReadTwoArraysInTurn(long seed) {
        var cases = new SplittableRandom(seed);
        List<Nonideality> noise = List.of(new ReadNoise(0.05, 0));
        List<DeviceCrossbar> arrays = List.of(anyCells(100, 30, noise, cases), anyCells(100, 50, noise, cases));
        Session session = session();
        Session other = session();
        ActiveRows series = new ActiveRows(100);
        series.begin(IntStream.range(0, 100).toArray(), 100);
        for (int step = 0; step < 20; step++) {
            DeviceCrossbar array = arrays.get(step % 2);
            int[] active = IntStream.range(step, step + 70).toArray();
            float[] amps = new float[array.columns()];
            float[] expected = new float[array.columns()];
            series.next(bits(active, 100));
            array.read(series, amps, session);
            array.read(active, active.length, expected, other);
            assertArrayEquals(expected, amps, "step " + step);
        }
    }

    /** What a session that ends gives back is lent to others, of which more read at once than there is to lend. */
    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#thirty")
    void sessionsThatComeAndGoDoNotDisturbEachOther(long seed) {
        var cases = new SplittableRandom(seed);
        DeviceCrossbar crossbar = anyCells(100, 30, cases);
        Session[] sessions = Stream.generate(ReadSeriesTest::session).limit(40).toArray(Session[]::new);
        ActiveRows[] series =
                Stream.generate(() -> new ActiveRows(100)).limit(40).toArray(ActiveRows[]::new);
        for (ActiveRows rows : series) {
            rows.begin(IntStream.range(0, 100).toArray(), 100);
        }
        for (int step = 0; step < 400; step++) {
            int s = cases.nextInt(40);
            int first = Math.min(60, step / 8 + cases.nextInt(3));
            int[] active = IntStream.range(first, first + 40).toArray();
            float[] amps = new float[30];
            float[] expected = new float[30];
            series[s].next(bits(active, 100));
            crossbar.read(series[s], amps, sessions[s]);
            crossbar.read(active, active.length, expected, session());
            assertArrayEquals(
                    expected,
                    amps,
                    (float) (ROUNDING * 100 * RANGE.maxSiemens() * crossbar.readVolts()),
                    "step " + step);
            if (cases.nextInt(4) == 0) {
                sessions[s].end();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#thirty")
    void whoLooksAtTheCellsChangesNoBit(long seed) {
        float[][] seen = series(seed, true);
        assertArrayEquals(series(seed, false), seen);
    }

    /** Currents of reads of one series, with writes in between. */
    private static float[][] series(long seed, boolean someoneLooks) {
        var cases = new SplittableRandom(seed);
        DeviceCrossbar crossbar = anyCells(70, 40, cases);
        Session session = session();
        ActiveRows series = new ActiveRows(70);
        series.begin(IntStream.range(0, 70).toArray(), 70);
        float[][] amps = new float[50][40];
        int first = 0;
        for (float[] read : amps) {
            first = Math.min(20, first + cases.nextInt(3));
            int[] active = IntStream.range(first, first + 30).toArray();
            series.next(bits(active, 70));
            crossbar.read(series, read, session);
            for (int i = cases.nextInt(3); i > 0; i--) {
                float[] pulses = new float[70];
                pulses[cases.nextInt(70)] = (float) cases.nextDouble(-20, 20);
                crossbar.program(Line.COLUMN, cases.nextInt(40), pulses, session);
            }
            boolean now = cases.nextBoolean();
            if (someoneLooks && now) {
                crossbar.conductances();
            }
        }
        return amps;
    }

    /** Readers of the rows, here a series of its own and a copy, find what was written by columns. */
    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#thirty")
    void whatIsWrittenByColumnsIsSeenByRows(long seed) {
        var cases = new SplittableRandom(seed);
        DeviceCrossbar crossbar = anyCells(20, 40, cases);
        float[][] expected = crossbar.conductances();
        for (int step = 0; step < 100; step++) {
            boolean byRow = cases.nextInt(10) == 0;
            int index = cases.nextInt(byRow ? 20 : 40);
            float[] targets = new float[byRow ? 40 : 20];
            for (int i = 0; i < targets.length; i++) {
                targets[i] = (float) cases.nextDouble(RANGE.minSiemens(), RANGE.maxSiemens());
                expected[byRow ? index : i][byRow ? i : index] = targets[i];
            }
            crossbar.hold(byRow ? Line.ROW : Line.COLUMN, index, targets);
            float[] column = new float[20];
            crossbar.readLine(Line.COLUMN, index % 20, column, session());
            for (int r = 0; r < 20; r++) {
                assertEquals(expected[r][index % 20], column[r]);
            }
            if (cases.nextInt(25) == 0) {
                assertArrayEquals(expected, crossbar.conductances());
            }
        }
        assertArrayEquals(expected, crossbar.conductances());
    }

    /** What is left of variances that were added and taken away again may be a little below 0. */
    @Test
    void theNoiseOfCellsThatConductNothingIsNothingAfterOthersThatWereNoisy() {
        var cases = new SplittableRandom(1);
        DeviceCrossbar crossbar = new DeviceCrossbar(
                40,
                50,
                new ContinuousResponse(new ConductanceRange(0, 1e-6f), 100),
                CrossbarContract.WAVEFORMS,
                CellOptions.IDEAL.with(List.of(new ReadNoise(0.05, 0)), 7));
        float[][] siemens = new float[40][50];
        for (int r = 0; r < 20; r++) {
            for (int c = 0; c < 50; c++) {
                siemens[r][c] = (float) cases.nextDouble(1e-6);
            }
        }
        crossbar.preset(siemens);
        Session session = session();
        ActiveRows series = new ActiveRows(40);
        series.begin(IntStream.range(0, 40).toArray(), 40);
        float[] amps = new float[50];
        for (int first = 0; first <= 20; first++) {
            series.next(bits(IntStream.range(first, first + 20).toArray(), 40));
            crossbar.read(series, amps, session);
        }
        double leftSigma = 0.05 * 1e-6 * Math.sqrt(20 * ROUNDING); // variances are rounded
        assertArrayEquals(new float[50], amps, (float) (5 * leftSigma * crossbar.readVolts()));
    }

    private static long[] bits(int[] active, int rows) {
        long[] bits = new long[ActiveRows.words(rows)];
        for (int row : active) {
            bits[row / 64] |= 1L << row;
        }
        return bits;
    }

    private static void write(DeviceCrossbar crossbar, SplittableRandom cases) {
        for (int i = cases.nextInt(4); i > 0; i--) {
            boolean byRow = cases.nextInt(8) == 0;
            float[] pulses = new float[byRow ? crossbar.columns() : crossbar.rows()];
            for (int k = 0; k < pulses.length; k++) {
                pulses[k] = (float) cases.nextDouble(-20, 20);
            }
            int lines = byRow ? crossbar.rows() : crossbar.columns();
            crossbar.program(byRow ? Line.ROW : Line.COLUMN, cases.nextInt(lines), pulses, session());
        }
    }

    private static DeviceCrossbar anyCells(int rows, int columns, SplittableRandom cases) {
        return anyCells(rows, columns, List.of(), cases);
    }

    private static DeviceCrossbar anyCells(
            int rows, int columns, List<Nonideality> nonidealities, SplittableRandom cases) {
        DeviceCrossbar crossbar = new DeviceCrossbar(
                rows,
                columns,
                new ContinuousResponse(RANGE, 100),
                CrossbarContract.WAVEFORMS,
                CellOptions.IDEAL.with(nonidealities, 7));
        float[][] siemens = new float[rows][columns];
        for (float[] row : siemens) {
            for (int c = 0; c < columns; c++) {
                row[c] = (float) cases.nextDouble(RANGE.minSiemens(), RANGE.maxSiemens());
            }
        }
        crossbar.preset(siemens);
        return crossbar;
    }

    private static Session session() {
        return new Session(Streams.of(1, "session").stream(0));
    }
}
