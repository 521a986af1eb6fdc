package crosspike.snn.lif.pruning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ThresholdSearchTest {
    private static final ThresholdSearch TENTH = new ThresholdSearch(0.1, 0.003, 20);

    @Test
    void a_smooth_fall_is_met_in_a_few_trainings_from_either_side() {
        for (double guess : new double[] {0.02, 0.1, 0.23, 0.9}) {
            ThresholdSearch.Result found = TENTH.run(guess, w -> StrictMath.exp(-10 * w)); // a tenth at 0.2303
            assertEquals(0.1, found.connectivity(), 0.003);
            assertEquals(0.2303, found.threshold(), 0.004); // 0.003 of connectivity, divided by its slope of 1
            assertTrue(found.trials() <= 14, found.trials() + " trainings");
        }
    }

    @Test
    void a_guess_that_is_off_by_a_factor_of_a_hundred_is_made_good() {
        for (double guess : new double[] {0.0003, 1}) {
            ThresholdSearch.Result found = TENTH.run(guess, w -> StrictMath.exp(-60 * w)); // a tenth at 0.0384
            assertEquals(0.1, found.connectivity(), 0.003, "from " + guess);
        }
    }

    @Test
    void where_connectivity_jumps_over_the_target_the_nearest_is_kept() {
        ThresholdSearch.Result found = TENTH.run(0.1, w -> w < 0.15 ? 0.12 : 0.05);
        assertEquals(0.12, found.connectivity());
        assertEquals(20, found.trials());
    }

    @Test
    void a_target_out_of_reach_ends_at_the_highest_threshold() {
        ThresholdSearch.Result found = TENTH.run(0.5, w -> 0.3);
        assertEquals(0.3, found.connectivity());
        assertTrue(found.trials() < 6);
    }
}
