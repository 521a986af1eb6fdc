package crosspike.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import crosspike.contract.PulseResponseContract;
import crosspike.input.UserError;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LevelResponseTest extends PulseResponseContract {
    private static final ConductanceRange RANGE = new ConductanceRange(3.0769e-9f, 3.8462e-8f);

    @Override
    protected PulseResponse quiet() {
        return new LevelResponse(RANGE, 16);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 16, 97, 1024, 65_536})
    void everyLevelIsOnePulseAwayFromItsNeighboursBothWays(int levels) {
        var response = new LevelResponse(RANGE, levels);
        double step = ((double) RANGE.maxSiemens() - RANGE.minSiemens()) / (levels - 1);
        float g = RANGE.minSiemens();
        for (int level = 1; level < levels; level++) {
            float higher = after(response, g, 1);
            assertEquals(RANGE.minSiemens() + level * step, higher, 1e-7 * RANGE.maxSiemens());
            assertEquals(g, after(response, higher, -1));
            g = higher;
        }
        assertEquals(RANGE.maxSiemens(), g);
    }

    /** Gmin + (Gmax − Gmin) in floats is above Gmax for about one range in a hundred, and below Gmax for as many. */
    @Test
    void whateverTheRangeTheHighestLevelIsItsEnd() {
        var cases = new SplittableRandom(1);
        for (int i = 0; i < 1_000; i++) {
            float min = (float) cases.nextDouble(1e-9, 1e-6);
            var range = new ConductanceRange(min, (float) (min * cases.nextDouble(1.5, 100)));
            var response = new LevelResponse(range, cases.nextInt(2, 1_000));
            assertEquals(range.maxSiemens(), after(response, range.minSiemens(), response.levels()));
            assertEquals(range.minSiemens(), after(response, range.maxSiemens(), -response.levels()));
        }
    }

    @Test
    void aMillionPulsesThereAndBackDoNotDriftOffTheLevels() {
        float start = quiet().nearest(2e-8f);
        float g = start;
        for (int i = 0; i < 500_000; i++) {
            g = after(quiet(), after(quiet(), g, 3), -3);
        }
        assertEquals(start, g);
    }

    @Test
    void theNearestStateIsNoFurtherThanHalfAStep() {
        float half = RANGE.widthSiemens() / 15 / 2;
        for (float g = RANGE.minSiemens(); g < RANGE.maxSiemens(); g += 1.3e-10f) {
            assertEquals(g, quiet().nearest(g), half * 1.0001f);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1, 65_537})
    void theNumberOfLevelsHasLimits(int levels) {
        var e = assertThrows(UserError.class, () -> new LevelResponse(RANGE, levels));
        assertEquals("device levels is " + levels + "; expected 2 to 65536 states", e.getMessage());
    }
}
