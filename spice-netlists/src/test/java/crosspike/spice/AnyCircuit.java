package crosspike.spice;

import crosspike.wire.CrossbarCircuit;
import crosspike.wire.Devices;
import crosspike.wire.Drive;
import crosspike.wire.Wires;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Random circuits: ideal and broken wires, open and nonlinear devices, access resistances, driven at any ends. */
final class AnyCircuit {
    private static final double OPEN = Double.POSITIVE_INFINITY;

    private AnyCircuit() {}

    static CrossbarCircuit of(SplittableRandom random) {
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
        double steepest = random.nextInt(2) * 6;
        DoubleSupplier ohms = () -> random.nextDouble() < 0.1 ? OPEN : logarithmic(random, 1e3, 1e7);
        double access = random.nextBoolean() ? 0 : 5e3;
        DoubleSupplier volts = () -> random.nextInt(3) == 0 ? 0 : random.nextDouble(-1, 1);
        return new CrossbarCircuit(
                new Wires(matrix(rows, columns - 1, wire), matrix(rows - 1, columns, wire), left, right, top, bottom),
                new Devices(
                        matrix(rows, columns, ohms),
                        matrix(rows, columns, () -> access),
                        matrix(rows, columns, () -> random.nextInt(2) * steepest)),
                new Drive(some(rows, volts), some(rows, volts), some(columns, volts), some(columns, volts)));
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

    private static double logarithmic(SplittableRandom random, double least, double most) {
        return least * Math.pow(most / least, random.nextDouble());
    }

    private static double[][] matrix(int rows, int columns, DoubleSupplier value) {
        return Stream.generate(() -> some(columns, value)).limit(rows).toArray(double[][]::new);
    }

    private static double[] some(int length, DoubleSupplier value) {
        return DoubleStream.generate(value).limit(length).toArray();
    }
}
