package crosspike.spice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.spice.Verification.ColumnCheck;
import crosspike.spice.Verification.TileCheck;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VerificationTest {
    private static Verification of(List<ColumnCheck> columns, List<TileCheck> tiles) {
        return new Verification("ngspice 39", 1e-9, Map.of(), columns, tiles, List.of());
    }

    private static ColumnCheck column(String circuit, int column, double difference) {
        return new ColumnCheck(circuit, column, 1, 1, 1, difference, "column.cir");
    }

    private static TileCheck tile(double difference) {
        return new TileCheck("0:8,0:8", 0, 0, difference, 0, "tile.cir");
    }

    @Test
    void everyColumnAndTileMustBeWithinTheTolerance() {
        assertTrue(of(List.of(column("ideal", 0, 1e-9)), List.of(tile(1e-12))).passed());
        assertFalse(
                of(List.of(column("ideal", 0, 1.1e-9)), List.of(tile(1e-12))).passed());
        assertFalse(of(List.of(column("ideal", 0, 1e-9)), List.of(tile(1e-8))).passed());
        assertTrue(of(List.of(), List.of(tile(1e-12))).passed());
    }

    @Test
    void nothingCheckedIsNotPassedNorIsADifferenceThatIsNoNumber() {
        assertFalse(of(List.of(), List.of()).passed());
        assertFalse(of(List.of(column("ideal", 0, Double.NaN)), List.of()).passed());
    }

    @Test
    void worstMeanAndCountAreOverAllCircuits() {
        Verification found = of(
                List.of(column("ideal", 3, 1e-12), column("ideal", 4, 2e-12), column("wired", 4, 9e-12)),
                List.of(tile(1e-11)));
        assertEquals(1e-11, found.worst());
        assertEquals(4e-12, found.mean(), 1e-27);
        assertEquals(column("wired", 4, 9e-12), found.worstColumn().orElseThrow());
        assertEquals(2, found.columnCount());
    }

    @Test
    void currentsOfATileMayBeOffByRoundingAndVoltagesMayNot() {
        assertTrue(new TileCheck("0:8,0:8", 1e-13, 1.5e-9, 1.5e-9, 2e-9, "tile.cir").passes(1e-9));
        assertFalse(new TileCheck("0:8,0:8", 1e-13, 2.5e-9, 2.5e-9, 2e-9, "tile.cir").passes(1e-9));
        assertFalse(new TileCheck("0:8,0:8", 1.5e-9, 1e-13, 1.5e-9, 2e-9, "tile.cir").passes(1e-9));
    }
}
