package crosspike.spice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.contract.CrossbarContract;
import crosspike.crossbar.Crossbar;
import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Line;
import crosspike.crossbar.Session;
import crosspike.device.ConductanceRange;
import crosspike.device.ContinuousResponse;
import crosspike.input.UserError;
import crosspike.random.Streams;
import crosspike.wire.WireCrossbar;
import crosspike.wire.WireCrossbar.Unselected;
import crosspike.wire.Wires;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckedCrossbarTest {
    private static final ConductanceRange RANGE = new ConductanceRange(1e-7f, 1e-5f);
    private static final int ROWS = 10;
    private static final int COLUMNS = 6;

    private static DeviceCrossbar cells(int rows, int columns) {
        return new DeviceCrossbar(rows, columns, new ContinuousResponse(RANGE, 64), CrossbarContract.WAVEFORMS);
    }

    private static Session session() {
        return new Session(Streams.of(1, "session").stream(0));
    }

    /** Reads twelve times, each with the rows up to another. */
    private static void readTwelveTimes(Crossbar crossbar, Session session) {
        float[] amps = new float[COLUMNS];
        for (int i = 0; i < 12; i++) {
            int[] active = java.util.stream.IntStream.rangeClosed(0, i % ROWS).toArray();
            crossbar.read(active, active.length, amps, session);
        }
    }

    @Nested
    class ByTheExactSolver extends CrossbarContract {
        @Override
        protected Crossbar crossbar(int rows, int columns) {
            return new CheckedCrossbar<>(
                    cells(rows, columns), new SolverReader(ArrayWires.ideal(rows, columns)), 2, 1e-5, true);
        }
    }

    @ParameterizedTest
    @EnumSource(Unselected.class)
    void ngspiceConfirmsReadsThroughWires(Unselected unselected) {
        Wires wires = Wires.uniform(ROWS, COLUMNS, 20, 50, 50);
        WireCrossbar crossbar = new WireCrossbar(cells(ROWS, COLUMNS), wires, unselected, 1e-7, 1);
        NgspiceReader ngspice = new NgspiceReader(RealNgspice.required(), new ArrayWires(wires, unselected));
        try (CheckedCrossbar<WireCrossbar> checked = new CheckedCrossbar<>(crossbar, ngspice, 5, 1e-6, true)) {
            readTwelveTimes(checked, session());
            boolean[] off = new boolean[ROWS];
            off[0] = true;
            checked.disconnect(Line.COLUMN, 1, off);
            readTwelveTimes(checked, session());
            ReadChecks checks = checked.checks();
            assertEquals(6, checks.checked(), "reads 0, 5 and 10 of each session");
            assertTrue(checks.passed());
            assertTrue(checks.worstDifference() <= 1e-7 && checks.meanDifference() <= checks.worstDifference());
            assertTrue(checks.engine().startsWith("ngspice "), checks.engine());
        }
    }

    @Test
    void aCrossbarThatIgnoresItsWiresIsCaughtAndSaysWhere() {
        ArrayReader truth = new SolverReader(ArrayWires.uniform(ROWS, COLUMNS, 100));
        try (var checked = new CheckedCrossbar<>(cells(ROWS, COLUMNS), truth, 1, 1e-5, true)) {
            CheckFailed failure = assertThrows(CheckFailed.class, () -> readTwelveTimes(checked, session()));
            assertTrue(
                    failure.getMessage()
                            .matches("read 0, column 5: 5\\.0\\d*e-08 A instead of 4\\.9\\d*e-08 A, says exact solver: "
                                    + "[\\d.e-]+ of the largest current, beyond the tolerance of 1\\.0e-05 "
                                    + "\\(crossbar\\.check\\)"),
                    failure.getMessage());
        }
    }

    @Test
    void differencesMayBeCountedInstead() {
        ArrayReader truth = new SolverReader(ArrayWires.uniform(ROWS, COLUMNS, 100));
        try (var checked = new CheckedCrossbar<>(cells(ROWS, COLUMNS), truth, 3, 1e-5, false)) {
            Session session = session();
            readTwelveTimes(checked, session);
            ReadChecks checks = checked.checks();
            assertEquals(12, session.reads, "repetitions are not charged");
            assertEquals(4, checks.checked());
            assertEquals(4, checks.beyond());
            assertFalse(checks.passed());
            assertTrue(checks.worst().startsWith("read 0, column 5: "), checks.worst());
            assertTrue(checks.meanDifference() < checks.worstDifference());
        }
    }

    @Test
    void nothingRepeatedIsNothingPassed() {
        try (var checked = new CheckedCrossbar<>(
                cells(ROWS, COLUMNS), new SolverReader(ArrayWires.ideal(ROWS, COLUMNS)), 1, 1e-5, true)) {
            assertEquals(new ReadChecks("exact solver", 1, 1e-5, 0, 0, 0, 0, ""), checked.checks());
            assertFalse(checked.checks().passed());
        }
    }

    @Test
    void settingsOutOfRangeAreNamed() {
        ArrayReader reader = new SolverReader(ArrayWires.ideal(ROWS, COLUMNS));
        assertEquals(
                "every is 0; expected 1 or more",
                assertThrows(UserError.class, () -> new CheckedCrossbar<>(cells(1, 1), reader, 0, 1e-5, true))
                        .getMessage());
        assertEquals(
                "tolerance is NaN; expected a number between 0 and 1, such as 1e-5",
                assertThrows(UserError.class, () -> new CheckedCrossbar<>(cells(1, 1), reader, 1, Double.NaN, true))
                        .getMessage());
    }
}
