package crosspike.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.contract.CrossbarContract;
import crosspike.crossbar.Ages;
import crosspike.crossbar.CellOptions;
import crosspike.crossbar.Crossbar;
import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Line;
import crosspike.crossbar.Session;
import crosspike.device.ConductanceRange;
import crosspike.device.ContinuousResponse;
import crosspike.device.LevelResponse;
import crosspike.device.PulseResponse;
import crosspike.device.nonideality.AccessResistance;
import crosspike.device.nonideality.Drift;
import crosspike.device.nonideality.Endurance;
import crosspike.device.nonideality.IvNonlinearity;
import crosspike.device.nonideality.Nonideality;
import crosspike.device.nonideality.RangeEnd;
import crosspike.device.nonideality.RangeVariation;
import crosspike.device.nonideality.ReadNoise;
import crosspike.device.nonideality.RramProgrammingNoise;
import crosspike.input.UserError;
import crosspike.random.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireCrossbarTest {
    private static final ConductanceRange RANGE = new ConductanceRange(1e-7f, 1e-5f);

    /** Wires short enough to be ideal. */
    @Nested
    class WithIdealWires extends CrossbarContract {
        @Override
        protected Crossbar crossbar(int rows, int columns) {
            return through(new LevelResponse(RANGE, 16), Wires.uniform(rows, columns, 0, 0, 0), List.of());
        }

        @Override
        protected double readError() {
            return 1e-12; // of the solver
        }
    }

    @Nested
    class WithVeryShortWires extends CrossbarContract {
        @Override
        protected Crossbar crossbar(int rows, int columns) {
            return through(
                    new ContinuousResponse(RANGE, 64), Wires.uniform(rows, columns, 1e-6, 1e-6, 1e-6), List.of());
        }

        @Override
        protected double readError() {
            return 2e-7; // what 40 rows and 30 columns of 1 uohm and 10 uS lose, several times over
        }
    }

    /** Layers that change neither the range nor what a pulse does in a way the contract does not know. */
    @Nested
    class WithLayers extends CrossbarContract {
        @Override
        protected Crossbar crossbar(int rows, int columns) {
            return through(
                    new ContinuousResponse(RANGE, 64),
                    Wires.uniform(rows, columns, 1e-6, 1e-6, 1e-6),
                    List.of(new Endurance(1e18, 20, RangeEnd.MIN), new AccessResistance(1e-6)));
        }

        @Override
        protected double readError() {
            return 2e-7; // as above; 1 uohm beside 100 kohm is beyond floats
        }
    }

    @Test
    void spreadDriftAndProgrammingErrorsAreThoseOfTheCellsAndSeenThroughTheWires() {
        List<Nonideality> layers = List.of(
                new RangeVariation(0.1, 0.1, RangeVariation.Reference.END),
                new ReadNoise(0.05, 0.01),
                new Drift(0.05, 0.01, 1),
                new RramProgrammingNoise(RramProgrammingNoise.Data.WAN2022_DAY, 1));
        ContinuousResponse response = new ContinuousResponse(RANGE, 64);
        WireCrossbar real = through(response, Wires.uniform(12, 9, 20, 100, 50), layers);
        WireCrossbar ideal = through(response, Wires.uniform(12, 9, 0, 0, 0), layers);
        DeviceCrossbar cells =
                new DeviceCrossbar(12, 9, response, CrossbarContract.WAVEFORMS, CellOptions.IDEAL.with(layers, 1));
        for (Crossbar crossbar : new Crossbar[] {real, ideal, cells}) {
            Session session = session();
            crossbar.preset(filled(12, 9, 5e-6f));
            crossbar.program(Line.COLUMN, 3, new float[] {1, 0, 2, 0, 0, 0, 0, 0, 0, 5, 0, 0}, session);
            crossbar.place(Line.ROW, 2, filled(1, 9, 8e-6f)[0], session);
            ((Ages) crossbar).transfer(session);
            ((Ages) crossbar).age(1e6, 300, session);
        }
        assertArrayEquals(cells.conductances(), real.conductances());
        float[] fromCells = new float[9];
        float[] fromIdeal = new float[9];
        float[] fromReal = new float[9];
        int[] active = {0, 2, 5, 7, 11};
        cells.read(active, 5, fromCells, session());
        ideal.read(active, 5, fromIdeal, session());
        real.read(active, 5, fromReal, session());
        for (int j = 0; j < 9; j++) {
            assertEquals(fromCells[j], fromIdeal[j], fromCells[j] * 1e-6, "the same noise in column " + j);
            assertTrue(fromReal[j] < fromIdeal[j] && fromReal[j] > 0.9f * fromIdeal[j], "A of column " + j);
        }
    }

    @Test
    void deepResetReachesTheCellsAndTheReads() {
        WireCrossbar crossbar = through(new ContinuousResponse(RANGE, 64), Wires.uniform(3, 2, 1, 1, 1), List.of());
        Session session = session();
        float[] before = new float[2];
        crossbar.read(new int[] {1}, 1, before, session);
        crossbar.deepReset(Line.COLUMN, 0, new boolean[] {false, true, false}, 0.1, session);
        float[] after = new float[2];
        crossbar.read(new int[] {1}, 1, after, session);
        assertEquals(0.1 * before[0], after[0], 1e-5 * before[0]);
        assertEquals(before[1], after[1], 1e-5 * before[1]);
    }

    @Test
    void cellsThatAreCutOffConductNothingForWhoeverReads() {
        WireCrossbar crossbar = through(new ContinuousResponse(RANGE, 64), Wires.uniform(3, 2, 1, 1, 1), List.of());
        Session programmer = session();
        crossbar.program(Line.COLUMN, 0, new float[] {1, 1, 1}, programmer);
        crossbar.disconnect(Line.COLUMN, 0, new boolean[] {false, true, false});
        for (Session session : List.of(programmer, session())) { // by solving the wires, and by their matrix
            float[] amps = new float[2];
            crossbar.read(new int[] {1}, 1, amps, session);
            assertTrue(Math.abs(amps[0]) < 1e-6 * amps[1], amps[0] + " A");
        }
    }

    @Test
    void rowsThatFloatTakeCurrentFromColumnToColumn() {
        Wires wires = Wires.uniform(8, 8, 1, 100, 2000);
        float[][] siemens = filled(8, 8, 1e-5f);
        for (float[] row : siemens) {
            row[0] = 1e-7f;
        }
        float[] grounded = new float[8];
        float[] floating = new float[8];
        DeviceCrossbar cells = new DeviceCrossbar(8, 8, new ContinuousResponse(RANGE, 64), CrossbarContract.WAVEFORMS);
        DeviceCrossbar same = new DeviceCrossbar(8, 8, new ContinuousResponse(RANGE, 64), CrossbarContract.WAVEFORMS);
        cells.preset(siemens);
        same.preset(siemens);
        new WireCrossbar(cells, wires, WireCrossbar.Unselected.GROUNDED, 1e-10, 1)
                .read(new int[] {0}, 1, grounded, session());
        new WireCrossbar(same, wires, WireCrossbar.Unselected.FLOATING, 1e-10, 1)
                .read(new int[] {0}, 1, floating, session());
        double ideal = 0.5 * 1e-7;
        assertTrue(grounded[0] < ideal, "grounded rows take current: " + grounded[0] + " A");
        assertTrue(floating[0] > grounded[0] && floating[1] > grounded[1], "floating rows take none");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 5e3})
    void readsAreTheSolutionOfTheCircuitForSessionsThatProgramAndForOthers(double accessOhms) {
        var random = new SplittableRandom(4);
        Wires wires = Wires.uniform(12, 9, 20, 100, 50);
        WireCrossbar crossbar =
                through(new ContinuousResponse(RANGE, 64), wires, List.of(new AccessResistance(accessOhms)));
        float[][] siemens = new float[12][9];
        for (float[] row : siemens) {
            for (int j = 0; j < 9; j++) {
                row[j] = (float) Circuits.logarithmic(random, 1e-7, 1e-5);
            }
        }
        crossbar.preset(siemens);
        Session programmer = session();
        crossbar.program(Line.COLUMN, 3, new float[] {1, 0, 2, 0, 0, 0, 0, 0, 0, 5, 0, 0}, programmer);
        float[][] now = crossbar.conductances();
        double[][] ohms = new double[12][9];
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 9; j++) {
                ohms[i][j] = 1.0 / now[i][j];
            }
        }
        float[] volts = new float[12];
        double[] exact = new double[12];
        for (int i = 0; i < 12; i++) {
            volts[i] = i % 3 == 0 ? 0 : (float) random.nextDouble(-0.5, 0.5);
            exact[i] = volts[i];
        }
        OperatingPoint point =
                NodalSolver.solve(new CrossbarCircuit(wires, Devices.linear(ohms), Drive.ofRows(exact, 9)));
        for (Session session : new Session[] {programmer, session()}) {
            float[] amps = new float[9];
            crossbar.read(volts, amps, session);
            for (int j = 0; j < 9; j++) {
                assertEquals(point.bottomAmps()[j], amps[j], 1e-7 * Circuits.largest(point.bottomAmps()));
            }
            double joules = point.supplyWatts() * 5e-9;
            assertEquals(joules, session.readJoules, joules * 1e-10);
        }
    }

    @Test
    void farCellsLoseMoreThanNearOnes() {
        WireCrossbar crossbar =
                through(new ContinuousResponse(RANGE, 64), Wires.uniform(64, 64, 10, 10, 10), List.of());
        crossbar.preset(filled(64, 64, 1e-5f));
        float[] amps = new float[64];
        crossbar.read(new int[] {0}, 1, amps, session());
        assertTrue(amps[63] < 0.9 * amps[0], amps[0] + " A and " + amps[63] + " A");
    }

    /** I(V) = G·Vr·sinh(κ·V/Vr)/sinh κ with I(Vr)/I(Vr/2) = 10; the voltage of the cell by bisection. */
    @Test
    void aCellWithANonlinearCurveSharesTheVoltageWithItsWires() {
        double ohms = 5e4;
        WireCrossbar crossbar = through(
                new ContinuousResponse(RANGE, 64), Wires.uniform(1, 1, 0, ohms, ohms), List.of(new IvNonlinearity(10)));
        crossbar.preset(filled(1, 1, 1e-5f));
        double read = crossbar.readVolts();
        double kappa = 2 * Math.log(5 + Math.sqrt(24));
        double low = 0;
        double high = read;
        for (int step = 0; step < 100; step++) {
            double volts = (low + high) / 2;
            double amps = 1e-5f * read * Math.sinh(kappa * volts / read) / Math.sinh(kappa);
            if (volts + 2 * ohms * amps > read) {
                high = volts;
            } else {
                low = volts;
            }
        }
        float[] amps = new float[1];
        crossbar.read(new int[] {0}, 1, amps, session());
        assertEquals((read - low) / (2 * ohms), amps[0], 1e-7 * amps[0]); // single precision
        assertTrue(amps[0] < 0.8 * 1e-5 * read / (1 + 2 * ohms * 1e-5) + 1e-6 * read, amps[0] + " A");
    }

    @Test
    void readsOfNonlinearCellsDoNotDependOnTheirOrderNorOnWhoReads() {
        WireCrossbar crossbar = through(
                new ContinuousResponse(RANGE, 64), Wires.uniform(6, 5, 20, 50, 50), List.of(new IvNonlinearity(8)));
        crossbar.preset(filled(6, 5, 8e-6f));
        Session programmer = session();
        crossbar.place(Line.COLUMN, 2, new float[] {1e-6f, 2e-6f, 3e-6f, 4e-6f, 5e-6f, 6e-6f}, programmer);
        float[] first = new float[5];
        float[] other = new float[5];
        float[] again = new float[5];
        crossbar.read(new int[] {1, 4}, 2, first, programmer);
        crossbar.read(new int[] {0, 2, 3, 5}, 4, other, session());
        crossbar.read(new int[] {1, 4}, 2, again, session());
        assertArrayEquals(first, again);
        assertTrue(first[2] < first[1], "the column that was placed conducts less");
    }

    @Test
    void wiresOfAnotherArrayAreRefused() {
        DeviceCrossbar cells = new DeviceCrossbar(2, 3, new ContinuousResponse(RANGE, 64), CrossbarContract.WAVEFORMS);
        UserError e = assertThrows(
                UserError.class,
                () -> new WireCrossbar(cells, Wires.uniform(3, 2, 1, 1, 1), WireCrossbar.Unselected.GROUNDED, 1e-7, 1));
        assertEquals("wires are for 3 x 2 cells; expected 2 x 3", e.getMessage());
    }

    private static float[][] filled(int rows, int columns, float siemens) {
        float[][] all = new float[rows][columns];
        for (float[] row : all) {
            Arrays.fill(row, siemens);
        }
        return all;
    }

    private static WireCrossbar through(PulseResponse response, Wires wires, List<Nonideality> layers) {
        DeviceCrossbar cells = new DeviceCrossbar(
                wires.rows(), wires.columns(), response, CrossbarContract.WAVEFORMS, CellOptions.IDEAL.with(layers, 1));
        return new WireCrossbar(cells, wires, WireCrossbar.Unselected.GROUNDED, 1e-10, 1);
    }

    private static Session session() {
        return new Session(Streams.of(1, "session").stream(0));
    }
}
