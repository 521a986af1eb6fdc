package crosspike.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.input.UserError;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodalSolverTest {

    @Test
    void withoutResistanceOfWiresColumnsAreDotProducts() {
        var random = new SplittableRandom(1);
        double[][] siemens = Circuits.matrix(30, 20, () -> Circuits.logarithmic(random, 1e-7, 1e-4));
        double[] volts = Circuits.some(30, () -> random.nextDouble(-0.3, 0.3));
        OperatingPoint point = solve(Wires.uniform(30, 20, 0, 0, 0), siemens, volts);
        double[] expected = new double[20];
        double watts = 0;
        for (int i = 0; i < 30; i++) {
            for (int j = 0; j < 20; j++) {
                expected[j] += volts[i] * siemens[i][j];
                watts += volts[i] * volts[i] * siemens[i][j];
            }
        }
        Circuits.assertClose(expected, point.bottomAmps(), 1e-15 * 30 * 0.3 * 1e-4, "A of column ");
        assertEquals(watts, point.supplyWatts(), watts * 1e-13);
    }

    @Test
    void withoutTerminalsNothingFlowsAndNoVoltageIsDefined() {
        double[] open = {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY};
        Wires wires = new Wires(new double[2][1], new double[1][2], open, open, open, open);
        OperatingPoint point = NodalSolver.solve(new CrossbarCircuit(
                wires, Devices.linear(new double[][] {{1, 2}, {3, 0}}), Drive.ofRows(new double[2], 2)));
        assertTrue(Double.isNaN(point.wordVolts()[1][0]) && Double.isNaN(point.bitVolts()[0][1]));
        assertEquals(0, point.deviceAmps()[0][0]);
        assertEquals(0, point.residual());
    }

    @Test
    void whatTheRoundingOfVoltagesExplainsIsNoResidual() {
        OperatingPoint point =
                solve(Wires.uniform(6, 9, 2.5, 0, 0), Circuits.matrix(6, 9, () -> 1e-14), Circuits.some(6, () -> 0.4));
        double ideal = 6 * 0.4 * 1e-14;
        assertEquals(ideal, point.bottomAmps()[4], 1e-12 * ideal);
        assertTrue(point.residual() < 1e-12, () -> "residual " + point.residual());
    }

    @Test
    void aVoltageOffByMoreThanRoundingIsAResidual() {
        double[] drawn = {1e-5, 1e-5};
        double[] segment = {2};
        double last = 0.3 - 2e-5 - 1e-5 * 2;
        double[] volts = {0.3 - 2e-5, last};
        assertEquals(0, LineCurrents.residual(volts, drawn, segment, 0.3, 1, 0, Circuits.OPEN));
        volts[1] = last + 1e-13;
        // the current of the segment, 1e-13 V / 2 ohm, without 4 roundings of 0.3 V
        assertEquals(5e-14, LineCurrents.residual(volts, drawn, segment, 0.3, 1, 0, Circuits.OPEN), 1e-15);
    }

    @Test
    void moreResistanceOfWiresMeansLessCurrent() {
        var random = new SplittableRandom(2);
        double[][] siemens = Circuits.matrix(20, 20, () -> Circuits.logarithmic(random, 1e-6, 1e-3));
        double[] volts = Circuits.some(20, () -> 0.2);
        double before = Double.POSITIVE_INFINITY;
        for (double ohms : new double[] {0, 1e-3, 1, 10, 100, 1e6}) {
            double amps = Circuits.sum(solve(Wires.uniform(20, 20, ohms, ohms, ohms), siemens, volts)
                    .bottomAmps());
            assertTrue(amps < before && amps > 0, amps + " A with " + ohms + " ohm per segment");
            before = amps;
        }
    }

    @ParameterizedTest
    @MethodSource("crosspike.wire.Circuits#seeds")
    void linearCircuitsSuperpose(long seed) {
        var random = new SplittableRandom(seed);
        CrossbarCircuit one = Circuits.any(random, 0);
        Drive other = Circuits.anyDrive(random, one.wires().rows(), one.wires().columns());
        Drive both = new Drive(
                blend(one.drive().left(), other.left()),
                blend(one.drive().right(), other.right()),
                blend(one.drive().top(), other.top()),
                blend(one.drive().bottom(), other.bottom()));
        OperatingPoint a = NodalSolver.solve(one);
        OperatingPoint b = NodalSolver.solve(new CrossbarCircuit(one.wires(), one.devices(), other));
        OperatingPoint sum = NodalSolver.solve(new CrossbarCircuit(one.wires(), one.devices(), both));
        double scale = 3 * Math.max(Circuits.largestAmps(a), Circuits.largestAmps(b));
        Circuits.assertClose(blend(a.bottomAmps(), b.bottomAmps()), sum.bottomAmps(), 1e-12 * scale, "A of column ");
        Circuits.assertClose(blend(a.leftAmps(), b.leftAmps()), sum.leftAmps(), 1e-12 * scale, "A of row ");
    }

    /** 2·a − 0.5·b. */
    private static double[] blend(double[] a, double[] b) {
        double[] sum = new double[a.length];
        Arrays.setAll(sum, i -> 2 * a[i] - 0.5 * b[i]);
        return sum;
    }

    @ParameterizedTest
    @MethodSource("crosspike.wire.Circuits#seeds")
    void turningACrossbarRoundTurnsItsSolution(long seed) {
        CrossbarCircuit circuit = Circuits.any(new SplittableRandom(seed), 0);
        Wires wires = circuit.wires();
        Drive drive = circuit.drive();
        OperatingPoint point = NodalSolver.solve(circuit);
        OperatingPoint turned = NodalSolver.solve(new CrossbarCircuit(
                new Wires(
                        turned(wires.wordSegmentOhms()),
                        turned(wires.bitSegmentOhms()),
                        reversed(wires.rightOhms()),
                        reversed(wires.leftOhms()),
                        reversed(wires.bottomOhms()),
                        reversed(wires.topOhms())),
                new Devices(
                        turned(circuit.devices().ohms()),
                        circuit.devices().accessOhms(),
                        circuit.devices().sinhPerVolt()),
                new Drive(
                        reversed(drive.right()),
                        reversed(drive.left()),
                        reversed(drive.bottom()),
                        reversed(drive.top()))));
        double scale = 1e-12 * Circuits.largestAmps(point);
        Circuits.assertClose(turned(point.deviceAmps()), turned.deviceAmps(), scale, "A of device ");
        Circuits.assertClose(reversed(point.topAmps()), turned.bottomAmps(), scale, "A of column ");
        Circuits.assertClose(reversed(point.leftAmps()), turned.rightAmps(), scale, "A of row ");
    }

    private static double[] reversed(double[] values) {
        double[] reversed = new double[values.length];
        Arrays.setAll(reversed, i -> values[values.length - 1 - i]);
        return reversed;
    }

    private static double[][] turned(double[][] matrix) {
        double[][] turned = new double[matrix.length][];
        Arrays.setAll(turned, i -> reversed(matrix[matrix.length - 1 - i]));
        return turned;
    }

    @Test
    void aBrokenWordLineFeedsOnlyTheCellsBeforeTheBreak() {
        Wires wires = Wires.uniform(2, 4, 1, 10, 10);
        wires.wordSegmentOhms()[0] = new double[] {1, Circuits.OPEN, 1};
        OperatingPoint point = solve(wires, Circuits.matrix(2, 4, () -> 1e-4), new double[] {0.5, 0});
        assertTrue(point.deviceAmps()[0][1] > 4e-5);
        assertTrue(Math.abs(point.deviceAmps()[0][2]) < 1e-7, "only a sneak current");
        assertTrue(point.residual() < 1e-13);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1, 100})
    void manyShortedDevicesConverge(double segmentOhms) {
        var random = new SplittableRandom(7);
        double[][] ohms =
                Circuits.matrix(40, 40, () -> random.nextInt(50) == 0 ? 0 : Circuits.logarithmic(random, 1e3, 1e6));
        OperatingPoint point = NodalSolver.solve(new CrossbarCircuit(
                Wires.uniform(40, 40, segmentOhms, 1, 1),
                Devices.linear(ohms),
                Drive.ofRows(Circuits.some(40, () -> 0.3 * random.nextDouble()), 40)));
        for (int i = 0; i < 40; i++) {
            for (int j = 0; j < 40; j++) {
                assertEquals(
                        ohms[i][j] * point.deviceAmps()[i][j],
                        point.wordVolts()[i][j] - point.bitVolts()[i][j],
                        1e-14,
                        "V across a device");
            }
        }
        // 0.3 V in double precision over 1 mohm are uncertain by 6e-14 A, at every node
        assertTrue(point.residual() < 1e-10, () -> "residual " + point.residual());
    }

    @Test
    void nodesThatNoTerminalReachesHaveNoVoltage() {
        double[][] ohms = Circuits.matrix(3, 3, () -> 1e4);
        Arrays.fill(ohms[1], Circuits.OPEN);
        Wires wires = Wires.uniform(3, 3, 1, 10, 10);
        wires.leftOhms()[1] = Circuits.OPEN;
        OperatingPoint point = NodalSolver.solve(
                new CrossbarCircuit(wires, Devices.linear(ohms), Drive.ofRows(new double[] {0.1, 0.2, 0.3}, 3)));
        assertArrayEquals(new double[] {Double.NaN, Double.NaN, Double.NaN}, point.wordVolts()[1]);
        assertArrayEquals(new double[3], point.deviceAmps()[1]);
        assertTrue(Double.isFinite(Circuits.sum(point.bitVolts()[1])));
    }

    @Test
    void nothingFlowsWithoutVoltage() {
        OperatingPoint point = solve(Wires.uniform(3, 2, 1, 1, 1), Circuits.matrix(3, 2, () -> 1e-4), new double[3]);
        assertEquals(0, Circuits.largestAmps(point));
        assertEquals(0, point.residual());
    }

    @Test
    void idealTerminalsTiedTogetherAreRefused() {
        double[][] ohms = {{1e4, 1e4}, {1e4, 0}};
        var circuit = new CrossbarCircuit(
                Wires.uniform(2, 2, 0, 0, 0), Devices.linear(ohms), Drive.ofRows(new double[] {0.1, 0.1}, 2));
        assertEquals(
                "left[1] and bottom[1] are both ideal and tied by 0 ohm through the device [1][1]; give a terminal, a"
                        + " segment or the device a resistance above 0",
                assertThrows(UserError.class, () -> NodalSolver.solve(circuit)).getMessage());
    }

    @Test
    void aCircuitOutsideTheRangeOfDoubleIsRefused() {
        var circuit = new CrossbarCircuit(
                Wires.uniform(2, 2, 1, 1, 1),
                Devices.linear(new double[][] {{1e4, 1e-300}, {1e-300, 1e4}}),
                Drive.ofRows(new double[] {1e300, 1e300}, 2));
        assertTrue(assertThrows(NotConverged.class, () -> NodalSolver.solve(circuit))
                .getMessage()
                .startsWith("the wires were not solved: relative residual "));
    }

    /** Nearly shorted cells side by side on wires of 0 ohm share a current that nothing but they themselves divides. */
    @Test
    void nearlyShortedCellsThatAreNotSolvedAreSolvedAsTheirMessageSays() {
        Devices cells = Devices.linear(new double[][] {{1e4, 1e-3, 2e-3}});
        Drive drive = Drive.ofRows(new double[] {0.3}, 3);
        var ideal = new CrossbarCircuit(Wires.uniform(1, 3, 0, 1e3, 0), cells, drive);
        String message =
                assertThrows(NotConverged.class, () -> NodalSolver.solve(ideal)).getMessage();
        assertTrue(message.startsWith("the devices did not converge: their currents differ by "), message);
        assertTrue(
                message.endsWith("of the largest after 300 steps; check device_resistance_ohm, or give segments of"
                        + " 0 ohm beside nearly shorted devices some resistance"),
                message);
        double segment = 1e-6;
        OperatingPoint point =
                NodalSolver.solve(new CrossbarCircuit(Wires.uniform(1, 3, segment, 1e3, 0), cells, drive));
        double[] amps = point.deviceAmps()[0];
        assertEquals((2e-3 + segment) / 1e-3, amps[1] / amps[2], 1e-9); // the current divider
    }

    @Test
    void aShortedCellBetweenAnIdealTerminalAndNothingIsNoMistake() {
        Wires wires = Wires.uniform(2, 1, 2.5, 100, 0);
        wires.leftOhms()[1] = Circuits.OPEN;
        OperatingPoint point = NodalSolver.solve(new CrossbarCircuit(
                wires, Devices.linear(new double[][] {{1e3}, {0}}), Drive.ofRows(new double[] {0.2, 0}, 1)));
        double amps = 0.2 / (100 + 1e3 + 2.5);
        assertEquals(amps, point.bottomAmps()[0], 1e-14 * amps);
        assertEquals(0, point.deviceAmps()[1][0], 1e-30); // A: what an ideal terminal of 1e30 S leaves
        assertEquals(0, point.wordVolts()[1][0], 1e-30);
    }

    /** Three columns and one that floats: its shorted cell carries nothing, and the others are a ladder of resistors. */
    @Test
    void aShortedCellOnALineThatFloatsDoesNotBlurTheOtherCells() {
        double open = Double.POSITIVE_INFINITY;
        double[] devices = {5e3, 1e5, 0, 1e3};
        Wires wires = new Wires(
                new double[][] {{0, 2.5, 100}},
                new double[0][4],
                new double[] {1e3},
                new double[] {1e3},
                new double[] {open, open, open, open},
                new double[] {0, 1e3, open, 50});
        Drive drive = new Drive(new double[] {0}, new double[] {1}, new double[4], new double[] {0, 0.1, 0, 0});
        OperatingPoint point =
                NodalSolver.solve(new CrossbarCircuit(wires, Devices.linear(new double[][] {devices}), drive));
        // two unknown nodes: that of columns 0 and 1, and that of column 3, by hand with Cramer's rule
        double first = 1 / 1e3 + 1 / 5e3 + 1 / 101e3;
        double last = 1 / 1e3 + 1 / 1050.0;
        double wire = 1 / 102.5;
        double fromFirst = 0.1 / 101e3;
        double determinant = (first + wire) * (last + wire) - wire * wire;
        double atLast = ((first + wire) * 1 / 1e3 + wire * fromFirst) / determinant;
        double atFirst = (fromFirst * (last + wire) + wire / 1e3) / determinant;
        double rounding = 1e-11 * 7e-4; // A: what the solver takes for rounding, of the largest current
        assertEquals(0, point.deviceAmps()[0][2], rounding);
        assertEquals(atFirst / 5e3, point.bottomAmps()[0], rounding);
        assertEquals(atLast / 1050, point.bottomAmps()[3], rounding);
    }

    @Test
    void twoThreadsGiveTheBitsOfOne() {
        var random = new SplittableRandom(3);
        double[][] siemens = Circuits.matrix(257, 260, () -> Circuits.logarithmic(random, 1e-6, 1e-3));
        Drive drive = Drive.ofRows(Circuits.some(257, () -> random.nextDouble()), 260);
        Wires wires = Wires.uniform(257, 260, 5, 20, 20);
        LinearNetwork one = new LinearNetwork(wires, siemens, 1);
        LinearNetwork two = new LinearNetwork(wires, siemens, 2);
        double[] oneAmps = new double[260];
        double[] twoAmps = new double[260];
        for (boolean isWarm : new boolean[] {false, true}) {
            assertEquals(one.solve(drive, null, isWarm, 1e-11), two.solve(drive, null, isWarm, 1e-11));
            one.sumCurrents(null, oneAmps);
            two.sumCurrents(null, twoAmps);
            assertArrayEquals(oneAmps, twoAmps);
        }
    }

    private static OperatingPoint solve(Wires wires, double[][] siemens, double[] volts) {
        return NodalSolver.solve(new CrossbarCircuit(
                wires, Devices.linear(Circuits.ohms(siemens)), Drive.ofRows(volts, wires.columns())));
    }
}
