package crosspike.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Random circuits, and what is compared of their solutions. */
final class Circuits {
    static final double OPEN = Double.POSITIVE_INFINITY;

    private Circuits() {}

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    /** Any wires, 0 ohm and broken ones among them, driven at any ends; each line has at least one terminal. */
    static CrossbarCircuit any(SplittableRandom random, double shortShare) {
        int rows = random.nextInt(1, 8);
        int columns = random.nextInt(1, 8);
        double idealShare = random.nextInt(3) * 0.3;
        DoubleSupplier wire = () -> random.nextDouble() < idealShare ? 0 : logarithmic(random, 0.1, 100);
        double[] left = some(rows, wire);
        double[] right = some(rows, wire);
        double[] top = some(columns, wire);
        double[] bottom = some(columns, wire);
        openOneEnd(random, left, right);
        openOneEnd(random, bottom, top);
        DoubleSupplier device = () -> {
            double dice = random.nextDouble();
            return dice < 0.1 ? OPEN : dice < 0.1 + shortShare ? 0 : logarithmic(random, 1e3, 1e7);
        };
        double access = random.nextBoolean() ? 0 : 5e3;
        double[][] ohms = matrix(rows, columns, device);
        return new CrossbarCircuit(
                new Wires(matrix(rows, columns - 1, wire), matrix(rows - 1, columns, wire), left, right, top, bottom),
                new Devices(ohms, matrix(rows, columns, () -> access), matrix(rows, columns, () -> 0)),
                anyDrive(random, rows, columns));
    }

    static Drive anyDrive(SplittableRandom random, int rows, int columns) {
        DoubleSupplier volts = () -> random.nextInt(3) == 0 ? 0 : random.nextDouble(-1, 1);
        return new Drive(some(rows, volts), some(rows, volts), some(columns, volts), some(columns, volts));
    }

    private static void openOneEnd(SplittableRandom random, double[] one, double[] other) {
        for (int i = 0; i < one.length; i++) {
            switch (random.nextInt(3)) {
                case 0 -> one[i] = OPEN;
                case 1 -> other[i] = OPEN;
                default -> other[i] += 1; // two ideal terminals must not be tied
            }
        }
    }

    static double logarithmic(SplittableRandom random, double least, double most) {
        return least * Math.pow(most / least, random.nextDouble());
    }

    static double[][] matrix(int rows, int columns, DoubleSupplier value) {
        return Stream.generate(() -> some(columns, value)).limit(rows).toArray(double[][]::new);
    }

    static double[] some(int length, DoubleSupplier value) {
        return DoubleStream.generate(value).limit(length).toArray();
    }

    /** Conductances as resistances. */
    static double[][] ohms(double[][] siemens) {
        return Arrays.stream(siemens)
                .map(row -> Arrays.stream(row).map(g -> 1 / g).toArray())
                .toArray(double[][]::new);
    }

    static double largest(double[][] values) {
        return Arrays.stream(values)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElse(0);
    }

    static double largest(double[] values) {
        return largest(new double[][] {values});
    }

    static double largestAmps(OperatingPoint point) {
        return Math.max(
                largest(point.deviceAmps()),
                Math.max(
                        Math.max(largest(point.leftAmps()), largest(point.rightAmps())),
                        Math.max(largest(point.topAmps()), largest(point.bottomAmps()))));
    }

    /** All fields but iterations and residual, on the scale of the largest source and the largest current. */
    static void assertSame(Drive drive, OperatingPoint expected, OperatingPoint actual, double tolerance) {
        double volts = tolerance
                * Math.max(
                        Math.max(largest(drive.left()), largest(drive.right())),
                        Math.max(largest(drive.top()), largest(drive.bottom())));
        double amps = tolerance * largestAmps(expected);
        assertClose(expected.wordVolts(), actual.wordVolts(), volts, "V of a word line");
        assertClose(expected.bitVolts(), actual.bitVolts(), volts, "V of a bit line");
        assertClose(expected.deviceAmps(), actual.deviceAmps(), amps, "A of a device");
        assertClose(expected.leftAmps(), actual.leftAmps(), amps, "A from the left");
        assertClose(expected.rightAmps(), actual.rightAmps(), amps, "A from the right");
        assertClose(expected.bottomAmps(), actual.bottomAmps(), amps, "A at the bottom");
        assertClose(expected.topAmps(), actual.topAmps(), amps, "A at the top");
    }

    static void assertClose(double[][] expected, double[][] actual, double tolerance, String what) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertClose(expected[i], actual[i], tolerance, what + " [" + i + "]");
        }
    }

    static void assertClose(double[] expected, double[] actual, double tolerance, String what) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], tolerance, what + "[" + i + "]");
        }
    }

    static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }
}
