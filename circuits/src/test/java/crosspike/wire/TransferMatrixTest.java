package crosspike.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferMatrixTest {
    private static final Wires WIRES = Wires.uniform(24, 17, 10, 50, 30);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void readsAreSolutionsOfTheWires(long seed) {
        var random = new SplittableRandom(seed);
        double[][] siemens = Circuits.matrix(24, 17, () -> Circuits.logarithmic(random, 1e-6, 1e-3));
        double[] volts = Circuits.some(24, () -> random.nextInt(2) * random.nextDouble());
        double[] amps = new double[17];
        new TransferMatrix(WIRES, siemens, 1).read(volts, amps);
        OperatingPoint point = NodalSolver.solve(
                new CrossbarCircuit(WIRES, Devices.linear(Circuits.ohms(siemens)), Drive.ofRows(volts, 17)));
        Circuits.assertClose(point.bottomAmps(), amps, 1e-12 * Circuits.largest(amps), "A of column ");
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() {
        var random = new SplittableRandom(1);
        double[][] siemens = Circuits.matrix(24, 17, () -> Circuits.logarithmic(random, 1e-6, 1e-3));
        TransferMatrix one = new TransferMatrix(WIRES, siemens, 1);
        for (int threads : new int[] {2, 5, 100}) {
            TransferMatrix many = new TransferMatrix(WIRES, siemens, threads);
            for (int i = 0; i < 24; i++) {
                assertArrayEquals(one.columnSiemens(i), many.columnSiemens(i));
                assertArrayEquals(one.rowSiemens(i), many.rowSiemens(i));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 40})
    void changingDevicesGivesTheMatrixOfTheChangedArray(int count) {
        var random = new SplittableRandom(count);
        double[][] siemens = Circuits.matrix(24, 17, () -> Circuits.logarithmic(random, 1e-6, 1e-3));
        TransferMatrix changed = new TransferMatrix(WIRES, siemens, 1);
        for (int round = 0; round < 3; round++) {
            List<TransferMatrix.Change> changes = new ArrayList<>();
            boolean[] taken = new boolean[24 * 17];
            while (changes.size() < count) {
                int cell = random.nextInt(taken.length);
                if (!taken[cell]) {
                    taken[cell] = true;
                    double now = random.nextInt(10) == 0 ? 0 : Circuits.logarithmic(random, 1e-6, 1e-3);
                    changes.add(new TransferMatrix.Change(cell / 17, cell % 17, now));
                    siemens[cell / 17][cell % 17] = now;
                }
            }
            changed.change(changes);
        }
        TransferMatrix fresh = new TransferMatrix(WIRES, siemens, 1);
        for (int i = 0; i < 24; i++) {
            // of the largest conductance, 1 mS; three rounds of up to 40 changes
            Circuits.assertClose(fresh.columnSiemens(i), changed.columnSiemens(i), 1e-14, "S of column ");
            Circuits.assertClose(fresh.rowSiemens(i), changed.rowSiemens(i), 1e-14, "S of row ");
        }
    }
}
