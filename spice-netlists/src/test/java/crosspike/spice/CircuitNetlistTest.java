package crosspike.spice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.wire.CrossbarCircuit;
import crosspike.wire.Devices;
import crosspike.wire.Drive;
import crosspike.wire.NodalSolver;
import crosspike.wire.OperatingPoint;
import crosspike.wire.Wires;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CircuitNetlistTest {
    private static final double OPEN = Double.POSITIVE_INFINITY;

    @TempDir
    Path folder;

    private OperatingPoint spice(CrossbarCircuit circuit) {
        return new CircuitNetlist("circuit", "a circuit", circuit)
                .solve(RealNgspice.required(), folder.resolve("circuit.cir"));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyCircuitIsSolvedAsByOurSolver(long seed) {
        CrossbarCircuit circuit = AnyCircuit.of(new SplittableRandom(seed));
        Agreement agreement = Agreement.of(circuit.drive(), NodalSolver.solve(circuit), spice(circuit));
        assertTrue(agreement.worst() < 1e-10, agreement::toString);
    }

    @Test
    void currentsThroughGoodWiresDifferByRoundingAlone() {
        double[][] ohms = new double[6][9];
        for (double[] row : ohms) Arrays.fill(row, 1e13);
        CrossbarCircuit circuit = new CrossbarCircuit(
                Wires.uniform(6, 9, 2.5, 0, 0),
                Devices.linear(ohms),
                Drive.ofRows(new double[] {0.1, 0.2, 0.3, 0.4, 0.5, 0.6}, 9));
        OperatingPoint ours = NodalSolver.solve(circuit);
        Agreement agreement = Agreement.of(circuit.drive(), ours, spice(circuit));
        double rounding = Agreement.rounding(circuit, ours);
        // 9 nodes, 2.2e-16 of 0.6 V over 2.5 ohm, beside 9 cells of 0.6 V over 10 Tohm
        assertEquals(9 * 2.2e-16 * 0.6 / 2.5 / (9 * 0.6 / 1e13), rounding, 0.02 * rounding);
        assertTrue(agreement.volts() < 1e-14, agreement::toString);
        assertTrue(agreement.worst() < rounding, agreement::toString);
    }

    @Test
    void elementsAreNamedByTheirPlaceAndWhatIsIdealOrOpenIsLeftOut() {
        CrossbarCircuit circuit = new CrossbarCircuit(
                new Wires(
                        new double[][] {{2.5, 0}, {2.5, OPEN}},
                        new double[][] {{1, 1, 1}},
                        new double[] {50, 0},
                        new double[] {OPEN, OPEN},
                        new double[] {OPEN, OPEN, OPEN},
                        new double[] {0, 25, 0}),
                new Devices(
                        new double[][] {{1e4, OPEN, 0}, {2e4, 0, 3e4}},
                        new double[][] {{0, 0, 0}, {5e3, 5e3, 0}},
                        new double[][] {{0, 0, 0}, {2, 0, 0}}),
                Drive.ofRows(new double[] {0.2, -0.1}, 3));
        String text = new CircuitNetlist("two rows", "Löten; .include x", circuit)
                .netlist()
                .text();
        assertEquals("""
                two rows
                * L_ten; .include x
                * 2 word lines x 3 bit lines, operating point.
                * w<i>_<j>, b<i>_<j>: nodes of word line i and bit line j where they cross; 0 ohm makes nodes one.
                * rw, rb: segments of word and bit lines, in ohm; left out: 0 ohm and broken ones.
                * rd, bd, vd: devices (linear, nonlinear, shorted); ra: access resistance before it; left out: open ones.
                * vleft, vright, vtop, vbottom, behind rleft ...: terminals; left out: ends that float.
                vleft0 left0 0 dc 2e-1
                rleft0 left0 w0_0 5e1
                vleft1 w1_0 0 dc -1e-1
                vbottom0 b1_0 0 dc 0
                vbottom1 bottom1 0 dc 0
                rbottom1 bottom1 b1_1 2.5e1
                vbottom2 b1_2 0 dc 0
                rw0_0 w0_0 w0_1 2.5e0
                rw1_0 w1_0 w1_1 2.5e0
                rb0_0 b0_0 b1_0 1e0
                rb0_1 b0_1 b1_1 1e0
                rb0_2 b0_2 b1_2 1e0
                rd0_0 w0_0 b0_0 1e4
                vd0_2 w0_1 b0_2 dc 0
                ra1_0 w1_0 x1_0 5e3
                bd1_0 x1_0 b1_0 i=sinh(2e0*v(x1_0,b1_0))/4e4
                ra1_1 w1_1 b1_1 5e3
                rd1_2 w1_2 b1_2 3e4
                .options itl1=500
                """, text.substring(0, text.indexOf("\n.options reltol")));
        Agreement agreement = Agreement.of(circuit.drive(), NodalSolver.solve(circuit), spice(circuit));
        assertTrue(agreement.worst() < 1e-10, agreement::toString);
    }

    @Test
    void whatNoTerminalReachesHasNoVoltage() {
        CrossbarCircuit circuit = new CrossbarCircuit(
                new Wires(
                        new double[][] {{1}, {1}},
                        new double[][] {{OPEN, 1}},
                        new double[] {1, OPEN},
                        new double[] {OPEN, OPEN},
                        new double[] {OPEN, OPEN},
                        new double[] {1, 1}),
                Devices.linear(new double[][] {{1e4, 1e4}, {OPEN, OPEN}}),
                Drive.ofRows(new double[] {1, 1}, 2));
        OperatingPoint point = spice(circuit);
        assertTrue(Double.isNaN(point.wordVolts()[1][0]));
        assertEquals(1, point.wordVolts()[0][0], 1e-3);
        Agreement agreement = Agreement.of(circuit.drive(), NodalSolver.solve(circuit), point);
        assertTrue(agreement.worst() < 1e-10, agreement::toString);
    }

    @Test
    void currentsAroundALoopOfShortsAreNotClaimed() {
        CrossbarCircuit circuit = new CrossbarCircuit(
                Wires.uniform(2, 2, 0, 10, 10),
                Devices.linear(new double[][] {{0, 0}, {0, 0}}),
                Drive.ofRows(new double[] {1, 1}, 2));
        OperatingPoint point = spice(circuit);
        assertTrue(Double.isNaN(point.deviceAmps()[0][0]));
        assertEquals(0.05, point.bottomAmps()[0], 1e-12);
    }

    @Test
    void solutionsOfACircuitAtRestAgreeInAll() {
        CrossbarCircuit atRest = new CrossbarCircuit(
                Wires.uniform(2, 2, 1, 10, 10),
                Devices.linear(new double[][] {{1e4, 1e5}, {1e5, 1e4}}),
                Drive.ofRows(new double[] {0, 0}, 2));
        OperatingPoint ours = NodalSolver.solve(atRest);
        assertEquals(new Agreement(0, 0, 0, 0, 0, 0, 0, 0), Agreement.of(atRest.drive(), ours, ours));
    }

    @Test
    void aVoltageInOneSolutionAloneIsInfinitelyFar() {
        CrossbarCircuit circuit = AnyCircuit.of(new SplittableRandom(1));
        OperatingPoint ours = NodalSolver.solve(circuit);
        double[][] broken = ours.wordVolts().clone();
        broken[0] = broken[0].clone();
        broken[0][0] = Double.isNaN(broken[0][0]) ? 0 : Double.NaN;
        OperatingPoint other = new OperatingPoint(
                broken,
                ours.bitVolts(),
                ours.deviceAmps(),
                ours.leftAmps(),
                ours.rightAmps(),
                ours.bottomAmps(),
                ours.topAmps(),
                ours.supplyWatts(),
                0,
                0);
        assertEquals(OPEN, Agreement.of(circuit.drive(), ours, other).worst());
        assertEquals(0, Agreement.of(circuit.drive(), ours, ours).worst());
    }

    @Test
    void aResultThatLosesCurrentIsRefused() throws IOException {
        CrossbarCircuit circuit = new CrossbarCircuit(
                Wires.uniform(1, 1, 0, 0, 0),
                Devices.linear(new double[][] {{1e5}}),
                Drive.ofRows(new double[] {0.5}, 1));
        byte[] raw = RawFileTest.bytes("""
                Title: fake
                Plotname: Operating Point
                Flags: real
                No. Variables: 4
                No. Points: 1
                Variables:
                \t0\ti(vleft0)\tcurrent
                \t1\ti(vbottom0)\tcurrent
                \t2\tv(w0_0)\tvoltage
                \t3\tv(b0_0)\tvoltage
                Binary:
                """, -5e-6, 5.1e-6, 0.5, 0);
        FakeNgspice fake = new FakeNgspice(folder);
        Ngspice ngspice = fake.saying(fake.writes(raw));
        SpiceFailure failure = assertThrows(
                SpiceFailure.class,
                () -> new CircuitNetlist("c", "c", circuit).solve(ngspice, folder.resolve("c.cir")));
        assertEquals(Failure.CURRENTS_DO_NOT_SUM, failure.failure());
        assertTrue(Files.exists(folder.resolve("c.cir")));
        assertFalse(failure.getMessage().contains("\n"));
    }
}
