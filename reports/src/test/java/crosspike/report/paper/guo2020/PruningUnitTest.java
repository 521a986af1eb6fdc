package crosspike.report.paper.guo2020;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Expected values are those of Tables 4 and 5 of Guo 2020, and of its section Implementation Overhead. */
class PruningUnitTest {
    private static final PruningUnit UNIT = PruningUnit.PAPER;

    private static double perImage(double count, int batch) {
        return PruningUnit.perImage(count, batch);
    }

    @Test
    void cyclesAndOperationsOfOnePruning() {
        assertEquals(120, UNIT.groupingCycles());
        assertEquals(2000, UNIT.adaptingCycles());
        assertEquals(78_400, UNIT.weightCycles());
        assertEquals(400, UNIT.groupingOperations());
        assertEquals(1100, UNIT.adaptingOperations());
        assertEquals(156_800, UNIT.weightOperations());
    }

    @Test
    void averagesByImageAreThoseOf301And7Prunings() {
        assertEquals(404, perImage(UNIT.cycles(), 100), 0.5); // printed as whole numbers
        assertEquals(9, perImage(UNIT.cycles(), 5000), 0.5);
        assertEquals(794, perImage(UNIT.operations(), 100), 0.5);
        assertEquals(18, perImage(UNIT.operations(), 5000), 0.5);
    }

    @Test
    void energyByImage() {
        assertEquals(3.4e-9, perImage(UNIT.joules(), 100), 0.05e-9); // two digits are printed
    }

    @Test
    void gatesAndMemories() {
        assertEquals(8284, PruningUnit.gates());
        assertEquals(2, UNIT.blockMemories());
        assertEquals(3, new PruningUnit(784, 800, 20).blockMemories()); // 800 x 24 bits are more than one
    }
}
