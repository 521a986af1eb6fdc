package crosspike.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.crossbar.Activity;
import crosspike.crossbar.Crossbar;
import crosspike.crossbar.Energy;
import crosspike.crossbar.Line;
import crosspike.crossbar.Session;
import crosspike.device.ConductanceRange;
import crosspike.device.Pulse;
import crosspike.device.PulseResponse;
import crosspike.device.Waveforms;
import crosspike.random.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What every {@link Crossbar} does, in one place however long, so that no implementation can leave a part of it out. One with wires
 * of its own is tested with wires short enough to be ideal.
 */
public abstract class CrossbarContract {
    /** Pulses of the crossbars under test; all differ, so that no energy can be taken for another. */
    public static final Waveforms WAVEFORMS =
            new Waveforms(new Pulse(0.5, 5e-9), new Pulse(3.2, 3e-4), new Pulse(-2.8, 2e-4));

    private static final double FLOAT_ROUNDING = 0x1p-24;

    /** An array without noise, all cells at the lowest conductance, driven by {@link #WAVEFORMS}. */
    protected abstract Crossbar crossbar(int rows, int columns);

    /** What reads may be off beside float rounding, relative to a sum of terms of one sign. */
    protected double readError() {
        return 0;
    }

    @Test
    void itHasTheRowsAndColumnsItWasBuiltWithAndStartsAtTheLowestConductance() {
        Crossbar crossbar = crossbar(3, 5);
        assertEquals(3, crossbar.rows());
        assertEquals(5, crossbar.columns());
        assertEquals(0.5, crossbar.readVolts());
        for (float[] row : crossbar.conductances()) {
            assertEquals(5, row.length);
            for (float g : row) {
                assertEquals(crossbar.response().range().minSiemens(), g);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#thirty")
    void aReadIsTheDotProductOfTheReadVoltageAndTheConductancesAndCostsVoltsSquaredTimesConductanceTimesTime(
            long seed) {
        var cases = new SplittableRandom(seed);
        Crossbar crossbar = anyCrossbar(cases);
        float[][] siemens = crossbar.conductances();
        int[] active = anyRows(cases, crossbar.rows());
        float[] amps = nans(crossbar.columns());
        Session session = session(seed);
        crossbar.read(active, active.length, amps, session);

        double joules = 0;
        for (int c = 0; c < crossbar.columns(); c++) {
            double expected = 0;
            for (int r : active) {
                expected += 0.5 * siemens[r][c];
                joules += 0.5 * 0.5 * siemens[r][c] * 5e-9;
            }
            assertEquals(expected, amps[c], expected * rounding(active.length), "A in column " + c);
        }
        assertEquals(joules, session.readJoules, joules * rounding(active.length));
        assertEquals(1, session.reads);
        assertEquals(active.length, session.activeRows);
        assertOnlyReads(session);
    }

    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#thirty")
    void aReadWithAnyVoltagesIsTheirDotProductWithTheConductances(long seed) {
        var cases = new SplittableRandom(seed);
        Crossbar crossbar = anyCrossbar(cases);
        float[][] siemens = crossbar.conductances();
        float[] volts = anyVolts(cases, crossbar.rows());
        float[] before = volts.clone();
        float[] amps = nans(crossbar.columns());
        Session session = session(seed);
        crossbar.read(volts, amps, session);

        double joules = 0;
        for (int c = 0; c < crossbar.columns(); c++) {
            double expected = 0;
            double magnitude = 0;
            for (int r = 0; r < volts.length; r++) {
                expected += (double) volts[r] * siemens[r][c];
                magnitude += Math.abs((double) volts[r] * siemens[r][c]);
                joules += (double) volts[r] * volts[r] * siemens[r][c] * 5e-9;
            }
            assertEquals(expected, amps[c], magnitude * rounding(volts.length), "A in column " + c);
        }
        assertEquals(joules, session.readJoules, joules * rounding(volts.length));
        assertEquals(1, session.reads);
        assertEquals(
                IntStream.range(0, volts.length).filter(r -> before[r] != 0).count(), session.activeRows);
        assertArrayEquals(before, volts, "voltages are not modified");
        assertOnlyReads(session);
    }

    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#thirty")
    void bothReadsAgree(long seed) {
        var cases = new SplittableRandom(seed);
        Crossbar crossbar = anyCrossbar(cases);
        int[] active = anyRows(cases, crossbar.rows());
        float[] volts = new float[crossbar.rows()];
        for (int r : active) {
            volts[r] = 0.5f;
        }
        float[] byRows = nans(crossbar.columns());
        float[] byVolts = nans(crossbar.columns());
        Session one = session(seed);
        Session two = session(seed);
        crossbar.read(active, active.length, byRows, one);
        crossbar.read(volts, byVolts, two);
        for (int c = 0; c < byRows.length; c++) {
            assertEquals(byRows[c], byVolts[c], byRows[c] * 2 * rounding(active.length), "A in column " + c);
        }
        assertEquals(one.readJoules, two.readJoules, one.readJoules * 2 * rounding(active.length));
        assertEquals(one.activity(), two.activity());
    }

    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#thirty")
    void twiceTheVoltsAreTwiceTheCurrentsAndFourTimesTheEnergy(long seed) {
        var cases = new SplittableRandom(seed);
        Crossbar crossbar = anyCrossbar(cases);
        float[] volts = anyVolts(cases, crossbar.rows());
        float[] twice = new float[volts.length];
        double largest = 0;
        for (int r = 0; r < volts.length; r++) {
            twice[r] = 2 * volts[r];
            largest += Math.abs(volts[r]) * crossbar.response().range().maxSiemens();
        }
        float[] amps = nans(crossbar.columns());
        float[] twiceAmps = nans(crossbar.columns());
        Session one = session(seed);
        Session two = session(seed);
        crossbar.read(volts, amps, one);
        crossbar.read(twice, twiceAmps, two);
        for (int c = 0; c < amps.length; c++) {
            assertEquals(2 * amps[c], twiceAmps[c], 2 * largest * rounding(volts.length), "A in column " + c);
        }
        assertEquals(4 * one.readJoules, two.readJoules, 4 * one.readJoules * rounding(volts.length));
    }

    @Test
    void withoutActiveRowsNoCurrentFlows() {
        Crossbar crossbar = anyCrossbar(new SplittableRandom(1));
        Session session = session(1);
        float[] amps = nans(crossbar.columns());
        crossbar.read(new int[0], 0, amps, session);
        assertArrayEquals(new float[crossbar.columns()], amps);
        amps = nans(crossbar.columns());
        crossbar.read(new float[crossbar.rows()], amps, session);
        assertArrayEquals(new float[crossbar.columns()], amps);
        assertEquals(Energy.NONE, session.energy());
        assertEquals(2, session.reads);
    }

    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#thirty")
    void readsChangeNothing(long seed) {
        var cases = new SplittableRandom(seed);
        Crossbar crossbar = anyCrossbar(cases);
        float[][] before = crossbar.conductances();
        int[] active = anyRows(cases, crossbar.rows());
        float[] first = nans(crossbar.columns());
        float[] again = nans(crossbar.columns());
        crossbar.read(active, active.length, first, session(seed));
        crossbar.read(anyVolts(cases, crossbar.rows()), nans(crossbar.columns()), session(seed));
        crossbar.readLine(Line.ROW, 0, nans(crossbar.columns()), session(seed));
        crossbar.readLine(Line.COLUMN, 0, nans(crossbar.rows()), session(seed));
        crossbar.read(active, active.length, again, session(seed));
        assertArrayEquals(before, crossbar.conductances());
        assertArrayEquals(first, again);
    }

    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#thirty")
    void readingALineGivesWhatItsCellsHold(long seed) {
        var cases = new SplittableRandom(seed);
        Crossbar crossbar = anyCrossbar(cases);
        for (Line line : Line.values()) {
            int index = cases.nextInt(lines(crossbar, line));
            float[] siemens = nans(cells(crossbar, line));
            Session session = session(seed);
            crossbar.readLine(line, index, siemens, session);
            float[] held = lineOf(crossbar.conductances(), line, index);
            double joules = 0;
            for (int i = 0; i < held.length; i++) {
                assertEquals(held[i], siemens[i], held[i] * readError());
                joules += 0.5 * 0.5 * held[i] * 5e-9;
            }
            assertEquals(held.length, session.cellReads);
            assertEquals(joules, session.cellReadJoules, joules * rounding(1));
            assertEquals(new Energy(0, session.cellReadJoules, 0, 0), session.energy());
        }
    }

    @Test
    void whatConductancesGivesIsACopy() {
        Crossbar crossbar = anyCrossbar(new SplittableRandom(1));
        float[][] before = crossbar.conductances();
        for (float[] row : crossbar.conductances()) {
            Arrays.fill(row, -1f);
        }
        assertArrayEquals(before, crossbar.conductances());
    }

    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#thirty")
    void programmingTouchesOneLineOnlyAndLeavesItInTheRange(long seed) {
        var cases = new SplittableRandom(seed);
        Crossbar crossbar = anyCrossbar(cases);
        ConductanceRange range = crossbar.response().range();
        Line line = Line.values()[cases.nextInt(2)];
        int index = cases.nextInt(lines(crossbar, line));
        float[][] before = crossbar.conductances();
        float[] pulses = anyPulses(cases, crossbar, line);
        float[] asked = pulses.clone();
        crossbar.program(line, index, pulses, session(seed));
        float[][] after = crossbar.conductances();
        for (int r = 0; r < before.length; r++) {
            for (int c = 0; c < before[r].length; c++) {
                float was = before[r][c];
                float is = after[r][c];
                String cell = "cell " + r + ", " + c;
                if ((line == Line.ROW ? r : c) != index) {
                    assertEquals(was, is, cell + " is on another line");
                    continue;
                }
                float n = pulses[line == Line.ROW ? c : r];
                assertTrue(range.minSiemens() <= is && is <= range.maxSiemens(), cell + " is at " + is + " S");
                assertTrue(
                        n == 0 ? is == was : n > 0 ? is >= was : is <= was, cell + " went from " + was + " to " + is);
            }
        }
        assertArrayEquals(asked, pulses, "pulses are not modified");
    }

    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#thirty")
    void pulsesAreCountedAndChargedWithTheMeanOfTheConductancesBeforeAndAfter(long seed) {
        var cases = new SplittableRandom(seed);
        Crossbar crossbar = anyCrossbar(cases);
        Line line = Line.values()[cases.nextInt(2)];
        int index = cases.nextInt(lines(crossbar, line));
        float[] before = lineOf(crossbar.conductances(), line, index);
        float[] pulses = anyPulses(cases, crossbar, line);
        Session session = session(seed);
        crossbar.program(line, index, pulses, session);
        float[] after = lineOf(crossbar.conductances(), line, index);

        double up = 0;
        double down = 0;
        double most = 0;
        double least = 0;
        double upJoules = 0;
        double downJoules = 0;
        int written = 0;
        for (int i = 0; i < pulses.length; i++) {
            double n = pulses[i];
            double mean = ((double) before[i] + after[i]) / 2;
            up += Math.max(n, 0);
            down += Math.max(-n, 0);
            most = Math.max(most, n);
            least = Math.min(least, n);
            upJoules += Math.max(n, 0) * 3.2 * 3.2 * mean * 3e-4;
            downJoules += Math.max(-n, 0) * 2.8 * 2.8 * mean * 2e-4;
            written += n != 0 ? 1 : 0;
        }
        Activity activity = session.activity();
        assertEquals(written, activity.deviceWrites());
        assertEquals(Math.round(up), activity.potentiationPulses());
        assertEquals(Math.round(down), activity.depressionPulses());
        assertEquals((long) Math.ceil(most), activity.potentiationSlots());
        assertEquals((long) Math.ceil(-least), activity.depressionSlots());
        assertEquals(upJoules, session.potentiationJoules, upJoules * 4 * FLOAT_ROUNDING);
        assertEquals(downJoules, session.depressionJoules, downJoules * 4 * FLOAT_ROUNDING);
        assertEquals(0, activity.reads() + activity.cellReads() + activity.activeRows());
    }

    @Test
    void noPulsesChangeNothingAndCostNothing() {
        Crossbar crossbar = anyCrossbar(new SplittableRandom(2));
        float[][] before = crossbar.conductances();
        Session session = session(2);
        crossbar.program(Line.ROW, 0, new float[crossbar.columns()], session);
        crossbar.program(Line.COLUMN, 0, new float[crossbar.rows()], session);
        assertArrayEquals(before, crossbar.conductances());
        assertEquals(Activity.NONE, session.activity());
        assertEquals(Energy.NONE, session.energy());
    }

    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#thirty")
    void placingPutsCellsAtTheNearestStateAndLeavesTheOthersAlone(long seed) {
        var cases = new SplittableRandom(seed);
        Crossbar crossbar = anyCrossbar(cases);
        PulseResponse response = crossbar.response();
        Line line = Line.values()[cases.nextInt(2)];
        int index = cases.nextInt(lines(crossbar, line));
        float[] before = lineOf(crossbar.conductances(), line, index);
        float[] targets = new float[before.length];
        double up = 0;
        double down = 0;
        for (int i = 0; i < targets.length; i++) {
            targets[i] = cases.nextInt(3) == 0
                    ? Float.NaN
                    : (float) cases.nextDouble(0, 1.2 * response.range().maxSiemens());
            if (!Float.isNaN(targets[i])) {
                double swing = (response.nearest(targets[i]) - before[i])
                        / (double) response.range().widthSiemens();
                up += Math.max(0, swing) * response.potentiationPulses();
                down += Math.max(0, -swing) * response.depressionPulses();
            }
        }
        float[] asked = targets.clone();
        Session session = session(seed);
        crossbar.place(line, index, targets, session);
        float[] after = lineOf(crossbar.conductances(), line, index);
        for (int i = 0; i < targets.length; i++) {
            float expected = Float.isNaN(targets[i]) ? before[i] : response.nearest(targets[i]);
            assertEquals(expected, after[i], "S of cell " + i);
        }
        assertArrayEquals(asked, targets, "targets are not modified");
        double roundedUp = targets.length; // less than one pulse for each cell
        assertEquals(up + roundedUp / 2, session.potentiationPulses, roundedUp / 2 + 0.01, "potentiation pulses");
        assertEquals(down + roundedUp / 2, session.depressionPulses, roundedUp / 2 + 0.01, "depression pulses");
        assertEquals(Math.rint(session.potentiationPulses), session.potentiationPulses, "whole pulses");
        assertTrue(session.potentiationJoules >= 0 && session.depressionJoules >= 0, "energy is never gained");
    }

    @Test
    void presettingPutsAllCellsAtTheNearestState() {
        var cases = new SplittableRandom(3);
        Crossbar crossbar = crossbar(4, 6);
        PulseResponse response = crossbar.response();
        float[][] targets = new float[4][6];
        for (float[] row : targets) {
            for (int c = 0; c < 6; c++) {
                row[c] = (float) cases.nextDouble(0, 1.2 * response.range().maxSiemens());
            }
        }
        crossbar.preset(targets);
        float[][] siemens = crossbar.conductances();
        for (int r = 0; r < 4; r++) {
            for (int c = 0; c < 6; c++) {
                assertEquals(response.nearest(targets[r][c]), siemens[r][c]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#thirty")
    void countsAndEnergiesOfASessionAreTheSumsOfItsParts(long seed) {
        Activity activity = Activity.NONE;
        Energy energy = Energy.NONE;
        Session whole = session(seed);
        Crossbar one = anyCrossbar(new SplittableRandom(seed));
        Crossbar two = anyCrossbar(new SplittableRandom(seed));
        for (int step = 0; step < 10; step++) {
            Session part = session(seed);
            anyOperation(new SplittableRandom(seed * 100 + step), one, whole);
            anyOperation(new SplittableRandom(seed * 100 + step), two, part);
            activity = activity.plus(part.activity());
            energy = energy.plus(part.energy());
            assertTrue(
                    part.readJoules >= 0
                            && part.cellReadJoules >= 0
                            && part.potentiationJoules >= 0
                            && part.depressionJoules >= 0,
                    "no operation gains energy: " + part.energy());
        }
        Activity all = whole.activity();
        assertEquals(all.deviceWrites(), activity.deviceWrites());
        assertEquals(all.reads(), activity.reads());
        assertEquals(all.activeRows(), activity.activeRows());
        assertEquals(all.cellReads(), activity.cellReads());
        // a session rounds fractions of a pulse to whole ones when it is asked, up to half a pulse for each of 10 parts
        assertEquals(all.potentiationPulses(), activity.potentiationPulses(), 5);
        assertEquals(all.depressionPulses(), activity.depressionPulses(), 5);
        assertEquals(all.potentiationSlots(), activity.potentiationSlots());
        assertEquals(all.depressionSlots(), activity.depressionSlots());
        Energy total = whole.energy();
        assertEquals(total.readJoules(), energy.readJoules(), total.readJoules() * 1e-14); // ten double roundings
        assertEquals(total.cellReadJoules(), energy.cellReadJoules(), total.cellReadJoules() * 1e-14);
        assertEquals(total.potentiationJoules(), energy.potentiationJoules(), total.potentiationJoules() * 1e-14);
        assertEquals(total.depressionJoules(), energy.depressionJoules(), total.depressionJoules() * 1e-14);
        assertEquals(
                total.readJoules() + total.cellReadJoules() + total.potentiationJoules() + total.depressionJoules(),
                total.totalJoules(),
                total.totalJoules() * 1e-15);
    }

    @Test
    void sessionsThatReadAtOnceGetWhatASingleOneGets() throws Exception {
        Crossbar crossbar = crossbar(40, 30);
        fill(new SplittableRandom(4), crossbar);
        List<float[]> alone =
                IntStream.range(0, 8).mapToObj(i -> reads(crossbar, i)).toList();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<float[]>> together = IntStream.range(0, 8)
                    .mapToObj(i -> pool.submit(() -> reads(crossbar, i)))
                    .toList();
            for (int i = 0; i < 8; i++) {
                assertArrayEquals(alone.get(i), together.get(i).get(), "session " + i);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** Sums of 50 reads of all kinds, then the energy. */
    private static float[] reads(Crossbar crossbar, int seed) {
        var cases = new SplittableRandom(seed);
        Session session = session(seed);
        float[] sums = new float[crossbar.columns() + 1];
        float[] amps = new float[Math.max(crossbar.rows(), crossbar.columns())];
        for (int i = 0; i < 50; i++) {
            int[] active = anyRows(cases, crossbar.rows());
            switch (i % 3) {
                case 0 -> crossbar.read(active, active.length, amps, session);
                case 1 -> crossbar.read(anyVolts(cases, crossbar.rows()), amps, session);
                default -> crossbar.readLine(Line.ROW, i % crossbar.rows(), amps, session);
            }
            for (int c = 0; c < crossbar.columns(); c++) {
                sums[c] += amps[c];
            }
        }
        sums[crossbar.columns()] = (float) session.energy().totalJoules();
        return sums;
    }

    private static void anyOperation(SplittableRandom cases, Crossbar crossbar, Session session) {
        Line line = Line.values()[cases.nextInt(2)];
        int index = cases.nextInt(lines(crossbar, line));
        switch (cases.nextInt(5)) {
            case 0 -> {
                int[] active = anyRows(cases, crossbar.rows());
                crossbar.read(active, active.length, new float[crossbar.columns()], session);
            }
            case 1 -> crossbar.read(anyVolts(cases, crossbar.rows()), new float[crossbar.columns()], session);
            case 2 -> crossbar.readLine(line, index, new float[cells(crossbar, line)], session);
            case 3 -> crossbar.program(line, index, anyPulses(cases, crossbar, line), session);
            default -> {
                float[] targets = new float[cells(crossbar, line)];
                Arrays.fill(targets, crossbar.response().range().maxSiemens() * cases.nextInt(2));
                crossbar.place(line, index, targets, session);
            }
        }
    }

    private Crossbar anyCrossbar(SplittableRandom cases) {
        Crossbar crossbar = crossbar(cases.nextInt(1, 41), cases.nextInt(1, 31));
        fill(cases, crossbar);
        return crossbar;
    }

    private static void fill(SplittableRandom cases, Crossbar crossbar) {
        float[][] siemens = new float[crossbar.rows()][];
        for (int r = 0; r < siemens.length; r++) {
            siemens[r] = PulseResponseContract.anyConductances(crossbar.response(), cases, crossbar.columns());
        }
        crossbar.preset(siemens);
    }

    private static float[] anyPulses(SplittableRandom cases, Crossbar crossbar, Line line) {
        float[] pulses = PulseResponseContract.anyTrains(crossbar.response(), cases, cells(crossbar, line), 1);
        for (int i = 0; i < pulses.length; i++) {
            pulses[i] *= cases.nextInt(2); // about half of the cells get none
        }
        return pulses;
    }

    private static int[] anyRows(SplittableRandom cases, int rows) {
        double density = cases.nextDouble();
        return IntStream.range(0, rows)
                .filter(r -> cases.nextDouble() < density)
                .toArray();
    }

    private static float[] anyVolts(SplittableRandom cases, int rows) {
        float[] volts = new float[rows];
        for (int r = 0; r < rows; r++) {
            volts[r] = cases.nextInt(3) == 0 ? 0f : (float) cases.nextDouble(-1, 1);
        }
        return volts;
    }

    private static Session session(long seed) {
        return new Session(Streams.of(seed, "session").stream(0));
    }

    private static float[] nans(int length) {
        float[] values = new float[length];
        Arrays.fill(values, Float.NaN);
        return values;
    }

    private static int lines(Crossbar crossbar, Line line) {
        return line == Line.ROW ? crossbar.rows() : crossbar.columns();
    }

    private static int cells(Crossbar crossbar, Line line) {
        return line == Line.ROW ? crossbar.columns() : crossbar.rows();
    }

    private static float[] lineOf(float[][] siemens, Line line, int index) {
        if (line == Line.ROW) {
            return siemens[index];
        }
        float[] column = new float[siemens.length];
        for (int r = 0; r < column.length; r++) {
            column[r] = siemens[r][index];
        }
        return column;
    }

    /** n terms of one sign, each multiplied and added in float, are off by at most n + 4 roundings. */
    private double rounding(int terms) {
        return (terms + 4) * FLOAT_ROUNDING + readError();
    }

    private static void assertOnlyReads(Session session) {
        assertEquals(new Energy(session.readJoules, 0, 0, 0), session.energy());
        assertEquals(0, session.deviceWrites + session.cellReads);
    }
}
