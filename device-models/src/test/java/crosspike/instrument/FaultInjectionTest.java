package crosspike.instrument;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Line;
import crosspike.crossbar.Session;
import crosspike.instrument.emulator.Emulator;
import crosspike.instrument.emulator.Fault;
import crosspike.instrument.emulator.Faults;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Work on an array behind an instrument and a link that go wrong all the time. As many faults as
 * {@code -Dcrosspike.faults} says are injected, 300 by default.
 */
class FaultInjectionTest {
    private static final int FAULTS = Integer.getInteger("crosspike.faults", 300);
    private static final int ROWS = 12;
    private static final int COLUMNS = 5;
    /** Of a line; an exchange on a new connection is a dozen lines. */
    private static final double RATE = 0.06;

    /** Late answers come after the client has given up. */
    private static final LinkOptions HASTY = new LinkOptions(40, 200);

    private static final int LATE_MILLIS = 60;

    @Test
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void noFaultIsTakenForANumberAndOutputsAreOffInTheEnd() {
        long injected = 0;
        long failures = 0;
        for (int session = 0; injected < FAULTS; session++) {
            Faults faults = Faults.all(RATE, session, FAULTS - injected);
            DeviceCrossbar alone = Bench.cells(ROWS, COLUMNS, Bench.PULSED);
            try (Bench bench = new Bench()) {
                Emulator emulator = bench.emulator(Bench.cells(ROWS, COLUMNS, Bench.PULSED), faults, LATE_MILLIS);
                InstrumentCrossbar there = bench.crossbar(
                        emulator,
                        Profile.of(Profile.EMULATOR),
                        Bench.cells(ROWS, COLUMNS, Bench.PULSED),
                        Window.whole(ROWS, COLUMNS),
                        HASTY,
                        TransactionLog.none());
                work(alone, there, session);
                failures += there.report().failures();
                there.close();
                assertFalse(emulator.outputs(), "outputs after session " + session);
                assertArrayEquals(alone.conductances(), emulator.conductances(), "every pulse came once");
            }
            injected += faults.count();
        }
        assertEquals(FAULTS, injected);
        assertTrue(
                failures > FAULTS / 2, failures + " failures were noticed"); // some faults hit lines without an answer
        System.out.println(
                injected + " faults of " + Fault.values().length + " kinds, " + failures + " failures noticed");
    }

    private static void work(DeviceCrossbar alone, InstrumentCrossbar there, long seed) {
        SplittableRandom cases = new SplittableRandom(seed);
        Session one = Bench.session(seed);
        Session two = Bench.session(seed);
        float[] expected = new float[ROWS];
        float[] found = new float[ROWS];
        for (int i = 0; i < 100; i++) {
            float[] pulses = new float[ROWS];
            for (int r = 0; r < ROWS; r++) pulses[r] = cases.nextInt(-3, 6);
            alone.program(Line.COLUMN, i % COLUMNS, pulses, one);
            there.program(Line.COLUMN, i % COLUMNS, pulses, two);
            int[] rows = cases.ints(0, ROWS).distinct().limit(4).sorted().toArray();
            alone.read(rows, rows.length, expected, one);
            there.read(rows, rows.length, found, two);
            assertArrayEquals(expected, found, "currents");
            alone.readLine(Line.ROW, i % ROWS, expected, one);
            there.readLine(Line.ROW, i % ROWS, found, two);
            assertArrayEquals(expected, found, "cells");
        }
        assertArrayEquals(alone.conductances(), there.conductances());
        assertEquals(one.energy(), two.energy());
    }
}
