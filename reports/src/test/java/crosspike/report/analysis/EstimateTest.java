package crosspike.report.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;

class EstimateTest {
    private static final double T_975_OF_2 = 4.302652729749464; // tables of Student's t, two degrees of freedom

    @Test
    void theIntervalOfThreeSeedsIsThatOfStudentsT() {
        Estimate estimate = Estimate.of(1, 2, 3);
        double half = T_975_OF_2 / Math.sqrt(3);
        assertEquals(3, estimate.n());
        assertEquals(2, estimate.mean());
        assertEquals(1, estimate.deviation(), 1e-15);
        assertEquals(2 - half, estimate.low(), 1e-9);
        assertEquals(2 + half, estimate.high(), 1e-9);
    }

    @Test
    void oneSeedSaysNothingAboutTheOthers() {
        Estimate estimate = Estimate.of(0.9);
        assertEquals(0.9, estimate.mean());
        assertFalse(estimate.hasInterval());
        assertEquals(Double.NaN, estimate.deviation());
        assertEquals(Double.NaN, estimate.low());
    }

    @Test
    void whatIsNoNumberIsLeftOut() {
        assertEquals(Estimate.of(1, 3), Estimate.of(1, Double.NaN, 3));
        assertEquals(0, Estimate.of(Double.NaN).n());
        assertEquals(Double.NaN, Estimate.of().mean());
    }
}
