package crosspike.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.contract.CrossbarContract;
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
import crosspike.device.nonideality.IvNonlinearity;
import crosspike.device.nonideality.Nonideality;
import crosspike.input.UserError;
import crosspike.random.Streams;
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
        float[][] siemens = new float[64][64];
        for (float[] row : siemens) {
            java.util.Arrays.fill(row, 1e-5f);
        }
        crossbar.preset(siemens);
        float[] amps = new float[64];
        crossbar.read(new int[] {0}, 1, amps, session());
        assertTrue(amps[63] < 0.9 * amps[0], amps[0] + " A and " + amps[63] + " A");
    }

    @Test
    void cellsWithANonlinearCurveAreRefused() {
        UserError e = assertThrows(
                UserError.class,
                () -> through(
                        new ContinuousResponse(RANGE, 64),
                        Wires.uniform(2, 2, 1, 1, 1),
                        List.of(new IvNonlinearity(10))));
        assertEquals(
                "cells have a nonlinear I-V curve, which reads through wires do not know;"
                        + " expected cells without iv-nonlinearity",
                e.getMessage());
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
