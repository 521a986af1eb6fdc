package crosspike.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpreadTest {
    @Test
    void severalValuesHaveAMeanADeviationAndAnError() {
        Spread spread = Spread.of(new double[] {0.92, 0.93, 0.97});
        assertEquals(0.94, spread.mean(), 1e-12);
        assertEquals(Math.sqrt(0.0014 / 2), spread.deviation(), 1e-12);
        assertEquals(Math.sqrt(0.0014 / 2 / 3), spread.standardError(), 1e-12);
        assertEquals(" 94.00 ± 2.65", spread.percent());
    }

    @Test
    void oneValueSaysNothingOfItsSpread() {
        Spread spread = Spread.of(new double[] {0.94});
        assertTrue(Double.isNaN(spread.deviation()));
        assertTrue(Double.isNaN(spread.standardError()));
        assertEquals(" 94.00", spread.percent());
    }
}
