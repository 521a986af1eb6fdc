package crosspike.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.contract.CrossbarContract;
import crosspike.crossbar.DeviceCrossbar;
import crosspike.crossbar.Line;
import crosspike.crossbar.Session;
import crosspike.device.ConductanceRange;
import crosspike.device.ContinuousResponse;
import crosspike.random.Streams;
import crosspike.wire.WireCrossbar.Unselected;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireReaderTest {
    private static final ConductanceRange RANGE = new ConductanceRange(1e-7f, 1e-5f);
    private static final double VOLTS = 0.5;

    /** Wires from good to so bad that turns do not do, rows that are grounded and rows that float. */
    static Stream<Arguments> cases() {
        return LongStream.rangeClosed(1, 60)
                .boxed()
                .flatMap(seed -> Stream.of(Unselected.values()).map(unselected -> Arguments.of(seed, unselected)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void currentsAreThoseOfTheCircuitWithinTheToleranceAndSoIsThePower(long seed, Unselected unselected) {
        var random = new SplittableRandom(seed);
        Wires wires = anyWires(random);
        DeviceCrossbar cells = anyCells(random, wires);
        double tolerance = Circuits.logarithmic(random, 1e-12, 1e-3);
        double[] volts = anyVolts(random, wires.rows());
        double[] amps = new double[wires.columns()];
        double watts = new WireReader(cells, wires, unselected, tolerance, 1).read(volts, amps);

        float[][] siemens = cells.conductances();
        double[][] ohms = Circuits.matrix(wires.rows(), wires.columns(), () -> 0);
        double[] full = new double[wires.columns()];
        for (int i = 0; i < ohms.length; i++) {
            for (int j = 0; j < full.length; j++) {
                ohms[i][j] = 1.0 / siemens[i][j];
                full[j] += VOLTS * siemens[i][j];
            }
        }
        OperatingPoint point = NodalSolver.solve(new CrossbarCircuit(
                unselected == Unselected.GROUNDED ? wires : wires.withoutRowsAtZero(volts),
                Devices.linear(ohms),
                new Drive(volts, volts, new double[full.length], new double[full.length])));
        for (int j = 0; j < full.length; j++) {
            assertEquals(point.bottomAmps()[j], amps[j], tolerance * full[j] + 1e-13 * full[j], "A of column " + j);
        }
        double mostWatts = VOLTS * java.util.Arrays.stream(full).sum();
        assertEquals(point.supplyWatts(), watts, (tolerance + 1e-13) * mostWatts);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void afterAnyChangesReadsHaveTheBitsOfAReaderThatStartsThere(long seed, Unselected unselected) {
        var random = new SplittableRandom(seed);
        Wires wires = anyWires(random);
        DeviceCrossbar cells = anyCells(random, wires);
        WireReader reader = new WireReader(cells, wires, unselected, 1e-7, 1);
        double[] amps = new double[wires.columns()];
        double[] fresh = new double[wires.columns()];
        for (int step = 0; step < 20; step++) {
            Line line = random.nextInt(5) == 0 ? Line.ROW : Line.COLUMN;
            int index = random.nextInt(line == Line.ROW ? wires.rows() : wires.columns());
            change(random, cells, line, index);
            reader.changed(line, index);
            if (random.nextBoolean()) {
                double[] volts = anyVolts(random, wires.rows());
                double watts = reader.read(volts, amps);
                assertEquals(new WireReader(cells, wires, unselected, 1e-7, 1).read(volts, fresh), watts);
                assertArrayEquals(fresh, amps);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 5})
    void twoThreadsGiveTheBitsOfOne(double segmentOhms) {
        var random = new SplittableRandom(5);
        Wires wires = Wires.uniform(257, 259, segmentOhms, 1, 1);
        DeviceCrossbar cells = anyCells(random, wires);
        WireReader one = new WireReader(cells, wires, Unselected.GROUNDED, 1e-7, 1);
        WireReader two = new WireReader(cells, wires, Unselected.GROUNDED, 1e-7, 2);
        assertEquals(segmentOhms < 1, new Coupling(wires, one.siemens()).turns(1e-7, false, 8) <= 8);
        double[] fromOne = new double[259];
        double[] fromTwo = new double[259];
        for (int step = 0; step < 5; step++) {
            double[] volts = anyVolts(random, 257);
            assertEquals(one.read(volts, fromOne), two.read(volts, fromTwo));
            assertArrayEquals(fromOne, fromTwo);
            int column = random.nextInt(259);
            change(random, cells, Line.COLUMN, column);
            one.changed(Line.COLUMN, column);
            two.changed(Line.COLUMN, column);
        }
    }

    @ParameterizedTest
    @MethodSource("crosspike.contract.Seeds#thirty")
    void aTurnShrinksTheLargestErrorAtLeastAsMuchAsTheCouplingSays(long seed) {
        var random = new SplittableRandom(seed);
        Wires wires = Wires.uniform(20, 30, Circuits.logarithmic(random, 0.1, 30), 10, 10);
        double[][] siemens = Circuits.matrix(20, 30, () -> Circuits.logarithmic(random, 1e-7, 1e-4));
        LinearNetwork network = new LinearNetwork(wires, siemens, 1);
        double[] volts = anyVolts(random, 20);
        double[] zero = new double[30];
        Drive drive = new Drive(volts, volts, zero, zero);
        double[] exact = new double[30];
        network.solve(drive, null, false, 1e-14);
        network.sumCurrents(null, exact);
        Coupling coupling = new Coupling(wires, siemens);
        for (double tolerance : new double[] {1e-1, 1e-3, 1e-6}) {
            int turns = coupling.turns(tolerance, false, 100);
            double[] amps = new double[30];
            network.sweep(drive, turns, amps);
            for (int j = 0; j < 30; j++) {
                double full = 0;
                for (double[] row : siemens) {
                    full += VOLTS * row[j];
                }
                assertEquals(exact[j], amps[j], tolerance * full, turns + " turns, A of column " + j);
            }
        }
        assertTrue(coupling.turns(1e-6, false, 100) >= coupling.turns(1e-3, false, 100));
        assertEquals(4, coupling.turns(0, false, 3), "more than the most is one more than that");
    }

    private static void change(SplittableRandom random, DeviceCrossbar cells, Line line, int index) {
        float[] pulses = new float[Math.max(cells.rows(), cells.columns())];
        for (int i = 0; i < pulses.length; i++) {
            pulses[i] = random.nextInt(-5, 6);
        }
        cells.program(line, index, pulses, new Session(Streams.of(1, "session").stream(0)));
    }

    private static Wires anyWires(SplittableRandom random) {
        int rows = random.nextInt(1, 20);
        int columns = random.nextInt(1, 20);
        double scale = Circuits.logarithmic(random, 0.01, 1e4);
        double open = Circuits.OPEN;
        boolean doubleSided = random.nextBoolean();
        boolean even = random.nextBoolean();
        return new Wires(
                Circuits.matrix(rows, columns - 1, () -> scale * (even ? 1 : random.nextInt(3))),
                Circuits.matrix(rows - 1, columns, () -> scale * (even ? 1 : random.nextInt(3))),
                Circuits.some(rows, () -> random.nextInt(2) * 50),
                Circuits.some(rows, () -> doubleSided ? 50 : open),
                Circuits.some(columns, () -> open),
                Circuits.some(columns, () -> random.nextInt(2) * 20));
    }

    private static DeviceCrossbar anyCells(SplittableRandom random, Wires wires) {
        DeviceCrossbar cells = new DeviceCrossbar(
                wires.rows(), wires.columns(), new ContinuousResponse(RANGE, 64), CrossbarContract.WAVEFORMS);
        float[][] siemens = new float[wires.rows()][wires.columns()];
        for (float[] row : siemens) {
            for (int j = 0; j < row.length; j++) {
                row[j] = (float) Circuits.logarithmic(random, 1e-7, 1e-5);
            }
        }
        cells.preset(siemens);
        return cells;
    }

    private static double[] anyVolts(SplittableRandom random, int rows) {
        return Circuits.some(rows, () -> random.nextInt(4) == 0 ? VOLTS : 0);
    }
}
