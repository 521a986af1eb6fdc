package crosspike.snn.lif.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import crosspike.snn.lif.pruning.Growth.Function;
import org.junit.jupiter.api.Test;

/** Expected values are Eq. 5 to 7 of Guo 2020 worked out by hand. */
class GrowthTest {
    private static final double ROUNDING = 1e-12;

    @Test
    void exponential_growth_multiplies_at_each_step() {
        assertEquals(0.1 * 1.3 * 1.3, new Growth(Function.EXPONENTIAL, 1.3).at(0.1, 2), ROUNDING);
    }

    @Test
    void saturating_growth_divides_what_is_missing_to_the_largest_weight() {
        assertEquals(1 - 0.9 / (1.1 * 1.1 * 1.1), new Growth(Function.SATURATING, 1.1).at(0.1, 3), ROUNDING);
    }

    @Test
    void linear_growth_adds_at_each_step() {
        assertEquals(0.1 + 4 * 0.01, new Growth(Function.LINEAR, 0.01).at(0.1, 4), ROUNDING);
    }

    @Test
    void all_begin_at_the_initial_threshold_and_factors_of_no_growth_stay_there() {
        for (Function function : Function.values()) {
            Growth none = new Growth(function, function == Function.LINEAR ? 0 : 1);
            assertEquals(0.2, none.at(0.2, 0), ROUNDING);
            assertEquals(0.2, none.at(0.2, 9), ROUNDING);
        }
    }

    @Test
    void exponential_growth_is_slow_first_and_saturating_growth_fast_first() {
        Growth f1 = new Growth(Function.EXPONENTIAL, 1.3);
        Growth f2 = new Growth(Function.SATURATING, 1.1);
        assertTrue(f1.at(0.1, 1) - f1.at(0.1, 0) < f1.at(0.1, 6) - f1.at(0.1, 5));
        assertTrue(f2.at(0.1, 1) - f2.at(0.1, 0) > f2.at(0.1, 6) - f2.at(0.1, 5));
    }

    @Test
    void a_factor_that_shrinks_thresholds_is_refused() {
        Exception e = assertThrows(IllegalArgumentException.class, () -> new Growth(Function.EXPONENTIAL, 0.9));
        assertEquals("factor of the growth EXPONENTIAL is 0.9; expected 1.0 to 100.0", e.getMessage());
    }
}
