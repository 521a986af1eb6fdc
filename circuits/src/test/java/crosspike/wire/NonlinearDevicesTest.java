package crosspike.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Circuits whose devices are steeper than resistors: selectors, and what ideal terminals make of them. */
class NonlinearDevicesTest {

    @ParameterizedTest
    @MethodSource("crosspike.wire.Circuits#seeds")
    void currentsOfNonlinearDevicesFollowTheirLawAndKirchhoff(long seed) {
        var random = new SplittableRandom(seed);
        CrossbarCircuit linear = Circuits.any(random, 0);
        int rows = linear.wires().rows();
        int columns = linear.wires().columns();
        double steepest = Circuits.logarithmic(random, 0.1, 50);
        double[][] b = Circuits.matrix(
                rows, columns, () -> random.nextInt(4) == 0 ? 0 : random.nextDouble(0.01, 1) * steepest);
        Devices devices = new Devices(linear.devices().ohms(), linear.devices().accessOhms(), b);
        OperatingPoint point = NodalSolver.solve(new CrossbarCircuit(linear.wires(), devices, linear.drive()));
        assertLawAndKirchhoff(devices, point);
        assertTrue(point.residual() < 1e-10, () -> "residual " + point.residual());
    }

    /** Selectors on good wires, and on wires that are worse than they are: both oscillated for ever. */
    @ParameterizedTest
    @ValueSource(doubles = {0.1, 1e3})
    void steepDevicesOnAnyWiresConverge(double leastOhms) {
        var random = new SplittableRandom(8);
        for (int n = 0; n < 40; n++) {
            int size = random.nextInt(1, 9);
            double most = 300 * leastOhms;
            var wires = new Wires(
                    Circuits.matrix(size, size - 1, () -> Circuits.logarithmic(random, leastOhms, most)),
                    Circuits.matrix(size - 1, size, () -> Circuits.logarithmic(random, leastOhms, most)),
                    Circuits.some(size, () -> 20),
                    Circuits.some(size, () -> Circuits.OPEN),
                    Circuits.some(size, () -> Circuits.OPEN),
                    Circuits.some(size, () -> 20));
            var devices = new Devices(
                    Circuits.matrix(size, size, () -> Circuits.logarithmic(random, 1e3, 1e6)),
                    new double[size][size],
                    Circuits.matrix(size, size, () -> random.nextDouble(1, 120)));
            var drive = new Drive(
                    Circuits.some(size, () -> random.nextDouble(-5, 5)),
                    new double[size],
                    new double[size],
                    Circuits.some(size, () -> random.nextDouble(-5, 5)));
            OperatingPoint point = NodalSolver.solve(new CrossbarCircuit(wires, devices, drive));
            assertLawAndKirchhoff(devices, point);
            assertTrue(point.residual() < 1e-12, () -> "residual " + point.residual());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {20, 50, 100, 300})
    void verySteepDevicesConverge(double sinhPerVolt) {
        var random = new SplittableRandom(6);
        var devices = new Devices(
                Circuits.matrix(16, 16, () -> Circuits.logarithmic(random, 1e4, 1e7)),
                new double[16][16],
                Circuits.matrix(16, 16, () -> sinhPerVolt));
        var half = new Drive(new double[16], new double[16], new double[16], new double[16]);
        Arrays.fill(half.left(), 0.75);
        Arrays.fill(half.bottom(), 0.75);
        half.left()[3] = 1.5;
        half.bottom()[5] = 0;
        OperatingPoint point =
                NodalSolver.solve(new CrossbarCircuit(Wires.uniform(16, 16, 2.5, 50, 50), devices, half));
        double amps = point.deviceAmps()[3][5];
        assertEquals(
                asinh(sinhPerVolt * devices.ohms()[3][5] * amps) / sinhPerVolt,
                point.wordVolts()[3][5] - point.bitVolts()[3][5],
                1e-10);
        assertTrue(amps > 1e-4, "the selected device conducts: " + amps + " A");
    }

    /** Two chords were slow here, and taken for converged. */
    @Test
    void aDeviceBetweenIdealTerminalsCarriesWhatItsLawSays() {
        double[][] one = {{0.0019, 0.011}};
        OperatingPoint linear = NodalSolver.solve(new CrossbarCircuit(
                Wires.uniform(1, 2, 2.5, 0, 0), Devices.linear(one), Drive.ofRows(new double[] {0.4}, 2)));
        assertEquals(0.4 / 0.0019, linear.deviceAmps()[0][0], 1e-13 * 0.4 / 0.0019);
        OperatingPoint steep = NodalSolver.solve(new CrossbarCircuit(
                Wires.uniform(1, 1, 0, 0, 0),
                new Devices(new double[][] {{1e4}}, new double[1][1], new double[][] {{20}}),
                Drive.ofRows(new double[] {2}, 1)));
        double amps = Math.sinh(40) / (20 * 1e4);
        assertEquals(amps, steep.bottomAmps()[0], 1e-12 * amps);
    }

    /** sinh(600) A and more: ideal terminals were taken for resistors then, which shared the voltage. */
    @Test
    void aCurrentThatNoTerminalHoldsIsRefused() {
        var circuit = new CrossbarCircuit(
                Wires.uniform(1, 1, 0, 0, 0),
                new Devices(new double[][] {{1e4}}, new double[1][1], new double[][] {{300}}),
                Drive.ofRows(new double[] {2}, 1));
        String message = assertThrows(NotConverged.class, () -> NodalSolver.solve(circuit))
                .getMessage();
        assertTrue(message.startsWith("a device would carry ") && message.contains(" A or more; check "), message);
    }

    private static void assertLawAndKirchhoff(Devices devices, OperatingPoint point) {
        double[][] b = devices.sinhPerVolt();
        for (int i = 0; i < b.length; i++) {
            for (int j = 0; j < b[i].length; j++) {
                double amps = point.deviceAmps()[i][j];
                double ohms = devices.ohms()[i][j];
                if (ohms < Circuits.OPEN) {
                    double itself = b[i][j] == 0 ? ohms * amps : asinh(b[i][j] * ohms * amps) / b[i][j];
                    assertEquals(
                            devices.accessOhms()[i][j] * amps + itself,
                            point.wordVolts()[i][j] - point.bitVolts()[i][j],
                            1e-11, // of sources of a few volts
                            "V across the device [" + i + "][" + j + "]");
                } else {
                    assertEquals(0, amps);
                }
            }
        }
        assertEquals(
                Circuits.sum(point.leftAmps()) + Circuits.sum(point.rightAmps()),
                Circuits.sum(point.topAmps()) + Circuits.sum(point.bottomAmps()),
                1e-12 * Circuits.largestAmps(point),
                "A into and out of the array");
    }

    private static double asinh(double x) {
        return Math.signum(x) * Math.log(Math.abs(x) + Math.sqrt(1 + x * x));
    }
}
