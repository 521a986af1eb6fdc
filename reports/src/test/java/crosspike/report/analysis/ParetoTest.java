package crosspike.report.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParetoTest {

    @Test
    void whatGainsLessForMoreIsNotOnTheFront() {
        double[] gain = {0.5, 0.9, 0.8, 0.7, 0.9, 0.4};
        double[] cost = {1.0, 5.0, 3.0, 4.0, 6.0, 1.0};
        boolean[] front = Pareto.front(gain, cost);
        assertArrayEquals(new boolean[] {true, true, true, false, false, false}, front);
        assertArrayEquals(new int[] {0, 2, 1}, Pareto.order(front, cost));
    }

    @Test
    void equalPointsDoNotBeatEachOther() {
        assertArrayEquals(new boolean[] {true, true}, Pareto.front(new double[] {0.5, 0.5}, new double[] {1, 1}));
    }

    @Test
    void aPointWithoutANumberBeatsNothing() {
        assertArrayEquals(
                new boolean[] {false, true, false},
                Pareto.front(new double[] {Double.NaN, 0.1, 0.9}, new double[] {1, 2, Double.NaN}));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aPointIsOnTheFrontIfAndOnlyIfNoOtherOneBeatsIt(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] gain = random.doubles(40).map(x -> Math.floor(8 * x)).toArray(); // with ties
        double[] cost = random.doubles(40).map(x -> Math.floor(8 * x)).toArray();
        boolean[] front = Pareto.front(gain, cost);
        for (int i = 0; i < gain.length; i++) {
            boolean isBeaten = false;
            for (int j = 0; j < gain.length; j++) {
                isBeaten |= gain[j] >= gain[i] && cost[j] <= cost[i] && (gain[j] > gain[i] || cost[j] < cost[i]);
            }
            assertEquals(!isBeaten, front[i], "point " + i);
        }
    }
}
