package crosspike.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IrDropTest {
    private static final double[][] EQUAL = {{1e4, 1e4}, {1e4, 1e4}};

    @Test
    void aDividerTakesItsShare() {
        IrDrop read = read(Wires.uniform(1, 1, 0, 100, 100), new double[][] {{600}}, Drive.ofRows(new double[] {1}, 1));
        assertEquals(0.25, read.lostShare()[0][0], 1e-15);
        assertEquals(0.25, read.largestLostShare(), 1e-15);
        assertEquals(0.25, read.meanLostShare(), 1e-15);
        assertEquals(0, read.largestUnselectedVolts());
    }

    @Test
    void idealWiresLoseNothingAndGroundedRowsSeeNothing() {
        IrDrop read = read(Wires.uniform(2, 2, 0, 0, 0), EQUAL, Drive.ofRows(new double[] {0.3, 0}, 2));
        assertArrayEquals(new double[] {0, 0}, read.lostShare()[0], 1e-14);
        assertTrue(Double.isNaN(read.lostShare()[1][0]) && Double.isNaN(read.lostShare()[1][1]));
        assertArrayEquals(new double[] {0, 0}, read.unselectedVolts(), 1e-15);
    }

    @Test
    void theSneakPathAroundOneCellIsThreeCellsInSeries() {
        double open = Circuits.OPEN;
        Wires wires = new Wires(
                new double[][] {{0}, {0}},
                new double[][] {{0, 0}},
                new double[] {0, open},
                new double[] {open, open},
                new double[] {open, open},
                new double[] {0, open});
        IrDrop read = read(wires, EQUAL, Drive.ofRows(new double[] {0.3, 0}, 2));
        assertEquals(0, read.lostShare()[0][0], 1e-14);
        assertArrayEquals(new double[] {0.1, 0.1, 0.1}, read.unselectedVolts(), 1e-14);
        assertEquals(0.1, read.largestUnselectedVolts(), 1e-14);
    }

    @Test
    void halfOfTheVoltageSelectsNoCell() {
        double[] half = {1, 0.5};
        IrDrop write = read(
                Wires.uniform(2, 2, 0, 0, 0), EQUAL, new Drive(half, new double[2], new double[2], new double[] {0, 0.5
                }));
        assertEquals(0, write.lostShare()[0][0], 1e-14);
        assertArrayEquals(new double[] {0, 0.5, 0.5}, write.unselectedVolts(), 1e-14);
    }

    @Test
    void nodesThatNothingReachesSeeNoVoltage() {
        double[][] ohms = {{1e4, 1e4}, {Circuits.OPEN, Circuits.OPEN}};
        Wires wires = Wires.uniform(2, 2, 1, 1, 1).withoutRowsAtZero(new double[] {1, 0});
        IrDrop read = read(wires, ohms, Drive.ofRows(new double[] {1, 0}, 2));
        assertEquals(2, read.unselectedVolts().length);
        assertTrue(Arrays.stream(read.unselectedVolts()).allMatch(v -> v >= 0 && v < 1e-3));
    }

    private static IrDrop read(Wires wires, double[][] ohms, Drive drive) {
        return IrDrop.of(new CrossbarCircuit(wires, Devices.linear(ohms), drive));
    }
}
