package crosspike.spice;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.contract.CrossbarContract;
import crosspike.crossbar.Crossbar;
import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Line;
import crosspike.crossbar.Session;
import crosspike.device.ConductanceRange;
import crosspike.device.ContinuousResponse;
import crosspike.device.LevelResponse;
import crosspike.input.UserError;
import crosspike.random.Streams;
import crosspike.wire.WireCrossbar;
import crosspike.wire.WireCrossbar.Unselected;
import crosspike.wire.Wires;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NgspiceCrossbarTest {
    private static final ConductanceRange RANGE = new ConductanceRange(1e-7f, 1e-5f);

    private static DeviceCrossbar cells(int rows, int columns) {
        return new DeviceCrossbar(rows, columns, new ContinuousResponse(RANGE, 64), CrossbarContract.WAVEFORMS);
    }

    private static Session session() {
        return new Session(Streams.of(1, "session").stream(0));
    }

    @Nested
    class OnIdealWires extends CrossbarContract {
        private final List<NgspiceCrossbar> open = new ArrayList<>();

        @Override
        protected Crossbar crossbar(int rows, int columns) {
            NgspiceCrossbar crossbar = new NgspiceCrossbar(
                    new DeviceCrossbar(rows, columns, new LevelResponse(RANGE, 16), WAVEFORMS),
                    RealNgspice.required(),
                    ArrayWires.ideal(rows, columns));
            open.add(crossbar);
            return crossbar;
        }

        @Override
        protected double readError() {
            return 1e-12; // of ngspice
        }

        @AfterEach
        void end() {
            open.forEach(NgspiceCrossbar::close);
        }
    }

    @ParameterizedTest
    @EnumSource(Unselected.class)
    void readsAreThoseOfTheExactSolverAlsoAfterCellsHaveChanged(Unselected unselected) {
        var random = new SplittableRandom(4);
        Wires wires = Wires.uniform(12, 9, 20, 100, 50);
        WireCrossbar exact = new WireCrossbar(cells(12, 9), wires, unselected, 1e-9, 1);
        try (NgspiceCrossbar spice =
                new NgspiceCrossbar(cells(12, 9), RealNgspice.required(), new ArrayWires(wires, unselected))) {
            for (int step = 0; step < 5; step++) {
                float[] pulses = new float[12];
                for (int i = 0; i < 12; i++) pulses[i] = random.nextInt(0, 20);
                int column = random.nextInt(9);
                Session one = session();
                Session two = session();
                exact.program(Line.COLUMN, column, pulses, one);
                spice.program(Line.COLUMN, column, pulses, two);
                boolean[] off = new boolean[12];
                off[1 + step] = true;
                exact.disconnect(Line.COLUMN, column, off);
                spice.disconnect(Line.COLUMN, column, off);
                int[] active = {1, 4, 5 + step};
                float[] expected = new float[9];
                float[] found = new float[9];
                exact.read(active, 3, expected, one);
                spice.read(active, 3, found, two);
                assertArrayEquals(expected, found, 1e-12f);
                assertEquals(one.readJoules, two.readJoules, one.readJoules * 1e-7);
                assertEquals(one.activity(), two.activity());
            }
        }
    }

    @Test
    void aReadWithoutActiveRowsGivesNothingAndCostsNothing() {
        ArrayWires floating = new ArrayWires(Wires.uniform(3, 2, 1, 1, 1), Unselected.FLOATING);
        try (NgspiceCrossbar spice = new NgspiceCrossbar(cells(3, 2), RealNgspice.required(), floating)) {
            float[] amps = {1, 1};
            Session session = session();
            spice.read(new int[0], 0, amps, session);
            assertArrayEquals(new float[2], amps);
            assertEquals(0, session.readJoules);
            assertEquals(1, session.reads);
        }
    }

    @Test
    void anArrayThatWouldTakeNgspiceMinutesIsRefused() {
        UserError e = assertThrows(
                UserError.class,
                () -> new NgspiceCrossbar(cells(65, 64), RealNgspice.required(), ArrayWires.ideal(65, 64)));
        assertEquals(
                "array of 65 x 64 is too large for ngspice in the loop; expected at most 4096 cells, such as 64 x 64",
                e.getMessage());
    }
}
